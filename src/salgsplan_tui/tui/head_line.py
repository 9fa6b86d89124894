"""The day's first line: the date in full and the load in hours."""

from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.seasons import is_bridge_day, low_season
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import hours, long_date, week_name
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.day_lines import DayPage
from salgsplan_tui.tui.lines import Line, Part

_BAR = 10


def head_line(page: DayPage) -> Line:
    """Return «onsdag 17. februar 2027 · uke 7» to the left and «██░░ 2,0 + 2,0 forfalt av 7,5 t» to the right."""
    names = [long_date(page.day), week_name(week_key(page.day))]
    left = Part(" " + " · ".join(names), "figure")
    special = _special(page)
    right = _load(page)
    return Line((left, Part(f" · {special}" if special else "", "now")), (*right, Part(" ")))


def _special(page: DayPage) -> str:
    if page.today.holidays:
        return labels.holiday_names(page.today.holidays)
    if is_bridge_day(page.day):
        return _("bridge day")
    season = low_season(page.day)
    return labels.season_name(season) if season else ""


def _load(page: DayPage) -> tuple[Part, ...]:
    planned, room = page.today.planned_minutes, page.today.capacity_minutes
    overdue = page.today.overdue_minutes if page.is_today else 0
    if not room:
        return (Part(_("{hours} h planned, day off").format(hours=hours(planned)), "muted"),)
    share = (planned + overdue) / room
    style = "warning" if share > 1 else "sign"
    words = hours(planned)
    if overdue:
        words = _("{hours} + {overdue} overdue").format(hours=words, overdue=hours(overdue))
    text = _("{load} of {hours} h").format(load=words, hours=hours(room))
    return (Part(labels.bar(share, _BAR), style), Part(f" {text}", "warning" if share > 1 else "text"))
