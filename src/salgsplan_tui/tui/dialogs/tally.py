"""Counting a call session, one key a call (chapter 6.2)."""

from dataclasses import dataclass, replace
from typing import Final, Literal, Self, get_args

from salgsplan_tui.domain.activity import Outcome

Call = Literal["attempt", "reached", "meeting", "objected"]
"""How one call went: nobody answered, somebody was reached, a meeting was booked, no more contact is wanted."""

CALLS: Final[tuple[Call, ...]] = get_args(Call)


@dataclass(frozen=True)
class Tally:
    """The calls of a session, in order."""

    calls: tuple[tuple[Call, str | None], ...] = ()
    """How each went, and whom it was with where that is known."""

    def with_call(self, call: Call, person: str | None = None) -> Self:
        """Return the tally with one call more."""
        return replace(self, calls=(*self.calls, (call, person)))

    def without_last(self) -> Self:
        """Return the tally as it was before the last call."""
        return replace(self, calls=self.calls[:-1])

    def count(self, call: Call) -> int:
        """Return how many calls went so."""
        return sum(each == call for each, _person in self.calls)

    @property
    def attempts(self) -> int:
        """Every call is one."""
        return len(self.calls)

    @property
    def reached(self) -> int:
        """Whoever booked a meeting or wants no more contact was reached."""
        return self.attempts - self.count("attempt")

    @property
    def objected(self) -> tuple[str, ...]:
        """The ids of those who want no more contact, as far as they are known."""
        return tuple(person for call, person in self.calls if call == "objected" and person is not None)

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """The counts that are stored; the attempts are the session's quantity."""
        meetings, objected = self.count("meeting"), self.count("objected")
        found = (("reached", self.reached), ("meetings_booked", meetings), ("objected", objected))
        return tuple((name, count) for name, count in found if count or name != "objected")

    @property
    def outcome(self) -> Outcome | None:
        """What the session came to as a whole; None where nobody was called."""
        if not self.calls:
            return None
        if self.count("meeting"):
            return Outcome.MEETING_BOOKED
        return Outcome.REACHED if self.reached else Outcome.NO_ANSWER
