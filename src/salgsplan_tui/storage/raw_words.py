"""Words looked for in the raw bytes of files, so that «odegard» finds «Ødegård» without a parser (chapter 7.2).

A pattern may find too much, and never too little of what a file plausibly says: any Latin letter with a mark may stand
for any letter. What is found is read properly then.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from salgsplan_tui.domain.fold import fold

_PLAIN: Final = re.compile(r"[!#-\[\]-~]+")
"""What stands in a file as in a text: no quote, backslash, control or space, and no letter beyond the Latin ones."""
_OTHERS: Final = (
    *(rb"%c[\x80-\xbf]" % lead for lead in range(0xC3, 0xCA)),
    rb"\xe1[\xb8-\xbb][\x80-\xbf]",
)
"""Latin letters with a mark, or that are two letters, in UTF-8."""
_MORE_A: Final = rb"(?:[aA]|\xc3[\x85\xa5])*"
_RAISED: Final = "123"
_TWO_IN_ONE: Final = frozenset({"ae", "oe", "th", "ss", "ij", "dz", "lj", "nj"})
_MARKS: Final = rb"(?:[\xcc\xcd][\x80-\xbf])*"
_LEADS_OF_MARKS: Final = (b"\xcc", b"\xcd")


@dataclass(frozen=True)
class RawWord:
    """A word to be found in every spelling that folds alike."""

    folded: str

    @classmethod
    def of(cls, word: str) -> "RawWord | None":
        """Return what of a word can be looked for in raw bytes; None where that is nothing."""
        longest = max(_PLAIN.findall(fold(word)), key=len, default="")
        return cls(longest) if longest else None

    def found_in(self, data: bytes) -> bool:
        """Say whether these bytes may hold the word."""
        marked = any(lead in data for lead in _LEADS_OF_MARKS)
        return (self._with_marks if marked else self._pattern).search(data) is not None

    @cached_property
    def _pattern(self) -> re.Pattern[bytes]:
        return re.compile(b"".join(_spellings(self.folded, b"")))

    @cached_property
    def _with_marks(self) -> re.Pattern[bytes]:
        """The pattern for texts in which marks stand after their letters as characters of their own."""
        return re.compile(b"".join(_spellings(self.folded, _MARKS)))


def _spellings(folded: str, marks: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(folded):
        pair = folded[at : at + 2]
        rest = pair[1:] if pair in _TWO_IN_ONE else ""
        yield _letter(folded[at], marks, b"".join(_spellings(rest, marks)))
        at += 1 + len(rest)


def _letter(letter: str, marks: bytes, rest: bytes) -> bytes:
    """Return a letter in every spelling, with the one after it where one sign may be both.

    Each alternative begins with a byte of its own: so the search knows what a word can begin with, and is fast.
    """
    cases = {letter.encode(), letter.upper().encode()}
    if letter in _RAISED:
        return rb"(?:%s|\xc2[\xb2\xb3\xb9])" % letter.encode()  # as in m²
    if not letter.isalpha():
        return re.escape(letter.encode())
    more = (_MORE_A if letter == "a" else b"") + marks
    alternatives = [*(case + more + rest for case in sorted(cases))]
    others = [*(other + more + (b"(?:%s)?" % rest if rest else b"") for other in _OTHERS)]
    return b"(?:%s)" % b"|".join(alternatives + others)
