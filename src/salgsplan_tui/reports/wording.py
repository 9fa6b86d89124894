"""A report's values in words, in the language spoken now: names of codes, figures as people write them, dates."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from salgsplan_tui.domain.channels import Catalogue
from salgsplan_tui.domain.reports.privacy import CLASSES, PERSON, PRIVATE
from salgsplan_tui.domain.reports.values import Item
from salgsplan_tui.language import _, language
from salgsplan_tui.language.case_names import case_result_name, case_state_name
from salgsplan_tui.language.figures import UNKNOWN, figure, money, round_ore
from salgsplan_tui.language.formats import (
    amount_exact,
    amount_rounded,
    bucket,
    clock,
    date_range,
    day_and_month,
    full_date,
    hours,
    number,
    percent,
    short_day,
)
from salgsplan_tui.language.holiday_names import holiday_name
from salgsplan_tui.language.reason_names import lost_reason_name, reason_name
from salgsplan_tui.language.safe import clip, safe_line
from salgsplan_tui.reports import code_names
from salgsplan_tui.reports.figure_names import FIGURES
from salgsplan_tui.reports.section_names import HEADS

_HUNDRED: Final = 100
_LONGEST: Final = 1000
"""A text that is longer is cut: documents are made to be read, and JSON holds the whole of it."""
_LONGEST_CELL: Final = 400
_NAMES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "word": code_names.WORDS,
        "withheld": code_names.WITHHELD,
        "goal_status": code_names.GOAL_STATUSES,
        "area": code_names.AREAS,
        "step": code_names.STEPS,
        "class": code_names.CLASSES,
        "figure": FIGURES,
        "head": HEADS,
    }
)
_ELSEWHERE: Final[Mapping[str, Callable[[str], str]]] = MappingProxyType(
    {
        "reason": reason_name,
        "case_state": case_state_name,
        "case_result": case_result_name,
        "lost_reason": lost_reason_name,
        "holiday": holiday_name,
    }
)


@dataclass(frozen=True)
class Wording:
    """Says values; a catalogue knows what channels are called."""

    channels: Catalogue
    in_table: bool = False
    """Amounts without the currency and hours without the unit, for the page says them once."""

    def say(self, item: Item) -> str:
        """Return a value in words; «–» for what cannot be told."""
        match item.kind:
            case "nothing":
                return ""
            case "text":
                return self.words(str(item.value))
            case "code":
                return self.code(str(item.value), item.unit or "word")
        if item.value is None:
            return UNKNOWN
        return self._figure(item) if isinstance(item.value, Fraction) else _when(item)

    def words(self, text: str) -> str:
        """Return a person's words, with names that are kept back told as what they are."""
        shown = clip(safe_line(text), _LONGEST_CELL if self.in_table else _LONGEST)
        for mark, name in _marks().items():
            shown = shown.replace(mark, name)
        return shown

    def code(self, code: str, names: str) -> str:
        """Return the name of a code."""
        if names == "channel":
            return _("no channel") if code == "none" else safe_line(self.channels.name(code, language()))
        if names == "letter":
            return code if code in code_names.CLASSES and code != "none" else UNKNOWN
        if names in _ELSEWHERE:
            return _ELSEWHERE[names](code)
        table = _NAMES[names]
        return _(table[code]) if code in table else safe_line(code)

    def _figure(self, item: Item) -> str:
        value = item.value if isinstance(item.value, Fraction) else Fraction(0)
        match item.kind:
            case "share":
                return self._share(item, value)
            case "hours":
                return self._hours(value)
            case "ratio" if item.unit != "kr":
                return self._ratio(item, value)
            case "number":
                return number(value, 0 if value.denominator == 1 else max(1, item.decimals))
            case "level":
                return figure(value, item.unit)
        return self._money(value, is_exact=item.kind == "ore")

    def _money(self, ore: Fraction, *, is_exact: bool) -> str:
        if is_exact:
            return amount_exact(round_ore(ore))
        return money(ore) if self.in_table else amount_rounded(round_ore(ore))

    def _share(self, item: Item, value: Fraction) -> str:
        told = percent(value * _HUNDRED)
        if item.unit != "n" or item.part is None or item.whole is None:
            return told
        return _("{share} ({part} of {whole})").format(share=told, part=number(item.part), whole=number(item.whole))

    def _ratio(self, item: Item, value: Fraction) -> str:
        if item.unit in {"hours", "degree"}:
            told = self._hours(value) if item.unit == "hours" else number(value, 1)
            return _("{figure} (n={count})").format(figure=told, count=number(item.whole or 0))
        return number(value, item.decimals)

    def _hours(self, minutes: Fraction) -> str:
        told = hours(round_ore(minutes))
        return told if self.in_table else _("{hours} h").format(hours=told)


def _when(item: Item) -> str:
    match item.kind, item.value:
        case "day", dt.date() as day:
            return day_and_month(day)
        case "time", dt.time() as time:
            return clock(time)
        case "days", (dt.date() as first, dt.date() as last):
            return day_and_month(first) if first == last else f"{short_day(first)}–{short_day(last)}"
        case "week", str(key):
            return bucket(key)
    return safe_line(str(item.value))


def _marks() -> Mapping[str, str]:
    classes = {mark: _(code_names.CLASSES[name or "none"]) for name, mark in CLASSES.items()}
    return {PERSON: _(code_names.WORDS["person"]), PRIVATE: _(code_names.WORDS["private_customer"]), **classes}


def period_name(period: str, first: dt.date, last: dt.date) -> str:
    """Return what a period is called, with its days: «uke 7 · 15.–21. februar 2027», «februar 2027»."""
    dates = date_range(first, last)
    if "-W" in period:
        return f"{bucket(period)} · {dates}"
    if len(period) == len("2027") and period.isdecimal():
        return period
    is_bucket = len(period) == len("2027-02") and period[:4].isdecimal()
    return bucket(period) if is_bucket else dates


def as_of(day: dt.date) -> str:
    """Return on which day's knowledge something is told."""
    return _("as of {date}").format(date=full_date(day))
