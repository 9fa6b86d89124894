"""The main screen: the bar of views, the view, the hints; and the keys that are the same everywhere."""

import asyncio
import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widget import Widget

from salgsplan_tui.domain.activity import Activity, CostItem, State
from salgsplan_tui.domain.carry_over import left_undone
from salgsplan_tui.domain.life import let_older_go
from salgsplan_tui.domain.material import with_usual_material
from salgsplan_tui.domain.plan import Plan, empty_plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _
from salgsplan_tui.session import Session
from salgsplan_tui.tui.answer_actions import AnswerActions
from salgsplan_tui.tui.change import Change, said
from salgsplan_tui.tui.day_off_actions import DayOffActions
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.files_wanted import FilesWanted
from salgsplan_tui.tui.playbook_actions import PlaybookActions
from salgsplan_tui.tui.review_actions import ReviewActions
from salgsplan_tui.tui.stopped_calls import stopped_calls
from salgsplan_tui.tui.views.day import DayView
from salgsplan_tui.tui.views.table import VIEWS
from salgsplan_tui.tui.views.view import PlannerView
from salgsplan_tui.tui.week_actions import WeekActions
from salgsplan_tui.tui.widgets.hint_bar import HintBar
from salgsplan_tui.tui.widgets.line_list import LineList
from salgsplan_tui.tui.widgets.view_bar import ViewBar

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.picker import Picked
    from salgsplan_tui.tui.dialogs.quick_add import QuickAddResult


class MainScreen(DayOffActions, WeekActions, AnswerActions, PlaybookActions, ReviewActions):
    """The one screen that dialogs open over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(view.key, f"view('{view.code}')", view.name, show=False, id=f"view.{view.code}") for view in VIEWS),
        Binding("a", "quick_add", N_("new"), id="plan.quick_add"),
        Binding("n", "form", N_("new: pick channel and type, then the form"), show=False, id="plan.form"),
        Binding("b", "carry_over", N_("go through what was left undone"), show=False, id="plan.carry_over"),
        Binding("B", "end_day", N_("finished for today"), show=False, id="plan.end_day"),
        Binding("f2", "go_on_calling", N_("go on with the stopped call session"), show=False, id="plan.calls"),
        Binding("s", "ill", N_("ill that day"), show=False, id="plan.ill"),
        Binding("0,f4", "leave", N_("day off, or at work after all"), show=False, id="plan.leave"),
        Binding("f5", "playbook", N_("a chain of activities"), show=False, id="plan.playbook"),
        Binding("R,f6", "review", N_("review of the week"), show=False, id="plan.review"),
        Binding("u", "app.undo", N_("undo"), id="plan.undo"),
        Binding("U,ctrl+r", "app.redo", N_("redo"), show=False, id="plan.redo"),
        Binding("slash,ctrl+f", "search", N_("search"), id="screen.search"),
        Binding("question_mark,f1", "help", N_("help"), id="screen.help"),
        Binding("colon,ctrl+p", "palette", N_("all commands"), show=False, id="screen.palette"),
        Binding("f9,asterisk", "presentation", N_("presentation mode"), show=False, id="screen.presentation"),
        Binding("q,ctrl+q", "app.quit", N_("quit"), id="screen.quit"),
    ]

    plan: reactive[Plan] = reactive(empty_plan, always_update=True, init=False)
    now: reactive[dt.datetime] = reactive(dt.datetime.min, init=False)
    hide: reactive[bool] = reactive(default=False, init=False)
    focused: reactive[Widget | None] = reactive(None, repaint=False)
    """As Textual has it; but what is painted here looks the same with the focus and without, and need not be anew."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk to work with."""
        super().__init__()
        self.desk = desk
        self.set_reactive(MainScreen.plan, desk.plan)
        self.set_reactive(MainScreen.now, desk.clock.now())
        self._draft = ""
        self._channel_drafts: dict[str, dict[str, str]] = {}
        """What was typed of channels of one's own in forms that were left."""
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

    def tell_standing(self) -> None:
        """Tell on the day how the running programme stands, once what that is counted from was read."""
        from salgsplan_tui.domain.basis import running_programme  # noqa: PLC0415  # not before the first paint

        running = running_programme(self.desk.plan, self.now.date())
        period = None if running is None else (running.start, running.end)
        known = self._views["programme"].periods_read if "programme" in self._views else frozenset()
        if period in known and period != self.day_view.programme:
            self.day_view.programme = period
            self.plan = self.desk.plan

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out the keys that mean nothing in the view that is shown."""
        del parameters
        if action == "go_on_calling":
            return self.desk.session.has_kept_calls
        return self.view.allows(action)

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

    def look_for_calls(self) -> None:
        """Offer on the day to go on with a call session that was stopped, where there is one."""
        self.day_view.calls = stopped_calls(self.desk.session, self.desk.plan)

    def action_go_on_calling(self) -> None:
        """Go to the customers, and ask what becomes of the call session that was stopped."""
        self.post_message(PlannerView.Wanted(self.view.day, "customers", then="call_session"))

    def note_offer(self) -> None:
        """Remember that what was left undone is offered today, where there is any."""
        now = self.desk.clock.now()
        if self.day_view.offers and left_undone(self.desk.plan, now):
            self.desk.session.note_offered(now.date())

    def watch_hide(self, hide: bool) -> None:  # noqa: FBT001  # Textual calls it so
        """Hide or show names and amounts."""
        self.view.hide = hide
        self._name_views()
        for each in self.query("*"):
            each.refresh()  # what it has drawn was drawn without dots, or with them

    def _name_views(self) -> None:
        self._bar.name_views(self.view.code, _("presentation mode") if self.hide else "")

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids the keys act on: the view's marked rows, else the one under its cursor."""
        return self.view.selected

    def action_open(self) -> None:
        """Open what the cursor stands on: a row, free time, or older overdue rows."""
        target = self.view.target
        if target is not None and target.kind == "gap":
            self.open_quick_add(self._time_words(target.id))
        elif target is not None and target.kind == "left":
            self.action_carry_over()
        elif target is not None and target.kind == "calls":
            self.action_go_on_calling()
        elif target is not None and target.kind == "older":
            self.post_message(FilesWanted(Session.need_all, self._show_older))
        elif target is not None and target.kind == "case" and self.view.code != "service":
            self.post_message(PlannerView.Wanted(self.view.day, "service", opens=target.id))
        elif self.view.open_target():
            return
        elif self.hide and self.selected:
            self.tell("presentation_hides")
        else:
            super().action_open()

    def action_skip(self) -> None:
        """Settle that it was not done; on the count of older overdue rows, of all of them at once."""
        target = self.view.target
        if target is not None and target.kind == "older" and not self.selected:
            self._let_older_go()
        else:
            super().action_skip()

    def _show_older(self) -> None:
        """Show every overdue row, now that all weeks were read."""
        self.day_view.older, self.day_view.shows_older = 0, True
        self.view.show_page()

    def _let_older_go(self) -> None:
        """Settle the overdue rows that are only counted: they were not done, and will not be."""
        now, at, session = self.now, self.desk.clock.stamp(), self.desk.session

        def edit(plan: Plan) -> Plan:
            return let_older_go(plan, now=now, since=session.told_since(now), at=at)

        def show(_before: Plan, _after: Plan) -> None:
            self.day_view.older = 0
            self.view.show_page()

        words = Said("older_let_go", {"count": self.day_view.older})
        self.post_message(Change(edit, words, need=Session.need_all, afterwards=show))

    def _time_words(self, start: str) -> str:
        day = "" if self.view.day == self.now.date() else f"{self.view.day.isoformat()} "
        at = _("at")
        return f"{day}{at} {start} "

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Open the row that was double clicked, or plan in the free time that was clicked."""
        message.stop()
        self.action_open()

    def on_planner_view_opened(self) -> None:
        """Open what was clicked."""
        self.action_open()

    def action_quick_add(self) -> None:
        """Open the line for a new activity, with what was left in it the last time."""
        self.open_quick_add(self._draft or self.view.new_words)

    def open_quick_add(self, text: str) -> None:
        """Open the line for a new activity with this text in it."""
        from salgsplan_tui.tui.dialogs.quick_add import QuickAddDialog  # noqa: PLC0415

        read = partial(self.desk.read, day=self.view.day)
        self.app.push_screen(QuickAddDialog(read, self.desk.plan, text), self._take_line)

    def _take_line(self, result: "QuickAddResult | None") -> None:
        if result is None:
            return
        from salgsplan_tui.domain.taking import take  # noqa: PLC0415  # it loads quick add

        reading, self._draft = result.reading, result.text
        if reading is None:
            return
        at, now = self.desk.clock.stamp(), self.desk.clock.now()
        self._draft = ""
        key = "logged" if reading.result is not None else "added_series" if reading.series is not None else "added"
        again = partial(self.open_quick_add, result.text)
        edit = partial(take, reading=reading, now=now, at=at)
        words = said(key, (reading.activity,))
        self.post_message(
            Change(
                edit,
                words,
                otherwise=again,
                select=reading.activity.id,
                mentions=self.mentions(reading.result, (reading.activity,)),
                afterwards=None if reading.result is None else self.tell_stopped,
            )
        )

    @property
    def standing_on(self) -> dt.date:
        """The day that the view stands on."""
        return self.view.day

    def end_offer(self) -> None:
        """Offer what was left undone no longer."""
        self.day_view.offers = False
        self.view.show_page()

    @property
    def is_hidden(self) -> bool:
        """Say whether names and amounts are hidden."""
        return self.hide

    def action_form(self) -> None:
        """Pick a channel and a kind of activity; the form is filled from it."""
        from salgsplan_tui.tui.picking import Picking  # noqa: PLC0415

        picking = Picking(self, self._fill_form, drafts=self._channel_drafts)
        picking.ask()  # at once, so that what is typed next goes there
        self.post_message(FilesWanted(picking.need_results, picking.tell_results))

    def _fill_form(self, picked: "Picked") -> None:
        from salgsplan_tui.domain.budget_lines import with_usual_lines  # noqa: PLC0415  # not to look at a day

        customers, contacts = self.view.new_people
        new = Activity(
            id=self.desk.session.new_id(),
            date=self.view.day,
            state=State.PLANNED,
            channel=picked.channel.code,
            type=picked.type.code,
            kind=picked.type.kind,
            purpose=picked.type.purpose,
            minutes=picked.type.minutes,
            unit=picked.type.unit,
            approach=self.desk.usual_approach(picked.channel.code, picked.type.code) or None,
            costs=tuple(CostItem(kind=cost.kind, planned=cost.low) for cost in picked.type.costs if cost.low),
            customers=customers,
            contacts=contacts,
            outcome_counts={},
        )
        new = new.changed_to(costs=with_usual_lines(self.desk.plan, new, self.now.date()))
        self.open_form(with_usual_material(self.desk.plan, new, self.now.date()), is_new=True)

    def action_presentation(self) -> None:
        """Hide or show names and amounts."""
        self.hide = not self.hide

    def action_help(self) -> None:
        """Show the keys of the view that is shown."""
        from salgsplan_tui.tui.dialogs.help import HelpDialog, key_help, law_words  # noqa: PLC0415

        entry = next(each for each in VIEWS if each.code == self.view.code)
        about = _(entry.about) if entry.about else ""
        law = law_words(self.desk.session.rules_checked)
        self.app.push_screen(HelpDialog(_(entry.keys), key_help(self), about=about, law=law))

    def action_palette(self) -> None:
        """Show every command by name."""
        from salgsplan_tui.tui.commands import commands  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.palette import PaletteDialog  # noqa: PLC0415

        self.app.push_screen(PaletteDialog(commands(self)), self._run)

    async def _run(self, command: str | None) -> None:
        if command is not None:
            await self.run_action(command)
