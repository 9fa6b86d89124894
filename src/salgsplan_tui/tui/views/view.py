"""What every view of the main screen is: it shows the plan as it is set on it, and asks for the day to show next."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive

from salgsplan_tui.domain.plan import Plan, empty_plan
from salgsplan_tui.session import Session
from salgsplan_tui.tui.lines import Target


class PlannerView(Vertical):
    """A page of the main screen; who owns it sets `plan`, `now` and `hide`, and it draws itself anew."""

    plan: reactive[Plan] = reactive(empty_plan, always_update=True, init=False)
    now: reactive[dt.datetime] = reactive(dt.datetime.min, init=False)
    hide: reactive[bool] = reactive(default=False, init=False)

    @dataclass
    class Wanted(Message):
        """A day is to be shown, here or in another view; what that needs has to be read first."""

        day: dt.date
        view: str | None = None
        """The code of the view to show it in; None for the one that asks."""

    code: ClassVar[str]
    """The view's code: its module's name, and its id in the style sheet."""

    def __init__(self) -> None:
        """Make an empty page; `set_up` gives it the plan."""
        super().__init__(id=self.code)
        self.day = dt.date.min
        """The day that the view stands on: the one shown, or the one under its cursor."""

    def set_up(self, plan: Plan, now: dt.datetime, day: dt.date, *, hide: bool) -> None:
        """Take what is to be shown, without drawing it yet."""
        self.set_reactive(PlannerView.plan, plan)
        self.set_reactive(PlannerView.now, now)
        self.set_reactive(PlannerView.hide, hide)
        self.turn_to(day)

    def need(self, session: Session, day: dt.date) -> None:
        """Let the session read what showing this day needs; called outside the screen's own thread."""
        raise NotImplementedError

    def turn_to(self, day: dt.date) -> None:
        """Stand on another day; it is painted with the plan that holds its files."""
        self.day = day

    def show_page(self) -> None:
        """Draw the page anew; the cursor stays on its row."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Take the keys."""
        raise NotImplementedError

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the activities that keys act on; none where the cursor stands on something else."""
        return ()

    @property
    def target(self) -> Target | None:
        """What the cursor stands on."""
        return None

    def go_to(self, identity: str) -> None:
        """Stand on an activity, if it is here."""

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

    def watch_plan(self) -> None:
        """Draw what has changed."""
        if self.is_mounted:
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
