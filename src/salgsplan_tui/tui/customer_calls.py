"""The call session of the customers' list: begun with who is marked or shown, gone on with, ended in one step (6.2)."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from textual.binding import Binding, BindingType

from salgsplan_tui.domain.activity import Activity, Outcome
from salgsplan_tui.domain.errors import PlannerError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _, language, ngettext
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.customer_insight import CustomerInsight
from salgsplan_tui.tui.customer_page import CustomerRow
from salgsplan_tui.tui.customer_words import filter_words
from salgsplan_tui.tui.toasts import tell_error

if TYPE_CHECKING:
    from textual.content import Content

    from salgsplan_tui.domain.call_session import Callee, CallSession
    from salgsplan_tui.domain.quick_add import Reading
    from salgsplan_tui.tui.dialogs.call_session import SessionEnd
    from salgsplan_tui.tui.sale_form import SaleForm

_SESSION: Final = "call_session"
_Answer = Literal["go_on", "end", "drop"]


class CustomerCalls(CustomerInsight):
    """A view from whose list people are called."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "call_session", N_("call session"), id="customers.call_session"),
    ]

    def action_call_session(self) -> None:
        """Begin a session, or go on with the one that was stopped."""
        from salgsplan_tui.domain.calls_made import is_ended  # noqa: PLC0415

        kept = self.desk.session.kept_calls()
        if kept is not None and not is_ended(self.plan, kept):
            self._ask_about(kept)
        else:
            self._begin()

    def _ask_about(self, kept: "CallSession") -> None:
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        called = ngettext("{count} call", "{count} calls", kept.attempts).format(count=kept.attempts)
        choices: list[Choice[_Answer]] = [Choice("go_on", _("go on with it"), detail=called)]
        if kept.calls:
            choices.append(Choice("end", _("end it with the calls that were made")))
        choices.append(Choice("drop", _("throw it away")))
        dialog = ChooseDialog(_("A call session was stopped"), choices, detail=kept.title)
        self.app.push_screen(dialog, partial(self._take_answer, kept))

    def _take_answer(self, kept: "CallSession", answer: "_Answer | None") -> None:
        if answer == "go_on":
            self._walk(kept)
        elif answer == "end":
            self._end(kept)
        elif answer == "drop":
            self._keep(None)
            self._begin()

    def _begin(self) -> None:
        """Begin with those who are marked, or all shown; who may not be called is left out."""
        rows = self.chosen if self.marked else self.page.rows
        people = [row for row in rows if row.suggestion is not None and not row.is_blocked]
        left_out = len(rows) - len(people)
        if left_out:
            words = ngettext(
                "{count} is left out: may not or should not be called.",
                "{count} are left out: may not or should not be called.",
                left_out,
            )
            self.app.notify(words.format(count=left_out), severity="warning", timeout=4, markup=False)
        if not people:
            return
        planned = self._planned()
        if not planned:
            self._start(people, None)
            return
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        choices = (
            *(Choice(row.id, labels.title(self.plan, row), detail=labels.when(row)) for row in planned),
            Choice("", _("a new session")),
        )
        dialog = ChooseDialog(_("Which activity is this?"), choices)
        self.app.push_screen(dialog, lambda identity: self._start(people, identity) if identity is not None else None)

    def _planned(self) -> tuple[Activity, ...]:
        """Return the call sessions that are overdue or planned for today."""
        today = self.now.date()
        rows = (*self.plan.overdue(self.now), *self.plan.on(today))
        found = {row.id: row for row in rows if row.type == _SESSION and row.is_open}
        return tuple(found.values())

    def _start(self, rows: list[CustomerRow], identity: str | None) -> None:
        from salgsplan_tui.domain.call_session import Callee, CallSession  # noqa: PLC0415

        people = tuple(
            Callee(
                customer=row.record.customer.id,
                contact=row.suggestion.contact.id if row.suggestion and row.suggestion.contact else None,
            )
            for row in rows
        )
        asked = filter_words(self.wanted)
        kind = self.plan.channels.type_name("phone", _SESSION, language())
        name = kind[:1].upper() + kind[1:]
        planned = self.plan.activity(identity) if identity else None
        title = planned.title if planned else f"{name}: {asked}" if asked else name
        self._walk(
            CallSession(
                id=self.desk.session.new_id(),
                title=title,
                audience=asked or None,
                planned=planned.id if planned else None,
                people=people,
            )
        )

    def _keep(self, session: "CallSession | None") -> None:
        try:
            self.desk.session.keep_calls(session)
        except PlannerError as error:
            tell_error(self, error)

    def _walk(self, session: "CallSession") -> None:
        from salgsplan_tui.tui.dialogs.call_session import CallSessionDialog  # noqa: PLC0415

        dialog = CallSessionDialog(
            self.plan,
            session,
            about=self._about,
            keep=self._keep,
            read=self._read_step,
            sale=self._sale_of,
            today=self.now.date(),
            stamp=self.desk.clock.stamp,
        )
        self.app.push_screen(dialog, self._take_end)

    def _read_step(self, text: str, call: Activity) -> "Reading":
        return self.desk.read(text, base=call)

    def _sale_of(self, session: "CallSession", outcome: Outcome) -> "SaleForm | None":
        from salgsplan_tui.tui.sale_of_outcome import sale_of_call  # noqa: PLC0415

        return sale_of_call(self.desk, session, outcome)

    def _about(self, callee: "Callee") -> "Content":
        from salgsplan_tui.tui.callee_text import callee_text  # noqa: PLC0415

        record = self.page.records.get(callee.customer)
        if record is None:
            from textual.content import Content  # noqa: PLC0415

            return Content(callee.id)
        call = Activity(id=callee.customer, channel="phone", type="call")
        approach = self.desk.session.approach(call, language())
        return callee_text(self.plan, record, callee, self.now, approach, hide=self.hide)

    def _take_end(self, end: "SessionEnd | None") -> None:
        if end is not None and end.ended:
            self._end(end.session)
        elif end is not None and not end.session.calls:
            self._keep(None)

    def _end(self, session: "CallSession") -> None:
        """Make one change of all of it, and forget the session once it is saved."""
        from salgsplan_tui.domain.calls_made import end_session, has_lost_its_offer  # noqa: PLC0415

        edit = partial(end_session, session=session, now=self.now, at=self.desk.clock.stamp())
        mentions = [*session.objected, *(each.customer for each in session.people if each.id in session.objected)]
        # A customer's offers and orders are read with what names it: an order may rest on an offer of another year.
        mentions += [call.sale.customer for call in session.calls if call.sale is not None]

        def forget(before: Plan, after: Plan) -> None:
            self._keep(None)
            self.main.tell_stopped(before, after)
            if has_lost_its_offer(after, session):
                self.main.tell("order_without_offer")

        said = Said("called", {"title": session.title, "count": 1})
        self.post_message(Change(edit, said, mentions=tuple(mentions), afterwards=forget))
