"""What may reach a terminal: text that no file, import or paste can turn into commands for it (storage.md 6.1)."""

from functools import cache
from typing import Final
from unicodedata import category, east_asian_width

ELLIPSIS: Final = "…"
_UNSHOWABLE: Final = "�"
_FIRST_MARK: Final = "\u0300"
"""Below it all that can be printed is one cell wide, and nothing is invisible but the soft hyphen."""

_INVISIBLE: Final = (
    *(range(0xAD, 0xAE), range(0x34F, 0x350), range(0x61C, 0x61D), range(0x115F, 0x1161), range(0x17B4, 0x17B6)),
    *(range(0x180B, 0x1810), range(0x200B, 0x2010), range(0x202A, 0x202F), range(0x2060, 0x2070)),
    *(range(0x3164, 0x3165), range(0xFE00, 0xFE10), range(0xFEFF, 0xFF00), range(0xFFA0, 0xFFA1)),
    *(
        range(0xFFF0, 0xFFFC),
        range(0x13430, 0x13440),
        range(0x1BCA0, 0x1BCA4),
        range(0x1D173, 0x1D17B),
        range(0xE0000, 0xE1000),
    ),
)
"""Unicode's characters without a glyph: text direction, joiners, variants, tags, byte order mark.

They turn text around, hide in it, or change widths in ways on which terminals differ.
"""
_NO_CELL: Final = (range(0x1160, 0x1200), range(0xD7B0, 0xD7FC), range(0x1F3FB, 0x1F400))
"""Letters and skin tones that join the character before them."""
_TWO_CELLS: Final = (
    *(range(0x2630, 0x2638), range(0x268A, 0x2690), range(0x4DC0, 0x4E00)),
    *(range(0x1D300, 0x1D357), range(0x1D360, 0x1D377)),
)
"""What Unicode 16 made wide, which older Pythons do not know."""
_LATER_WIDE: Final = (range(0x1F6D0, 0x1FB00), range(0x20000, 0x3FFFE))
"""Where new versions of Unicode add emoji and Chinese signs that this Python does not know yet."""


class _Signs(dict[int, str]):
    """What each character is shown as, learned as characters are met: nothing is built at the start."""

    def __missing__(self, code: int) -> str:
        sign = self[code] = _sign(code)
        return sign


_SIGNS: Final = _Signs()
_SPACES: Final = str.maketrans("\n\t", "  ")


def safe(text: str) -> str:
    """Return a text of several lines as a terminal may have it: controls as visible signs, the invisible left out."""
    if _plain(text):
        return text
    return text.replace("\r\n", "\n").translate(_SIGNS)


def safe_line(text: str) -> str:
    """Return the same on one line."""
    return text if _plain(text) else safe(text).translate(_SPACES)


def width(text: str) -> int:
    """Return how many cells a safe text of one line takes."""
    return len(text) if text.isascii() or max(text) < _FIRST_MARK else sum(map(_cells, text))


def clip(text: str, cells: int) -> str:
    """Cut a safe text of one line to so many cells, and show by «…» that it goes on."""
    if cells <= 0:
        return ""
    if width(text) <= cells:
        return text
    room = cells - 1
    for position, character in enumerate(text):
        room -= _cells(character)
        if room < 0:
            return text[:position] + ELLIPSIS
    return text


def _plain(text: str) -> bool:
    return text.isprintable() and (text.isascii() or max(text) < _FIRST_MARK)


def _sign(code: int) -> str:
    match category(chr(code)):
        case "Cc" if chr(code) in "\n\t":
            return chr(code)
        case "Cc" if code < 0x80:  # noqa: PLR2004  # the controls that Unicode has pictures of
            return "␡" if chr(code) == "\x7f" else chr(0x2400 + code)
        case "Cc" | "Cs":
            return _UNSHOWABLE
        case "Zl" | "Zp":
            return "\n"
    return "" if _within(code, _INVISIBLE) else chr(code)


@cache
def _cells(character: str) -> int:
    """Return the width of one character, as Rich and wcwidth count it."""
    code, kind = ord(character), category(character)
    if kind in {"Mn", "Me", "Mc", "Cc"} or _within(code, _INVISIBLE) or _within(code, _NO_CELL):
        return 0
    if kind == "Cn":
        return 2 if _within(code, _LATER_WIDE) else 1
    return 2 if east_asian_width(character) in "WF" or _within(code, _TWO_CELLS) else 1


def _within(code: int, ranges: tuple[range, ...]) -> bool:
    return any(code in each for each in ranges)
