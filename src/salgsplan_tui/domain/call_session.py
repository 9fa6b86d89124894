"""A call session: people called one after the other, and what came of each (6.2)."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Annotated, Final, Self

from salgsplan_tui.domain.activity import Activity, Outcome
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.fields import AsTuple, Id, Moment, Value
from salgsplan_tui.domain.results import Result
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.texts import with_texts

_UNMET: Final = frozenset({Outcome.NO_ANSWER, Outcome.WRONG_PERSON})
_LONGEST_PAUSE: Final = dt.timedelta(minutes=30)
"""Who says nothing for longer has not been calling."""


class Callee(Value):
    """Somebody to call: a contact, or a customer where nobody there is known by name."""

    customer: Id
    contact: Id | None = None

    @property
    def id(self) -> str:
        """The id by which the call names them."""
        return self.contact or self.customer


class MadeCall(Value):
    """One call that was made."""

    place: int
    """Which of the people it was, counted from 0."""
    outcome: Outcome
    next: Activity | None = None
    """The next step that was agreed on."""
    customers: Annotated[tuple[Customer, ...], AsTuple] = ()
    """Those whom that step is the first to name."""
    offer: Offer | None = None
    """The offer that was sent; it is put into the plan when the session ends."""
    order: Order | None = None
    """The order that was given; as above."""

    @property
    def sale(self) -> Offer | Order | None:
        """What was offered or sold in the call."""
        return self.offer or self.order


class CallSession(Value):
    """A session as it stands: whom to call, how far it has come, and the calls that were made."""

    id: Id
    """The activity that it becomes."""
    title: str
    audience: str | None = None
    """The list in words, such as «A · not contacted for 30 days»."""
    planned: Id | None = None
    """The planned activity that it carries out, where there is one."""
    people: Annotated[tuple[Callee, ...], AsTuple] = ()
    place: int = 0
    """Whose turn it is."""
    calls: Annotated[tuple[MadeCall, ...], AsTuple] = ()
    marks: Annotated[tuple[Moment, ...], AsTuple] = ()
    """When something was done: begun, gone on with, called."""

    @property
    def current(self) -> Callee | None:
        """Whose turn it is; None when all were called."""
        return self.people[self.place] if self.place < len(self.people) else None

    @property
    def attempts(self) -> int:
        """Every call is one."""
        return len(self.calls)

    @property
    def reached(self) -> tuple[Callee, ...]:
        """Those who answered."""
        return tuple(self.people[call.place] for call in self.calls if call.outcome not in _UNMET)

    @property
    def objected(self) -> tuple[str, ...]:
        """The ids of those who want no more contact."""
        return tuple(self.people[call.place].id for call in self.calls if call.outcome is Outcome.OBJECTED)

    @property
    def unanswered(self) -> tuple[Callee, ...]:
        """Those who never answered."""
        met = {callee.id for callee in self.reached}
        missed = [self.people[call.place] for call in self.calls if call.outcome is Outcome.NO_ANSWER]
        return tuple({each.id: each for each in missed if each.id not in met}.values())

    @property
    def minutes(self) -> int:
        """The minutes that were spent calling; long pauses are left out."""
        steps = zip(self.marks, self.marks[1:], strict=False)
        spent = sum((min(later - earlier, _LONGEST_PAUSE) for earlier, later in steps), dt.timedelta())
        return max(1, round(spent / dt.timedelta(minutes=1)))

    def count(self, outcome: Outcome) -> int:
        """Return how many calls came to this."""
        return sum(call.outcome is outcome for call in self.calls)

    def with_call(
        self,
        outcome: Outcome,
        *,
        at: dt.datetime,
        step: Activity | None = None,
        customers: Iterable[Customer] = (),
        sale: Offer | Order | None = None,
    ) -> Self:
        """Return the session with the call of whose turn it was, on with the next."""
        made = MadeCall(
            place=self.place,
            outcome=outcome,
            next=step,
            customers=tuple(customers),
            offer=sale if isinstance(sale, Offer) else None,
            order=sale if isinstance(sale, Order) else None,
        )
        return self.changed_to(calls=(*self.calls, made), place=self.place + 1, marks=(*self.marks, at))

    def skipped(self) -> Self:
        """Return the session on with the next, the one whose turn it was left for the end."""
        current = self.current
        if current is None:
            return self
        return self.changed_to(people=(*self.people, current), place=self.place + 1)

    def taken_back(self) -> Self:
        """Return the session as it was before the last call."""
        if not self.calls:
            return self
        return self.changed_to(calls=self.calls[:-1], place=self.calls[-1].place)

    def without_identity(self, person: str, scrub: Callable[[str], str]) -> Self:
        """Return the session without a person who is forgotten: not to be called any more, and in no words of it.

        The calls that were made count on; who was called is only an id.
        """
        done, ahead = self.people[: self.place], self.people[self.place :]
        left = tuple(each for each in ahead if each.id != person)
        return with_texts(self.changed_to(people=(*done, *left)), scrub)

    def again(self) -> Self:
        """Return the session on with those who have not answered."""
        return self.changed_to(people=(*self.people[: self.place], *self.unanswered, *self.people[self.place :]))

    def gone_on(self, at: dt.datetime) -> Self:
        """Return the session begun, or gone on with after a pause that does not count."""
        return self.changed_to(marks=(*self.marks[:-1], at) if self.marks and not self.calls else (*self.marks, at))

    @property
    def result(self) -> Result:
        """What came of it: its outcome, counts, minutes and quantity; offers and orders count by themselves (4.1)."""
        counts = (
            ("attempts", self.attempts),
            ("reached", len(self.reached)),
            ("meetings_booked", self.count(Outcome.MEETING_BOOKED)),
            ("offers_wanted", self.count(Outcome.OFFER_WANTED)),
            ("objected", self.count(Outcome.OBJECTED)),
        )
        always = {"attempts", "reached", "meetings_booked"}
        return Result(
            self._outcome,
            counts=tuple((name, count) for name, count in counts if count or name in always),
            minutes=self.minutes,
            quantity=self.attempts,
            objected=self.objected,
        )

    @property
    def _outcome(self) -> Outcome:
        if self.count(Outcome.MEETING_BOOKED):
            return Outcome.MEETING_BOOKED
        return Outcome.REACHED if self.reached else Outcome.NO_ANSWER
