"""The day's first line: the date in full and the load in hours."""

from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.seasons import is_bridge_day, low_season
from salgsplan_tui.language import _
from salgsplan_tui.language.day_names import season_name
from salgsplan_tui.language.formats import long_date, week_name
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
    leave = labels.leave_names(page.plan.days_off.on(page.day))
    if page.today.holidays or leave:
        return " · ".join(name for name in (labels.holiday_names(page.today.holidays), leave) if name)
    if is_bridge_day(page.day, page.plan.days_off):
        return _("bridge day")
    season = low_season(page.day)
    return season_name(season) if season else ""


def _load(page: DayPage) -> tuple[Part, ...]:
    today = page.today
    words = labels.load(today, with_overdue=page.is_today)
    if not today.capacity_minutes:
        return (Part(words, "muted"),)
    overdue = today.overdue_minutes if page.is_today else 0
    share = (today.planned_minutes + today.travel_minutes + overdue) / today.capacity_minutes
    return (
        Part(labels.bar(share, _BAR), "warning" if share > 1 else "sign"),
        Part(f" {words}", "warning" if share > 1 else "text"),
    )
