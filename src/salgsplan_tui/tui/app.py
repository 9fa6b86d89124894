"""The app: how it begins, what it looks like, and what goes on by itself while it is open."""

import asyncio
import gc
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual import events
from textual.filter import LineFilter

from salgsplan_tui.domain.customer_book import CustomerBook
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.tui.ahead import WorkAhead
from salgsplan_tui.tui.changing_app import ChangingApp
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.main_screen import MainScreen
from salgsplan_tui.tui.themes import own_themes, theme_name
from salgsplan_tui.tui.toasts import tell_refusal

_LOOK_FOR_CHANGES: Final = 2.0
_TURN_THE_CLOCK: Final = 5.0

if TYPE_CHECKING:
    from salgsplan_tui.tui.presentation import Presentation


class PlannerApp(ChangingApp):
    """salgsplan's screens over one session; it ends with an exit code."""

    CSS_PATH = "app.tcss"
    TITLE = "salgsplan"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (110, "-wide")]  # noqa: RUF012  # Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]  # noqa: RUF012  # the same

    def __init__(self, desk: Desk) -> None:
        """Take the desk to work with."""
        super().__init__(desk)
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
