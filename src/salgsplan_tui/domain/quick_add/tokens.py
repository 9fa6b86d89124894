"""Cuts a line into words, with the place of each; quoted and escaped words are literal, and mean only themselves."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.quick_add.words import Words

_OPENING: Final = "([{«"
_CLOSING: Final = ",;:.!?)]}»…"

_BLANK: Final = r"\s\x00-\x1f\x7f-\x9f"
_CHUNK = re.compile(rf"[^{_BLANK}]+")
_KEY = re.compile(rf"(?P<key>[^\W\d_]{{1,20}}):(?=[^{_BLANK}])")
_QUOTED = re.compile(r'(?P<sign>[@#]?)(?P<quote>["“”])')
_QUOTES: Final = {'"': '"', "“": "”", "”": "”"}
_ESCAPED = re.compile(r"\\(.)")
_COMMA_BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_])")
_NOTE = re.compile(rf"(?<![^{_BLANK}])::(?![^{_BLANK}])")
_ARROW = re.compile(rf"(?<![^{_BLANK}])(?:->|→)")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the line; its punctuation stands beside it."""

    core: str
    """The word without punctuation around it, composed (NFC)."""
    word: str
    """The same in lower case, for looking up; empty where the word is literal."""
    lead: str
    tail: str
    start: int
    """Where it begins in the line, punctuation included."""
    end: int
    literal: bool = False
    sign: str = ""
    """`@` or `#` before quotes."""

    @property
    def inner(self) -> tuple[int, int]:
        """Where it stands without its punctuation."""
        return self.start + len(self.lead), self.end - len(self.tail)

    @property
    def shown(self) -> str:
        """The word as a title shows it."""
        return f"{self.lead}{self.core}{self.tail}"

    @property
    def capital(self) -> bool:
        """Say whether it looks like a name."""
        return self.core[:1].isupper()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the line: the half-open span of its characters."""

    start: int
    end: int


@dataclass(frozen=True)
class Parts:
    """A line cut at its signs."""

    tokens: tuple[Token, ...]
    note: Part | None = None
    arrow: Part | None = None
    """Where `->` stands."""
    outcome: Part | None = None
    outcome_note: Part | None = None
    next: Part | None = None


def cut(text: str, words: Words, part: Part) -> Parts:
    """Cut a line, or a part of it, into its words, its note, its outcome and the next line.

    Raises:
        NotUnderstoodError: a quote is not closed, or the text holds what is no character.
    """
    if wrong := _SURROGATE.search(text, part.start, part.end):
        raise NotUnderstoodError("not_text", at=wrong.span())
    found: list[Token] = []
    for token in _tokens(text, words, part.start, part.end):
        if token is None:
            break
        found.append(token)
    after = found[-1].end if found else part.start
    note, arrow = _NOTE.search(text, after, part.end), _ARROW.search(text, after, part.end)
    if note and arrow and arrow.start() < note.start():
        note = None
    tail = Part(note.end(), arrow.start() if arrow else part.end) if note else None
    return Parts(tuple(found), tail) if arrow is None else _with_outcome(text, tuple(found), tail, arrow, part.end)


def tokens(text: str, words: Words, part: Part) -> tuple[Token, ...]:
    """Cut a part of the line into words; no sign in it cuts it further."""
    return tuple(token for token in _tokens(text, words, part.start, part.end) if token is not None)


def _with_outcome(text: str, found: tuple[Token, ...], note: Part | None, arrow: re.Match[str], end: int) -> Parts:
    semicolon = text.find(";", arrow.end(), end)
    stop = end if semicolon < 0 else semicolon
    following = None if semicolon < 0 else Part(semicolon + 1, end)
    outcome_note = _NOTE.search(text, arrow.end(), stop)
    outcome = Part(arrow.end(), outcome_note.start() if outcome_note else stop)
    said = Part(outcome_note.end(), stop) if outcome_note else None
    return Parts(found, note, Part(*arrow.span()), outcome, said, following)


def _tokens(text: str, words: Words, start: int, end: int) -> Iterator[Token | None]:
    """Yield the words; None where a sign cuts the line."""
    while chunk := _CHUNK.search(text, start, end):
        first, last = chunk.span()
        if _NOTE.match(text, first, last) or _ARROW.match(text, first, last):
            yield None
            start = last
            continue
        key = _KEY.match(text, first, last)
        if key and (key["key"].casefold() in words.keys or key["key"].casefold() in words.due):
            yield _token(key.group(), first)
            first = key.end()
        if quoted := _QUOTED.match(text, first, last):
            token = _quoted(text, quoted, end)
            yield token
            start = token.end
            continue
        yield from _plain(text, first, last)
        start = last


def _quoted(text: str, opening: re.Match[str], end: int) -> Token:
    first = opening.end()
    last = text.find(_QUOTES[opening["quote"]], first, end)
    if last < 0:
        raise NotUnderstoodError("unclosed_quote", at=opening.span("quote"))
    core = _composed(" ".join(text[first:last].split()))
    rest = _CHUNK.match(text, last + 1, end)
    stop = rest.end() if rest else last + 1
    return Token(core, "", "", text[last + 1 : stop], opening.start(), stop, literal=True, sign=opening["sign"])


def _plain(text: str, first: int, last: int) -> Iterator[Token]:
    if "\\" in text[first : last - 1]:
        core = _ESCAPED.sub(r"\1", text[first:last])
        yield Token(_composed(core), "", "", "", first, last, literal=True)
        return
    cuts = [match.end() for match in _COMMA_BETWEEN_LETTERS.finditer(text, first, last)]
    for begin, stop in zip([first, *cuts], [*cuts, last], strict=True):
        yield _token(text[begin:stop], begin)


def _token(raw: str, start: int) -> Token:
    body = raw.lstrip(_OPENING)
    core = body.rstrip(_CLOSING)
    lead, tail = raw[: len(raw) - len(body)], body[len(core) :]
    core = _composed(core)
    return Token(core, core.casefold(), lead, tail, start, start + len(raw))


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)
