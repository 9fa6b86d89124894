"""The week's status line: what the cursor stands on, in words (interaction.md 1.3)."""

import datetime as dt

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import day_and_month
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.place_text import time_words
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.status_line import row_words
from salgsplan_tui.tui.week_page import WeekPage
from salgsplan_tui.tui.week_rows import as_day_page


def week_status(page: WeekPage, day: dt.date, target: Target | None) -> Line:
    """Return one line: when and what, then marks, kind of work, state, whom, goal and warnings."""
    return Line((Part(" " + _words(page, day, target)),))


def _words(page: WeekPage, day: dt.date, target: Target | None) -> str:
    if page.marked:
        return _("{count} marked: keys act on all of them").format(count=len(page.marked))
    if target is None:
        return ""
    if target.kind == "gap":
        words = _("Free from {time}. Press Enter to plan something here.").format(time=target.id)
        return f"{day_and_month(day)} · {words}"
    row = page.plan.activity(target.id)
    title = labels.title(page.plan, row, hide=page.hide)
    when = " ".join(part for part in (_day(row, day), time_words(row.start, row.minutes)) if part)
    return " · ".join(part for part in (when, title, row_words(as_day_page(page), target)) if part)


def _day(row: Activity, day: dt.date) -> str:
    if row.date is None or row.span is None:
        return ""
    return day_and_month(day if day in row.span else row.date)
