"""Searches in the raw bytes of files: thirty times faster than parsing, so that ten years cost no wait.

Each may find too much, for the words can stand in a note as well, and never too little in what our emitter writes or
a person plausibly types; what is found is then read properly.
"""

import re
from typing import Final

from salgsplan_tui.domain.activity import OPEN, State

_HEADER: Final = b"[[activity]]"
_OPEN: Final = tuple(quote + state.encode() + quote for state in OPEN for quote in (b'"', b"'"))
_STATE: Final = re.compile(rb"""(?<![\w-])state["']?[ \t]*=[ \t]*["'](\w+)""")
_END: Final = re.compile(rb"""(?<![\w-])end["']?[ \t]*=[ \t]*["']?(\d{4}-\d\d-\d\d)""")
_BLOCK: Final = re.compile(r"^(?=\[\[activity\]\]\s*$)", re.MULTILINE)
_FIRMLY_DUE: Final = frozenset(state.encode() for state in OPEN - {State.DRAFT})


def may_concern_later_days(data: bytes) -> bool:
    """Say whether a week file may hold an open row, or one that covers several days."""
    return b"end_date" in data or any(word in data for word in _OPEN) or _headers(data) > len(_STATE.findall(data))


def later_blocks(text: str) -> str | None:
    """Return those blocks of a week file that are open or cover several days, or None where they cannot be told apart.

    A line that looks like a header may stand inside a long string; then the quotes around it do not pair.
    """
    pieces = _BLOCK.split(text)
    if any(piece.count(quotes) % 2 for piece in pieces for quotes in ('"""', "'''")):
        return None
    return "".join(piece for piece in pieces[1:] if may_concern_later_days(piece.encode()))


def open_rows(data: bytes) -> int:
    """Return how many rows of a week gone by are planned and not settled."""
    states = _STATE.findall(data)
    return sum(state in _FIRMLY_DUE for state in states) + max(0, _headers(data) - len(states))


def ids(data: bytes, beginning: str = "") -> list[str]:
    """Return the ids in a file that begin so, in its order."""
    start = beginning.encode()
    if b'"' + start not in data and b"'" + start not in data:
        return []
    pattern = rb"""(?<![\w-])id["']?[ \t]*=[ \t]*["'](""" + re.escape(start) + rb"""[0-9a-z-]*)["']"""
    return [found.decode() for found in re.findall(pattern, data)]


def last_day(data: bytes) -> str | None:
    """Return the last day that a sales plan's file names, "2027-03-31", or None where none is found."""
    found = _END.search(data)
    return found[1].decode() if found else None


def _headers(data: bytes) -> int:
    return data.count(_HEADER)
