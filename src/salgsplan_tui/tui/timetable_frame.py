"""What the timetable view shows: which three months, read or not yet, in which layout and measure, and how high."""

import datetime as dt
from collections.abc import Iterable
from typing import Final, get_args

from textual.app import ComposeResult
from textual.geometry import Size

from salgsplan_tui.domain.dates import Span, week_key, week_span
from salgsplan_tui.domain.month_grid import month_later
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.three_months import three_months, timetable, weeks_of
from salgsplan_tui.domain.timetable import Layout, Measure, Timetable
from salgsplan_tui.session import Session
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.timetable_cells import Look
from salgsplan_tui.tui.timetable_days import days_sheet
from salgsplan_tui.tui.timetable_panel import Panel, head_line, panel_lines
from salgsplan_tui.tui.timetable_sheets import TimetableSheet, lines_sheet
from salgsplan_tui.tui.views.view import PlannerView
from salgsplan_tui.tui.widgets.drawn_grid import DrawnGrid
from salgsplan_tui.tui.widgets.drawn_lines import StillLines
from salgsplan_tui.tui.widgets.line_list import LineList
from salgsplan_tui.tui.widgets.timetable_grid import TimetableGrid

MEASURES: Final = get_args(Measure)
LAYOUTS: Final = get_args(Layout)

_AROUND: Final = 2
"""The lines of head and status."""
_PANEL: Final = 5
"""The lines that the panel keeps where they can be spared."""
_SMALLEST_PANEL: Final = 3
_SPARED: Final = 12


class TimetableFrame(PlannerView):
    """Head, grid, the rows of the field under the cursor, and the status."""

    code = "timetable"
    SCOPED_CSS = False  # the size of the screen is told by the screen's own classes
    DEFAULT_CSS = """
    #timetable-head, #timetable-status { height: 1; background: $surface; }
    #timetable-status { color: $text-muted; }
    #timetable-panel { height: 1fr; }
    .-low #timetable-status { display: none; }
    """

    def __init__(self) -> None:
        """Make the page; `set_up` gives it the plan."""
        super().__init__()
        self.measure_shown: Measure = MEASURES[0]
        self.layout_shown: Layout = LAYOUTS[0]
        self.months = 0
        """How many months from today the first day lies."""
        self.months_wanted: int | None = None
        """The same of the page that was asked for."""
        self.known: frozenset[str] = frozenset()
        """The weeks that were read."""
        self.panel = LineList(id="timetable-panel")
        self.panel.can_focus = False
        self.grid = TimetableGrid(id="timetable-grid")
        self.head = StillLines(self.panel, id="timetable-head")
        self.status = StillLines(self.panel, id="timetable-status")
        self._table: tuple[Plan, dt.date, Timetable] | None = None
        self._sheet: TimetableSheet | None = None
        self._made_of: tuple[object, ...] = ()
        self._field_shown: tuple[TimetableSheet, tuple[object, ...]] | None = None
        self._drawn_in = (0, 0)

    def compose(self) -> ComposeResult:
        """Lay out head, grid, panel and status."""
        yield self.head
        yield self.grid
        yield self.panel
        yield self.status

    def on_resize(self) -> None:
        """Use the room that there is."""
        if self._room != self._drawn_in:
            self.show_page()

    def on_drawn_grid_chosen(self, message: DrawnGrid.Chosen) -> None:
        """Tell that a field is to be opened."""
        message.stop()
        self.post_message(self.Opened())

    def draw_ahead(self) -> None:
        """Draw the parts ahead."""
        cells, panel = self._drawn_in[0], self._panel_lines(self._drawn_in[1])
        for part, lines in ((self.head, 1), (self.grid, self.grid.room.height), (self.panel, panel), (self.status, 1)):
            part.draw_ahead(Size(cells, lines))

    def take_focus(self) -> None:
        """Take the keys."""
        self.screen.set_focus(self.grid)

    def months_to(self, day: dt.date, today: dt.date) -> int:
        """Return how far on the three months begin in which a day is shown; they stay where they are if they can."""
        if self.months_wanted is not None:
            return self.months_wanted
        if any(day in week for week in _weeks(today, self.months)):
            return self.months
        months = 12 * (day.year - today.year) + day.month - today.month
        return months - (month_later(today, months) > day)

    def is_unread(self, day: dt.date) -> bool:
        """Say whether files have to be read first; the frame is shown meanwhile."""
        return not self.known or not _keys(_weeks(self.now.date(), self.months_to(day, self.now.date()))) <= self.known

    def need(self, session: Session, day: dt.date) -> None:
        """Read the weeks, and what reaches into them from before."""
        today = session.clock.today()
        keys = _keys(_weeks(today, self.months_to(day, today)))
        session.need_day(week_span(min(keys)).start)
        session.need_weeks(sorted(keys))
        self.known |= keys

    def turn_to(self, day: dt.date) -> None:
        """Stand on another day, in the three months that show it."""
        self.months = self.months_to(day, self.now.date())
        self.months_wanted = None
        super().turn_to(day)

    @property
    def table(self) -> Timetable:
        """The three months, worked out anew where the plan or the days are others."""
        start = month_later(self.now.date(), self.months)
        if self._table is None or self._table[0] is not self.plan or self._table[1] != start:
            self._table = (self.plan, start, timetable(self.plan, start))
        return self._table[2]

    @property
    def sheet(self) -> TimetableSheet:
        """What stands in the grid."""
        made = (self.table, self.known, self.measure_shown, self.layout_shown, self._room, self.hide, self.now.date())
        if self._sheet is None or not all(map(_is_same, made, self._made_of)):
            self._sheet, self._made_of = self._make_sheet(self._room), made
        return self._sheet

    @property
    def look(self) -> Look:
        """What the cells are made of."""
        return Look(self.plan, self.measure_shown, self.now.date(), hide=self.hide)

    @property
    def target(self) -> Target | None:
        """The row of the field that keys act on."""
        return self.panel.target

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of all rows of the three months."""
        return tuple(row.id for row in self.table.rows)

    @property
    def field(self) -> Panel:
        """The field under the cursor."""
        spot, sheet = self.grid.cursor, self.sheet
        return Panel(
            look=self.look,
            now=self.now,
            field=sheet.field(spot),
            week=sheet.week(spot),
            day=sheet.day(spot),
            line=sheet.name(spot),
            marked=self.marked,
        )

    def is_known(self, *weeks: str) -> bool:
        """Say whether these weeks were read."""
        return self.known >= set(weeks)

    @property
    def _room(self) -> tuple[int, int]:
        return self.room.width, self.room.height - _AROUND

    def _make_sheet(self, room: tuple[int, int]) -> TimetableSheet:
        cells, lines = room
        cells -= lines < 1 + len(self.table.weeks)  # the scroll bar
        if self.layout_shown == "days":
            return days_sheet(self.table, self.look, self.known, (cells, lines - _PANEL))
        return lines_sheet(self.table, self.look, self.layout_shown, self.known, cells)

    def show_page(self) -> None:
        """Draw all anew; the cursor stays on its day, and on its row."""
        self._drawn_in = self._room
        row = self.plan.activity(self.target.id) if self.target and self.plan.holds(self.target.id) else None
        panel = self._panel_lines(self._drawn_in[1])
        self.panel.display = panel > 0
        self.grid.styles.height = self._drawn_in[1] - panel
        self.show_head()
        room = Size(self._drawn_in[0], self._drawn_in[1] - panel)
        self.grid.show(self.sheet, self.sheet.spot_of(self.day, self.grid.cursor, row), room)
        self.show_field()

    def show_head(self) -> None:
        """Say which months these are, and what they come to."""
        is_read = self.is_known(*(week.key for week in self.table.weeks))
        line = head_line(self.table, self.look, self.layout_shown, self._drawn_in[0], is_read=is_read)
        self.head.show((line,))

    def _panel_lines(self, lines: int) -> int:
        """Return how many lines the panel takes: what the grid leaves, or some where many lines leave none."""
        rest = lines - self.sheet.shape.size[1]
        if rest >= _SMALLEST_PANEL:
            return rest
        return _PANEL if self.layout_shown != "days" and lines >= _SPARED else 0

    def show_field(self, at: Target | None = None) -> None:
        """Show the rows of the field under the cursor, and say what it is."""
        sheet, stands = self.sheet, (self.grid.cursor, self.marked, self.now)
        if (
            at is not None
            or self._field_shown is None
            or sheet is not self._field_shown[0]
            or stands != self._field_shown[1]
        ):
            self._field_shown = sheet, stands
            self.panel.show(tuple(panel_lines(self.field)), at=at)
            self.panel.show_vertical_scrollbar = len(self.panel.lines) > self._panel_lines(self._drawn_in[1])
        self.show_status()

    def show_status(self) -> None:
        """Say in words where the cursor stands."""
        raise NotImplementedError

    def say(self, text: str) -> None:
        """Say what was done, until the cursor moves on."""
        self.status.show((Line((Part(f" {text}", "now"),)),))


def _is_same(one: object, other: object) -> bool:
    """Compare small values; a timetable is the same only as itself, for to compare all of its rows would take long."""
    return one is other if isinstance(one, Timetable) else one == other


def _weeks(today: dt.date, months: int) -> tuple[Span, ...]:
    return weeks_of(three_months(month_later(today, months)))


def _keys(weeks: Iterable[Span]) -> frozenset[str]:
    return frozenset(week_key(week.start) for week in weeks)
