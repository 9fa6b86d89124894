"""Occurrences that are over and that nobody touched: which are told one by one, and which are only counted.

Who was away for a year shall not come back to hundreds of rows: of each series the last one that was missed is told,
and all of the last week; the others are a count that opens them, or that is settled as a whole.
"""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from salgsplan_tui.domain.dates import ONE_DAY, Span

if TYPE_CHECKING:
    from salgsplan_tui.domain.activity import Activity
    from salgsplan_tui.domain.plan import Plan
    from salgsplan_tui.domain.recurrence import Series

_RECENT: Final = dt.timedelta(days=7)


def missed(plan: "Plan", now: dt.datetime, *, older: bool = False) -> Iterator["Activity"]:
    """Yield the missed occurrences that are told one by one; with the older ones, all that are known of."""
    for series in plan.series.values():
        known = takewhile(plan.knows_day_of, _past(plan, series, now))
        rows = known if older else _told(known, now)
        yield from (row for row in rows if _is_missed(plan, row))


def count_older(plan: "Plan", now: dt.datetime, touched: Collection[str]) -> int:
    """Return how many missed occurrences are not told; `touched` are those known to be stored in unread weeks."""
    told = {row.id for row in missed(plan, now)}
    return sum(row.id not in told and row.id not in touched for row in _all_missed(plan, now))


def settle_older(plan: "Plan", now: dt.datetime, *, at: dt.datetime) -> "Plan":
    """Settle every missed occurrence that is not told one by one as not done, without storing each of them."""
    told: dict[str, dt.date] = {}
    for row in missed(plan, now):
        if row.series is not None and row.occurrence is not None:
            told[row.series] = min(row.occurrence, told.get(row.series, row.occurrence))
    settled = dict(plan.series)
    for row in _all_missed(plan, now):
        series = settled[row.series or ""]
        before = told.get(series.id, now.date())
        if row.occurrence is not None and row.occurrence < before and series.settled_before != before:
            settled[series.id] = series.changed_to(settled_before=before, changed=at)
    return replace(plan, series=settled)


def _told(rows: Iterator["Activity"], now: dt.datetime) -> Iterator["Activity"]:
    """Yield the last one, and those of the last week; the rows come newest first."""
    since = now.date() - _RECENT
    for number, row in enumerate(rows):
        if number and row.date is not None and row.date < since:
            return
        yield row


def _all_missed(plan: "Plan", now: dt.datetime) -> Iterator["Activity"]:
    for series in plan.series.values():
        yield from (row for row in _past(plan, series, now) if _is_missed(plan, row))


def _is_missed(plan: "Plan", row: "Activity") -> bool:
    return row.is_open and not plan.is_touched(row.id)


def _past(plan: "Plan", series: "Series", now: dt.datetime) -> Iterator["Activity"]:
    """Yield the occurrences that are over as the rule makes them, touched or not, newest first."""
    for year in range(now.year, series.first.year - 1, -1):
        span = Span(dt.date(year, 1, 1), min(dt.date(year + 1, 1, 1), now.date() + ONE_DAY))
        for day in sorted(series.dates(span, plan.days_off), reverse=True):
            row = series.occurrence(day, plan.days_off)
            if row.end is not None and row.end < now:
                yield row
