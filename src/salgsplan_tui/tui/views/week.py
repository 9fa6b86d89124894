"""The week view: the hours of its days, what has no time below, must-dos and totals beside them (S26)."""

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.layout import Layout
from textual.widget import Widget

from salgsplan_tui.domain.dates import ONE_DAY, ONE_WEEK, week_key, week_of
from salgsplan_tui.domain.day_plan import week_plan
from salgsplan_tui.domain.week_layout import shown_days
from salgsplan_tui.language import N_
from salgsplan_tui.session import Session
from salgsplan_tui.tui.activity_actions import KEYS_OF_ACTIVITIES
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.views.beside import PanelBeside
from salgsplan_tui.tui.views.hour_keys import hour_keys
from salgsplan_tui.tui.views.week_moving import MovingAlong
from salgsplan_tui.tui.week_heads import week_head
from salgsplan_tui.tui.week_page import WeekPage
from salgsplan_tui.tui.week_panel import week_panel
from salgsplan_tui.tui.week_places import week_places
from salgsplan_tui.tui.week_rows import week_rows
from salgsplan_tui.tui.week_status import moving_words, week_status
from salgsplan_tui.tui.widgets.drawn import Drawn
from salgsplan_tui.tui.widgets.drawn_grid import DrawnGrid
from salgsplan_tui.tui.widgets.drawn_lines import StillLines
from salgsplan_tui.tui.widgets.figure_panel import FigurePanel
from salgsplan_tui.tui.widgets.placed import Placed
from salgsplan_tui.tui.widgets.rows_below import RowsBelow
from salgsplan_tui.tui.widgets.week_grid import WeekGrid

_FROM_MONDAY_TO_FRIDAY = 3 * ONE_DAY


class WeekView(PanelBeside, MovingAlong):
    """One week of the plan."""

    code = "week"
    SCOPED_CSS = False  # the size of the screen is told by the screen's own classes
    DEFAULT_CSS = """
    WeekView { height: 1fr; }
    #week-head, #week-status { background: $surface; }
    #week-status { color: $text-muted; }
    #week-panel { display: none; border-left: vkey $primary 40%; }
    .-wide #week-panel { display: block; }
    .-low #week-status { display: none; }
    Screen.-normal WeekView.-second #week-grid, Screen.-narrow WeekView.-second #week-grid { display: none; }
    Screen.-normal WeekView.-second #week-below, Screen.-narrow WeekView.-second #week-below { display: none; }
    Screen.-normal WeekView.-second #week-panel, Screen.-narrow WeekView.-second #week-panel {
        display: block; border-left: none;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "next_part", N_("next part"), id="week.next_part"),
        Binding("f", "free_time", N_("free time"), show=False, id="week.free_time"),
        *hour_keys(show=True),
    ]
    _acting: Widget | None = None
    """The part that keys act on, once one has the focus."""
    _page: WeekPage | None = None
    _painted: WeekPage | None = None

    def compose(self) -> ComposeResult:
        """Have head, hours, rows, panel and status."""
        self.grid = WeekGrid(self.page, self.day)
        self.below = RowsBelow(id="week-below")
        self._head = StillLines(self.below, id="week-head")
        self.panel = FigurePanel(self.below, id="week-panel")
        self._status = StillLines(self.below, id="week-status")
        yield from (self._head, self.grid, self.below, self.panel, self._status)

    @property
    def layout(self) -> Layout:
        """Put the parts in their places without measuring them."""
        return Placed(self._places)

    def _places(self, room: Size) -> Mapping[str, Region]:
        return week_places(
            room,
            rows=len(self.below.lines),
            has_panel=self.screen.has_class("-wide"),
            has_status=not self.screen.has_class("-low"),
            is_panel=self._is_on_second_page,
        )

    def on_mount(self) -> None:
        """Paint, and take the keys."""
        self.show_page()
        self.watch(self.grid, "cursor", self._follow, init=False)
        self.watch(self.below, "cursor", self.say_status, init=False)
        self.watch(self.panel, "cursor", self.say_status, init=False)
        if self.display:
            self.take_focus()

    def need(self, session: Session, day: dt.date) -> None:
        """Read the week, and what is overdue."""
        session.need_day(day)
        session.need_weeks([week_key(day)])

    def draw_ahead(self) -> None:
        """Draw the parts ahead."""
        places = self._places(self.room)
        for part in self.query_children(Drawn):
            if part.display:
                part.draw_ahead(places[part.id or ""].shrink(part.styles.gutter).size)

    def take_focus(self) -> None:
        """Take the keys."""
        self._go_in(self.grid)

    def follow_focus(self) -> None:
        """Say what the cursor stands on."""
        self.say_status()

    def open_target(self) -> bool:
        """Open a figure of the panel."""
        target = self.panel_target
        if target is None:
            return False
        from salgsplan_tui.tui.panel_figures import open_beside  # noqa: PLC0415  # not to look at a week

        open_beside(self, target)
        return True

    @property
    def page(self) -> WeekPage:
        """What is shown, as a value; the same one as before where nothing has changed."""
        plan = self.plan if self.moving is None else self.plan.with_activity(self.moving.moved)
        before = self._page
        if before is not None and self.day in before.days and before.shows(plan, self.now, self.marked, hide=self.hide):
            return before
        week = week_plan(plan, week_key(self.day), self.now)
        days = shown_days(week.span, week.rows, plan.settings, self.day)
        self._page = WeekPage(plan, week, days, self.now, self.marked, self.hide)
        return self._page

    def show_page(self) -> None:
        """Draw the week anew; the cursor stays on its row."""
        page = self.page
        if page is not self._painted:
            self._paint_around(page)
        is_same_day = self.grid.day == self.day
        places = self._places(self.room)
        self.grid.show(page, self.day, self.grid.stop.target if is_same_day else None, places["week-grid"].size)
        self._follow()

    def _paint_around(self, page: WeekPage) -> None:
        self._painted = page
        self._head.show((week_head(page),))
        before = self._places(self.room)
        self.below.show(week_rows(page))
        places = self._places(self.room)
        self.below.show_vertical_scrollbar = len(self.below.lines) > places["week-below"].height
        if places != before:
            self.refresh(layout=True)
        self.panel.show(week_panel(page))
        if self.below.target is None and self.below.has_focus:
            self._go_in(self.grid)
        self.below.can_focus = self.below.target is not None

    def _follow(self) -> None:
        """Stand on the day that the cursor stands in."""
        self.day = self.grid.day
        self.say_status()

    def say_status(self) -> None:
        """Say in words what the cursor stands on, or where a block has come."""
        if self.moving is None:
            self._status.show((week_status(self.grid.drawing.page, self.day, self.target),))
        else:
            self.say(moving_words(self.plan, self.moving, hide=self.hide))

    def say(self, text: str) -> None:
        """Say what was done, until the cursor moves on."""
        self._status.show((Line((Part(f" {text}", "now"),)),))

    @property
    def target(self) -> Target | None:
        """What the cursor stands on."""
        if self.is_in_panel or self._is_on_second_page:
            return self.panel.target
        return self.grid.stop.target if self.grid.is_active else self.below.target

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the activities that the cursor can stand on, day by day, then those below."""
        stops = (stop.target.id for column in self.grid.drawing.stops for stop in column)
        return tuple(dict.fromkeys((*stops, *(target.id for target in self.below.targets))))

    def go_to(self, identity: str) -> None:
        """Stand on an activity, if it is here."""
        if self.grid.go_to(identity):
            self._go_in(self.grid)
        elif any(target.id == identity for target in self.below.targets):
            self.below.go_to(Target("activity", identity))
            self._go_in(self.below)

    def go_on(self) -> None:
        """Stand on the next row: down the day, then on the next day."""
        if not self.grid.is_active:
            self.below.action_cursor(1)
            return
        self.grid.to_next()

    def later(self, steps: int) -> dt.date:
        """Return the same weekday so many weeks later."""
        return self.day + steps * ONE_WEEK

    def watch_now(self, before: dt.datetime, now: dt.datetime) -> None:
        """Move the line of now; when a week begins, go along if the one before was shown as this week."""
        if self.is_mounted:
            if week_key(before.date()) != week_key(now.date()) and self.day in week_of(before.date()):
                self.post_message(self.Wanted(now.date()))
            else:
                self.show_page()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Let the keys act on what has the focus."""
        if event.widget in {self.grid, self.below, self.panel}:
            self._act(event.widget)

    def _act(self, part: Widget) -> None:
        """Let the keys act on the hours, on the rows below, or on the panel."""
        if part is not self._acting:
            self._acting = part
            self.grid.set_active(is_active=part is self.grid)
            self.below.set_active(is_active=part is self.below)
            self.say_status()

    def _go_in(self, part: WeekGrid | RowsBelow) -> None:
        """Give the keys to a part at once, so that what is said after it is not said over."""
        self.remove_class("-second")
        self.screen.set_focus(part)
        self._act(part)

    def on_week_grid_left(self, message: WeekGrid.Left) -> None:
        """Go on below, or in the next or last week."""
        span = self.grid.drawing.page.week.span
        if message.rows > 0 and self.below.target is not None:
            self.below.focus()
        elif message.days:
            self.post_message(self.Wanted(span.end if message.days > 0 else span.start - _FROM_MONDAY_TO_FRIDAY))

    def on_rows_below_left(self) -> None:
        """Go back up into the hours."""
        self.grid.focus()

    def on_drawn_grid_picked(self, message: DrawnGrid.Picked) -> None:
        """Plan in the free time that was clicked."""
        message.stop()
        self.grid.focus()
        if self.grid.stop.target.kind == "gap":
            self.post_message(self.Opened())

    def on_drawn_grid_chosen(self, message: DrawnGrid.Chosen) -> None:
        """Open what was double clicked."""
        message.stop()
        self.post_message(self.Opened())

    def allows(self, action: str) -> bool:
        """Leave out what is for rows without a time among the hours, and the other way round; for rows in the panel."""
        if self._acting is None:
            return action != "place"
        if self._acting is self.panel and not self.marked:
            return action not in {*KEYS_OF_ACTIVITIES.values(), "place", "stretch"}
        if action not in {"place", "stretch"}:
            return True
        return (self._acting is self.below) == (action == "place")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out the key for the next part where there is only one."""
        if action == "next_part":
            return len(self._parts) > 1
        return super().check_action(action, parameters)

    @property
    def _is_on_second_page(self) -> bool:
        return self.has_class("-second") and not self.screen.has_class("-wide")

    @property
    def _parts(self) -> list[WeekGrid | RowsBelow | FigurePanel]:
        """What the keys can act on, in order; the panel takes the place of the rest where it does not stand beside."""
        if not self.is_mounted:
            return []
        below = [self.below] if self.below.target is not None else []
        return [self.grid, *below, self.panel]

    def action_next_part(self) -> None:
        """Go on to the rows below, to the second page, and back to the hours."""
        parts = self._parts
        here = next((number for number, part in enumerate(parts) if part.has_focus), 0)
        part = parts[(here + 1) % len(parts)]
        self.set_class(part is self.panel, "-second")
        part.focus()

    def action_free_time(self) -> None:
        """Go to the next free time, where Enter plans something."""
        self.grid.focus()
        self.grid.to_free_time()
