"""The main screen: the keys that are the same everywhere, and what opens from any view."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from salgsplan_tui.domain.life import let_older_go
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _
from salgsplan_tui.session import Session
from salgsplan_tui.tui.adding_actions import AddingActions
from salgsplan_tui.tui.answer_actions import AnswerActions
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.day_off_actions import DayOffActions
from salgsplan_tui.tui.files_wanted import FilesWanted
from salgsplan_tui.tui.playbook_actions import PlaybookActions
from salgsplan_tui.tui.review_actions import ReviewActions
from salgsplan_tui.tui.settings_actions import SettingsActions
from salgsplan_tui.tui.views.table import VIEWS
from salgsplan_tui.tui.views.view import PlannerView
from salgsplan_tui.tui.views_screen import ViewsScreen
from salgsplan_tui.tui.week_actions import WeekActions
from salgsplan_tui.tui.widgets.line_list import LineList


class MainScreen(
    ViewsScreen,
    AddingActions,
    DayOffActions,
    WeekActions,
    AnswerActions,
    PlaybookActions,
    ReviewActions,
    SettingsActions,
):
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
        Binding("O", "month_review", N_("review of the month"), show=False, id="plan.month_review"),
        Binding("Q", "quarter_review", N_("review of the quarter"), show=False, id="plan.quarter_review"),
        Binding("f12", "settings", N_("settings"), show=False, id="plan.settings"),
        Binding("u", "app.undo", N_("undo"), id="plan.undo"),
        Binding("U,ctrl+r", "app.redo", N_("redo"), show=False, id="plan.redo"),
        Binding("slash,ctrl+f", "search", N_("search"), id="screen.search"),
        Binding("question_mark,f1", "help", N_("help"), id="screen.help"),
        Binding("colon,ctrl+p", "palette", N_("all commands"), show=False, id="screen.palette"),
        Binding("f9,asterisk", "presentation", N_("presentation mode"), show=False, id="screen.presentation"),
        Binding("q,ctrl+q", "app.quit", N_("quit"), id="screen.quit"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out the keys that mean nothing in the view that is shown."""
        del parameters
        if action == "go_on_calling":
            return self.desk.session.has_kept_calls
        return self.view.allows(action)

    def action_go_on_calling(self) -> None:
        """Go to the customers, and ask what becomes of the call session that was stopped."""
        self.post_message(PlannerView.Wanted(self.view.day, "customers", then="call_session"))

    def action_open(self) -> None:
        """Open what the cursor stands on: a row, free time, or older overdue rows."""
        target = self.view.target
        if target is not None and target.kind == "gap":
            self.open_quick_add(self.time_words(target.id))
        elif target is not None and target.kind == "left":
            self.action_carry_over()
        elif target is not None and target.kind == "calls":
            self.action_go_on_calling()
        elif target is not None and target.kind == "review":
            self.want_review(target.id)
        elif target is not None and target.kind == "must_dos":
            self._open_must_dos()
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

    def _open_must_dos(self) -> None:
        if self.hide:
            self.tell("presentation_hides")
        else:
            self.action_must_dos()

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

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Open the row that was double clicked, or plan in the free time that was clicked."""
        message.stop()
        self._open_clicked()

    def on_planner_view_opened(self) -> None:
        """Open what was clicked."""
        self._open_clicked()

    def _open_clicked(self) -> None:
        """Open as Enter does, in the app's name: what a view asks for in this screen's own would not go beyond it."""
        self.app.call_next(self.action_open)

    def action_presentation(self) -> None:
        """Hide or show names and amounts."""
        self.hide = not self.hide

    def action_settings(self) -> None:
        """Open the form of the settings."""
        if self.hide:
            self.tell("presentation_hides")
        else:
            self.open_settings()

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
