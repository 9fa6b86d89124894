"""The screen that the views are pages of: each made on its first visit, told of the plan and the time, and shown."""

import asyncio
import datetime as dt

from textual.app import ComposeResult
from textual.reactive import reactive
from textual.widget import Widget

from salgsplan_tui.domain.carry_over import left_undone
from salgsplan_tui.domain.plan import Plan, empty_plan
from salgsplan_tui.language import _
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.screens import PlannerScreen
from salgsplan_tui.tui.stopped_calls import stopped_calls
from salgsplan_tui.tui.views.day import DayView
from salgsplan_tui.tui.views.table import VIEWS
from salgsplan_tui.tui.views.view import PlannerView
from salgsplan_tui.tui.widgets.hint_bar import HintBar
from salgsplan_tui.tui.widgets.view_bar import ViewBar


class ViewsScreen(PlannerScreen[object]):
    """A screen with a bar of views, the view that is shown, and hints."""

    plan: reactive[Plan] = reactive(empty_plan, always_update=True, init=False)
    now: reactive[dt.datetime] = reactive(dt.datetime.min, init=False)
    hide: reactive[bool] = reactive(default=False, init=False)
    focused: reactive[Widget | None] = reactive(None, repaint=False)
    """As Textual has it; but what is painted here looks the same with the focus and without, and need not be anew."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk to work with."""
        super().__init__()
        self.desk = desk
        self.set_reactive(ViewsScreen.plan, desk.plan)
        self.set_reactive(ViewsScreen.now, desk.clock.now())
        self.day_view = DayView()
        self.day_view.set_up(self.plan, self.now, self.now.date(), hide=False)
        self.day_view.offers = not desk.session.was_offered(self.now.date())
        self.look_for_calls()
        self.view: PlannerView = self.day_view
        """The view that is shown."""
        self._views: dict[str, PlannerView] = {"day": self.day_view}
        self._bar = ViewBar(self.day_view.lines)
        self._mounting = asyncio.Lock()

    def compose(self) -> ComposeResult:
        """Lay out the bar, the day and the hints."""
        yield self._bar
        yield self.view
        yield HintBar(always={"plan.quick_add", "screen.help", "programme.fill", "programme.rates"})

    def on_mount(self) -> None:
        """Name the views."""
        self._name_views()

    def view_of(self, code: str | None) -> PlannerView:
        """Return a view, made on its first visit; the one that is shown where no code is given."""
        code = code or self.view.code
        if code not in self._views:
            self._views[code] = next(each for each in VIEWS if each.code == code).load()()
        return self._views[code]

    async def show_view(self, view: PlannerView, day: dt.date) -> None:
        """Show a view as it is on a day whose files were read."""
        async with self._mounting:
            view.set_up(self.desk.plan, self.now, day, hide=self.hide)
            if view is self.day_view:
                self.look_for_calls()
            before, self.view = self.view, view
            if view is not before:
                self._name_views()  # first: what is asked for last may miss the paint, and would be a paint of its own
            if not view.is_attached:
                before.display = False
                await self.mount(view, after=self._bar)
            elif view is before:
                view.show_page()
            else:
                before.display, view.display = False, True
                view.show_page()
                view.take_focus()

    async def draw_ahead(self, view: PlannerView) -> None:
        """Draw a view out of sight, as it is on the day that the one in sight stands on."""
        async with self._mounting:
            if view is self.view:
                return
            view.set_up(self.desk.plan, self.now, self.view.day, hide=self.hide)
            if view.is_attached:
                view.show_page()
            else:
                view.display = False
                await self.mount(view, after=self._bar)
            view.draw_ahead()

    async def painted(self) -> None:
        """Wait until the screen shows what it was given."""
        shown = asyncio.Event()
        self.call_after_refresh(shown.set)
        await shown.wait()

    def action_view(self, code: str) -> None:
        """Go to another view, on the day this one stands on."""
        if code != self.view.code:
            self.post_message(PlannerView.Wanted(self.view.day, code))

    def on_view_bar_picked(self, message: ViewBar.Picked) -> None:
        """Go to the view whose name was clicked."""
        self.action_view(message.code)

    def watch_plan(self, plan: Plan) -> None:
        """Show the changed plan."""
        self.view.plan = plan

    def watch_now(self, before: dt.datetime, now: dt.datetime) -> None:
        """Let time pass; a new day offers what the one before left undone."""
        if before.date() != now.date():
            self.day_view.offers = not self.desk.session.was_offered(now.date())
            self.note_offer()
            self.look_for_calls()
        self.view.now = now

    def watch_hide(self, hide: bool) -> None:  # noqa: FBT001  # Textual calls it so
        """Hide or show names and amounts."""
        self.view.hide = hide
        self._name_views()
        for each in self.query("*"):
            each.refresh()  # what it has drawn was drawn without dots, or with them

    def _name_views(self) -> None:
        self._bar.name_views(self.view.code, _("presentation mode") if self.hide else "")

    def tell_standing(self) -> None:
        """Tell on the day how the running programme stands, once what that is counted from was read."""
        from salgsplan_tui.domain.basis import running_programme  # noqa: PLC0415  # not before the first paint

        running = running_programme(self.desk.plan, self.now.date())
        period = None if running is None else (running.start, running.end)
        known = self._views["programme"].periods_read if "programme" in self._views else frozenset()
        if period in known and period != self.day_view.programme:
            self.day_view.programme = period
            self.plan = self.desk.plan

    def look_for_calls(self) -> None:
        """Offer on the day to go on with a call session that was stopped, where there is one."""
        self.day_view.calls = stopped_calls(self.desk.session, self.desk.plan)

    def note_offer(self) -> None:
        """Remember that what was left undone is offered today, where there is any."""
        now = self.desk.clock.now()
        if self.day_view.offers and left_undone(self.desk.plan, now):
            self.desk.session.note_offered(now.date())

    def end_offer(self) -> None:
        """Offer what was left undone no longer."""
        self.day_view.offers = False
        self.view.show_page()

    @property
    def standing_on(self) -> dt.date:
        """The day that the view stands on."""
        return self.view.day

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids the keys act on: the view's marked rows, else the one under its cursor."""
        return self.view.selected

    @property
    def is_hidden(self) -> bool:
        """Say whether names and amounts are hidden."""
        return self.hide
