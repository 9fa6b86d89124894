"""What a report is made of: sections in order, and in them figures, tables, lists and charts of typed values.

A value keeps what it was counted from, so that the reports of several sellers can be added up: a share its part and
its whole, an average its sum and its number.
"""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Final, Literal, NamedTuple

from salgsplan_tui.domain.dates import Span, month_key
from salgsplan_tui.domain.issued import ReportKind

ItemKind = Literal[
    "text", "code", "kr", "ore", "number", "share", "hours", "ratio", "level", "day", "time", "days", "week", "nothing"
]
"""What a value is: a person's words, a code with a name, whole kroner, kroner and øre, a count, a share of something,
minutes shown as hours, one number to another, a level that is only told, a date, a time, several days, and a week or a
month by its key."""
Number = int | Fraction

ADDITIVE: Final = frozenset({"kr", "ore", "number", "hours"})
"""The kinds that add up over sellers."""


class Item(NamedTuple):
    """One value; `value` is None where it cannot be told (a divisor of 0), and shown as «–»."""

    kind: ItemKind
    value: object = None
    part: Fraction | None = None
    """Of a share or an average: what is shared."""
    whole: Fraction | None = None
    """Between how many; it is also the n of a rate."""
    unit: str | None = None
    """Of a code, whose code it is; of a level or an average, its unit; "n" of a share of things that are counted, and
    "market" of what all sellers have in common."""
    decimals: int = 0


NOTHING: Final = Item("nothing")
"""An empty field."""


class Figure(NamedTuple):
    """A figure with its code; what it counts and how is told by the code's definition."""

    code: str
    item: Item
    against: Item | None = None
    """What it is held against: a target, what was planned."""


class Figures(NamedTuple):
    """Figures under one another."""

    code: str
    figures: tuple[Figure, ...]
    span: Span | None = None
    """The days they are counted over, where those are not the report's own."""


class Table(NamedTuple):
    """Rows under headings."""

    code: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Item, ...], ...]
    keys: int = 1
    """So many of the first columns tell what a row is about; rows of several sellers that agree there are added up."""
    has_total: bool = False
    """The last row is the sum of the others."""
    is_list: bool = False
    """Its rows stand for themselves: those of several sellers stand one after the other, with the seller's name."""
    span: Span | None = None


class Lines(NamedTuple):
    """Sentences or names under one another; the first items of each are words, numbers may follow."""

    code: str
    lines: tuple[tuple[Item, ...], ...]


class Bar(NamedTuple):
    """One bar of a chart, and a mark to hold it against."""

    label: Item
    value: Fraction
    mark: Fraction | None = None


class Chart(NamedTuple):
    """Bars with one scale."""

    code: str
    bars: tuple[Bar, ...]
    unit: Literal["kr", "hours", "number"] = "kr"


Block = Figures | Table | Lines | Chart


class Section(NamedTuple):
    """A part of the outline, with its number there."""

    number: int
    code: str
    blocks: tuple[Block, ...]


class Report(NamedTuple):
    """A report, ready to be laid out in any format and either language."""

    kind: ReportKind
    period: str
    span: Span
    as_of: dt.date
    title: str = ""
    """A programme's own title."""
    sections: tuple[Section, ...] = ()
    left_out: tuple[str, ...] = ()
    """The codes of the sections that were chosen to be left out."""
    withheld: tuple[tuple[str, int], ...] = ()
    """What the rules of privacy keep back, by code, and how many times."""
    sellers: tuple[str, ...] = ()
    """Whose report it is."""
    is_empty: bool = False
    """There is nothing in the plan to tell of."""
    figures: tuple[Figure, ...] = ()
    """Its main figures, for the next report and for the leader of several sellers."""
    rows: tuple[str, ...] = ()
    """The planned rows it tells of, "a26 2027-02-16 09:00", so that the next one can tell what changed."""

    def without(self, codes: Iterable[str]) -> "Report":
        """Return the report without these sections; the others keep their numbers."""
        gone = tuple(section.code for section in self.sections if section.code in set(codes))
        kept = tuple(section for section in self.sections if section.code not in gone)
        return self._replace(sections=kept, left_out=(*self.left_out, *gone))

    def section(self, code: str) -> Section | None:
        """Return a section by its code."""
        return next((each for each in self.sections if each.code == code), None)


def text(words: str | None) -> Item:
    """Return a person's words."""
    return Item("text", words) if words else NOTHING


def code(value: str | None, names: str) -> Item:
    """Return a code, and which names it has."""
    return NOTHING if value is None else Item("code", value, unit=names)


def kr(ore: Number | None) -> Item:
    """Return an amount in øre that is shown in whole kroner."""
    return Item("kr", None if ore is None else Fraction(ore))


def ore(amount: Number | None) -> Item:
    """Return an amount that is shown in kroner and øre (S41)."""
    return Item("ore", None if amount is None else Fraction(amount))


def number(count: Number | None, decimals: int = 0) -> Item:
    """Return a count."""
    return Item("number", None if count is None else Fraction(count), decimals=decimals)


def hours(minutes: Number | None) -> Item:
    """Return minutes that are shown as hours."""
    return Item("hours", None if minutes is None else Fraction(minutes), decimals=1)


def share(part: Number | None, whole: Number | None, unit: str | None = None) -> Item:
    """Return a share with its n; of nothing there is none."""
    return _quotient("share", part, whole, unit)


def rate(part: Number | None, whole: Number | None) -> Item:
    """Return a share of things that are counted, which is told with its n beside it (chapter 4)."""
    return share(part, whole, "n")


def ratio(part: Number | None, whole: Number | None, unit: str | None = None) -> Item:
    """Return one number to another, with two decimals; an average in kroner or hours where the unit says so."""
    return _quotient("ratio", part, whole, unit)._replace(decimals=2)


def level(value: Number | None, unit: str | None) -> Item:
    """Return a figure in hundredths of its unit that is told and not counted from parts, such as a target."""
    return Item("level", None if value is None else Fraction(value), unit=unit)


def day(date: dt.date | None) -> Item:
    """Return a date."""
    return NOTHING if date is None else Item("day", date)


def time(clock: dt.time | None) -> Item:
    """Return a time of day."""
    return NOTHING if clock is None else Item("time", clock)


def days(span: Span) -> Item:
    """Return several days, the last included."""
    return Item("days", (span.start, span.last))


def week(key: str) -> Item:
    """Return a week."""
    return Item("week", key)


def month(first: dt.date) -> Item:
    """Return the month of a day."""
    return Item("week", month_key(first))


def _quotient(kind: ItemKind, part: Number | None, whole: Number | None, unit: str | None) -> Item:
    if part is None or whole is None:
        return Item(kind, unit=unit)
    value = None if whole == 0 else Fraction(part) / Fraction(whole)
    return Item(kind, value, Fraction(part), Fraction(whole), unit)
