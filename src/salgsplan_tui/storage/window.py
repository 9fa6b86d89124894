"""What painting a day needs: its week, what belongs to no week, and back over the running programme what is open."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from salgsplan_tui.domain.dates import Span, first_of_month, week_key, week_span
from salgsplan_tui.domain.period_review import due_on, home_of
from salgsplan_tui.domain.sheet import UNPLACED, Sheet
from salgsplan_tui.storage.names import IMPROVEMENT, ISSUED, PRIVATE, service_files, sheet_file, week_files
from salgsplan_tui.storage.reading import raw
from salgsplan_tui.storage.searching import NEEDS, material_is_due, may_hold_open_case, names_one_of
from salgsplan_tui.storage.shelf import Shelf

_WEEKS: Final = 13
"""A quarter: so far back goes the look even where no programme runs."""
_IN_QUARTER: Final = 3
_MOST_WEEKS: Final = 53
"""A programme lasts a year at most (chapter 3.2)."""


def need_day(shelf: Shelf, day: dt.date) -> None:
    """Read what painting a day needs."""
    shelf.need([sheet_file(week_key(day)), sheet_file(UNPLACED)])
    first = first_day(shelf, day)
    shelf.need_later_rows(sheet_file(week_key(monday)) for monday in _mondays(first, day))
    need_material(shelf, day)
    need_review_notes(shelf, day)


def need_open_cases(shelf: Shelf) -> None:
    """Read the service cases that are open, and what was done and is planned in them.

    What is told of them is whether their next activity comes in time, so that one has to be known in whatever week.
    """
    shelf.need(file for file in service_files(shelf.home) if may_hold_open_case(raw(shelf.home, file)))
    if not any(each.is_open for each in shelf.plan.cases.values()):
        return
    from salgsplan_tui.domain.case_rows import rows_of  # noqa: PLC0415  # only where there are open cases

    looked_for: set[str] = set()
    while True:
        cases = [each for each in shelf.plan.cases.values() if each.is_open]
        named = {identity for each in cases for identity in each.activities}
        named |= {row.next for each in cases for row in rows_of(shelf.plan, each) if row.next is not None}
        unknown = {each for each in named - looked_for if not shelf.plan.holds(each)}
        if not unknown:
            return
        looked_for |= unknown
        first = sheet_file(week_key(min(each.day for each in cases)))
        since = (file for file in week_files(shelf.home) if file >= first)
        _need_naming(shelf, (sheet_file(UNPLACED), *since), unknown)


def need_service(shelf: Shelf, span: Span) -> None:
    """Read what the view of service shows: all cases and orders, a period's figures, the improvement areas."""
    need_programme(shelf, span)
    need_open_cases(shelf)


def need_report(shelf: Shelf, span: Span) -> None:
    """Read what a report on some days tells of: their weeks, the programmes they lie in, all sales, needs, areas.

    The private file is read for the looks back that the seller shares.

    What was planned in them may have been moved to any week since.
    """
    need_programme(shelf, span)
    for plan in tuple(shelf.plan.sales_plans.values()):
        if plan.kind == "market_programme" and plan.span.touches(span):
            need_programme(shelf, plan.span)
    shelf.need([IMPROVEMENT, ISSUED, PRIVATE])
    need_open_cases(shelf)
    need_needs(shelf)
    frozen = (shelf.plan.sheets.get(week_key(day), Sheet()).snapshot for day in span.days())
    held = {identity for snapshot in frozen if snapshot is not None for identity in snapshot.rows}
    moved = tuple(each for each in held if not shelf.plan.holds(each))
    if moved:
        _need_naming(shelf, (sheet_file(UNPLACED), *reversed(week_files(shelf.home))), moved)


def need_quarter_review(shelf: Shelf, quarter: Span) -> None:
    """Read what the review of a quarter looks at: all that its report tells, the plans above, and the quarter after."""
    shelf.need_plans(dt.date.min)
    need_report(shelf, Span(quarter.start, first_of_month(quarter.end.year, quarter.end.month + _IN_QUARTER)))


def need_review_notes(shelf: Shelf, day: dt.date) -> None:
    """Read the weeks in which it is noted how far the reviews have come that are due on a day."""
    shelf.need(sheet_file(home_of(period)) for period in due_on(shelf.plan, day))


def need_material(shelf: Shelf, day: dt.date) -> None:
    """Read the weeks ahead in which something stands whose material has to be delivered by a day."""
    ahead = (sheet_file(week_key(monday)) for monday in _mondays_after(day))
    unread = (file for file in ahead if file not in shelf.readings or not shelf.readings[file].is_whole)
    shelf.need([file for file in unread if material_is_due(raw(shelf.home, file), day.isoformat())])


def _mondays_after(day: dt.date) -> Iterator[dt.date]:
    """Yield the Mondays of the year of weeks after that of a day, as far as there are days."""
    first = _monday(day).toordinal() + 7
    for ordinal in range(first, min(first + 7 * _MOST_WEEKS, dt.date.max.toordinal()), 7):
        yield dt.date.fromordinal(ordinal)


def need_contacts(shelf: Shelf, today: dt.date) -> None:
    """Read what tells of the last and the next contact with people; what is older is read behind it."""
    shelf.need_yearly()
    first = sheet_file(week_key(first_day(shelf, today)))
    shelf.need([sheet_file(UNPLACED), *(file for file in week_files(shelf.home) if file >= first)])


def need_weeks(shelf: Shelf, weeks: Iterable[str]) -> None:
    """Read whole weeks, and what belongs to no week; the sales plans that were not over before them come along."""
    wanted = list(weeks)
    shelf.need([*map(sheet_file, wanted), sheet_file(UNPLACED)])
    if wanted:
        need_material(shelf, week_span(max(wanted)).last)
        shelf.need_plans(min(week_span(week).start for week in wanted))


def need_mentions(shelf: Shelf, ids: Collection[str]) -> None:
    """Read every file of activities in which one of these ids stands, and all offers and orders."""
    shelf.need_yearly()
    _need_naming(shelf, (*week_files(shelf.home), sheet_file(UNPLACED)), ids)


def need_needs(shelf: Shelf) -> None:
    """Read every week's file in which something was needed from the leader, for it is carried on until it is met."""
    for file in week_files(shelf.home):
        reading = shelf.readings.get(file)
        if (reading is None or not reading.is_whole) and NEEDS in raw(shelf.home, file):
            shelf.need([file])


def need_programme(shelf: Shelf, span: Span) -> None:
    """Read what the figures of a programme are counted from: its weeks, sales and service, and what led to them."""
    need_weeks(shelf, dict.fromkeys(map(week_key, span.days())))
    shelf.need_yearly()
    shelf.need([IMPROVEMENT])
    origins = {each.activity for each in shelf.plan.orders.values() if each.date in span}
    origins |= {each.activity for each in shelf.plan.offers.values() if each.day is not None and each.day in span}
    unknown = tuple(each for each in origins if each is not None and not shelf.plan.holds(each))
    if unknown:
        _need_naming(shelf, _files_before(shelf, span.start), unknown)


def _files_before(shelf: Shelf, day: dt.date) -> list[str]:
    """Return the week files of the year before a day; what is older has hardly led to a sale."""
    first, last = (sheet_file(week_key(each)) for each in (_weeks_before(day, _MOST_WEEKS), day))
    return [file for file in week_files(shelf.home) if first <= file <= last]


def _need_naming(shelf: Shelf, files: Iterable[str], ids: Collection[str]) -> None:
    """Read the files in which one of the ids stands, and those that cannot be searched, so that it is told."""
    for file in files:
        reading = shelf.readings.get(file)
        if reading is not None and reading.is_whole:
            continue
        data = raw(shelf.home, file)
        if not data or names_one_of(data, ids):
            shelf.need([file])


def first_day(shelf: Shelf, day: dt.date) -> dt.date:
    """Return the first day that painting a day looks back to, with the sales plans from then on read."""
    first = _weeks_before(day, _WEEKS)
    shelf.need_plans(first)
    running = [
        plan.start
        for plan in shelf.plan.sales_plans.values()
        if plan.kind == "market_programme" and plan.status in {"draft", "active"} and plan.start <= day <= plan.end
    ]
    earliest = max(min([first, *running]), _weeks_before(day, _MOST_WEEKS))
    shelf.need_plans(earliest)
    return earliest


def _weeks_before(day: dt.date, weeks: int) -> dt.date:
    return dt.date.fromordinal(max(1, day.toordinal() - 7 * weeks))


def _mondays(first: dt.date, day: dt.date) -> Iterator[dt.date]:
    """Yield the Mondays of the weeks from that of the first day up to, and without, that of the last."""
    for ordinal in range(_monday(first).toordinal(), _monday(day).toordinal(), 7):
        yield dt.date.fromordinal(ordinal)


def _monday(day: dt.date) -> dt.date:
    return dt.date.fromordinal(day.toordinal() - day.weekday())  # the Sunday may be beyond the end of time
