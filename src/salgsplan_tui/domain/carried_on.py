"""What a programme leaves unfinished: what is carried on into the next one, and what belongs to days gone by."""

import datetime as dt
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.sheet import leave_of

StaysWhy = Literal["event_over", "review_gone_by", "series_goes_on"]
"""Why something unfinished stays behind: its days were those of others, it looked at its own week, it comes again."""
_EVENTS: Final = frozenset({"trade_fair", "event"})


class StaysBehind(NamedTuple):
    """Something unfinished that it makes no sense to carry on, and why."""

    row: Activity
    why: StaysWhy


class Unfinished(NamedTuple):
    """What a programme leaves overdue, in the order in which it stood in the plan."""

    carried: tuple[Activity, ...] = ()
    stays: tuple[StaysBehind, ...] = ()


def unfinished(rows: Iterable[Activity], now: dt.datetime) -> Unfinished:
    """Sort what is overdue by whether it can still be done in another period (chapter 6.5)."""
    carried: list[Activity] = []
    stays: list[StaysBehind] = []
    for row in rows:
        if not row.overdue(now) or leave_of(row) is not None:
            continue
        why = _stays_why(row, now.date())
        if why is None:
            carried.append(row)
        else:
            stays.append(StaysBehind(row, why))
    return Unfinished(tuple(carried), tuple(stays))


def _stays_why(row: Activity, today: dt.date) -> StaysWhy | None:
    if row.series is not None:
        return "series_goes_on"
    if row.channel == "internal" and row.type == "review":
        return "review_gone_by"
    last = row.end_date or row.date
    return "event_over" if row.channel in _EVENTS and last is not None and last < today else None
