"""Bridge days, and the seasons in which few can be reached: warned about, never blocked (chapter 7.4)."""

import datetime as dt
from collections.abc import Container, Iterator
from typing import Final

from salgsplan_tui.domain.dates import ONE_DAY, Span, week_number
from salgsplan_tui.domain.holidays import easter_sunday, is_workday

_LOW_WEEKS: Final = {
    8: "winter_break",
    9: "winter_break",
    28: "common_holiday",
    29: "common_holiday",
    30: "common_holiday",
    40: "autumn_break",
    41: "autumn_break",
}
_BETWEEN_CHRISTMAS_AND_NEW_YEAR: Final = range(27, 31)
_HOLY_WEEK: Final = range(-6, -3)  # Monday to Wednesday
_DECEMBER: Final = 12
_FRIDAY: Final = 4
_FRIDAY_AFTERNOON: Final = dt.time(14)


def is_bridge_day(day: dt.date, leave: Container[dt.date] = ()) -> bool:
    """Say whether this is a single working day between days off («inneklemt dag»)."""
    around = (day - ONE_DAY, day + ONE_DAY)
    return is_workday(day, leave) and not any(is_workday(near, leave) for near in around)


def bridge_days(span: Span, leave: Container[dt.date] = ()) -> Iterator[dt.date]:
    """Yield the bridge days of a span in order."""
    return (day for day in span.days() if is_bridge_day(day, leave))


def low_season(day: dt.date, start: dt.time | None = None) -> str | None:
    """Return the code of the season in which few can be reached on this day and time, or None."""
    if (day - easter_sunday(day.year)).days in _HOLY_WEEK:
        return "holy_week"
    if day.month == _DECEMBER and day.day in _BETWEEN_CHRISTMAS_AND_NEW_YEAR:
        return "between_christmas_and_new_year"
    if (season := _LOW_WEEKS.get(week_number(day))) is not None:
        return season
    late = start is not None and start >= _FRIDAY_AFTERNOON
    return "friday_afternoon" if late and day.weekday() == _FRIDAY else None
