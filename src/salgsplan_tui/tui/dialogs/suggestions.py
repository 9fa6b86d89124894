"""What to take with Tab while a line is typed: names of people and firms, and after a key what stands in the programme.

A name is suggested after «@», and wherever the last words begin like a known one; after «linje:», «mål:» and «program:»
the budget lines, goals and activity programmes of the market programmes, those of the active one first.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from salgsplan_tui.domain.budget_lines import told_line
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.language.sorting import folded, sort_key

_BEGINNINGS: Final = re.compile(r"(?<!\S)\S")
_SHORTEST: Final = 2
_MOST_WORDS: Final = 3
_AFTER_KEY: Final = re.compile(r'(?<!\S)(\w+):(?:"([^"]*)|([^\s"]*))$')
KEYS: Final[Mapping[str, Literal["line", "goal", "programme"]]] = {
    **dict.fromkeys(("linje", "budsjettlinje", "line"), "line"),
    **dict.fromkeys(("mål", "maal", "mal", "goal"), "goal"),
    **dict.fromkeys(("program", "programme"), "programme"),
}
"""The keys after which something of the programme is suggested, as quick add reads them."""
_FOLDED_KEYS: Final = {folded(word): key for word, key in KEYS.items()}


@dataclass(frozen=True)
class Suggestion:
    """A name that fits, and the line with it taken."""

    words: str
    text: str


def suggestion(text: str, cursor: int, plan: Plan) -> Suggestion | None:
    """Return the first name that begins as the words before the cursor do, or None."""
    if cursor < len(text) and not text[cursor].isspace():
        return None
    typed = text[:cursor]
    after = _AFTER_KEY.search(typed)
    if after is not None and folded(after[1]) in _FOLDED_KEYS:
        return _after_key(after, text[cursor:], plan)
    for start in [match.start() for match in _BEGINNINGS.finditer(typed)][-_MOST_WORDS:]:
        with_sign = typed[start] == "@"
        beginning = typed[start:].lstrip('@"')
        # The first word says what is done, and one letter could begin anything.
        if not with_sign and (len(beginning) < _SHORTEST or start == 0):
            continue
        fitting = _that_begin(plan, beginning)
        if any(folded(name) == folded(beginning) for name, _at in fitting):
            return None
        if fitting:
            name, at = fitting[0]
            taken = f"{typed[:start]}{_written(name, with_sign=with_sign)} {text[cursor:].lstrip()}"
            return Suggestion(f"{name} · {at}" if at else name, taken)
    return None


def _after_key(after: re.Match[str], rest: str, plan: Plan) -> Suggestion | None:
    """Return the first part of a programme whose name has a word that begins as the words after a key do."""
    wanted = folded(after[2] or after[3] or "")
    names = dict.fromkeys(_parts(plan, _FOLDED_KEYS[folded(after[1])]))
    if any(folded(name) == wanted for _shown, name in names):
        return None
    fitting = [each for each in names if f" {wanted}" in f" {folded(each[0])}"]
    if not fitting:
        return None
    shown, name = fitting[0]
    value = f'"{name}"' if " " in name else name
    return Suggestion(shown, f"{after.string[: after.end(1)]}:{value} {rest.lstrip()}")


def _parts(plan: Plan, key: Literal["line", "goal", "programme"]) -> Iterator[tuple[str, str]]:
    """Yield what the market programmes hold of a kind: how it is shown, and how it is written in a line."""
    for programme in sorted(plan.sales_plans.values(), key=_active_first):
        if programme.level != "operative" or programme.status in {"closed", "archived"}:
            continue
        match key:
            case "line":
                yield from ((told_line(each), each.title or each.id) for each in programme.budget_lines)
            case "goal":
                yield from ((each.title, each.title) for each in programme.goals)
            case "programme":
                yield from ((each.title, each.title) for each in programme.programmes)


def _active_first(programme: SalesPlan) -> tuple[bool, dt.date]:
    return programme.status != "active", programme.start


def _that_begin(plan: Plan, beginning: str) -> list[tuple[str, str]]:
    """Return the names with a part that begins so, and their firms; those that begin so as a whole come first."""
    wanted = folded(beginning)
    fitting = (found for found in _names(plan) if f" {wanted}" in f" {folded(found[0])}")
    return sorted(fitting, key=lambda found: (not folded(found[0]).startswith(wanted), sort_key(found[0])))


def _names(plan: Plan) -> Iterator[tuple[str, str]]:
    for customer in plan.customers.values():
        yield customer.name, ""
        yield from ((contact.name, customer.name) for contact in customer.contacts if contact.name != customer.name)


def _written(name: str, *, with_sign: bool) -> str:
    if not with_sign:
        return name
    return f'@"{name}"' if " " in name else f"@{name}"
