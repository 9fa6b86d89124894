"""Searches in the raw bytes of files: thirty times faster than parsing, so that ten years cost no wait.

Each may find too much, for the words can stand in a note as well, and never too little in what our emitter writes or
a person plausibly types; what is found is then read properly.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final

from salgsplan_tui.domain.activity import OPEN, State
from salgsplan_tui.domain.recurrence import occurrence_of
from salgsplan_tui.domain.service import CaseState

_HEADER: Final = b"\n[[activity]]\n"
_OPEN: Final = {quote: [quote + state.encode() + quote for state in sorted(OPEN)] for quote in (b'"', b"'")}
NEEDS: Final = b"needs"
"""Where this stands nowhere, nothing was needed from the leader."""
END_DATE: Final = b"end_date"
"""Where this stands nowhere, no row covers several days."""
_MATERIAL: Final = b"material_due"
_OPEN_CASES: Final = tuple(state.encode() for state in CaseState if state is not CaseState.CLOSED)
_OCCURRENCE: Final = b"occurrence"
_FIRMLY_DUE: Final = frozenset(state.encode() for state in OPEN - {State.DRAFT})


def may_concern_later_days(data: bytes) -> bool:
    """Say whether a week file may hold an open row, or one that covers several days."""
    return END_DATE in data or _names_open_state(data) or lacks_states(data)


def _names_open_state(data: bytes) -> bool:
    """Say whether an open state stands between quotes; most files have but one sort of them."""
    return any(word in data for quote, words in _OPEN.items() if quote in data for word in words)


def later_blocks(data: bytes) -> bytes | None:
    """Return the blocks of a week file that are open or cover several days, or None where they cannot be told apart."""
    if lacks_states(data):
        return None
    return blocks_that(may_concern_later_days, data)


def blocks_that(concern: Callable[[bytes], bool], data: bytes) -> bytes | None:
    """Return the blocks of a week file that are of concern, or None where they cannot be told apart.

    What looks like a header may stand inside a long string; then the quotes around it do not pair.
    """
    pieces = data.split(_HEADER)
    unpaired = any(piece.count(quotes) % 2 for quotes in (b'"""', b"'''") if quotes in data for piece in pieces)
    if unpaired or data.count(b"[[") != len(pieces) - 1:
        return None
    return b"".join(_HEADER + piece for piece in pieces[1:] if concern(_HEADER + piece))


def material_is_due(data: bytes, day: str) -> bool:
    """Say whether a week file names a deadline for material that is on a day, "2027-02-17", or before it."""
    if _MATERIAL not in data:
        return False
    found = re.findall(rb"""material_due["']?[ \t]*=[ \t]*["']?(\d{4}-\d\d-\d\d)""", data)
    return any(due <= day.encode() for due in found)


def open_rows(data: bytes) -> int:
    """Return how many rows of a week gone by are planned and not settled."""
    states = re.findall(rb"""\bstate["']?[ \t]*=[ \t]*["'](\w+)""", data)
    return sum(state in _FIRMLY_DUE for state in states) + max(0, data.count(b"[[activity]]") - len(states))


def ids(data: bytes, beginning: str = "") -> list[str]:
    """Return the ids in a file that begin so, in its order."""
    start = beginning.encode()
    if b'"' + start not in data and b"'" + start not in data:
        return []
    pattern = rb"""id["']?[ \t]*=[ \t]*["'](""" + re.escape(start) + rb"""[0-9a-z-]*)["']"""
    return [found.decode() for found in re.findall(pattern, data)]


def names_one_of(data: bytes, ids: Iterable[str]) -> bool:
    """Say whether a file holds one of these ids as a value."""
    return any(quote + each.encode() + quote in data for each in ids for quote in (b'"', b"'"))


def may_hold_open_case(data: bytes) -> bool:
    """Say whether a file of service cases may hold one that is not closed."""
    states = data.count(b"\nstate ") + data.count(b"\nstate=")
    lacks = data.count(b"[case]") + data.count(b"case =") > states
    return lacks or any(quote + state + quote in data for state in _OPEN_CASES for quote in (b'"', b"'"))


def touched_occurrences(data: bytes) -> frozenset[str]:
    """Return the ids in a file that are those of occurrences of series."""
    return frozenset(filter(occurrence_of, ids(data))) if _OCCURRENCE in data else frozenset()


def last_day(data: bytes) -> str | None:
    """Return the last day that a sales plan's file names, "2027-03-31", or None where none is found."""
    found = re.search(rb"""\bend["']?[ \t]*=[ \t]*["']?(\d{4}-\d\d-\d\d)""", data)
    return found[1].decode() if found else None


def lacks_states(data: bytes) -> bool:
    """Say whether a block may leave its state to be told from its date."""
    states = data.count(b"\nstate ") + data.count(b"\nstate=")
    return data.count(b"[activity]") + data.count(b"activity =") > states
