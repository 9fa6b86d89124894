"""What came of it, in one key; then the next step, proposed in a line (chapter 6.2)."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from salgsplan_tui.domain.activity import Activity, Outcome
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.objecting import everyone_in
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.quick_add import Reading
from salgsplan_tui.domain.results import Result
from salgsplan_tui.domain.sales_drafts import SORTS
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.choice_list import Choice, ChoiceList
from salgsplan_tui.tui.dialogs.choose import ChooseDialog
from salgsplan_tui.tui.dialogs.item_words import amount_of, count_of, minutes_of
from salgsplan_tui.tui.dialogs.next_steps import next_step_line
from salgsplan_tui.tui.dialogs.quick_line import QuickLine
from salgsplan_tui.tui.dialogs.reading import Read
from salgsplan_tui.tui.dialogs.refusal import refused_in_words
from salgsplan_tui.tui.dialogs.tally_view import TallyView
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.record_form import RecordResult
    from salgsplan_tui.tui.sale_form import SaleForm


@dataclass(frozen=True)
class OutcomeChoice:
    """What came of it, and the next step if there is one."""

    result: Result
    """Its outcome is always set."""
    next: Reading | None = None
    next_text: str = ""
    """The next step as it was typed."""


_LETTERS: Final = {Outcome.OBJECTED: "o", Outcome.INFO_GIVEN: "i", Outcome.OTHER: "a"}
_SESSION: Final = "call_session"

SaleOf = Callable[[Outcome], "SaleForm | None"]
"""Makes the form of the offer or order that an outcome tells of; None where there is nobody whose it could be."""

_Parse = Callable[[str, Read], int]
_FIGURES: Final[dict[str, tuple[str, str, _Parse]]] = {
    "minutes": ("m", N_("Minutes"), minutes_of),
    "quantity": ("q", N_("Quantity"), count_of),
    "actual_cost": ("c", N_("Cost"), amount_of),
}


def outcome_choices() -> tuple[Choice[Outcome], ...]:
    """Return the outcomes with their keys: 1-9 and 0, then letters; each always has the same."""
    return tuple(Choice(each, labels.outcome_name(each), _LETTERS.get(each, "")) for each in Outcome)


class OutcomeDialog(PlannerModal[OutcomeChoice | None]):
    """Asks what came of an activity; of a call session it is counted call by call."""

    CSS_PATH = "outcome.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "fill('minutes')", N_("minutes"), show=False, id="outcome.minutes"),
        Binding("q", "fill('quantity')", N_("quantity"), show=False, id="outcome.quantity"),
        Binding("c", "fill('actual_cost')", N_("cost"), show=False, id="outcome.cost"),
        Binding("n", "fill('note')", N_("note"), show=False, id="outcome.note"),
        Binding("tab", "more", N_("minutes, cost, note"), id="outcome.more"),
        Binding("enter", "take_next", N_("take it"), priority=True, id="outcome.take"),
        Binding("escape", "skip_next", N_("no next step"), id="outcome.skip"),
        Binding("escape", "leave", N_("close"), id="dialog.leave"),
    ]

    def __init__(
        self, plan: Plan, activity: Activity, *, now: dt.datetime, read: Read, sale: SaleOf | None = None
    ) -> None:
        """Take the row in its plan, how to read a next step of it, and what to ask of an offer or order."""
        super().__init__()
        self._sale, self._sale_texts = sale, dict[str, str]()
        self._plan, self._activity, self._now, self._read = plan, activity, now, read
        self._is_session = activity.type == _SESSION
        self._result: Result | None = None

    def compose(self) -> ComposeResult:
        """Lay out the outcomes or the tally, the figures, and the next step that comes after."""
        with Box().entitle(_("Done: {title}").format(title=labels.title(self._plan, self._activity))):
            with Vertical(id="what"):
                if self._is_session:
                    yield TallyView(self._activity.quantity_planned)
                else:
                    yield ChoiceList(outcome_choices())
                with Horizontal():
                    for name, (key, label, _parse) in _FIGURES.items():
                        yield Static(self._label(key, _(label)))
                        yield Input(placeholder=self._planned(name), id=name, compact=True)
                with Horizontal():
                    yield Static(self._label("n", _("Note")))
                    yield Input(id="note", compact=True)
                yield Static(id="error")
            yield QuickLine(self._read, self._plan, may_be_empty=True)
            yield HintBar()

    def _label(self, key: str, words: str) -> Content:
        # The tally's own keys are letters too, so there the fields are reached with Tab alone.
        return Content(words) if self._is_session else Content.assemble((key, "bold $primary"), f" {words}")

    def _planned(self, name: str) -> str:
        planned = self._activity.minutes if name == "minutes" else self._activity.quantity_planned
        return str(planned) if planned is not None and name != "actual_cost" else ""

    def action_fill(self, name: str) -> None:
        """Go to a figure, or to the note."""
        self.query_one(f"#{name}", Input).focus()

    def on_input_submitted(self) -> None:
        """Go back from a figure to the outcomes."""
        self.query_one(TallyView if self._is_session else ChoiceList).focus()

    def on_choice_list_picked(self, message: ChoiceList.Picked[Outcome]) -> None:
        """Take the outcome; ask what was offered or ordered, or who wants no more contact where there are several."""
        question = self._sale(message.value) if self._sale is not None and message.value in SORTS else None
        if question is not None:
            self.app.push_screen(question.form(self._sale_texts), partial(self._take_sale, message.value, question))
            return
        people = self._people() if message.value is Outcome.OBJECTED else ()
        if len(people) < 2:  # noqa: PLR2004  # one person it is about
            self._finish(Result(message.value))
            return
        dialog = ChooseDialog(_("Who wants no more contact?"), (*people, Choice("", _("all of them"))))
        self.app.push_screen(dialog, self._take_objection)

    def _take_sale(self, outcome: Outcome, question: "SaleForm", result: "RecordResult | None") -> None:
        """Go on with the offer or order; what was typed stays for the next time where the form was left."""
        if result is None:
            return
        self._sale_texts = dict(result.texts)
        if result.saved:
            self._finish(Result(outcome, sale=question.made(result.values)))

    def _take_objection(self, person: str | None) -> None:
        if person is not None:
            self._finish(Result(Outcome.OBJECTED, objected=(person,) if person else ()))

    def on_tally_view_counted(self, message: TallyView.Counted) -> None:
        """Count a call; ask who wants no more contact, where the session names people."""
        view = self.query_one(TallyView)
        people = self._people() if message.call == "objected" else ()
        if not people:
            view.show(view.tally.with_call(message.call))
            return
        choices = (*people, Choice("", _("someone else")))
        dialog = ChooseDialog(_("Who wants no more contact?"), choices)
        self.app.push_screen(dialog, self._count_objection)

    def _people(self) -> tuple[Choice[str], ...]:
        found = (self._plan.contact(each) for each in everyone_in(self._plan, self._activity))
        return tuple(Choice(each[1].id, each[1].name, detail=each[0].name) for each in found if each)

    def _count_objection(self, person: str | None) -> None:
        if person is not None:
            view = self.query_one(TallyView)
            view.show(view.tally.with_call("objected", person or None))

    def on_tally_view_ended(self) -> None:
        """Take the counts; without a call there is nothing to take yet."""
        tally = self.query_one(TallyView).tally
        if tally.outcome is None:
            self.app.bell()
            return
        self._finish(Result(tally.outcome, counts=tally.counts, quantity=tally.attempts, objected=tally.objected))

    def _finish(self, result: Result) -> None:
        told = self._figures()
        if told is None:
            return
        note = self.query_one("#note", Input).value.strip() or None
        self._result = Result(**{**vars(result), **told, "note": note})
        if result.outcome is Outcome.OBJECTED:
            self._answer(None, "")
        else:
            self._ask_for_next(result.outcome or Outcome.OTHER)

    def _figures(self) -> dict[str, int] | None:
        """Return the figures that were typed; None where one is not understood, which is then shown."""
        told = {}
        for name, (_key, _label, parse) in _FIGURES.items():
            field = self.query_one(f"#{name}", Input)
            try:
                if field.value.strip():
                    told[name] = parse(field.value, self._read)
            except NotUnderstoodError as error:
                self.query_one("#error", Static).update(Content.styled(refused_in_words(error), "$text-error"))
                field.focus()
                return None
        return told

    def _ask_for_next(self, outcome: Outcome) -> None:
        line = next_step_line(self._plan, self._activity, outcome, self._now.date(), self._read)
        self.query_one(Box).entitle(_("Next step?"), labels.outcome_name(outcome))
        self.query_one("#what").display = False
        following = self.query_one(QuickLine)
        following.display = True
        following.text = line
        following.focus_line()
        self.refresh_bindings()

    def on_quick_line_taken(self, message: QuickLine.Taken) -> None:
        """Take the next step."""
        self._answer(message.reading, message.text)

    def _answer(self, step: Reading | None, text: str) -> None:
        if self._result is not None:
            self.dismiss(OutcomeChoice(self._result, step, text))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits: first the outcome, then the next step."""
        del parameters
        if action in {"take_next", "skip_next"}:
            return self._result is not None
        return self._result is None if action in {"more", "fill", "leave"} else True

    def action_more(self) -> None:
        """Go on to the figures and the note."""
        self.focus_next()

    def action_take_next(self) -> None:
        """Take the next step."""
        self.query_one(QuickLine).take()

    def action_skip_next(self) -> None:
        """Go on without a next step."""
        self._answer(None, "")

    def action_leave(self) -> None:
        """Leave it open."""
        self.dismiss(None)
