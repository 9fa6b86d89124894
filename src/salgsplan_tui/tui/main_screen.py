"""The main screen: the bar of views, the view, the hints; and the keys that are the same everywhere."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.plan import Plan, empty_plan
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.activity_actions import ActivityActions, said
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.views.day import DayView
from salgsplan_tui.tui.widgets.drawn_lines import StillLines
from salgsplan_tui.tui.widgets.hint_bar import HintBar
from salgsplan_tui.tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.quick_add import QuickAddResult


class View(NamedTuple):
    """A page of the main screen: its key, its name, and its short name at 80 columns."""

    key: str
    name: str
    short: str


VIEWS: Final = (View("1", N_("Day"), N_("Day")),)
"""The views that exist, in the order of their keys."""


class MainScreen(ActivityActions):
    """The one screen that dialogs open over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "quick_add", N_("new"), id="plan.quick_add"),
        Binding("n", "form", N_("new in the form"), show=False, id="plan.form"),
        Binding("u", "app.undo", N_("undo"), id="plan.undo"),
        Binding("U,ctrl+r", "app.redo", N_("redo"), show=False, id="plan.redo"),
        Binding("question_mark,f1", "help", N_("help"), id="screen.help"),
        Binding("colon,ctrl+p", "palette", N_("all commands"), show=False, id="screen.palette"),
        Binding("f9,asterisk", "presentation", N_("presentation mode"), show=False, id="screen.presentation"),
        Binding("q,ctrl+q", "app.quit", N_("quit"), id="screen.quit"),
    ]

    plan: reactive[Plan] = reactive(empty_plan, always_update=True, init=False)
    now: reactive[dt.datetime] = reactive(dt.datetime.min, init=False)
    hide: reactive[bool] = reactive(default=False, init=False)

    def __init__(self, desk: Desk) -> None:
        """Take the desk to work with."""
        super().__init__()
        self.desk = desk
        self.set_reactive(MainScreen.plan, desk.plan)
        self.set_reactive(MainScreen.now, desk.clock.now())
        self._draft = ""
        self.view = DayView(self.plan, self.now)
        """The view that is shown."""
        self._bar = StillLines(self.view.lines, id="views")

    def compose(self) -> ComposeResult:
        """Lay out the bar, the day and the hints."""
        yield self._bar
        yield self.view
        yield HintBar()

    def on_mount(self) -> None:
        """Name the views."""
        self._bar.show((self._views(),))

    def watch_plan(self, plan: Plan) -> None:
        """Show the changed plan."""
        self.view.plan = plan

    def watch_now(self, now: dt.datetime) -> None:
        """Let time pass."""
        self.view.now = now

    def watch_hide(self, hide: bool) -> None:  # noqa: FBT001  # Textual calls it so
        """Hide or show names and amounts."""
        self.view.hide = hide
        self._bar.show((self._views(),))

    def _views(self) -> Line:
        names = [Part(f"  {view.key} {_(view.name)}", "figure") for view in VIEWS]
        mode = (Part(_("presentation mode") + " ", "now"),) if self.hide else ()
        return Line((Part(" Salgsplan ", "heading"), *names), mode)

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids the keys act on: the view's marked rows, else the one under its cursor."""
        return self.view.selected

    def action_open(self) -> None:
        """Open what the cursor stands on: a row, free time, or older overdue rows."""
        target = self.view.target
        if target is not None and target.kind == "gap":
            self.open_quick_add(self._time_words(target.id))
        elif target is not None and target.kind == "older":
            self.app.run_worker(self.app.read_everything())  # type: ignore[attr-defined]  # PlannerApp's own
        elif self.hide:
            self.tell("presentation_hides")
        else:
            super().action_open()

    def _time_words(self, start: str) -> str:
        day = "" if self.view.day == self.now.date() else f"{self.view.day.isoformat()} "
        at = _("at")
        return f"{day}{at} {start} "

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Open the row that was double clicked, or plan in the free time that was clicked."""
        message.stop()
        self.action_open()

    def action_quick_add(self) -> None:
        """Open the line for a new activity, with what was left in it the last time."""
        self.open_quick_add(self._draft)

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
        self.post_message(Change(edit, words, otherwise=again, select=reading.activity.id))

    def action_form(self) -> None:
        """Open an empty form on the day shown."""
        new = Activity(id=self.desk.session.new_id(), date=self.view.day, state=State.PLANNED, outcome_counts={})
        self.open_form(new, is_new=True)

    def action_presentation(self) -> None:
        """Hide or show names and amounts."""
        self.hide = not self.hide

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from salgsplan_tui.tui.dialogs.help import HelpDialog, key_help  # noqa: PLC0415

        self.app.push_screen(HelpDialog(_("Keys of the day"), key_help(self)))

    def action_palette(self) -> None:
        """Show every command by name."""
        from salgsplan_tui.tui.commands import commands  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.palette import PaletteDialog  # noqa: PLC0415

        self.app.push_screen(PaletteDialog(commands(self)), self._run)

    async def _run(self, command: str | None) -> None:
        if command is not None:
            await self.run_action(command)
