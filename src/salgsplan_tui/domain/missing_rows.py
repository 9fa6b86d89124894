"""What the funnel misses in the plan, as rows of a week that can be added as they are (chapter 4.2)."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from math import ceil
from typing import Final, Literal, NamedTuple

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.fit import minutes_per_call, minutes_per_meeting
from salgsplan_tui.domain.funnel import Funnel, Steps

Step = Literal["attempts", "meetings"]


class _Kind(NamedTuple):
    channel: str
    type: str
    unit: str
    missing: Callable[[Steps], int | None]
    minutes: Callable[[Basis], Fraction]


_KINDS: Final[Mapping[Step, _Kind]] = {
    "attempts": _Kind("phone", "call_session", "calls", lambda steps: steps.attempts, minutes_per_call),
    "meetings": _Kind("meeting", "meeting", "meetings", lambda steps: steps.meetings, minutes_per_meeting),
}


def missing_rows(
    basis: Basis, funnel: Funnel, week: str, titles: Mapping[Step, str], new_id: Callable[[], str]
) -> Iterator[Activity]:
    """Yield a row of the week for the calls and for the meetings that are missing, with the time they take.

    `titles` are the words for them; the goal that the funnel is counted from is theirs.
    """
    for step, kind in _KINDS.items():
        number = kind.missing(funnel.missing)
        if number:
            yield Activity(
                id=new_id(),
                title=titles[step],
                channel=kind.channel,
                type=kind.type,
                state=State.PLANNED,
                bucket=week,
                minutes=ceil(number * kind.minutes(basis)),
                quantity_planned=number,
                unit=kind.unit,
                goal=funnel.goal.id,
            )
