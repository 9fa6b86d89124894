"""A scanner that finds where the lines of a TOML text stand, so that one can change and the others stay.

It trusts that the text is valid TOML (1.0 or 1.1): a parser has read it before, and reads it again after every change.
Offsets count characters, and spans are half-open. Line ends stay as they are; a byte order mark is no part of the text.
"""

import re
from functools import cache
from typing import NamedTuple

import tomli

# No possessive quantifiers: the first releases of Python 3.11 match some of them wrongly. Instead every repetition is
# unrolled so that a text can be matched in one way only, which keeps a failing match as fast as a good one.
_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\\\n]*(?:\\.[^"\\\n]*)*"|'[^'\n]*')"""
_PATH = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_END = r"[ \t]*(?:#[^\n]*)?(?:\r?\n|\Z)"
_BLANK = r"[ \t]*\r?\n|[ \t]+\Z"
_COMMENT = r"[ \t]*#[^\n]*(?:\n|\Z)"
_WORD = r"""[^\s"'\[\]{}#,=]+"""
_ONE_LINE_STRING = r""""(?!"")[^"\\\n]*(?:\\.[^"\\\n]*)*"|'(?!'')[^'\n]*'"""
_LONG_STRING = (
    r""""{3}[^"\\]*(?:(?:\\[\s\S]|"{1,2}(?!"))[^"\\]*)*"{3,5}"""
    r"""|'{3}[^']*(?:'{1,2}(?!')[^']*)*'{3,5}"""
)
_DEPTH = 8  # brackets within brackets; a file with more cannot be spliced


class ScanError(ValueError):
    """The scanner met what it does not know at `offset`; nothing may be changed in such a text."""

    def __init__(self, offset: int) -> None:
        """Take the offset where it stopped."""
        super().__init__(f"unknown at {offset}")
        self.offset = offset


class Pair(NamedTuple):
    """A key with its value: where they stand, and the whole lines that they take."""

    path: tuple[str, ...]
    """The parts of the key."""
    start: int
    """The first character of the first line."""
    key_start: int
    value_start: int
    value_end: int
    end: int
    """After the last line's ending."""


class Patterns(NamedTuple):
    """What the lines of a text can be."""

    header: re.Pattern[str]
    """A header, its name in the group `path`; the group `array` is empty in `[week]`."""
    lines: re.Pattern[str]
    """All that stands under a header.

    Groups: `own`, the comments right below the header; `pair`, the last pair; `tail`, the comments right below that;
    `loose`, the last comments that stand on their own.
    """
    line: re.Pattern[str]
    """One blank line, comment or pair, this with the groups `key` and `value`."""


@cache
def patterns() -> Patterns:
    """Compile the patterns at their first use: a program that only reads needs none."""
    string = f"{_ONE_LINE_STRING}|{_LONG_STRING}"
    between = r"""[^"'\[\]{}#]*"""
    nested = "(?!)"
    for _ in range(_DEPTH):
        nested = rf"[\[{{]{between}(?:(?:{string}|#[^\n]*\n|{nested}){between})*[\]}}]"
    value = rf"{string}|{_WORD}(?: {_WORD})?|{nested}"
    pair = rf"[ \t]*(?P<key>{_PATH})[ \t]*=[ \t]*(?P<value>{value}){_END}"
    comments = rf"(?:{_COMMENT})*"
    under = rf"(?P<pair>{pair})(?P<tail>{comments})|{_BLANK}|(?P<loose>{_COMMENT}{comments})"
    return Patterns(
        header=re.compile(rf"[ \t]*\[(?P<array>\[?)[ \t]*(?P<path>{_PATH})[ \t]*\]\]?{_END}"),
        lines=re.compile(rf"(?P<own>{comments})(?:{under})*"),
        line=re.compile(rf"{pair}|{_BLANK}|{_COMMENT}"),
    )


def pairs(text: str, start: int, end: int) -> list[Pair]:
    """Return the pairs between two offsets that hold no header.

    Raises:
        ScanError: a line is neither blank nor comment nor pair.
    """
    found: list[Pair] = []
    while start < end:
        line = patterns().line.match(text, start)
        if line is None:
            raise ScanError(start)
        if line["key"]:
            (key_start, _), (value_start, value_end) = line.span("key"), line.span("value")
            found.append(Pair(path(line["key"]), start, key_start, value_start, value_end, line.end()))
        start = line.end()
    return found


def path(key: str) -> tuple[str, ...]:
    """Return the parts of a dotted key, without their quotes."""
    return (key,) if key.isidentifier() else tuple(map(_name, re.findall(_PART, key)))


def newline_of(text: str) -> str:
    """Return the line ending that the text's first line has: CRLF, or else LF."""
    end = text.find("\n")
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def line_at(text: str, offset: int) -> int:
    """Return the number of the line that an offset is in, from 1."""
    return text.count("\n", 0, offset) + 1


def _name(part: str) -> str:
    if part[0] == '"' and "\\" in part:
        return next(iter(tomli.loads(f"{part} = 0")))
    return part[1:-1] if part[0] in "\"'" else part
