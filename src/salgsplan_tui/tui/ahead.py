"""What is done while nobody presses a key: the other views are read for, and drawn out of sight.

So the first visit of a view costs no more than the later ones, and nor does the first after a change. It is done in
pieces, and the next piece waits for the next pause as soon as a key is pressed.
"""

import asyncio
import datetime as dt
import gc
from importlib import import_module
from typing import Final, NamedTuple

from textual.geometry import Size
from textual.timer import Timer

from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.session import Session
from salgsplan_tui.tui.main_screen import MainScreen
from salgsplan_tui.tui.views.table import load_views
from salgsplan_tui.tui.views.view import PlannerView

AHEAD: Final = ("day", "week", "timetable", "programme", "money", "service")
"""The views that are got ready; the customers need more files than one reads without being asked."""
_PAUSE: Final = 0.3
"""Seconds without a key that make a pause."""
_BREATH: Final = 0.02
"""Seconds between two pieces, for keys to come in."""


def _load() -> None:
    load_views()
    for module in ("tui.picking", "tui.dialogs.form"):
        import_module(f"salgsplan_tui.{module}")


class _State(NamedTuple):
    """What views are drawn from."""

    plan: Plan
    now: dt.datetime
    day: dt.date
    room: Size
    hide: bool


class WorkAhead:
    """Gets the views ready that are not shown."""

    def __init__(self, main: MainScreen, session: Session, files: asyncio.Lock) -> None:
        """Take the screen whose views they are, and who reads files; the lock is for those who use its files."""
        self._main, self._session, self._files = main, session, files
        self._timer: Timer | None = None
        self._is_at_work = self._is_put_off = self._has_begun = False
        self._drawn: dict[str, _State] = {}
        """What each view was drawn for."""
        self._done: _State | None = None
        """What was worked for the last time, to its end or until it failed."""

    def begin(self) -> None:
        """Load the code of all views and of what plans something new, and do the rest from the first pause on."""
        self._main.run_worker(asyncio.to_thread(_load), exit_on_error=False)
        self._timer = self._main.set_interval(_PAUSE, self._go_on)

    def put_off(self) -> None:
        """Wait for the next pause: a key was pressed."""
        self._is_put_off = True
        if self._timer is not None:
            self._timer.reset()

    def _go_on(self) -> None:
        self._is_put_off = False
        if not self._is_at_work and self._main.is_active and not _is_same(self._state, self._done):
            # What goes wrong here does so again when the view is opened, and is told then.
            self._main.run_worker(self._work(), exit_on_error=False)

    @property
    def _state(self) -> "_State":
        """What views are drawn from now."""
        main = self._main
        return _State(self._session.plan, main.now, main.view.day, main.size, hide=main.hide)

    @property
    def _unready(self) -> list[PlannerView]:
        """The views that would have to be drawn if they were opened now."""
        hidden = (view for view in self._views if view is not self._main.view)
        return [view for view in hidden if not _is_same(self._state, self._drawn.get(view.code))]

    @property
    def _views(self) -> tuple[PlannerView, ...]:
        return tuple(map(self._main.view_of, AHEAD))

    def _is_unread(self, view: PlannerView) -> bool:
        return view.lacks(self._session.plan, self._session.clock.today(), self._main.view.day)

    async def _work(self) -> None:
        self._is_at_work, self._done = True, self._state
        try:
            await self._read()
            for view in self._unready:
                if self._is_put_off:
                    self._done = None
                    return
                self._drawn[view.code] = self._state
                await self._main.draw_ahead(view)
                await asyncio.sleep(_BREATH)
            if not self._has_begun:
                self._has_begun = True
                gc.freeze()  # what was read and drawn will stay: to look for garbage in it would only hold up keys
        finally:
            self._is_at_work = False

    async def _read(self) -> None:
        """Read for all of them before any is drawn: what is read for one makes another plan."""
        day = self._main.view.day
        unread = [view for view in self._views if self._is_unread(view)]
        if not unread:
            return
        async with self._files:
            for view in unread:
                await asyncio.to_thread(view.need, self._session, day)
        for view in self._views:
            view.has_read(self._session.plan, self._session.clock.today(), day)
        self._main.tell_standing()


def _is_same(one: _State, other: _State | None) -> bool:
    """Compare; a plan is the same only as itself, for to compare all of its rows would take long."""
    return other is not None and one.plan is other.plan and one[1:] == other[1:]
