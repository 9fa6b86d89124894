"""Norwegian order for lists, and the form in which a search compares texts (chapter 7.2)."""

import re
from typing import Final
from unicodedata import combining, normalize

_AFTER_Z: Final = {"æ": "{", "ø": "|", "å": "}"}
"""The signs that follow z, so that comparing by code point gives Norwegian order."""
_OUT_OF_THE_WAY: Final = {"{": "(", "|": "!", "}": ")", "~": "!"}
_SORTED_AS: Final = str.maketrans(
    _AFTER_Z
    | _OUT_OF_THE_WAY
    | {"ä": "{", "ę": "{", "ö": "|", "ő": "|", "œ": "|", "ü": "y", "ű": "y", "đ": "d", "ð": "d", "þ": "th", "ł": "l"}
)
_SEARCHED_AS: Final = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})
_RUN_OF_A: Final = re.compile("aa+")


def sort_key(text: str) -> tuple[str, str, str]:
    """Return what to sort by: … x y z æ ø å, «aa» as å; case and accents count only between otherwise equal texts."""
    folded = normalize("NFC", text.casefold())
    letters = folded.replace("aa", "å").translate(_SORTED_AS)
    return letters if letters.isascii() else _bare(letters), folded, text


def folded(text: str) -> str:
    """Return a text as a search compares it, both what is searched and what is searched for.

    Without case and accents, ø as o, æ as ae, å and «aa» as a: "odegard" finds «Ødegård», «Åsen» finds «Aasen».
    What stands inside a text is found by every part of it.
    """
    if text.isascii():
        return _RUN_OF_A.sub("a", text.lower())
    plain = normalize("NFKD", normalize("NFKD", text).casefold())
    return _RUN_OF_A.sub("a", _without_marks(plain.translate(_SEARCHED_AS)))


def _bare(text: str) -> str:
    return _without_marks(normalize("NFD", text))


def _without_marks(text: str) -> str:
    return "".join(letter for letter in text if not combining(letter))
