"""The timetable view: three months from today, to walk, to read and to move rows in (S24; interaction.md 3)."""

import datetime as dt
from functools import partial
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.month_grid import month_later
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.timetable_carried import Carried, carried_keys, carried_line
from salgsplan_tui.tui.timetable_frame import LAYOUTS, MEASURES, TimetableFrame
from salgsplan_tui.tui.timetable_panel import week_words
from salgsplan_tui.tui.widgets.line_list import LineList

_CARRYING: Final = frozenset({"up", "down", "left", "right", "comma", "full_stop", "pageup", "pagedown"})
"""The keys that mean the same while a row is carried."""


class TimetableView(TimetableFrame):
    """Three months of the plan; a month on or back with the keys for pages."""

    without = frozenset({"plan.ill"})
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "measure", N_("measure"), id="timetable.measure"),
        Binding("s", "layout", N_("layout"), id="timetable.layout"),
        Binding("J,ctrl+down", "row(1)", N_("Next row of the field"), show=False, id="timetable.next_row"),
        Binding("K,ctrl+up", "row(-1)", N_("Previous row of the field"), show=False, id="timetable.previous_row"),
    ]

    def __init__(self) -> None:
        """Make the page; `set_up` gives it the plan."""
        super().__init__()
        self._carried: Carried | None = None
        self._row_is_picked = False
        """The person went to a row of the field, and not only to the field."""

    def on_mount(self) -> None:
        """Paint, follow the cursor, and take the keys."""
        self.show_page()
        self.watch(self.grid, "cursor", self._follow, init=False)
        if self.display:
            self.take_focus()

    def _follow(self) -> None:
        """Go along with the cursor."""
        self._row_is_picked = False
        week = self.sheet.week(self.grid.cursor)
        self.day = self.sheet.day(self.grid.cursor) or week.days[self.day.weekday()].date
        self.show_field()

    def show_status(self) -> None:
        """Say what is carried where, or the week under the cursor in words."""
        week = self.sheet.week(self.grid.cursor)
        words = week_words(self.look, week, is_read=self.is_known(week.key))
        if self._carried is not None:
            words = carried_keys()
            self.head.show((carried_line(self.look, self._carried, self._place(self._carried)),))
        self.status.show((Line((Part(f" {words}", "now" if self._carried else "text"),)),))

    def allows(self, action: str) -> bool:
        """Leave out the key for a day of illness; it has another meaning here."""
        return action != "ill"

    def go_to(self, identity: str) -> None:
        """Stand on an activity, if it is here."""
        if identity in self.shown:
            row = self.plan.activity(identity)
            day = row.date or self.day
            self.grid.cursor = self.sheet.spot_of(day, self.grid.cursor, row)
            self.show_field(Target("activity", identity))

    def go_on(self) -> None:
        """Stand on the next row of the field."""
        self.panel.action_cursor(1)

    def action_row(self, step: int) -> None:
        """Go to another row of the field."""
        self._row_is_picked = True
        self.panel.action_cursor(step)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Take the row that was double clicked for the one that is meant."""
        del message
        self._row_is_picked = True

    def action_mark_all(self) -> None:
        """Mark every open row of the field, or none of them if all are marked."""
        rows = frozenset(row.id for row in self.field.field.rows if row.is_open)
        self.marked = self.marked - rows if rows <= self.marked else self.marked | rows
        self.show_field()

    def action_measure(self) -> None:
        """Let the cells tell the next measure."""
        self.measure_shown = MEASURES[(MEASURES.index(self.measure_shown) + 1) % len(MEASURES)]
        self.show_page()

    def action_layout(self) -> None:
        """Show the next layout."""
        self.layout_shown = LAYOUTS[(LAYOUTS.index(self.layout_shown) + 1) % len(LAYOUTS)]
        self.show_page()

    def action_step(self, steps: int) -> None:
        """Go some months on."""
        before = self.months if self.months_wanted is None else self.months_wanted
        self.months_wanted = before + steps
        self.post_message(self.Wanted(month_later(self.day, steps)))

    def action_today(self) -> None:
        """Go to today, and to the three months that begin then."""
        self.months_wanted = 0
        self.post_message(self.Wanted(self.now.date()))

    def watch_now(self, before: dt.datetime, now: dt.datetime) -> None:
        """Begin a day later when midnight passes; who stood on today does so again."""
        if before.date() != now.date() and self.is_mounted:
            self.post_message(self.Wanted(now.date() if self.day == before.date() else self.day))
        else:
            super().watch_now(before, now)

    def open_target(self) -> bool:
        """Open the day, or the week of a line, unless there is one row to open."""
        field = self.field
        if len(field.field.rows) == 1 or (self._row_is_picked and self.target is not None):
            return False
        if field.day is not None:
            self.post_message(self.Wanted(field.day, "day"))
        else:
            self.post_message(self.Wanted(self.day, "week"))
        return True

    # Moving a row along the grid

    def begin_move(self) -> bool:
        """Take hold of the row under the cursor, asking which where there are several; arrows carry it on."""
        rows = tuple(row for row in self.field.field.rows if row.is_open)
        if self.marked or not rows:
            return False
        if len(rows) == 1 or self._row_is_picked:
            self._take_up(next((row for row in rows if self.target and row.id == self.target.id), rows[0]))
            return True
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        title = partial(labels.title, self.plan, hide=self.hide)
        choices = [Choice(row, f"{labels.sign(self.plan, row)} {title(row)}", detail=labels.when(row)) for row in rows]
        self.app.push_screen(ChooseDialog(_("Which one is to be moved?"), choices), self._take_up)
        return True

    def _take_up(self, row: Activity | None) -> None:
        if row is not None:
            held = self.field.day or (row.date if row.date is not None else None)
            self._carry(Carried(row, held if row.date is not None else None))

    def _carry(self, carried: Carried | None) -> None:
        self._carried = carried
        self.grid.carry("" if carried is None else labels.sign(self.plan, carried.row))
        self.show_head()
        self.show_status()
        self.screen.refresh_bindings()

    def _place(self, carried: Carried) -> Placement:
        spot = self.grid.cursor
        return carried.place(self.sheet.day(spot), self.sheet.week(spot), whole_week=self.layout_shown != "days")

    def on_key(self, event: events.Key) -> None:
        """While a row is carried: Enter keeps it there, Esc puts it back, a letter begins the words for where to."""
        carried = self._carried
        if (
            carried is None
            or event.key in _CARRYING
            or not (event.is_printable or event.key in {"enter", "escape", "tab"})
        ):
            return
        event.stop()
        place = self._place(carried)
        if event.key == "enter" and (place.date, place.bucket) != (carried.row.date, carried.row.bucket):
            self.post_message(self.MoveKept(carried.row, place))
        elif event.key != "tab":
            self._put_back(carried)
            if event.key != "escape":
                self.post_message(self.MoveTyped(event.character if event.is_printable else None))

    def _put_back(self, carried: Carried) -> None:
        self._carry(None)
        self.day = carried.grabbed or self.day
        self.go_to(carried.row.id)

    def end_move(self) -> None:
        """Carry nothing any more: it was kept."""
        self._carry(None)

    def on_hide(self) -> None:
        """Put back what is carried when another view is shown."""
        if self._carried is not None:
            self._carry(None)
