"""How the fields of plans and their parts are read, and what stands in them before anything is typed."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.amounts import rounded
from salgsplan_tui.domain.dates import bucket_span
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.part_lines import PARTS, LineReader
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import Goal
from salgsplan_tui.domain.quick_add.numbers import decimal_of
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.language.formats import amount_exact, long_date, number, percent
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.dialogs.form_fields import written_amount
from salgsplan_tui.tui.dialogs.item_words import amount_of
from salgsplan_tui.tui.dialogs.record_fields import Meant, Options

_HUNDRED: Final = 100
_WHOLE: Final = 100_00
YES: Final = "yes"
NONE: Final = "–"
"""The words for the choice of none of them."""


@dataclass(frozen=True)
class PlanReader:
    """How the words in the fields are understood."""

    desk: Desk

    @property
    def plan(self) -> Plan:
        """Everything known."""
        return self.desk.plan

    @property
    def lines(self) -> LineReader:
        """How lines of parts are read."""
        desk = self.desk
        return LineReader(lambda text: amount_of(text, desk.read), desk.read_days, desk.read_goal, desk.session.new_id)

    def amount(self, text: str) -> Meant:
        """Read an amount."""
        if not text.strip():
            return Meant()
        ore = amount_of(text, self.desk.read)
        return Meant(ore, amount_exact(ore))

    def some_amount(self, text: str) -> Meant:
        """Read an amount that has to be there."""
        found = self.amount(text)
        return Meant(0, amount_exact(0)) if found.value is None else found

    def past_day(self, text: str) -> Meant:
        """Read a day that may have passed; without a year it is the nearest one."""
        return self._day(text, lambda words: self.desk.read_days(words).start)

    def coming_day(self, text: str) -> Meant:
        """Read a day that lies ahead, or the last day of a period."""
        return self._day(text, lambda words: _last_day(self.desk.read_when(words)))

    @staticmethod
    def _day(text: str, read: Callable[[str], dt.date | None]) -> Meant:
        if not text.strip():
            return Meant()
        day = read(text.strip())
        if day is None:
            raise NotUnderstoodError("not_a_day", text=text.strip())
        return Meant(day, long_date(day))

    def parts(self, field: str, text: str) -> Meant:
        """Read parts, a line each."""
        parts = PARTS[field](text, self.lines)
        visions = sum(1 for part in parts if isinstance(part, Goal) and part.is_vision)
        told = ngettext("{count} line", "{count} lines", len(parts)).format(count=len(parts)) if parts else ""
        if visions:
            words = ngettext("{count} is a vision so far", "{count} are visions so far", visions)
            told += " · " + words.format(count=visions)
        return Meant(parts, told)


def _last_day(place: Placement) -> dt.date | None:
    if place.date is None and place.bucket is not None:
        return bucket_span(place.bucket).last
    return place.end_date or place.date


def hundredths(text: str) -> Meant:
    """Read a number that is kept in hundredths."""
    plain = text.strip().rstrip("%").replace("\xa0", "").replace(" ", "")
    if not plain:
        return Meant()
    value = decimal_of(plain)
    if value is None:
        raise NotUnderstoodError("not_a_figure", text=text.strip())
    exact = rounded(Fraction(value) * _HUNDRED)
    return Meant(exact, number(Fraction(exact, _HUNDRED), 0 if exact % _HUNDRED == 0 else 2))


def share_field(text: str) -> Meant:
    """Read a percentage."""
    found = hundredths(text)
    if not isinstance(found.value, int):
        return found
    if found.value > _WHOLE:
        raise NotUnderstoodError("not_a_share", text=text.strip())
    return Meant(found.value, percent(Fraction(found.value, _HUNDRED), 2))


def signed_percent(text: str) -> Meant:
    """Read a percentage up or down: «5», «-2,5»."""
    plain = text.strip().lstrip("+")
    is_down = plain[:1] in {"-", "−"}
    found = hundredths(plain.lstrip("-−"))
    if not isinstance(found.value, int):
        return Meant(0)
    value = -found.value if is_down else found.value
    return Meant(value, percent(Fraction(value, _HUNDRED), 2))


def written_hundredths(value: int | None) -> str:
    """Return such a number as it is typed; 0 is told."""
    return "" if value is None else written_amount(value) or "0"


def title(text: str) -> Meant:
    """Read a title, which has to be there."""
    if not text.strip():
        raise NotUnderstoodError("title_needed")
    return Meant(" ".join(text.split()))


def picked(text: str) -> Meant:
    """Take the code that was picked."""
    return Meant(text or None)


def is_yes(text: str) -> Meant:
    """Read a yes or no."""
    return Meant(text == YES)


def whole(text: str) -> Meant:
    """Read the digit that was picked."""
    return Meant(int(text) if text else None)


def yes_or_no() -> Options:
    """Return the two answers."""
    return (("", _("no")), (YES, _("yes")))


def optional(options: Iterable[tuple[str, str]]) -> Options:
    """Return options with none of them first."""
    return (("", NONE), *options)


def titled(parts: Iterable[Value]) -> list[tuple[str, str]]:
    """Return parts as options: their ids and titles."""
    return [(str(getattr(part, "id", "")), str(getattr(part, "title", ""))) for part in parts]


def several(parts: Sequence[tuple[str, str]]) -> Callable[[str], Meant]:
    """Return how some of these are named: by their numbers, or by how their titles begin."""

    def read(text: str) -> Meant:
        chosen = [_one_of(word.strip(), parts) for word in text.split(",") if word.strip()]
        titles = dict(parts)
        return Meant(tuple(dict.fromkeys(chosen)), ", ".join(titles[each] for each in dict.fromkeys(chosen)))

    return read


def _one_of(word: str, parts: Sequence[tuple[str, str]]) -> str:
    if word.isdecimal() and 1 <= int(word) <= len(parts):
        return parts[int(word) - 1][0]
    found = [code for code, name in parts if code == word or name.casefold().startswith(word.casefold())]
    if len(found) != 1:
        raise NotUnderstoodError("not_a_goal", text=word)
    return found[0]


def numbers(ids: Iterable[str], parts: Sequence[tuple[str, str]]) -> str:
    """Return some parts by their numbers, as they are typed."""
    places = {code: str(place) for place, (code, _name) in enumerate(parts, start=1)}
    return ", ".join(places.get(each, each) for each in ids)
