"""A step: what one change took away and put in its place, block by block, as it is written in the journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from salgsplan_tui.domain.said import Said

Json = Mapping[str, object]


class EntryKind(StrEnum):
    """What an entry is about."""

    ACTIVITY = "activity"
    CUSTOMER = "customer"
    SERIES = "series"
    LEAVE = "leave"
    OFFER = "offer"
    ORDER = "order"
    CASE = "case"
    CHANNEL = "channel"
    PLAYBOOK = "playbook"
    IMPROVEMENT = "improvement"
    ISSUE = "issue"
    REFLECTION = "reflection"
    WEEK = "week"
    """The tables above the rows of a week's file, such as `[week]` and `[review]`; its id is the week."""
    SETTINGS = "settings"
    SALES_PLAN = "sales_plan"


class StepKind(StrEnum):
    """What a step is among the others."""

    CHANGE = "change"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True)
class Side:
    """One side of an entry: the text as it stands in a file."""

    file: str
    text: str


@dataclass(frozen=True)
class Entry:
    """One thing that a step changed, made or removed."""

    kind: EntryKind
    id: str
    before: Side | None
    after: Side | None

    def in_file(self, file: str) -> tuple[str | None, str | None]:
        """Return its text before and after as far as it stands in a file."""
        before, after = (
            side.text if side is not None and side.file == file else None for side in (self.before, self.after)
        )
        return before, after


@dataclass(frozen=True)
class StepRecord:
    """One step as the journal keeps it."""

    id: str
    at: datetime
    kind: StepKind
    said: Said
    files: tuple[str, ...]
    """The files that it writes, in that order."""
    entries: tuple[Entry, ...]

    def reversed(self) -> tuple[Entry, ...]:
        """Return its entries with their sides exchanged, the last first."""
        return tuple(Entry(each.kind, each.id, each.after, each.before) for each in reversed(self.entries))


def record_as_json(record: StepRecord) -> Json:
    """Return a step as the journal's line holds it."""
    return {
        "schema": 1,
        "step": record.id,
        "at": record.at.isoformat(),
        "kind": record.kind.value,
        "said": {"key": record.said.key, "values": dict(record.said.values)},
        "files": list(record.files),
        "entries": [
            {"kind": each.kind.value, "id": each.id, "before": _side(each.before), "after": _side(each.after)}
            for each in record.entries
        ],
    }


def record_from_json(line: Json) -> StepRecord:
    """Return the step of a line of the journal.

    Raises:
        KeyError, TypeError, ValueError: it is none that this program wrote.
    """
    match line:
        case {
            "schema": 1,
            "step": str(identity),
            "at": str(at),
            "kind": str(kind),
            "said": {"key": str(key), "values": dict(values)},
            "files": list(files),
            "entries": list(entries),
        }:
            made = tuple(_entry(each) for each in entries)
            named = tuple(str(file) for file in files)
            return StepRecord(identity, datetime.fromisoformat(at), StepKind(kind), Said(key, values), named, made)
    raise ValueError(line)


def _side(side: Side | None) -> Json | None:
    return None if side is None else {"file": side.file, "text": side.text}


def _entry(line: Json) -> Entry:
    match line:
        case {"kind": str(kind), "id": str(identity), "before": before, "after": after}:
            return Entry(EntryKind(kind), identity, _side_from(before), _side_from(after))
    raise ValueError(line)


def _side_from(line: object) -> Side | None:
    match line:
        case None:
            return None
        case {"file": str(file), "text": str(text)}:
            return Side(file, text)
    raise ValueError(line)
