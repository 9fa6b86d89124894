"""What stands for a sign that a terminal's encoding lacks, cell for cell wherever one letter can do it."""

from typing import Final
from unicodedata import category, normalize

_INSTEAD: Final = {
    **dict.fromkeys("–—−─━┄┈", "-"),
    **dict.fromkeys("│┆┊", ":"),
    **dict.fromkeys("«»“”„", '"'),
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("\xa0\u202f", " "),
    **dict.fromkeys("●•◆", "*"),
    "═": "=",
    "○": "o",
    "∅": "0",
    "·": "-",
    "…": "~",
    "×": "x",
    "✓": "v",
    "✗": "x",
    "▶": ">",
    "→": ">",
    "‼": "!",
    "█": "#",
    "░": ".",
    "æ": "ae",
    "Æ": "AE",
    "ø": "o",
    "Ø": "O",
    "å": "a",
    "Å": "A",
}
_ANY_SIGN: Final = "*"
_ANY_LETTER: Final = "?"


def in_encoding(text: str, encoding: str) -> str:
    """Return the text with every character that the encoding lacks replaced by one it has."""
    return "".join(_replaced(character, encoding) for character in text)


def _replaced(character: str, encoding: str) -> str:
    for candidate in (character, _INSTEAD.get(character, ""), normalize("NFKD", character)[:1]):
        if candidate and _has(candidate, encoding):
            return candidate
    return _ANY_SIGN if category(character)[0] == "S" else _ANY_LETTER


def _has(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
