"""From a key and its values to one sentence for a person.

A placeholder may say how its value is written: `{minutes:duration}`, `{candidates:or}`. Without that its type decides.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from string import Formatter
from types import MappingProxyType
from typing import Final

from salgsplan_tui.language import _, language, ngettext
from salgsplan_tui.language.error_texts import ERRORS
from salgsplan_tui.language.formats import amount, clock, duration, long_date, number
from salgsplan_tui.language.notice_texts import NOTICES
from salgsplan_tui.language.problem_texts import PROBLEMS
from salgsplan_tui.language.safe import safe_line

TEXTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        key: (wordings,) if isinstance(wordings, str) else wordings
        for key, wordings in (ERRORS | NOTICES | PROBLEMS).items()
    }
)
"""Each key's wordings in English, marked for translation: the first whose values are all known is said."""


_NAMED: Final = 8
"""So many of those that could be meant are named; of hundreds nobody reads more."""
_FIGURES: Final[Mapping[str, Callable[[int], str]]] = MappingProxyType(
    {"amount": amount, "duration": duration, "number": number}
)


def sentence(key: str, values: Mapping[str, object]) -> str:
    """Return the sentence of an error, a problem or a notice; one that has none yet is told by its key."""
    if key not in TEXTS:
        return _unworded(key, values)
    known = _Values((name, Written(value)) for name, value in values.items() if value is not None)
    return _(_wording(key, values)).format_map(known)


def refusal(key: str, values: Mapping[str, object]) -> str:
    """Return the sentence of a change that a fault in a file stands in the way of, with file and line before it.

    A sentence that names the file itself is said as it is.
    """
    path, line = values.get("path"), values.get("line")
    if path is None or line is None or key not in TEXTS or "path" in placeholders(_wording(key, values)):
        return sentence(key, values)
    nothing = _("Nothing was saved:")
    return f"{nothing} {Written(path)}:{Written(line)}: {sentence(key, values)}"


def _wording(key: str, values: Mapping[str, object]) -> str:
    given = {name for name, value in values.items() if value is not None}
    return next((each for each in TEXTS[key] if placeholders(each) <= given), TEXTS[key][-1])


def placeholders(text: str) -> set[str]:
    """Return the names of the values that a text wants."""
    return {name for _before, name, _form, _conversion in Formatter().parse(text) if name}


def _unworded(key: str, values: Mapping[str, object]) -> str:
    told = ", ".join(f"{name} = {Written(value)}" for name, value in values.items())
    return _("Something is wrong that has no words yet: {key} ({values}).").format(key=safe_line(key), values=told)


def _in_language(value: object) -> object:
    """Return the words of the language spoken, where a value holds them in both."""
    match value:
        case {"nb": norwegian, "en": english}:
            return norwegian if language() == "nb" else english
    return value


@dataclass(frozen=True, slots=True)
class Written:
    """A value that a sentence can hold: whatever it is, it comes out safe and on one line."""

    value: object

    def __format__(self, form: str) -> str:
        match form, self.value:
            case (("amount" | "duration" | "number"), int(figure)):
                return _FIGURES[form](figure)
            case (("holiday" | "lacks" | "plan_length"), code):
                return _named(form, code)
            case "or", [*many] if len(many) > _NAMED + 1:
                rest = len(many) - _NAMED
                more = ngettext("{count} other", "{count} others", rest).format(count=rest)
                return _("{others} or {last}").format(others=Written(many[:_NAMED]), last=more)
            case "or", [*others, last] if others:
                return _("{others} or {last}").format(others=Written(others), last=Written(last))
        return str(self)

    def __str__(self) -> str:
        match _in_language(self.value):
            case dt.datetime() as moment:
                return f"{long_date(moment)} {clock(moment.time())}"
            case dt.date() as day:
                return long_date(day)
            case dt.time() as time:
                return clock(time)
            case str(text):
                return safe_line(text)
            case [*items]:
                return ", ".join(str(Written(item)) for item in items)
        return safe_line(str(self.value))


def _named(form: str, code: object) -> str:
    """Return the names of codes, which are loaded with the first sentence that wants one."""
    from salgsplan_tui.language.holiday_names import holiday_name  # noqa: PLC0415  # few sentences have one
    from salgsplan_tui.language.plan_names import lack_name, plan_length_rule  # noqa: PLC0415  # as above

    name = {"holiday": holiday_name, "lacks": lack_name, "plan_length": plan_length_rule}[form]
    codes = code if isinstance(code, tuple) else (code,)
    return ", ".join(name(str(each)) for each in codes)


class _Values(dict[str, Written]):
    """The values of a sentence; one that was not given leaves a mark rather than no sentence at all."""

    def __missing__(self, name: str) -> Written:
        return Written("?")
