"""The form in which texts and names are compared: no case, no accents, ø as o, æ as ae, å and «aa» as a (7.2)."""

import re
from typing import Final
from unicodedata import combining, normalize

_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})
_RUN_OF_A: Final = re.compile("aa+")


def fold(text: str) -> str:
    """Return a text as names are compared: "odegard" is «Ødegård»."""
    plain = text.lower()
    if not plain.isascii():
        plain = plain.replace("ø", "o").replace("å", "a").replace("æ", "ae")  # ten times as fast as the whole way
        plain = plain if plain.isascii() else _bare(text)
    return _RUN_OF_A.sub("a", plain)


def _bare(text: str) -> str:
    decomposed = normalize("NFKD", normalize("NFKD", text).casefold()).translate(_LETTERS)
    return "".join(letter for letter in decomposed if not combining(letter))
