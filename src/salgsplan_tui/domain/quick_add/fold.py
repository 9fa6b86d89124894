"""The form in which names are compared: without case and accents, ø as o, æ as ae, å and «aa» as a (chapter 7.2)."""

import re
from typing import Final
from unicodedata import combining, normalize

_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})
_RUN_OF_A: Final = re.compile("aa+")


def fold(text: str) -> str:
    """Return a text as names are compared: "odegard" is «Ødegård»."""
    plain = text.lower() if text.isascii() else _bare(text)
    return _RUN_OF_A.sub("a", plain)


def _bare(text: str) -> str:
    decomposed = normalize("NFKD", normalize("NFKD", text).casefold()).translate(_LETTERS)
    return "".join(letter for letter in decomposed if not combining(letter))
