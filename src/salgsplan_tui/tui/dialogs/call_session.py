"""A call session: one person after the other with number, last contact and open offer; one key a call (chapter 6.2)."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from salgsplan_tui.domain.activity import Activity, Outcome, State
from salgsplan_tui.domain.call_session import Callee, CallSession
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.quick_add import Reading
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.sales_drafts import SORTS
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.calls_so_far import calls_so_far
from salgsplan_tui.tui.dialogs.next_steps import next_step_line
from salgsplan_tui.tui.dialogs.quick_line import QuickLine
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.record_form import RecordResult
    from salgsplan_tui.tui.sale_form import SaleForm

_WITH_STEP: Final = frozenset({Outcome.MEETING_BOOKED, Outcome.CALL_BACK, Outcome.OFFER_WANTED, *SORTS})
"""The outcomes after which a next step is proposed in a line."""

ReadFor = Callable[[str, Activity], Reading]
"""Reads a next step for a call that was made to somebody."""
SaleOf = Callable[[CallSession, Outcome], "SaleForm | None"]
"""Makes the form of what was offered or sold to whose turn it is; None where that customer is gone."""


@dataclass(frozen=True)
class SessionEnd:
    """How a session was left: ended, or only stopped for now."""

    session: CallSession
    ended: bool


class _Asked(NamedTuple):
    """What a next step is asked for after."""

    outcome: Outcome
    sale: Offer | Order | None


class CallSessionDialog(PlannerModal[SessionEnd]):
    """Walks the people one by one; every key is kept at once."""

    DEFAULT_CSS = """
    CallSessionDialog { align: center middle; }
    CallSessionDialog Box { width: 100%; max-width: 100; height: 100%; max-height: 40; }
    CallSessionDialog VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    CallSessionDialog #person { height: auto; }
    CallSessionDialog #tally { height: auto; margin-top: 1; }
    CallSessionDialog QuickLine { display: none; }
    CallSessionDialog HintBar { height: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "call('reached')", N_("reached"), id="session.reached"),
        Binding("plus", "call('no_answer')", N_("no answer"), id="session.no_answer"),
        Binding("m", "call('meeting_booked')", N_("meeting"), id="session.meeting"),
        Binding("b", "call('call_back')", N_("call back"), id="session.call_back"),
        Binding("t", "call('offer_wanted')", N_("offer wanted"), id="session.offer"),
        # The keys that these have in the list of outcomes.
        Binding("6", "call('offer_sent')", N_("offer sent"), id="session.offer_sent"),
        Binding("7", "call('order')", N_("order"), id="session.order"),
        Binding("x", "call('no')", N_("no"), id="session.no"),
        Binding("o", "call('objected')", N_("no contact"), id="session.objected"),
        Binding("h", "skip", N_("skip"), id="session.skip"),
        Binding("minus,backspace", "take_back", N_("take back"), show=False, id="session.take_back"),
        Binding("g", "again", N_("those without answer again"), id="session.again"),
        Binding("enter", "end", N_("end"), id="session.end"),
        Binding("enter", "take_next", N_("take it"), priority=True, id="session.take_next"),
        Binding("escape", "skip_next", N_("no next step"), id="session.skip_next"),
        Binding("escape", "stop", N_("stop for now"), id="session.stop"),
    ]

    def __init__(  # noqa: PLR0913  # what a session is walked with
        self,
        plan: Plan,
        session: CallSession,
        *,
        about: Callable[[Callee], Content],
        keep: Callable[[CallSession], None],
        read: ReadFor,
        sale: SaleOf,
        today: dt.date,
        stamp: Callable[[], dt.datetime],
    ) -> None:
        """Take the session, how to tell of a person, how to keep each call, and how to read what follows."""
        super().__init__()
        self._plan, self.session, self._about, self._keep = plan, session, about, keep
        self._read, self._sale, self._today, self._stamp = read, sale, today, stamp
        self._asked: _Asked | None = None
        self._sale_texts = dict[tuple[int, Outcome], Mapping[str, str]]()

    def compose(self) -> ComposeResult:
        """Lay out the person, the tally, and the line of a next step."""
        with Box().entitle(self.session.title):
            with VerticalScroll():
                yield Static(id="person")
            yield Static(id="tally")
            yield QuickLine(self._read_step, self._plan, may_be_empty=True)
            yield HintBar()

    def on_mount(self) -> None:
        """Begin, or go on after a pause."""
        self._set(self.session.gone_on(self._stamp()))
        self.query_one(VerticalScroll).focus()

    def _set(self, session: CallSession) -> None:
        """Keep the session as it is now, and show it."""
        self.session = session
        self._keep(session)
        self._show()

    def _show(self) -> None:
        session, current = self.session, self.session.current
        number = min(session.place + 1, len(session.people))
        where = _("{number} of {count}").format(number=number, count=len(session.people))
        self.query_one(Box).entitle(session.title, where)
        person = self._about(current) if current is not None else self._over()
        self.query_one("#person", Static).update(person)
        self.query_one("#tally", Static).update(calls_so_far(session))
        self.refresh_bindings()

    def _over(self) -> Content:
        lines = [_("Everybody was called. Enter ends the session.")]
        missed = len(self.session.unanswered)
        if missed:
            words = ngettext(
                "{count} did not answer; g calls them again.", "{count} did not answer; g calls them again.", missed
            )
            lines.append(words.format(count=missed))
        return Content("\n".join(lines))

    def action_call(self, code: str) -> None:
        """Note how the call went; where something follows, propose it in a line."""
        current, outcome = self.session.current, Outcome(code)
        if current is None:
            return
        if outcome not in _WITH_STEP:
            self._set(self.session.with_call(outcome, at=self._stamp()))
            return
        form = self._sale(self.session, outcome) if outcome in SORTS else None
        if form is None:  # there is nothing to fill in
            self._ask_for_next(outcome, current)
        else:
            texts = self._sale_texts.get((self.session.place, outcome))
            self.app.push_screen(form.form(texts), partial(self._take_sale, outcome, current, form))

    def _take_sale(self, outcome: Outcome, callee: Callee, form: "SaleForm", result: "RecordResult | None") -> None:
        """Go on with what was offered or sold; what was typed stays for the next time, left or taken back."""
        if result is None:
            return
        self._sale_texts[self.session.place, outcome] = dict(result.texts)
        if not result.saved:
            return
        sale = form.made(result.values)
        # It is kept at once: a kill while the next step is asked for costs that step at most.
        self._keep(self.session.with_call(outcome, at=self._stamp(), sale=sale))
        self._ask_for_next(outcome, callee, sale)

    def _ask_for_next(self, outcome: Outcome, callee: Callee, sale: Offer | Order | None = None) -> None:
        call = self._call_to(callee)
        self._asked = _Asked(outcome, sale)
        line = self.query_one(QuickLine)
        line.display = True
        line.text = next_step_line(self._plan, call, outcome, self._today, partial(self._read_for, call))
        line.focus_line()
        self.refresh_bindings()

    def _call_to(self, callee: Callee) -> Activity:
        """Return the call as an activity, so that a next step is read as following it."""
        return Activity(
            id=self.session.id,
            title=_("call"),
            channel="phone",
            type="call",
            state=State.PLANNED,
            date=self._today,
            customers=(callee.customer,),
            contacts=() if callee.contact is None else (callee.contact,),
        )

    def _read_for(self, call: Activity, text: str) -> Reading:
        reading = self._read(text, call)
        if reading.series is not None:
            raise NotUnderstoodError("cannot_repeat")
        return reading

    def _read_step(self, text: str) -> Reading:
        current = self.session.current or self.session.people[-1]
        return self._read_for(self._call_to(current), text)

    def on_quick_line_taken(self, message: QuickLine.Taken) -> None:
        """Note the call with its next step."""
        self._note(message.reading)

    def action_take_next(self) -> None:
        """Take the line."""
        self.query_one(QuickLine).take()

    def action_skip_next(self) -> None:
        """Note the call without a next step."""
        self._note(None)

    def _note(self, reading: Reading | None) -> None:
        if self._asked is None:
            return
        asked, self._asked = self._asked, None
        self.query_one(QuickLine).display = False
        self.query_one(VerticalScroll).focus()
        step = None if reading is None else reading.activity
        customers = () if reading is None else reading.customers
        at = self._stamp()
        self._set(self.session.with_call(asked.outcome, at=at, step=step, customers=customers, sale=asked.sale))

    def action_skip(self) -> None:
        """Leave whose turn it is for the end."""
        self._set(self.session.skipped())

    def action_take_back(self) -> None:
        """Take the last call back."""
        self._set(self.session.taken_back())

    def action_again(self) -> None:
        """Call those again who have not answered."""
        self._set(self.session.again())

    def action_end(self) -> None:
        """End the session with the calls that were made."""
        if self.session.calls:
            self.dismiss(SessionEnd(self.session, ended=True))
        else:
            self.app.bell()

    def action_stop(self) -> None:
        """Stop for now; it can be gone on with."""
        self.dismiss(SessionEnd(self.session, ended=False))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits: a call, or the step after it."""
        del parameters
        asking, is_over = self._asked is not None, self.session.current is None
        if action in {"take_next", "skip_next"}:
            return asking
        if action in {"call", "skip"}:
            return not asking and not is_over
        if action == "again":
            return not asking and is_over and bool(self.session.unanswered)
        return not asking if action in {"take_back", "end", "stop"} else True
