"""The app: it owns the plan on the screen, passes changes to the session, and says what was done."""

import asyncio
import datetime as dt
import gc
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from textual import events
from textual.app import App
from textual.filter import LineFilter

from salgsplan_tui.domain import life
from salgsplan_tui.domain.customer_book import CustomerBook
from salgsplan_tui.domain.dates import ONE_DAY
from salgsplan_tui.domain.errors import PlannerError, Problem
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.playbooks import move_run
from salgsplan_tui.language import _
from salgsplan_tui.session import Step
from salgsplan_tui.tui.ahead import WorkAhead
from salgsplan_tui.tui.change import Change, Push
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.driver import terminal_driver
from salgsplan_tui.tui.files_wanted import FilesWanted, Need
from salgsplan_tui.tui.main_screen import MainScreen
from salgsplan_tui.tui.themes import own_themes, theme_name
from salgsplan_tui.tui.toasts import tell_error, tell_problems, tell_refusal
from salgsplan_tui.tui.views.view import PlannerView

_LOOK_FOR_CHANGES: Final = 2.0
_TURN_THE_CLOCK: Final = 5.0
_WEEKS_AT_ONCE: Final = 13

if TYPE_CHECKING:
    from salgsplan_tui.tui.presentation import Presentation


class PlannerApp(App[int]):
    """salgsplan's screens over one session; it ends with an exit code."""

    CSS_PATH = "app.tcss"
    TITLE = "salgsplan"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (110, "-wide")]  # noqa: RUF012  # Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]  # noqa: RUF012  # the same

    def __init__(self, desk: Desk) -> None:
        """Take the desk to work with."""
        super().__init__(driver_class=terminal_driver())
        self.desk = desk
        self._session = desk.session
        self._files = asyncio.Lock()
        self._told: tuple[Problem, ...] = ()
        self.main = MainScreen(desk)
        self._ahead = WorkAhead(self.main, desk.session, self._files)
        self._presentation: Presentation | None = None
        self._masked: tuple[Plan, LineFilter] | None = None
        for theme in own_themes():
            self.register_theme(theme)
        self.theme = theme_name(desk.plan.settings.theme, desk.environment)

    async def on_event(self, event: events.Event) -> None:
        """Put off what is done in pauses: there is none now."""
        if isinstance(event, events.InputEvent):
            self._ahead.put_off()
        await super().on_event(event)

    def get_default_screen(self) -> MainScreen:
        """Start on the main screen."""
        return self.main

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let nothing but the program's own words be drawn in presentation mode, whichever widget draws."""
        filters = super().get_line_filters()
        return [self._mask(), *filters] if self.main.hide else filters

    def _mask(self) -> LineFilter:
        plan = self.main.plan
        if self._masked is None or self._masked[0] is not plan:
            from salgsplan_tui.tui.presentation import Presentation  # noqa: PLC0415  # few present

            if self._presentation is None:
                self._presentation = Presentation(self._session.packaged_texts(), plan)
            self._masked = plan, self._presentation.mask(plan)
        return self._masked[1]

    def _fatal_error(self) -> None:
        """Leave without a traceback: Textual's would show the plan's own data; the command line writes the report."""
        self._close_messages_no_wait()

    @property
    def failure(self) -> Exception | None:
        """What ended the app, where it did not end by itself."""
        return self._exception

    def on_mount(self) -> None:
        """Once the day is painted: own keys, the clock, other programs' changes, the welcome."""
        self.call_after_refresh(self._settle_in)

    def _settle_in(self) -> None:
        gc.enable()
        gc.freeze()
        self._use_own_keys()
        self.main.note_offer()
        self.set_interval(_TURN_THE_CLOCK, self._turn_the_clock)
        self.set_interval(_LOOK_FOR_CHANGES, self._look_for_changes)
        self.run_worker(self._read_behind(), exit_on_error=False)
        self._ahead.begin()
        if isinstance(self._session.plan.customers, CustomerBook):
            self.run_worker(asyncio.to_thread(self._know_everybody), exit_on_error=False)
        self._tell_problems()
        if self._session.is_new:
            from salgsplan_tui.tui.first_start import welcome  # noqa: PLC0415  # once in a lifetime

            welcome(self)

    def _know_everybody(self) -> None:
        """Read a large register, and find its names, before somebody writes one."""
        from salgsplan_tui.domain.quick_add.names import names_of  # noqa: PLC0415  # few registers are so large

        names_of(self._session.plan.customers, self._session.words)

    def _tell_problems(self) -> None:
        problems = self._session.problems
        if problems and problems != self._told:
            self._told = problems
            tell_problems(self, problems)

    def _use_own_keys(self) -> None:
        wanted = self.desk.plan.settings.keys
        if not wanted:
            return
        from salgsplan_tui.tui.own_keys import all_bindings, own_keys  # noqa: PLC0415  # most people have none

        keymap, problems = own_keys(wanted, all_bindings())
        self.set_keymap(keymap)
        for problem in problems:
            tell_refusal(self, problem.key, problem.values)

    def _turn_the_clock(self) -> None:
        now = self.desk.clock.now().replace(second=0, microsecond=0)
        if now != self.main.now:
            self.main.now = now

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

    async def on_files_wanted(self, message: FilesWanted) -> None:
        """Read what is wanted, and go on."""
        if await self.reads(message.need):
            message.then()

    async def reads(self, need: Need) -> bool:
        """Read what is needed; say whether that could be done."""
        return await self._in_session(partial(need, self._session))

    async def on_search_actions_goals_wanted(self) -> None:
        """Read the goals of all sales plans."""
        async with self._files:
            await asyncio.to_thread(self._session.need_sales_plans)

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

    async def on_change(self, message: Change) -> None:
        """Apply and save a change; if that fails the person gets back what they typed."""
        before: list[Plan] = []

        def save() -> None:
            if message.need is not None:
                message.need(self._session)
            if message.mentions:
                self._session.need_mentions(message.mentions)
            if message.again:
                self._session.undo()
            before.append(self._session.plan)
            self._session.change(message.edit, message.said)

        if await self._in_session(save):
            if message.select is not None:
                self.main.view.go_to(message.select)
            if message.afterwards is not None:
                message.afterwards(before[0], self._session.plan)
            self._say(Step(message.said, self.desk.clock.stamp()))
        elif message.otherwise is not None:
            message.otherwise()

    async def on_push(self, message: Push) -> None:
        """Push rows; a push right after another takes the place of it."""
        at = self.desk.clock.stamp()

        def push(plan: Plan) -> Plan:
            for identity, origin in message.origins.items():
                start = plan.activity(identity).start
                to = Placement(origin + message.days * ONE_DAY, start)
                plan = life.move(plan, identity, to, at=at, reason=message.reason, reason_text=message.reason_text)
            for run, identity in message.runs.items():
                date = plan.activity(identity).date or message.origins[identity]
                plan = move_run(plan, run, date, at=at, reason=message.reason, reason_text=message.reason_text)
            return plan

        def save() -> None:
            if message.runs:
                self._session.need_mentions(message.runs)
            if message.again:
                self._session.undo()
            if message.days:
                self._session.change(push, message.said)

        if await self._in_session(save):
            self._say(Step(message.said, at))

    async def action_undo(self) -> None:
        """Take the newest change back, from whichever program it came."""
        await self._step(self._session.undo, _("Undone: {what}"))

    async def action_redo(self) -> None:
        """Make the change that was taken back."""
        await self._step(self._session.redo, _("Done again: {what}"))

    async def _step(self, step: Callable[[], Step], words: str) -> None:
        taken: list[Step] = []
        if await self._in_session(lambda: taken.append(step())):
            self._say(taken[0], words)
            await self._count_older()

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

    def _say(self, step: Step, words: str = "{what}") -> None:
        from salgsplan_tui.language.said import said_in_words  # noqa: PLC0415  # not before the first change

        what = said_in_words(step.said.key, step.said.values)
        # In the status line, not as a toast over the page: that would cost three more layouts before all is painted.
        self.main.view.say(words.format(what=what))
