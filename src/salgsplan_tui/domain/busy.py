"""When an activity keeps the seller busy: its own minutes, spread over its days, and the way there and back."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from salgsplan_tui.domain.dates import Span, day_span

if TYPE_CHECKING:
    from salgsplan_tui.domain.activity import Activity

_SATURDAY: Final = 5
_SPREAD: Final = frozenset({"trade_fair", "event"})
"""The channels whose minutes lie evenly over their days; any other campaign's lie on its first (decisions.md)."""


@dataclass(frozen=True)
class TimeSpan:
    """The time from `start` up to, and without, `end`."""

    start: dt.datetime
    end: dt.datetime

    @property
    def minutes(self) -> int:
        """How long it is."""
        return int((self.end - self.start) / dt.timedelta(minutes=1))

    def touches(self, other: "TimeSpan") -> bool:
        """Say whether some time belongs to both."""
        return max(self.start, other.start) < min(self.end, other.end)


def minutes_within(activity: "Activity", span: Span) -> int:
    """Return the planned minutes that fall within the span; a row without a date has all of its own."""
    minutes = activity.minutes or 0
    if activity.date is None:
        return minutes
    days = _days_at_work(activity)
    share, rest = divmod(minutes, len(days))
    return sum(share + (index < rest) for index, day in enumerate(days) if day in span)


def travel_within(activity: "Activity", span: Span) -> int:
    """Return the minutes of travel that fall within the span: there on its first day at work, back on its last."""
    before, after = activity.travel_before or 0, activity.travel_after or 0
    if activity.date is None:
        return before + after
    days = _days_at_work(activity)
    return before * (days[0] in span) + after * (days[-1] in span)


def at_work_on(activity: "Activity", day: dt.date) -> TimeSpan | None:
    """Return when it is done on a day, without the way there; None where it has no time that day."""
    if activity.start is None or activity.date is None or day not in _days_at_work(activity):
        return None
    start = dt.datetime.combine(day, activity.start)
    return TimeSpan(start, start + dt.timedelta(minutes=minutes_within(activity, day_span(day))))


def busy_on(activity: "Activity", day: dt.date) -> TimeSpan | None:
    """Return the time of a day that it takes, the way there and back counted in."""
    work = at_work_on(activity, day)
    if work is None:
        return None
    days = _days_at_work(activity)
    before = (activity.travel_before or 0) if day == days[0] else 0
    after = (activity.travel_after or 0) if day == days[-1] else 0
    return TimeSpan(work.start - dt.timedelta(minutes=before), work.end + dt.timedelta(minutes=after))


def _days_at_work(activity: "Activity") -> list[dt.date]:
    """Return the days that the minutes lie on: the working days of a fair or event, else the first day."""
    if activity.date is None or activity.channel not in _SPREAD:
        return [] if activity.date is None else [activity.date]
    span = activity.span
    if span is None or len(span) == 1:
        return [activity.date]
    return [day for day in span.days() if day.weekday() < _SATURDAY] or list(span.days())
