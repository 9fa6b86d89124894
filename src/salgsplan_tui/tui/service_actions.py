"""What the keys do to a service case: its next step, waiting, mood, money, cause, next activity, look back (S5-S6)."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from salgsplan_tui.domain import case_evidence, case_steps, service_edits
from salgsplan_tui.domain.case_steps import NOTHING, News
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.reflection_edits import reflection_on
from salgsplan_tui.domain.service import CaseResult, CaseState, ServiceCase
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.case_names import case_result_name
from salgsplan_tui.tui.case_forms import CaseForms
from salgsplan_tui.tui.dialogs.choice_list import Choice
from salgsplan_tui.tui.service_words import case_title

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.case_card import CaseChoice


class ServiceActions(CaseForms):
    """A view whose keys act on the service case under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "next_step", N_("next step"), id="service.step"),
        Binding("w", "wait", N_("wait, go on"), id="service.wait"),
        Binding("m", "mood", N_("mood"), id="service.mood"),
        Binding("n", "next_activity", N_("next activity"), id="service.next"),
        Binding("p", "compensate", N_("compensation"), show=False, id="service.compensation"),
        Binding("z", "cause", N_("cause"), show=False, id="service.cause"),
        Binding("v", "look_back", N_("own look back, private"), show=False, id="service.reflection"),
        Binding("b", "escalate", N_("to the leader, or back"), show=False, id="service.escalate"),
        Binding("x", "give_up", N_("close as lost or rejected"), show=False, id="service.give_up"),
        Binding("r", "reopen_case", N_("reopen"), show=False, id="service.reopen"),
        Binding("e", "edit_case", N_("edit"), show=False, id="service.edit"),
        Binding("c", "new_case", N_("new case"), show=False, id="service.new"),
        Binding("delete,backspace", "remove_case", N_("remove a mistake"), show=False, id="service.remove"),
    ]

    def action_next_step(self) -> None:
        """Take the case to its next step; what the step wants to know is asked for."""
        case = self.case
        if case is None:
            return
        if case.next_rung is None:
            self.main.tell("case_closed", title=case.title)
        else:
            self._step(case, case.next_rung, NOTHING)

    def _step(self, case: ServiceCase, to: CaseState, news: News) -> None:
        self.ask_news(case, to, news, partial(self._take, case, to))

    def _take(self, case: ServiceCase, to: CaseState, news: News) -> None:
        now, at = self._now(), self._at()
        edit = partial(case_steps.take_step, identity=case.id, to=to, news=news, when=now, now=now, at=at)
        self._change(f"case_{to.value}", case, edit)

    def action_wait(self) -> None:
        """Let the clock stand still, or run again."""
        case = self.case
        if case is not None:
            step, key = (case_steps.go_on, "case_goes_on") if case.waits else (case_steps.wait, "case_waits")
            self._beside(case, step, key)

    def action_escalate(self) -> None:
        """Raise the case to the leader, or take it back."""
        case = self.case
        if case is not None:
            is_there = case.state is CaseState.ESCALATED
            step, key = (case_steps.go_on, "case_goes_on") if is_there else (case_steps.escalate, "case_escalated")
            self._beside(case, step, key)

    def _beside(self, case: ServiceCase, step: Callable[..., Plan], key: str) -> None:
        now = self._now()
        self._change(key, case, partial(step, identity=case.id, when=now, now=now, at=self._at()), asks=False)

    def action_mood(self) -> None:
        """Note how the customer feels; buyer's joy in the end has to be shown."""
        case = self.case
        if case is not None:
            self.ask_mood(case, NOTHING, partial(self._mood_told, case))

    def _mood_told(self, case: ServiceCase, news: News) -> None:
        told = case.changed_to(end_mood=news.end_mood, evidence=None)
        if case.resolved is not None and case_evidence.lacks_evidence(self.plan, told) and news.evidence is None:
            self.ask_evidence(case, news, partial(self._mood_told, case))
            return
        edit = partial(case_steps.set_mood, identity=case.id, news=news, at=self._at())
        self._change("case_mood", case, edit, asks=False)

    def action_give_up(self) -> None:
        """Close the case without a solution: the customer is lost, or it is rejected, each with its reason."""
        case = self.case
        if case is None:
            return
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        results: tuple[CaseResult, ...] = ("rejected", "lost")
        choices = tuple(Choice(result, case_result_name(result)) for result in results)

        def take(result: CaseResult | None) -> None:
            if result is not None:
                self._step(case, CaseState.CLOSED, News(result=result))

        self.app.push_screen(ChooseDialog(_("Close without a solution?"), choices, detail=case_title(case)), take)

    def action_reopen_case(self) -> None:
        """Open a solved case again, with a reason."""
        case = self.case
        if case is None:
            return

        def take(reason: str) -> None:
            now = self._now()
            edit = partial(case_steps.reopen, identity=case.id, reason=reason, when=now, now=now, at=self._at())
            self._change("case_reopened", case, edit)

        self.ask_words(case, N_("Why is it opened again?"), "", take)

    def action_cause(self) -> None:
        """Note what the cause was."""
        case = self.case
        if case is not None:

            def take(cause: str) -> None:
                edit = partial(service_edits.change_case, identity=case.id, at=self._at(), cause=cause)
                self._change("case_edited", case, edit, asks=False)

            self.ask_words(case, N_("What was the cause?"), case.cause or "", take)

    def action_next_activity(self) -> None:
        """Plan what is done next in the case."""
        if self.case is not None:
            self.plan_next(self.case)

    def action_remove_case(self) -> None:
        """Take a case out that was put in by mistake; undo brings it back."""
        case = self.case
        if case is not None:
            edit = partial(service_edits.remove_case, identity=case.id, at=self._at())
            self._change("case_removed", case, edit, asks=False)

    def open_card(self, identity: str) -> None:
        """Show everything about a case, and go on from there."""
        from salgsplan_tui.tui.dialogs.case_card import CaseCardDialog  # noqa: PLC0415
        from salgsplan_tui.tui.service_card import CaseCard  # noqa: PLC0415

        case = self.plan.cases.get(identity)
        if case is None:
            return
        told = reflection_on(self.desk.plan, identity)
        card = CaseCard(self.desk.plan, case, self.now, self.desk.session.claim_deadlines, told)
        self.app.push_screen(CaseCardDialog(card), self._go_on)

    def _go_on(self, choice: "CaseChoice | None") -> None:
        if choice is None:
            return
        if choice.action is not None:
            self.call_later(self.run_action, choice.action)
        elif choice.target is not None:
            self.main.open_details(self.desk.plan.activity(choice.target.id))
