"""The customers as values and lines: whom the filter leaves, in what order, in the columns there is room for."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from salgsplan_tui.domain.customer_filter import EVERYBODY, CustomerFilter, nearest
from salgsplan_tui.domain.customer_history import CustomerRecord
from salgsplan_tui.domain.whom_to_call import Suggestion
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.formats import amount_rounded, number, short_day
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.language.sorting import sort_key
from salgsplan_tui.tui.columns import fitted
from salgsplan_tui.tui.customer_labels import stage_name
from salgsplan_tui.tui.customer_words import (
    NOTHING,
    ORDERS,
    Order,
    customer_name,
    days_ago,
    filter_words,
    next_day,
)
from salgsplan_tui.tui.labels import HIDDEN
from salgsplan_tui.tui.lines import Line, LinesAsSeen, Part, Target

_GAP: Final = "  "
_LEAST_NAME: Final = 20
"""Columns are left out before a name has fewer cells than this."""
_LATE: Final = dt.date.max


class CustomerRow(NamedTuple):
    """One customer of the list; without a suggestion it is one that nobody should call."""

    record: CustomerRecord
    suggestion: Suggestion | None

    @property
    def is_blocked(self) -> bool:
        """Say whether the rules forbid calling anybody there."""
        return self.suggestion is not None and self.suggestion.is_blocked


@dataclass(frozen=True)
class CustomersPage:
    """What the customers' list shows."""

    records: Mapping[str, CustomerRecord]
    suggestions: Sequence[Suggestion]
    """Whom to call, the most pressing first."""
    today: dt.date
    wanted: CustomerFilter = EVERYBODY
    order: Order = "call"
    marked: frozenset[str] = frozenset()
    hide: bool = False
    """Presentation mode: names and amounts are hidden."""

    @cached_property
    def rows(self) -> tuple[CustomerRow, ...]:
        """The customers that the filter leaves, in their order."""
        known = {each.record.customer.id: each for each in self.suggestions}
        kept = (record for record in self.records.values() if self.wanted.fits(record, self.today))
        rows = [CustomerRow(record, known.get(record.customer.id)) for record in kept]
        rows.sort(key=lambda row: sort_key(row.record.customer.name))
        if self.order == "call":
            places = {each.record.customer.id: place for place, each in enumerate(self.suggestions)}
            rows.sort(key=lambda row: places.get(row.record.customer.id, len(places)))
        elif self.order != "name":
            rows.sort(key=_KEYS[self.order])
        return tuple(rows)

    def like(self, other: "CustomersPage") -> "CustomersPage":
        """Return the page with the rows of another one, where that has the same ones."""
        same = self.records is other.records and self.suggestions is other.suggestions
        asked = (self.today, self.wanted, self.order) == (other.today, other.wanted, other.order)
        if same and asked and "rows" in vars(other):
            vars(self)["rows"] = other.rows  # as a cached property keeps it
        return self

    @property
    def nearest(self) -> CustomerRecord | None:
        """Who comes closest to the filter's days without contact, where nobody fits."""
        return nearest(tuple(self.records.values()), self.wanted, self.today)


def _last(row: CustomerRow) -> dt.date:
    last = row.record.last
    return dt.date.min if last is None or last.date is None else last.date


def _next(row: CustomerRow) -> tuple[dt.date, dt.time]:
    upcoming = row.record.next
    if upcoming is None or upcoming.span is None:
        return _LATE, dt.time.max
    return upcoming.date or upcoming.span.last, upcoming.start or dt.time.max


_KEYS: Final[Mapping[Order, Callable[[CustomerRow], tuple[dt.date, dt.time] | dt.date | int]]] = {
    "last": _last,
    "next": _next,
    "potential": lambda row: -(row.record.customer.potential or 0),
}


class Column(NamedTuple):
    """One column: its head, its cells, and what stands in it."""

    head: str
    width: int
    text: Callable[[CustomersPage, CustomerRow], Part]
    is_right: bool = False


def _class(_page: CustomersPage, row: CustomerRow) -> Part:
    return Part(row.record.customer.customer_class or NOTHING, "sign")


def _stage(_page: CustomersPage, row: CustomerRow) -> Part:
    return Part(stage_name(row.record.customer.stage))


def _last_contact(page: CustomersPage, row: CustomerRow) -> Part:
    days = days_ago(row.record.days_since(page.today))
    last = row.record.last
    day = None if last is None else last.date
    recently = "" if day is None or day.year != page.today.year else short_day(day)
    return Part(f"{days:>5} {recently}")


def _next_contact(_page: CustomersPage, row: CustomerRow) -> Part:
    if row.record.next is not None:
        return Part(next_day(row.record.next))
    return Part("! " + _("none"), "warning") if row.record.lacks_next_step else Part(NOTHING, "muted")


def _offers(page: CustomersPage, row: CustomerRow) -> Part:
    if not row.record.open_offers:
        return Part("")
    return Part(HIDDEN if page.hide else number_of(row.record.offered), "figure")


def _cases(_page: CustomersPage, row: CustomerRow) -> Part:
    cases = len(row.record.open_cases)
    return Part(f"✚ {cases}" if cases else "", "warning")


def _potential(page: CustomersPage, row: CustomerRow) -> Part:
    potential = row.record.customer.potential
    return Part("" if potential is None else HIDDEN if page.hide else number_of(potential))


def _segment(page: CustomersPage, row: CustomerRow) -> Part:
    return Part(HIDDEN if page.hide else safe_line(row.record.customer.segment or ""), "muted")


def _score(_page: CustomersPage, row: CustomerRow) -> Part:
    if row.suggestion is None or row.is_blocked:
        return Part("")
    return Part(number(row.suggestion.score, 1), "figure")


def number_of(ore: int) -> str:
    """Return whole kroner without the sign, for a column of amounts."""
    return number(Fraction(ore, 100))


_ALWAYS: Final = (
    Column(N_("last"), 12, _last_contact),
    Column(N_("next"), 10, _next_contact),
)
_SCORE: Final = Column(N_("points"), 6, _score, is_right=True)
_BY_ROOM: Final = (
    Column(N_("stage"), 14, _stage),
    Column(N_("offers"), 9, _offers, is_right=True),
    _SCORE,
    Column(N_("cases"), 5, _cases, is_right=True),
    Column(N_("potential"), 10, _potential, is_right=True),
    Column(N_("segment"), 24, _segment),
)
"""The columns that come where there is room, the most important first."""
_PLACES: Final = (
    N_("stage"),
    N_("last"),
    N_("next"),
    N_("points"),
    N_("offers"),
    N_("cases"),
    N_("potential"),
    N_("segment"),
)
"""The order in which they stand."""


@lru_cache(maxsize=8)  # it is asked for each line of a list
def columns(cells: int, order: Order) -> tuple[Column, ...]:
    """Return the columns beside mark, class and name that fit into so many cells."""
    chosen = [*_ALWAYS]
    for each in _BY_ROOM:
        is_wanted = each is not _SCORE or order == "call"
        if is_wanted and _name_cells(cells, [*chosen, each]) >= _LEAST_NAME:
            chosen.append(each)
    return tuple(sorted(chosen, key=lambda each: _PLACES.index(each.head)))


def _name_cells(cells: int, chosen: Sequence[Column]) -> int:
    return cells - 4 - sum(each.width + len(_GAP) for each in chosen) - 1


def customer_lines(page: CustomersPage, cells: int) -> Sequence[Line]:
    """Return the rows at this width; where there are none, why, and the way on."""
    if not page.rows:
        return tuple(Line((Part(f" {text}", "muted"),)) for text in _nobody(page))
    rows = page.rows
    targets = [Target("customer", row.record.customer.id) for row in rows]
    return LinesAsSeen(targets, lambda number: row_line(page, rows[number], cells))


def row_line(page: CustomersPage, row: CustomerRow, cells: int) -> Line:
    """Return one customer's line at this width."""
    chosen = columns(cells, page.order)
    return _line(page, row, chosen, max(8, _name_cells(cells, chosen)))


def heads_line(page: CustomersPage, cells: int) -> Line:
    """Return the heads of the columns."""
    chosen = columns(cells, page.order)
    name_cells = max(8, _name_cells(cells, chosen))
    heads = [fitted(_(each.head), each.width, is_right=each.is_right) for each in chosen]
    text = _GAP.join((f"    {fitted(_('customer'), name_cells)}", *heads))
    return Line((Part(text, "heading"),))


def _line(page: CustomersPage, row: CustomerRow, chosen: Sequence[Column], name_cells: int) -> Line:
    customer = row.record.customer
    mark = "*" if customer.id in page.marked else "⊘" if row.is_blocked else " "
    name = customer_name(customer, hide=page.hide)
    parts = [
        Part(f"{mark} ", "overdue"),
        _class(page, row),
        Part(f" {fitted(name, name_cells)}", "done" if row.is_blocked else "title"),
    ]
    for each in chosen:
        part = each.text(page, row)
        text = _GAP + fitted(part.text, each.width, is_right=each.is_right)
        parts.append(Part(text, "done" if row.is_blocked else part.style))
    return Line(tuple(parts), target=Target("customer", customer.id))


def _nobody(page: CustomersPage) -> tuple[str, ...]:
    if not page.records:
        return (
            _("No customers yet."),
            _("c makes one, and so does “call @Name” in a new activity."),
            _("i takes many in from another program's file."),
        )
    found = page.nearest
    days = None if found is None else found.days_since(page.today)
    if found is None or days is None:
        return (_("No customer fits. Esc shows all."),)
    name = customer_name(found.customer, hide=page.hide)
    closest = ngettext(
        "Closest is {name}: {count} day since the last contact.",
        "Closest is {name}: {count} days since the last contact.",
        days,
    )
    return (_("No customer fits. Esc shows all."), closest.format(name=name, count=days))


def head_line(page: CustomersPage, note: str = "") -> Line:
    """Return what is shown: the filter in words to the left, how many of how many and the order to the right."""
    asked = filter_words(page.wanted)
    left = [Part(" " + _("Customers"), "figure"), Part(f" · {asked}" if asked and not page.hide else "", "now")]
    shown, known = len(page.rows), len(page.records)
    count = str(known) if shown == known else _("{count} of {all}").format(count=shown, all=known)
    words = " · ".join(part for part in (note, count, _(ORDERS[page.order])) if part)
    return Line(tuple(left), (Part(f"{words} "),))


def amount_words(ore: int, *, hide: bool = False) -> str:
    """Return an amount in whole kroner."""
    return HIDDEN if hide else amount_rounded(ore)
