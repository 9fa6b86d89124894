"""The plan of a day as text: what is overdue, the day with its free time, what has no time, the must-dos (S25)."""

import datetime as dt
from collections.abc import Iterator

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.busy import TimeSpan, at_work_on, busy_on
from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.day_plan import Gap, PlannedDays, gaps
from salgsplan_tui.domain.free_time import working_hours
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.seasons import is_bridge_day, low_season
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.language.day_names import season_name
from salgsplan_tui.language.formats import amount_rounded, clock, day_and_month, duration, long_date, week_name
from salgsplan_tui.language.safe import safe_line, width
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.row_text import Rows, place_of, time_of, until_of

_SHORTEST_GAP = 15
_CLOCK = len("09:00")


def day_text(rows: Rows, planned: PlannedDays, *, older: int = 0) -> Iterator[Line]:
    """Yield the page from top to bottom; `older` overdue rows are only counted."""
    day = planned.span.start
    yield _head(rows, planned)
    off = (labels.holiday_names(planned.holidays), labels.leave_names(rows.plan.days_off.on(day)))
    if any(off):
        yield Line((Part(" · ".join(name for name in off if name), "now"),))
    if day == rows.now.date():
        yield from _overdue(rows, planned, older)
    yield from _day(rows, planned)
    yield from rows.section(_("without a time"), ((row, until_of(row, day)) for row in planned.untimed))
    yield from material(rows, planned)
    week = (row for row in rows.plan.in_bucket(week_key(day)) if row.is_open and row not in planned.rows)
    yield from rows.section(_("this week, no day yet"), ((row, until_of(row, day)) for row in week))
    yield from _service(rows, planned)
    yield from must_dos(planned)


def _service(rows: Rows, planned: PlannedDays) -> Iterator[Line]:
    """Yield the open service cases to be seen to, that no row of the day stands for."""
    if not planned.cases:
        return
    from salgsplan_tui.tui.service_words import pressing_words  # noqa: PLC0415  # most days have none

    yield Line()
    yield Line((Part(_("service"), "heading"),))
    for case in planned.cases:
        words = pressing_words(rows.plan, case, rows.now)
        left = (Part(f"{case.id} ", "muted"), Part("! " if words.is_late else "  ", "overdue"), Part(words.title))
        yield Line(left, (Part(f"  {words.why}", "warning"),))


def _head(rows: Rows, planned: PlannedDays) -> Line:
    day = planned.span.start
    names = [long_date(day), week_name(week_key(day)), "" if planned.holidays else _season(rows.plan, day)]
    load = labels.load(planned, with_overdue=day == rows.now.date())
    cost = amount_rounded(planned.planned_cost) if planned.planned_cost else ""
    right = " · ".join(part for part in (load, cost) if part)
    return Line((Part(" · ".join(name for name in names if name), "heading"),), (Part(right, "muted"),))


def _season(plan: Plan, day: dt.date) -> str:
    if is_bridge_day(day, plan.days_off):
        return _("bridge day")
    season = low_season(day)
    return season_name(season) if season else ""


def _overdue(rows: Rows, planned: PlannedDays, older: int) -> Iterator[Line]:
    late = [row for row in planned.overdue if row not in planned.rows]
    yield from rows.section(_("overdue"), ((row, place_of(row)) for row in late))
    if older:
        text = ngettext("{count} older", "{count} older ones", older).format(count=older)
        yield Line((Part(f"  ! {text}", "overdue"), Part("  salgsplan list --status overdue", "muted")))


def _day(rows: Rows, planned: PlannedDays) -> Iterator[Line]:
    day = planned.span.start
    pieces: list[tuple[dt.datetime, Activity | Gap]] = [
        (busy.start, row) for row in planned.timed if (busy := busy_on(row, day)) is not None
    ]
    pieces += [(gap.start, gap) for gap in _free(rows, planned)]
    if not pieces:
        return
    yield Line()
    yield Line((Part(_("today") if day == rows.now.date() else _("at a time"), "heading"),))
    for _begins, piece in sorted(pieces, key=_order):
        if isinstance(piece, Gap):
            yield _gap(rows, piece)
        else:
            yield from _block(rows, planned, piece)


def _block(rows: Rows, planned: PlannedDays, row: Activity) -> Iterator[Line]:
    """Yield a timed row with its details, and the way there and back as lines of their own."""
    day = planned.span.start
    busy, work = busy_on(row, day), at_work_on(row, day)
    if busy is not None and work is not None and busy.start < work.start:
        yield _travel(rows, TimeSpan(busy.start, work.start))
    yield rows.line(row, time_of(row), _CLOCK, labels.length_on(row, day))
    if row.end_date is not None and row.end_date > day:
        yield Line((Part(rows.indent(_CLOCK) + _("until {date}").format(date=day_and_month(row.end_date)), "muted"),))
    yield from rows.below(row, planned.warnings, _CLOCK)
    if busy is not None and work is not None and work.end < busy.end:
        yield _travel(rows, TimeSpan(work.end, busy.end))


def _travel(rows: Rows, way: TimeSpan) -> Line:
    return Line((Part(f"{_clock_indent(rows)}{clock(way.start.time())} ┈ {labels.travel(way.minutes)}", "muted"),))


def _order(piece: tuple[dt.datetime, Activity | Gap]) -> tuple[dt.datetime, bool]:
    return piece[0], isinstance(piece[1], Gap)


def _free(rows: Rows, planned: PlannedDays) -> Iterator[Gap]:
    worked = working_hours(rows.plan, planned.span.start)
    if worked is None or not planned.capacity_minutes:
        return
    start, end = max(worked[0], rows.now) if planned.span.start == rows.now.date() else worked[0], worked[1]
    yield from (gap for gap in gaps(planned.rows, start, end) if gap.minutes >= _SHORTEST_GAP)


def _gap(rows: Rows, gap: Gap) -> Line:
    text = _("free {duration}").format(duration=duration(gap.minutes))
    return Line((Part(f"{_clock_indent(rows)}{clock(gap.start.time())}   {text}", "free"),))


def _clock_indent(rows: Rows) -> str:
    return " " * (len(rows.indent(_CLOCK)) - _CLOCK - 3)


def material(rows: Rows, planned: PlannedDays) -> Iterator[Line]:
    """Yield the rows whose material is to be delivered, each with the day that it is for."""
    if not planned.material:
        return
    yield Line()
    yield Line((Part(_("material to deliver"), "heading"),))
    column = max(width(labels.material_due(row)) for row in planned.material)
    for row in planned.material:
        yield rows.line(row, labels.material_due(row), column, f"→ {labels.place(row)}")


def must_dos(planned: PlannedDays) -> Iterator[Line]:
    """Yield the week's most important things."""
    if planned.must_dos:
        yield Line()
        yield Line((Part(_("must be done this week"), "heading"),))
    for number, text in enumerate(planned.must_dos, start=1):
        yield Line((Part(f"  {number} ", "sign"), Part(safe_line(text))))
