"""The day as lines: overdue, the timeline with its free time and the line of now, then what has no time (S25)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.busy import TimeSpan, at_work_on, busy_on
from salgsplan_tui.domain.carry_over import left_since, left_undone
from salgsplan_tui.domain.contact_checks import is_blocked
from salgsplan_tui.domain.day_plan import Gap, PlannedDays, gaps
from salgsplan_tui.domain.free_time import working_hours
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.language.formats import clock, day_and_month, duration
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.stopped_calls import StoppedCalls, offer_line

_MINUTES_A_LINE: Final = 30
_MOST_LINES: Final = 4
_SHORTEST_GAP: Final = 15


@dataclass(frozen=True)
class DayPage:
    """What the day screen shows: one day of a plan, as seen at a moment."""

    plan: Plan
    today: PlannedDays
    week_rows: tuple[Activity, ...]
    """The week's rows that have no date yet."""
    now: dt.datetime
    marked: frozenset[str] = frozenset()
    older: int = 0
    """Overdue rows that are not told one by one."""
    hide: bool = False
    """Presentation mode: names and amounts are hidden."""
    offers: bool = False
    """What was left undone is offered: it was not yet today."""
    reviews: tuple[str, ...] = ()
    """The months and quarters whose review is due."""
    calls: StoppedCalls | None = None
    """The call session that was stopped, which is offered to be gone on with."""

    @property
    def day(self) -> dt.date:
        """The day shown."""
        return self.today.span.start

    @property
    def is_today(self) -> bool:
        """Say whether the day shown is the person's own today."""
        return self.day == self.now.date()


def day_lines(page: DayPage) -> tuple[Line, ...]:
    """Return the page from top to bottom."""
    calls = (offer_line(page.calls),) if page.calls is not None and page.is_today else ()
    return (
        *calls,
        *_reviews(page),
        *_overdue(page),
        *_timeline(page),
        *_untimed(page),
        *_material(page),
        *_service(page),
        *_week(page),
    )


def _heading(text: str) -> Line:
    return Line((Part("── ", "heading"), Part(text, "heading"), Part(" ", "heading")), rule=True)


def _overdue(page: DayPage) -> Iterator[Line]:
    rows = [row for row in page.today.overdue if row not in page.today.rows] if page.is_today else []
    older = page.older if page.is_today else 0
    left = left_undone(page.plan, page.now) if rows and page.offers else ()
    if left:
        yield _offer(left, page.now.date())
    elif rows or older:
        yield _heading(_("overdue"))
    if older:
        text = ngettext("{count} older", "{count} older ones", older).format(count=older)
        yield Line((Part("! ", "overdue"), Part(text, "warning")), target=Target("older", ""))
    for row in rows:
        when = labels.when(row) or _bucket(row)
        yield row_line(page, row, when)


def _reviews(page: DayPage) -> Iterator[Line]:
    if page.reviews and page.is_today:
        from salgsplan_tui.tui.review_offer import review_line  # noqa: PLC0415  # few days a month

        yield from (review_line(page.plan, period) for period in page.reviews)


def _offer(left: tuple[Activity, ...], today: dt.date) -> Line:
    """Return the line that offers what was left undone: «3 står igjen fra i går · Enter: én for én»."""
    count = len(left)
    words = {
        "yesterday": ngettext("{count} left from yesterday", "{count} left from yesterday", count),
        "last_week": ngettext("{count} left from last week", "{count} left from last week", count),
        "before": ngettext("{count} left from before", "{count} left from before", count),
    }[left_since(left, today)].format(count=count)
    text = Part(f"{words} · ", "overdue"), Part(_("Enter: one by one"), "heading")
    return Line((Part("── ", "heading"), *text, Part(" ", "heading")), rule=True, target=Target("left", left[0].id))


def _bucket(row: Activity) -> str:
    from salgsplan_tui.language.formats import bucket  # noqa: PLC0415  # few days have one

    return bucket(row.bucket) if row.bucket else ""


def _timeline(page: DayPage) -> Iterator[Line]:
    yield _heading(_("today") if page.is_today else day_and_month(page.day))
    pieces: list[tuple[dt.datetime, Activity | Gap]] = [
        (busy.start, row) for row in page.today.timed if (busy := busy_on(row, page.day)) is not None
    ]
    pieces += [(gap.start, gap) for gap in _free(page)]
    shown_now = not page.is_today
    for begins, piece in sorted(pieces, key=_piece_order):
        if not shown_now and begins >= page.now:
            yield _now_line(page)
            shown_now = True
        yield from _block(page, piece) if isinstance(piece, Activity) else (_gap_line(piece),)
    if not shown_now and pieces:
        yield _now_line(page)


def _piece_order(piece: tuple[dt.datetime, Activity | Gap]) -> tuple[dt.datetime, bool]:
    return piece[0], isinstance(piece[1], Gap)


def _free(page: DayPage) -> tuple[Gap, ...]:
    hours = working_hours(page.plan, page.day)
    if not page.today.capacity_minutes or hours is None:
        return ()
    start, end = hours
    if page.is_today:
        start = max(start, page.now)
    return tuple(gap for gap in gaps(page.today.rows, start, end) if gap.minutes >= _SHORTEST_GAP)


def _gap_line(gap: Gap) -> Line:
    text = _("free {duration}").format(duration=duration(gap.minutes))
    start = clock(gap.start.time())
    return Line((Part(f"  {start} · ", "free"), Part(text, "free")), target=Target("gap", start))


def _now_line(page: DayPage) -> Line:
    text = _("now {time}").format(time=clock(page.now.time()))
    return Line((Part("──", "now"), Part(f" {text} ", "now")), rule=True)


def _block(page: DayPage, row: Activity) -> Iterator[Line]:
    """Yield a timed row: it grows with its duration, and its details fill what it has grown by."""
    work, busy = at_work_on(row, page.day), busy_on(row, page.day)
    if work is None or busy is None:
        return
    if busy.start < work.start:
        yield _travel_line(TimeSpan(busy.start, work.start))
    first = row_line(page, row, clock(work.start.time()), labels.length_on(row, page.day))
    yield first
    last = row.end_date if row.end_date is not None and row.end_date > page.day else None
    until = [] if last is None else [Part(_("until {date}").format(date=day_and_month(last)), "muted")]
    below = [*until, *_below(page, row)]
    late = _late(page, row)
    height = min(_MOST_LINES, work.minutes // _MINUTES_A_LINE)
    grown = max(len(below) + 1, height - len(late) if row.is_open else 1)
    for number in range(grown - 1):
        text = below[number] if number < len(below) else Part("")
        yield Line((Part("    ┆     ", "muted"), text), target=first.target)
    yield from late
    if work.end < busy.end:
        yield _travel_line(TimeSpan(work.end, busy.end))


def _travel_line(way: TimeSpan) -> Line:
    return Line((Part(f"  {clock(way.start.time())} ┈ {labels.travel(way.minutes)}", "muted"),))


def _below(page: DayPage, row: Activity) -> Iterator[Part]:
    details = labels.details(page.plan, row, hide=page.hide)
    if details:
        yield Part(" · ".join(details), "muted")
    warnings = (each for each in page.today.warnings if each.late is None)
    yield from (Part(f"! {each}", "warning") for each in labels.warnings_for(warnings, row, hide=page.hide))


def _late(page: DayPage, row: Activity) -> tuple[Line, ...]:
    """Return the lines of the service cases that a row comes too late for; they open the case."""
    found = (each.late for each in page.today.warnings if row.id in each.ids and each.late is not None)
    return tuple(
        Line(
            (Part("    ┆     ", "muted"), Part(f"! {labels.late_words(late)}", "warning")),
            target=Target("case", late.case),
        )
        for late in found
    )


def row_line(page: DayPage, row: Activity, when: str, length: str | None = None) -> Line:
    """Return the first line of a row: its mark, when, its channel's sign, its title, how long."""
    mark = "*" if row.id in page.marked else labels.mark(row, page.now)
    style = "done" if not row.is_open else "title"
    mark_style = "overdue" if mark in {"!", "*"} else style
    left = (
        Part(f"{mark} ", mark_style),
        Part(f"{when} " if when else "", "done" if style == "done" else "time"),
        Part(f"{labels.sign(page.plan, row)} ", "done" if style == "done" else "sign"),
        Part(labels.title(page.plan, row, hide=page.hide), style),
    )
    must = Part(" ‼", "warning") if row.priority == 1 and row.is_open else Part("")
    length = labels.length(row) if length is None else length
    blocked = Part(" ⊘", "overdue") if is_blocked(page.plan, row, page.now) else Part("")
    moved = Part(f" ↷{len(row.reschedules)}", "warning") if row.reschedules and row.overdue(page.now) else Part("")
    right = (
        blocked,
        must,
        moved,
        Part(f" {length} " if length else " ", "muted" if row.state is not State.IN_PROGRESS else "now"),
    )
    return Line(left, right, Target("activity", row.id))


def _untimed(page: DayPage) -> Iterator[Line]:
    rows = page.today.untimed
    if rows:
        yield _heading(_("without a time"))
    for row in sorted(rows, key=lambda row: row.priority or 9):
        yield row_line(page, row, _days(row, page.day))
        yield from (
            Line((Part("    ┆ ", "muted"), part), target=Target("activity", row.id)) for part in _below(page, row)
        )
        yield from _late(page, row)


def _service(page: DayPage) -> Iterator[Line]:
    """Yield the open service cases to be seen to, that no row of the day stands for."""
    cases = page.today.cases
    if not cases:
        return
    from salgsplan_tui.tui.service_words import pressing_words  # noqa: PLC0415  # most days have none

    yield _heading(_("service"))
    for case in cases:
        words = pressing_words(page.plan, case, page.now, hide=page.hide)
        mark = Part("! ", "overdue") if words.is_late else Part("  ")
        left = (mark, Part("✚ ", "sign"), Part(words.title, "title"))
        target = Target("case", case.id)
        yield Line(left, (Part(f" {words.clock or words.note} ", "warning"),), target)
        if words.clock and words.note:  # beside the clock it would take the title's room
            yield Line((Part("    ┆ ", "muted"), Part(words.note, "warning")), target=target)


def _days(row: Activity, day: dt.date) -> str:
    if row.end_date is not None and row.end_date > day:
        return _("until {date}").format(date=day_and_month(row.end_date))
    return _("by {date}").format(date=day_and_month(row.due)) if row.due else ""


def _material(page: DayPage) -> Iterator[Line]:
    if page.today.material:
        yield _heading(_("material to deliver"))
    yield from (material_line(page, row) for row in page.today.material)


def material_line(page: DayPage, row: Activity) -> Line:
    """Return the line of a row whose material is to be delivered: until when, and the day that it is for."""
    line = row_line(page, row, labels.material_due(row))
    is_late = row.material_due is not None and row.material_due < page.now.date() and row.id not in page.marked
    left = (Part("! ", "overdue"), *line.left[1:]) if is_late else line.left
    return Line(left, (Part(f" → {labels.place(row)} ", "muted"),), line.target)


def _week(page: DayPage) -> Iterator[Line]:
    rows = [row for row in page.week_rows if row.is_open and row not in page.today.rows]
    if rows:
        yield _heading(_("this week, no day yet"))
    for row in rows:
        yield row_line(page, row, _("by {date}").format(date=day_and_month(row.due)) if row.due else "")
