"""Asks for what a step of a service case has to be told, one thing after the other, and then takes the step."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from salgsplan_tui.domain.case_clock import resolution_due
from salgsplan_tui.domain.case_steps import News, Want, wants
from salgsplan_tui.domain.service import CaseState, EvidenceKind, ServiceCase
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.dialogs.choice_list import Choice
from salgsplan_tui.tui.service_filters import ServiceFilters
from salgsplan_tui.tui.service_words import MOODS, case_title, evidence_name, mood_name

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.record_form import RecordResult

Then = Callable[[News], None]

_KINDS: Final[tuple[EvidenceKind, ...]] = ("own_words", "nps", "order", "referral")
_QUESTIONS: Final = {
    "own_words": N_("What did the customer say?"),
    "nps": N_("Which NPS did the customer give, 9 or 10?"),
    "order": N_("Which order? Its id"),
    "referral": N_("Whom did the customer refer?"),
}


class CaseAsking(ServiceFilters):
    """A view that can ask for what a step wants to know; dialogs are loaded when they are first opened."""

    def ask_news(self, case: ServiceCase, to: CaseState, news: News, then: Then) -> None:
        """Ask for whatever is missing for a step, and go on with all of it; Esc takes no step."""
        missing = wants(self.plan, case, to, news)
        if not missing:
            then(news)
            return
        again = partial(self._with, case, to, then)
        asking: dict[Want, Callable[[], None]] = {
            "cause": partial(
                self._ask_words, case, N_("What was the cause?"), partial(self._named, again, news, "cause")
            ),
            "solution": partial(self._ask_solution, case, news, again),
            "end_mood": partial(self.ask_mood, case, news, again),
            "evidence": partial(self.ask_evidence, case, news, again),
            "reason": partial(self._ask_words, case, N_("Why?"), partial(self._named, again, news, "reason")),
        }
        asking[missing[0]]()

    def _with(self, case: ServiceCase, to: CaseState, then: Then, news: News) -> None:
        self.ask_news(case, to, news, then)

    def _named(self, then: Then, news: News, name: str, words: str) -> None:
        then(replace(news, **{name: words}))  # type: ignore[arg-type]  # cause and reason are texts

    def _ask_words(self, case: ServiceCase, question: str, then: Callable[[str], None]) -> None:
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        dialog = AskWordsDialog(_(question), detail=case_title(case, hide=self.hide))
        self.app.push_screen(dialog, lambda words: then(words) if words else None)

    def ask_words(self, case: ServiceCase, question: str, text: str, then: Callable[[str], None]) -> None:
        """Ask a question, marked for translation, with what is known already in the line."""
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        dialog = AskWordsDialog(_(question), detail=case_title(case, hide=self.hide), text=text)
        self.app.push_screen(dialog, lambda words: then(words) if words else None)

    def ask_mood(self, case: ServiceCase, news: News, then: Then) -> None:
        """Ask how the customer feels, from kjøperglede to very dissatisfied; buyer's joy has to be shown."""
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        now = case.start_mood if case.resolved is None else case.end_mood
        choices = tuple(Choice(mood, mood_name(mood), detail=_("now") if mood == now else "") for mood in MOODS)
        dialog = ChooseDialog(_("How does the customer feel now?"), choices, detail=case_title(case, hide=self.hide))
        self.app.push_screen(dialog, lambda mood: None if mood is None else then(replace(news, end_mood=mood)))

    def ask_evidence(self, case: ServiceCase, news: News, then: Then) -> None:
        """Ask what shows buyer's joy: the kind, then the words, the figure or the order."""
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        def take(kind: EvidenceKind | None) -> None:
            if kind is not None:
                self._ask_words(
                    case,
                    _QUESTIONS[kind],
                    lambda words: then(replace(news, evidence_kind=kind, evidence=words)),
                )

        choices = tuple(Choice(kind, evidence_name(kind)) for kind in _KINDS)
        self.app.push_screen(ChooseDialog(_("What shows buyer's joy?"), choices), take)

    def _ask_solution(self, case: ServiceCase, news: News, then: Then) -> None:
        """Ask what is agreed, who carries it out and by when (chapter 3.7)."""
        from salgsplan_tui.tui.case_fields import solution_fields, solution_texts  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415

        due = resolution_due(self.plan, case, self.now)
        texts = solution_texts(case, self.plan.settings.name, due, self.now.date())

        def take(result: "RecordResult | None") -> None:
            if result is None or not result.saved:
                return
            told = result.values
            promised = told.get("resolution_due")
            then(
                replace(
                    news,
                    solution=str(told["solution"]),
                    solution_by=str(told["solution_by"]) if told.get("solution_by") else None,
                    resolution_due=promised if isinstance(promised, dt.datetime) and promised != due else None,
                )
            )

        form = RecordForm(_("Solution agreed"), solution_fields(self.read_moment), texts)
        self.app.push_screen(form, take)

    def read_moment(self, text: str) -> dt.datetime:
        """Return the moment that typed words mean.

        Raises:
            NotUnderstoodError: they mean none.
        """
        raise NotImplementedError
