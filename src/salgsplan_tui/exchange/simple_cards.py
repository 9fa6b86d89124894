"""The vCards that nearly all programs write, read at a tenth of vobject's time: a file may hold 100,000 of them.

A comma that was not written as one of a text is kept as it stands; vobject would drop what follows it. Whatever is not
of the plain form - quoted-printable, another character set, a card in a card, a line that is none - is left to vobject.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_FOLD: Final = re.compile(r"\r?\n[ \t]")
_LINE: Final = re.compile(
    r"""(?:[A-Za-z0-9-]+\.)?([A-Za-z][A-Za-z0-9-]*)((?:;(?:[^:;"\n]|"[^"\n]*")*)*):([^\r\n]*)\r?"""
)
_NOT_PLAIN: Final = re.compile(r"^[^:\n]*(?:ENCODING|QUOTED-PRINTABLE|CHARSET)|^AGENT", re.IGNORECASE | re.MULTILINE)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_PARTS: Final = re.compile(r"(?<!\\);")
_MOBILE: Final = re.compile(r"\b(?:CELL|MOBILE)\b", re.IGNORECASE)
_PLAIN_AS_IT_IS: Final = ("URL", "BDAY")


class SimpleCard(NamedTuple):
    """What a card says, in the order of `people.Said`."""

    name: str
    firm: str
    role: str
    emails: Sequence[str]
    phones: Sequence[str]
    org_number: str
    notes: Sequence[str]
    more: Sequence[tuple[str, str]]


def simple_card(card: str) -> SimpleCard | None:
    """Return what a card without pictures says, or None where it is not of the plain form."""
    if _NOT_PLAIN.search(card) is not None:
        return None
    lines: dict[str, list[tuple[str, str]]] = {}
    for text in _FOLD.sub("", card).split("\n"):
        if not text.strip():
            continue
        line = _LINE.fullmatch(text)
        if line is None:
            return None
        lines.setdefault(line[1].upper(), []).append((line[2], line[3]))
    firsts = (_parts(value)[0] for _params, value in lines.get("ORG", ()))
    return SimpleCard(
        name=_first(lines, "FN") or _name(lines),
        firm=next((each for each in firsts if each.strip()), ""),
        role=_first(lines, "TITLE") or _first(lines, "ROLE"),
        emails=_all(lines, "EMAIL"),
        phones=[
            _unescaped(value)
            for params, value in sorted(lines.get("TEL", ()), key=lambda each: _MOBILE.search(each[0]) is None)
        ],
        org_number="",
        notes=_all(lines, "NOTE"),
        more=[*_more(lines)],
    )


def _more(lines: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str]]:
    addresses = [("ADR", text) for _params, value in lines.get("ADR", ()) if (text := _address(value))]
    plain = [(word, value) for word in _PLAIN_AS_IT_IS for _params, value in lines.get(word, ()) if value]
    return [*addresses, *plain, *(("NICKNAME", text) for text in _all(lines, "NICKNAME"))]


def _name(lines: dict[str, list[tuple[str, str]]]) -> str:
    family, given, additional = (*_parts(next((value for _params, value in lines.get("N", ())), "")), "", "", "")[:3]
    return " ".join(part for part in (given, additional, family) if part)


def _address(value: str) -> str:
    box, extended, street, city, region, code, country = (*_parts(value), *[""] * 7)[:7]
    town = " ".join(part for part in (code, city, region) if part)
    return ", ".join(part for part in (box, extended, street, town, country) if part)


def _all(lines: dict[str, list[tuple[str, str]]], kind: str) -> list[str]:
    return [text for _params, value in lines.get(kind, ()) if (text := _unescaped(value))]


def _first(lines: dict[str, list[tuple[str, str]]], kind: str) -> str:
    return next(iter(_all(lines, kind)), "")


def _parts(value: str) -> list[str]:
    return [_unescaped(part) for part in _PARTS.split(value)]


def _unescaped(value: str) -> str:
    return value if "\\" not in value else _ESCAPED.sub(lambda each: "\n" if each[1] in "nN" else each[1], value)
