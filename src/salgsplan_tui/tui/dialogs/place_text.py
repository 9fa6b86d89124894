"""A place in time in words: weekday, date and week number of every date (interaction.md 1.6)."""

import datetime as dt

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import bucket_kind, bucket_span, week_key
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import bucket, clock, date_range, day_and_month, duration, long_date, week_name


def place_words(place: Placement, minutes: int | None = None) -> str:
    """Return «onsdag 17. februar 2027 · uke 7 · 12:00–14:00»."""
    if place.date is None:
        return bucket_words(place.bucket) if place.bucket else _("not placed yet")
    parts = [day_words(place.date, place.end_date), time_words(place.start, minutes)]
    return " · ".join(part for part in parts if part)


def place_of(activity: Activity) -> Placement:
    """Return where a row stands."""
    return Placement(activity.date, activity.start, activity.bucket, activity.end_date)


def day_words(day: dt.date, last: dt.date | None = None) -> str:
    """Return «onsdag 17. februar 2027 · uke 7», or the days from the first to the last."""
    if last is None or last == day:
        return f"{long_date(day)} · {week_name(week_key(day))}"
    days = f"{day_and_month(day)} – {day_and_month(last)} {last.year}"
    weeks = dict.fromkeys((week_name(week_key(day)), week_name(week_key(last))))
    return " · ".join((days, *weeks))


def bucket_words(key: str) -> str:
    """Return «uke 43 (19.–25. oktober 2026)», or the month or quarter."""
    if bucket_kind(key) != "week":
        return bucket(key)
    span = bucket_span(key)
    return f"{bucket(key)} ({date_range(span.start, span.last)})"


def time_words(start: dt.time | None, minutes: int | None) -> str:
    """Return «09:00–09:30», the start alone, or the length alone."""
    if start is None:
        return duration(minutes) if minutes else ""
    if not minutes:
        return clock(start)
    end = dt.datetime.combine(dt.date.min, start) + dt.timedelta(minutes=minutes)
    return (
        f"{clock(start)}–{clock(end.time())}" if end.date() == dt.date.min else f"{clock(start)} · {duration(minutes)}"
    )
