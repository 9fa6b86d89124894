"""What every view of the main screen is: it shows the plan as it is set on it, and asks for the day to show next."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan, empty_plan
from salgsplan_tui.language import N_
from salgsplan_tui.session import Session
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.widgets.covered import Above

_BARS: Final = 2
"""The lines of the views' names and of the hints."""


class PlannerView(Above):
    """A page of the main screen; who owns it sets `plan`, `now` and `hide`, and it draws itself anew."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "comma,left_square_bracket,pageup",
            "step(-1)",
            N_("Previous day, week or quarter"),
            show=False,
            id="view.previous",
        ),
        Binding(
            "full_stop,right_square_bracket,pagedown",
            "step(1)",
            N_("Next day, week or quarter"),
            show=False,
            id="view.next",
        ),
        Binding("t", "today", N_("Today"), show=False, id="view.today"),
        Binding("space", "mark", N_("Mark"), show=False, id="view.mark"),
        Binding("V", "mark_all", N_("Mark all"), show=False, id="view.mark_all"),
        Binding("escape", "unmark", N_("Unmark"), show=False, id="view.unmark"),
    ]

    plan: reactive[Plan] = reactive(empty_plan, always_update=True, init=False)
    now: reactive[dt.datetime] = reactive(dt.datetime.min, init=False)
    hide: reactive[bool] = reactive(default=False, init=False)

    @dataclass
    class Wanted(Message):
        """A day is to be shown, here or in another view; what that needs has to be read first."""

        day: dt.date
        view: str | None = None
        """The code of the view to show it in; None for the one that asks."""
        select: str | None = None
        """The id of the row to stand on there."""
        then: str | None = None
        """The action of that view to run there."""
        opens: str | None = None
        """The id of the row to stand on there, and to open."""

    @dataclass
    class MoveTyped(Message):
        """The row under the cursor is to be moved by words, of which the first letter was typed; or to free time."""

        text: str | None
        """None for the next free time."""

    @dataclass
    class MoveKept(Message):
        """A row was brought to a new place by arrows, and is to stay there."""

        row: Activity
        place: Placement

    class Opened(Message):
        """What the cursor stands on was chosen with the mouse: a row, or free time."""

    class MoreWanted(Message):
        """What is older than what was read is wanted too, behind what is shown."""

    code: ClassVar[str]
    """The view's code: its module's name, and its id in the style sheet."""
    without: ClassVar[frozenset[str]] = frozenset()
    """The ids of the keys of all views that mean nothing in this one, so that it may have its own on them."""

    def __init__(self) -> None:
        """Make an empty page; `set_up` gives it the plan."""
        super().__init__(id=self.code)
        self.day = dt.date.min
        """The day that the view stands on: the one shown, or the one under its cursor."""
        self.marked: frozenset[str] = frozenset()
        """The ids of the activities that are marked, so that keys act on all of them."""

        self.is_reading = False
        """Whether more is being read behind what is shown."""
        self._read_for: tuple[Plan, dt.date, dt.date] | None = None

    def set_up(self, plan: Plan, now: dt.datetime, day: dt.date, *, hide: bool) -> None:
        """Take what is to be shown, without drawing it yet."""
        self.set_reactive(PlannerView.plan, plan)
        self.set_reactive(PlannerView.now, now)
        self.set_reactive(PlannerView.hide, hide)
        self.turn_to(day)

    def need(self, session: Session, day: dt.date) -> None:
        """Let the session read what showing this day needs; called outside the screen's own thread."""
        raise NotImplementedError

    def has_read(self, plan: Plan, today: dt.date, day: dt.date) -> None:
        """Remember that a plan holds what showing a day needs."""
        self._read_for = plan, today, day

    def prepare(self, plan: Plan, now: dt.datetime) -> None:
        """Work out ahead what takes long to show of a changed plan; called outside the screen's own thread."""

    def lacks(self, plan: Plan, today: dt.date, day: dt.date) -> bool:
        """Say whether files may have to be read for a day: not while the plan is the one they were read into."""
        read = self._read_for
        return self.is_unread(day) or read is None or read[0] is not plan or read[1:] != (today, day)

    def is_unread(self, day: dt.date) -> bool:
        """Say whether it takes long to read what a day needs, so that the frame is shown before."""
        del day
        return False

    @property
    def periods_read(self) -> frozenset[tuple[dt.date, dt.date]]:
        """The first and last days of the programmes of which everything was read."""
        return frozenset()

    def turn_to(self, day: dt.date) -> None:
        """Stand on another day, painted with the plan that holds its files; what was marked is no longer so."""
        self.day = day
        self.marked = frozenset()

    def show_page(self) -> None:
        """Draw the page anew; the cursor stays on its row."""
        raise NotImplementedError

    def draw_ahead(self) -> None:
        """Draw ahead, out of sight, what takes longest to draw."""

    def take_focus(self) -> None:
        """Take the keys at once: `Widget.focus` would do it later, and paint anew what takes them."""
        raise NotImplementedError

    @property
    def room(self) -> Size:
        """The cells that this view has, or will have once it is shown: all but the two bars'."""
        return self.size or Size(self.app.size.width, self.app.size.height - _BARS)

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the activities that the cursor can stand on, in order."""
        return ()

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids that keys act on: the marked rows, else the one under the cursor."""
        if self.marked:
            return tuple(each for each in self.shown if each in self.marked)
        target = self.target
        return (target.id,) if target is not None and target.kind == "activity" else ()

    @property
    def target(self) -> Target | None:
        """What the cursor stands on."""
        return None

    @property
    def new_words(self) -> str:
        """What the line of a new activity begins with, such as whom it is for."""
        return ""

    @property
    def new_people(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The customers and contacts that a new activity is for."""
        return (), ()

    def go_to(self, identity: str) -> None:
        """Stand on an activity, if it is here."""

    def open_found(self, identity: str) -> None:
        """Stand on a row, wherever it is hidden, and open it."""

    def say(self, text: str) -> None:
        """Say what was done, until the cursor moves on."""
        raise NotImplementedError

    def allows(self, action: str) -> bool:
        """Say whether a key of the main screen means something here; one that does not is not shown."""
        del action
        return True

    def open_target(self) -> bool:
        """Open what the cursor stands on, where that is no activity; say whether that was done."""
        return False

    def action_step(self, steps: int) -> None:
        """Go some days, weeks or quarters on: as far as this view shows at a time."""
        self.post_message(self.Wanted(self.later(steps)))

    def later(self, steps: int) -> dt.date:
        """Return the day to stand on so many pages later."""
        return self.day + dt.timedelta(days=steps)

    def action_today(self) -> None:
        """Go to today."""
        self.post_message(self.Wanted(self.now.date()))

    def action_mark(self) -> None:
        """Mark the row under the cursor, or take its mark away, and go on to the next."""
        target = self.target
        if target is not None and target.kind == "activity":
            self.marked = self.marked ^ {target.id}
            self.show_page()
            self.go_on()

    def go_on(self) -> None:
        """Stand on the next row."""

    def action_mark_all(self) -> None:
        """Mark every open row of the page, or none if all are marked."""
        rows = frozenset(each for each in self.shown if self.plan.activity(each).is_open)
        self.marked = frozenset() if self.marked == rows else rows
        self.show_page()

    def action_unmark(self) -> None:
        """Take all marks away."""
        self.marked = frozenset()
        self.show_page()

    def begin_move(self) -> bool:
        """Let arrows move the row under the cursor; say whether this view can do that."""
        return False

    def end_move(self) -> None:
        """Let the arrows be for the cursor again."""

    def watch_plan(self) -> None:
        """Draw what has changed; a row that is gone is not marked any more."""
        if self.is_mounted:
            self.marked = frozenset(each for each in self.marked if self.plan.holds(each))
            self.show_page()

    def watch_now(self, before: dt.datetime, now: dt.datetime) -> None:
        """Let time pass."""
        del before, now
        if self.is_mounted:
            self.show_page()

    def watch_hide(self) -> None:
        """Hide or show names and amounts."""
        if self.is_mounted:
            self.show_page()
