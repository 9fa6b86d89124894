"""The week's status line: what the cursor stands on, in words (interaction.md 1.3)."""

import datetime as dt

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.busy import at_work_on
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import date_range, day_and_month
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.place_text import time_words
from salgsplan_tui.tui.grid_move import GridMove
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.status_line import panel_words, row_words
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
    if target.kind in {"figure", "must_dos"}:
        return panel_words(target)
    if target.kind == "gap":
        words = _("Free from {time}. Press Enter to plan something here.").format(time=target.id)
        return f"{day_and_month(day)} · {words}"
    row = page.plan.activity(target.id)
    title = labels.title(page.plan, row, hide=page.hide)
    return " · ".join(part for part in (_when(row, day), title, row_words(as_day_page(page), target)) if part)


def moving_words(plan: Plan, move: GridMove, *, hide: bool) -> str:
    """Return where a row that arrows move has come, and what to press."""
    if not move.has_begun:
        return _("Move: arrows along the hours, or write where (fri, 10:30, week 9) · Enter next free time · Esc")
    place = f"{day_and_month(move.date)} {time_words(move.start, move.row.minutes)}"
    title = labels.title(plan, move.row, hide=hide)
    return _("→ {place} · Enter keeps it · Esc puts it back · {title}").format(place=place, title=title)


def _when(row: Activity, day: dt.date) -> str:
    """Return the day and the time it takes then; of several days, which they are."""
    if row.date is None or row.span is None:
        return ""
    here = day if day in row.span else row.date
    work = at_work_on(row, here)
    time = "" if work is None else time_words(work.start.time(), work.minutes)
    days = day_and_month(here) if len(row.span) == 1 else date_range(row.span.start, row.span.last)
    return f"{days} {time}".strip()
