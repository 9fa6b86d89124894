"""What a file of contacts says: people who may come in, rows that cannot, and how its columns were understood."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from salgsplan_tui.domain.address_keys import email_key
from salgsplan_tui.domain.customers import CustomerKind
from salgsplan_tui.domain.newcomers import Newcomer
from salgsplan_tui.exchange.cleaning import LONGEST, hides, is_formula, line, note
from salgsplan_tui.exchange.decoding import BAD

MOST_PEOPLE: Final = 100_000
"""So many are taken in from one file: the register they lie in may not grow beyond what the program opens."""
_STEP: Final = 1000

Progress = Callable[[str, int, int], None]
"""Is told the stage, read or compare, and how many of about how many rows are done."""

KindOf = Callable[[str], CustomerKind]
"""Tells from a firm's name, by its legal form, what kind of customer it is."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be taken in."""

    row: int
    key: str
    """The key of the sentence that says why."""
    text: str = ""
    """What in it is meant."""


@dataclass(frozen=True)
class People:
    """What a file says."""

    newcomers: tuple[Newcomer, ...]
    refused: tuple[Refused, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    """What each column was taken for, by its heading; none of a vCard."""
    in_notes: tuple[str, ...] = ()
    """The headings of the columns whose words went into the notes."""


class Gathered:
    """Gathers row by row what a file says; whoever is beyond the most that one file may hold is refused, and told."""

    def __init__(self, about: int, progress: Progress | None) -> None:
        """Take how many rows there are, about, and who wants to know how far it has come."""
        self.newcomers: list[Newcomer] = []
        self.refused: list[Refused] = []
        self._about, self._progress = about, progress

    def add(self, told: Newcomer | Refused) -> None:
        """Take one row."""
        if isinstance(told, Refused):
            self.refused.append(told)
        elif len(self.newcomers) >= MOST_PEOPLE:
            self.refused.append(Refused(told.row, "row_over_limit", told.label))
        else:
            self.newcomers.append(told)
        done = len(self.newcomers) + len(self.refused)
        if self._progress is not None and not done % _STEP:
            self._progress("read", done, max(done, self._about))


@dataclass
class Said:
    """What one row or card says, as it stands there."""

    row: int
    name: str = ""
    firm: str = ""
    role: str = ""
    emails: Sequence[str] = ()
    phones: Sequence[str] = ()
    org_number: str = ""
    notes: Sequence[str] = ()
    more: Sequence[tuple[str, str]] = ()
    """What else stands there, by heading."""

    @property
    def texts(self) -> Iterable[str]:
        """Everything."""
        yield from (self.name, self.firm, self.role, self.org_number)
        yield from (*self.emails, *self.phones, *self.notes, *(text for _heading, text in self.more))


def newcomer(said: Said, kind_of: KindOf) -> Newcomer | Refused:
    """Return the person or firm that a row tells of, or why it cannot be taken."""
    if any(not text.isprintable() and BAD.search(text) for text in said.texts):
        return Refused(said.row, "row_encoding")
    name, firm = line(said.name), line(said.firm)
    for text in (name, firm):
        if is_formula(text):
            return Refused(said.row, "row_formula", text)
    good = [each for each in map(line, said.emails) if email_key(each)]
    if not name and not firm:
        if not good:
            return Refused(said.row, "row_nameless")
        name = good[0]
    notes = _notes(said, good)
    return Newcomer(
        row=said.row,
        name=name,
        firm=firm,
        kind=kind_of(firm),
        org_number=line(said.org_number) or None,
        role=line(said.role) or None,
        phone=next(iter(_phones(said)), None),
        email=good[0] if good else None,
        notes=notes or None,
        remarks=tuple(_remarks(said, good)),
    )


def _phones(said: Said) -> list[str]:
    cleaned = (line(each).removeprefix("'").removeprefix("tel:") for each in said.phones)
    return list(dict.fromkeys(each for each in cleaned if any(sign.isdigit() for sign in each)))


def _notes(said: Said, good: Sequence[str]) -> str:
    """Return the notes, and under them what has no field of its own: nothing is dropped."""
    emails = [each for each in map(line, said.emails) if each and each not in good[:1]]
    lines = [note(each) for each in said.notes]
    lines += dict.fromkeys((*emails, *_phones(said)[1:]))
    lines += [f"{line(heading)}: {note(text)}" for heading, text in said.more if text.strip()]
    return note("\n".join(each for each in lines if each))


def _remarks(said: Said, good: Sequence[str]) -> Iterable[str]:
    if any(map(hides, said.texts)):
        yield "row_cleaned"
    if len(good) < len([each for each in said.emails if each.strip()]):
        yield "row_bad_email"
    if any(len(text) > LONGEST for text in (said.name, said.firm, said.role)):
        yield "row_shortened"
