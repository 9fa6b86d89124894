"""What another program's file says, made fit to be kept: nothing that hides, turns or commands gets in."""

import re
from typing import Final
from unicodedata import normalize

LONGEST: Final = 200
LONGEST_NOTE: Final = 10_000

_SEQUENCE: Final = re.compile("\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?|[\x1b\x9b]\\[?[0-?]*[ -/]*[@-~]|\x1b")
"""A command to a terminal."""
_HIDDEN: Final = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_FORMULA: Final = re.compile(r"[=@]|[+-][\d(]|[+-]\w+[(|!]")


def line(text: str, longest: int = LONGEST) -> str:
    """Return a text of one line: nothing hidden in it, single spaces, no longer than may be."""
    return " ".join(_shown(text).split())[:longest].strip()


def note(text: str) -> str:
    """Return a text of several lines, cleaned alike."""
    lines = (" ".join(each.split()) for each in _shown(text).replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()[:LONGEST_NOTE]


def hides(text: str) -> bool:
    """Say whether something in a text is hidden, or commands a terminal."""
    return not text.isprintable() and _HIDDEN.search(text) is not None


def is_formula(text: str) -> bool:
    """Say whether a spreadsheet would take a name for a formula."""
    return _FORMULA.match(text) is not None


def _shown(text: str) -> str:
    if text.isprintable():  # most are, and then nothing of the kind is in them
        return text if text.isascii() else normalize("NFC", text)
    return _HIDDEN.sub("", _SEQUENCE.sub("", normalize("NFC", text)))
