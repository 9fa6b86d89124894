"""The working days that a pace is counted over, week by week, with what takes days out of them (chapter 4.4)."""

import datetime as dt
from collections.abc import Iterator

from salgsplan_tui.domain.dates import ONE_WEEK, Span, week_key, week_of
from salgsplan_tui.domain.days_off import DaysOff
from salgsplan_tui.domain.holidays import holidays_on, is_workday
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.language.day_names import day_off_name
from salgsplan_tui.language.formats import short_day, week_name
from salgsplan_tui.language.holiday_names import holiday_name
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.money_table import heading
from salgsplan_tui.tui.plain_text import padded

_SATURDAY = 5


def workday_lines(span: Span, off: DaysOff, as_of: dt.date) -> Iterator[Line]:
    """Yield the weeks of a span with their working days, those that are over when `as_of` begins told apart."""
    days = [day for day in span.days() if is_workday(day, off)]
    passed = sum(1 for day in days if day < as_of)
    yield heading(_("working days"), _("{count} of {all}").format(count=passed, all=len(days)))
    monday = week_of(span.start).start
    while monday < span.end:
        yield _week(span.common(Span(monday, monday + ONE_WEEK)), off, as_of)
        monday += ONE_WEEK


def _week(week: Span, off: DaysOff, as_of: dt.date) -> Line:
    days = [day for day in week.days() if is_workday(day, off)]
    passed = sum(1 for day in days if day < as_of)
    mark = "✓" if passed == len(days) else "·" if passed else " "
    dates = f"{short_day(week.start)}–{short_day(week.last)}"
    away = ", ".join(_reason(day, off) for day in week.days() if day.weekday() < _SATURDAY and day not in days)
    count = ngettext("{count} day", "{count} days", len(days)).format(count=len(days))
    over = _("{count} over").format(count=passed) if 0 < passed < len(days) else ""
    return Line(
        (
            Part(f" {mark} ", "sign"),
            Part(padded(week_name(week_key(week.start)), 9), "done" if mark == "✓" else "title"),
            Part(padded(dates, 15), "time"),
            Part(away, "muted"),
        ),
        (Part(f"{over}  " if over else "", "muted"), Part(f"{count} ", "text")),
    )


def _reason(day: dt.date, off: DaysOff) -> str:
    """Return why nobody works on a weekday: «26.3. langfredag»."""
    red = [holiday_name(each.code) for each in holidays_on(day) if not each.short_day]
    own = [day_off_name(each.title, each.kind, each.half) for each in off.on(day)]
    return f"{short_day(day)} {' · '.join(red or own)}"
