"""Which rows to drop or move where a week is too full: named rules, each with its reason (S12)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.fit import Fit, WeekFit, total_minutes
from salgsplan_tui.domain.seasons import low_season

Rule = Literal["serves_no_goal", "could_wait", "few_reached", "room_later"]

_FIRM: Final = frozenset({State.CONFIRMED, State.IN_PROGRESS})
_COULD: Final = 3
_MUST: Final = 1
_REACHING: Final = frozenset({"phone", "visit", "meeting", "demo", "in_store"})


@dataclass(frozen=True)
class Advice:
    """One row to drop, or to move to another week, and the rule that says so."""

    rule: Rule
    row: Activity
    minutes: int
    """What it frees."""
    week: str
    """The week that is too full."""
    to: str | None = None
    """The week to move it to; None where it is to be dropped."""


def advice(fit: Fit) -> tuple[Advice, ...]:
    """Return what makes the weeks that are too full hold what they must, the gentlest rules last."""
    room = {week.week: max(0, week.free - int(week.share)) for week in fit.weeks}
    found: list[Advice] = []
    for week in fit.weeks:
        found += _for_week(fit, week, room)
    return tuple(found)


def _for_week(fit: Fit, week: WeekFit, room: dict[str, int]) -> Iterator[Advice]:
    short, taken = week.short, set[str]()
    for rule, applies in _RULES.items():
        for row in _movable(week):
            minutes = total_minutes([row])
            if short <= 0 or row.id in taken or not minutes or not applies(row):
                continue
            to = None if rule in {"serves_no_goal", "could_wait"} else _later(fit, week, minutes, room)
            if rule in {"few_reached", "room_later"} and to is None:
                continue
            if to is not None:
                room[to] -= minutes
            taken.add(row.id)
            short -= minutes
            yield Advice(rule, row, minutes, week.week, to)


def _movable(week: WeekFit) -> Iterator[Activity]:
    """Yield the rows that nobody else counts on: not confirmed, no must, none that is due within the week."""
    for row in week.rows:
        is_due = row.due is not None and row.due < week.span.end
        if row.state not in _FIRM and row.priority != _MUST and not is_due and row.type != "leave":
            yield row


def _later(fit: Fit, week: WeekFit, minutes: int, room: dict[str, int]) -> str | None:
    later = (each for each in fit.weeks if each.span.start >= week.span.end and room[each.week] >= minutes)
    return next((each.week for each in later if low_season(each.span.start) is None), None)


def _serves_no_goal(row: Activity) -> bool:
    return row.kind == "customer" and row.goal is None and row.programme is None


def _could_wait(row: Activity) -> bool:
    return row.priority == _COULD


def _few_reached(row: Activity) -> bool:
    return row.date is not None and row.channel in _REACHING and low_season(row.date, row.start) is not None


_RULES: Final[dict[Rule, Callable[[Activity], bool]]] = {
    "serves_no_goal": _serves_no_goal,
    "could_wait": _could_wait,
    "few_reached": _few_reached,
    "room_later": lambda _row: True,
}
