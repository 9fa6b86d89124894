"""The plan of a day as text: what is overdue, the day with its free time, what has no time, the must-dos (S25)."""

import datetime as dt
from collections.abc import Iterator

from salgsplan_tui.cli.text.rows import Rows, place_of, time_of, until_of
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.day_plan import Gap, PlannedDays, gaps
from salgsplan_tui.domain.free_time import working_hours
from salgsplan_tui.domain.seasons import is_bridge_day, low_season
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.language.formats import amount_rounded, clock, duration, hours, long_date, week_name
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part

_SHORTEST_GAP = 15
_CLOCK = len("09:00")


def day_text(rows: Rows, planned: PlannedDays, *, older: int = 0) -> Iterator[Line]:
    """Yield the page from top to bottom; `older` overdue rows are only counted."""
    day = planned.span.start
    yield _head(rows, planned)
    if planned.holidays:
        yield Line((Part(labels.holiday_names(planned.holidays), "now"),))
    if day == rows.now.date():
        yield from _overdue(rows, planned, older)
    yield from _day(rows, planned)
    untimed = (row for row in planned.rows if row.start is None or row.date != day)
    yield from rows.section(_("without a time"), ((row, until_of(row, day)) for row in untimed))
    week = (row for row in rows.plan.in_bucket(week_key(day)) if row.is_open and row not in planned.rows)
    yield from rows.section(_("this week, no day yet"), ((row, until_of(row, day)) for row in week))
    yield from must_dos(planned)


def _head(rows: Rows, planned: PlannedDays) -> Line:
    day = planned.span.start
    names = [long_date(day), week_name(week_key(day)), "" if planned.holidays else _season(day)]
    load = load_words(planned, with_overdue=day == rows.now.date())
    cost = amount_rounded(planned.planned_cost) if planned.planned_cost else ""
    right = " · ".join(part for part in (load, cost) if part)
    return Line((Part(" · ".join(name for name in names if name), "heading"),), (Part(right, "muted"),))


def _season(day: dt.date) -> str:
    if is_bridge_day(day):
        return _("bridge day")
    season = low_season(day)
    return labels.season_name(season) if season else ""


def load_words(planned: PlannedDays, *, with_overdue: bool = False) -> str:
    """Return «2,0 + 2,0 forfalt av 7,5 t»."""
    words = hours(planned.planned_minutes)
    if not planned.capacity_minutes:
        return _("{hours} h planned, day off").format(hours=words)
    if with_overdue and planned.overdue_minutes:
        words = _("{hours} + {overdue} overdue").format(hours=words, overdue=hours(planned.overdue_minutes))
    return _("{load} of {hours} h").format(load=words, hours=hours(planned.capacity_minutes))


def _overdue(rows: Rows, planned: PlannedDays, older: int) -> Iterator[Line]:
    late = [row for row in planned.overdue if row not in planned.rows]
    yield from rows.section(_("overdue"), ((row, place_of(row)) for row in late))
    if older:
        text = ngettext("{count} older", "{count} older ones", older).format(count=older)
        yield Line((Part(f"  ! {text}", "overdue"), Part("  salgsplan list --status overdue", "muted")))


def _day(rows: Rows, planned: PlannedDays) -> Iterator[Line]:
    day = planned.span.start
    timed = [row for row in planned.timed if row.date == day]
    pieces: list[tuple[dt.datetime, Activity | Gap]] = [
        (dt.datetime.combine(day, row.start), row) for row in timed if row.start is not None
    ]
    pieces += [(gap.start, gap) for gap in _free(rows, planned, timed)]
    if not pieces:
        return
    yield Line()
    yield Line((Part(_("today") if day == rows.now.date() else _("at a time"), "heading"),))
    for _begins, piece in sorted(pieces, key=_order):
        if isinstance(piece, Gap):
            yield _gap(rows, piece)
        else:
            yield rows.line(piece, time_of(piece), _CLOCK)
            yield from rows.below(piece, planned.warnings, _CLOCK)


def _order(piece: tuple[dt.datetime, Activity | Gap]) -> tuple[dt.datetime, bool]:
    return piece[0], isinstance(piece[1], Gap)


def _free(rows: Rows, planned: PlannedDays, timed: list[Activity]) -> Iterator[Gap]:
    worked = working_hours(rows.plan, planned.span.start)
    if worked is None or not planned.capacity_minutes:
        return
    start, end = max(worked[0], rows.now) if planned.span.start == rows.now.date() else worked[0], worked[1]
    yield from (gap for gap in gaps(timed, start, end) if gap.minutes >= _SHORTEST_GAP)


def _gap(rows: Rows, gap: Gap) -> Line:
    text = _("free {duration}").format(duration=duration(gap.minutes))
    indent = " " * (len(rows.indent(_CLOCK)) - _CLOCK - 3)
    return Line((Part(f"{indent}{clock(gap.start.time())}   {text}", "free"),))


def must_dos(planned: PlannedDays) -> Iterator[Line]:
    """Yield the week's most important things."""
    if planned.must_dos:
        yield Line()
        yield Line((Part(_("must be done this week"), "heading"),))
    for number, text in enumerate(planned.must_dos, start=1):
        yield Line((Part(f"  {number} ", "sign"), Part(safe_line(text))))
