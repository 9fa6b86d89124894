"""The part of the app that reads files: for a view, for a dialog, behind the first paint, and what others changed."""

import asyncio
import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Final

from textual import events
from textual.app import App

from salgsplan_tui.domain.errors import PlannerError, Problem
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.driver import terminal_driver
from salgsplan_tui.tui.files_wanted import FilesWanted, Need
from salgsplan_tui.tui.main_screen import MainScreen
from salgsplan_tui.tui.toasts import tell_error, tell_problems
from salgsplan_tui.tui.views.view import PlannerView

_WEEKS_AT_ONCE: Final = 13


class ReadingApp(App[int]):
    """An app whose session works in threads, one at a time, so that the screen lives on meanwhile."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk to work with."""
        super().__init__(driver_class=terminal_driver())
        self.desk = desk
        self.main = MainScreen(desk)
        self._session = desk.session
        self._files = asyncio.Lock()
        self._told: tuple[Problem, ...] = ()

    async def on_files_wanted(self, message: FilesWanted) -> None:
        """Read what is wanted, and go on."""
        if await self.reads(message.need):
            message.then()

    async def reads(self, need: Need) -> bool:
        """Read what is needed; say whether that could be done."""
        return await self._in_session(partial(need, self._session))

    async def _in_session(self, work: Callable[[], object]) -> bool:
        """Let the session work in a thread, so that the screen lives on while files are locked or slow."""
        try:
            async with self._files:
                await asyncio.to_thread(self._work, work)
        except PlannerError as error:
            tell_error(self, error)
            return False
        finally:
            self.main.plan = self._session.plan
        return True

    def _work(self, work: Callable[[], object]) -> None:
        """Do some work of the session, and what the view needs to show what came of it."""
        work()
        self.main.view.prepare(self._session.plan, self.main.now)

    async def on_planner_view_wanted(self, message: PlannerView.Wanted) -> None:
        """Read what a view needs for a day, and show it."""
        view = self.main.view_of(message.view)
        if view.is_unread(message.day):
            await self.main.show_view(view, message.day)
            await self.main.painted()
        await self._need(view, message.day)
        await self.main.show_view(view, message.day)
        if message.select is not None:
            view.go_to(message.select)
        if message.then is not None:
            await view.run_action(message.then)
        if message.opens is not None:
            view.open_found(message.opens)

    async def _need(self, view: PlannerView, day: dt.date) -> None:
        today = self._session.clock.today()
        if view.lacks(self._session.plan, today, day):
            async with self._files:
                await asyncio.to_thread(view.need, self._session, day)
            view.has_read(self._session.plan, today, day)
            self.main.tell_standing()

    def on_planner_view_more_wanted(self) -> None:
        """Read what is older, a piece at a time, so that changes need not wait for all of it."""
        self.run_worker(self._read_older(self.main.view), group="older", exclusive=True, exit_on_error=False)

    async def _read_older(self, view: PlannerView) -> None:
        older = await asyncio.to_thread(self._session.unread_weeks)
        if not older:
            return
        view.is_reading = True
        for first in range(0, len(older), _WEEKS_AT_ONCE):
            async with self._files:
                await asyncio.to_thread(self._session.need_weeks, older[first : first + _WEEKS_AT_ONCE])
        view.is_reading = False
        self.main.plan = self._session.plan

    async def on_search_actions_goals_wanted(self) -> None:
        """Read the goals of all sales plans."""
        async with self._files:
            await asyncio.to_thread(self._session.need_sales_plans)

    async def _read_behind(self) -> None:
        """Read what the first paint did without: the open service cases, and how many older rows are overdue."""
        before = self._session.plan
        async with self._files:
            await asyncio.to_thread(self._session.need_day, self.main.now.date())
        if self._session.plan is not before:
            self.main.plan = self._session.plan
        await self._count_older()

    async def _count_older(self) -> None:
        async with self._files:
            older = await asyncio.to_thread(self._session.older_overdue, self.main.now)
        if older != self.main.day_view.older and not self.main.day_view.shows_older:
            self.main.day_view.older = older
            self.main.view.show_page()

    async def _look_for_changes(self) -> None:
        if self._files.locked():
            return
        try:
            async with self._files:
                changed = await asyncio.to_thread(self._reloaded)
        except PlannerError as error:
            tell_error(self, error)
            return
        if changed:
            self.main.plan = self._session.plan
            self._tell_problems()

    def _reloaded(self) -> bool:
        changed = self._session.reload()
        if changed:
            self.main.view.prepare(self._session.plan, self.main.now)
        return changed

    async def on_app_focus(self, _event: events.AppFocus) -> None:
        """Look at the files when the person comes back from another window."""
        await self._look_for_changes()

    def _tell_problems(self) -> None:
        problems = self._session.problems
        if problems and problems != self._told:
            self._told = problems
            tell_problems(self, problems)
