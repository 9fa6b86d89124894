"""A single thing typed in a field, read with the same words as quick add: «1t30», «12k», «Kari Nordmann»."""

from salgsplan_tui.domain.amounts import ore_from_text
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.quick_add import Reading
from salgsplan_tui.tui.dialogs.reading import Read

TITLE = '"·" '
"""A title of no meaning, so that the line has one."""


def minutes_of(text: str, read: Read) -> int:
    """Return the minutes of «30», «30m» or «1t30».

    Raises:
        NotUnderstoodError: it is no duration.
    """
    plain = text.strip()
    if plain.isascii() and plain.isdigit() and len(plain) <= len("99999"):
        return int(plain)
    return int(_only(plain, plain, "duration", read))


def amount_of(text: str, read: Read) -> int:
    """Return the øre of «1500», «1 500,50», «12k» or «200 à 22».

    Raises:
        NotUnderstoodError: it is no amount.
    """
    plain = text.strip()
    has_currency = any(word in plain.casefold() for word in ("kr", "nok", ",-"))
    return ore_from_text(_only(plain if has_currency else f"{plain} kr", plain, "cost", read))


def count_of(text: str, _read: Read) -> int:
    """Return a whole number, its thousands apart or not.

    Raises:
        NotUnderstoodError: it is none.
    """
    plain = "".join(text.split())
    if not (plain.isascii() and plain.isdigit() and len(plain) <= len("999999999")):
        raise NotUnderstoodError("not_a_number", text=text.strip())
    return int(plain)


def people_of(text: str, read: Read) -> Reading:
    """Return a reading that names these people and firms, a comma between them.

    Raises:
        NotUnderstoodError: somebody is not known, or could be two.
    """
    names = [name.strip().removeprefix("@").strip('"') for name in text.split(",")]
    return read(TITLE + " ".join(f'@"{name}"' for name in names if name))


def goal_of(text: str, read: Read) -> str:
    """Return the id of a goal by its title, or the words themselves where there is none such.

    Raises:
        NotUnderstoodError: it could be two.
    """
    return _quoted(text, "mål", "goal", read)


def programme_of(text: str, read: Read) -> str:
    """Return the id of an activity programme by its title, or the words themselves.

    Raises:
        NotUnderstoodError: it could be two.
    """
    return _quoted(text, "program", "programme", read)


def _quoted(text: str, key: str, kind: str, read: Read) -> str:
    words = text.strip().replace('"', "")
    return _only(f'{key}:"{words}"', text, kind, read)


def _only(words: str, typed: str, kind: str, read: Read) -> str:
    try:
        chips = read(TITLE + words).chips
    except NotUnderstoodError as error:
        error.at = None  # it tells a place in a line that nobody typed
        raise
    found = [chip.text for chip in chips if chip.kind == kind]
    if len(found) != 1 or len(chips) != 1:
        raise NotUnderstoodError(_REFUSED[kind], text=typed)
    return found[0]


_REFUSED = {"duration": "not_a_duration", "cost": "not_an_amount"}
