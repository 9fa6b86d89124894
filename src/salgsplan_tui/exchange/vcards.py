"""Contacts in vCards, of any version; the one place that knows vobject (libraries.md 3)."""

import re
from typing import Any, Final

from salgsplan_tui.exchange.people import Gathered, KindOf, People, Progress, Refused, Said, newcomer
from salgsplan_tui.exchange.simple_cards import simple_card

_CARD: Final = re.compile(r"^BEGIN:VCARD[ \t]*\r?$.*?^END:VCARD[ \t]*\r?$", re.DOTALL | re.MULTILINE | re.IGNORECASE)
_BEGIN: Final = re.compile(r"^BEGIN:VCARD[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_PICTURE: Final = re.compile(
    r"^(?:item\d+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:].*\n(?:[ \t].*\n)*", re.MULTILINE | re.IGNORECASE
)
_MOBILE: Final = frozenset({"cell", "mobile"})
_OTHER: Final = {"adr": "ADR", "url": "URL", "bday": "BDAY", "nickname": "NICKNAME"}
"""What is kept in the notes under the card's own word."""


def is_cards(text: str) -> bool:
    """Say whether a text holds vCards."""
    return _BEGIN.search(text) is not None


def people_in_cards(text: str, kind_of: KindOf, progress: Progress | None = None) -> People:
    """Return the people in vCards; the rows are counted card by card."""
    pieces = _BEGIN.split(text)[1:]
    gathered = Gathered(len(pieces), progress)
    for number, card in enumerate(map(_card, pieces), start=1):
        said = None if card is None else _said(number, card)
        gathered.add(Refused(number, "row_broken_card") if said is None else newcomer(said, kind_of))
    return People(tuple(gathered.newcomers), tuple(gathered.refused))


def _card(piece: str) -> str | None:
    """Return a card from what follows its first line; None for one that never ends."""
    whole = _CARD.match(f"BEGIN:VCARD\n{piece.lstrip(chr(13) + chr(10))}")
    return None if whole is None else whole[0]


def _said(number: int, card: str) -> Said | None:
    without_pictures = _PICTURE.sub("", card)
    simple = simple_card(without_pictures)
    if simple is not None:
        return Said(number, *simple)
    import vobject  # noqa: PLC0415  # 36 ms, and only for what is not simple

    try:
        read = next(vobject.readComponents(without_pictures, allowQP=True, ignoreUnreadable=True), None)
    except Exception:  # noqa: BLE001  # it raises many kinds for what is broken, and one card must not stop the others
        return None
    contents: dict[str, Any] = {} if read is None else read.contents
    return Said(
        row=number,
        name=_name(contents),
        firm=_first(contents, "org"),
        role=_first(contents, "title") or _first(contents, "role"),
        emails=_all(contents, "email"),
        phones=[_text(each.value) for each in sorted(contents.get("tel", ()), key=lambda each: not _is_mobile(each))],
        notes=_all(contents, "note"),
        more=[(word, text) for kind, word in _OTHER.items() for text in _all(contents, kind)],
    )


def _name(contents: dict[str, Any]) -> str:  # vobject's own shape
    if whole := _first(contents, "fn"):
        return whole
    parts = next((each.value for each in contents.get("n", ())), None)
    words = (getattr(parts, part, "") or "" for part in ("given", "additional", "family"))
    return " ".join(word if isinstance(word, str) else " ".join(word) for word in words if word)


def _all(contents: dict[str, Any], kind: str) -> list[str]:  # as above
    return [text for each in contents.get(kind, ()) if (text := _text(each.value))]


def _first(contents: dict[str, Any], kind: str) -> str:  # as above
    return next(iter(_all(contents, kind)), "")


def _text(value: object) -> str:
    if isinstance(value, list | tuple):
        return next((str(part) for part in value if str(part).strip()), "")
    return " ".join(str(value).split("\n")) if not isinstance(value, str) else value


def _is_mobile(line: Any) -> bool:  # noqa: ANN401  # vobject's own kind of line
    told = [*line.params.get("TYPE", ()), *getattr(line, "singletonparams", ())]
    return any(word.strip().casefold() in _MOBILE for each in told for word in str(each).split(","))
