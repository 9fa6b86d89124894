"""Names to take with Tab while a line is typed: after «@», and wherever the last words begin like a known name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language.sorting import folded, sort_key

_BEGINNINGS: Final = re.compile(r"(?<!\S)\S")
_SHORTEST: Final = 2
_MOST_WORDS: Final = 3


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
