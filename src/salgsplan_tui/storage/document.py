"""A TOML document: its text, and what the text reads as."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import tomli

from salgsplan_tui.domain.errors import DamagedError

_MERGE_MARKER = r"(?m)^(?:<{7}|={7}|>{7})(?=[ \r\n]|\Z)"


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text together with what a parser reads in it."""

    path: Path
    """The file, for messages."""
    text: str
    """Without the byte order mark; line endings as in the file."""
    data: Mapping[str, object]
    """What the text reads as; only to be read."""


def read(path: Path, text: str) -> Document:
    """Read the text as TOML 1.1.

    Raises:
        DamagedError: `nul_bytes`, `merge_markers`, `too_deep` or `not_toml`, each with `path`, `line` and `reason`.
    """
    try:
        return Document(path, text, tomli.loads(text))
    except (ValueError, RecursionError) as error:  # besides TOMLDecodeError: 5,000 digits, 2,000 brackets
        raise _damage(path, text, error) from error


def _damage(path: Path, text: str, error: Exception) -> DamagedError:
    from salgsplan_tui.storage.scanner import line_at  # noqa: PLC0415  # most files are whole

    nul, marker = text.find("\0"), re.search(_MERGE_MARKER, text)
    if nul >= 0:
        key, line = "nul_bytes", line_at(text, nul)
    elif marker:
        key, line = "merge_markers", line_at(text, marker.start())
    elif isinstance(error, tomli.TOMLDecodeError):
        return DamagedError("not_toml", path=path, line=error.lineno, reason=error.msg)
    else:
        key, line = "too_deep" if isinstance(error, RecursionError) else "not_toml", 1
    return DamagedError(key, path=path, line=line, reason=str(error))


def same(one: object, other: object) -> bool:
    """Tell whether two values read from TOML are the same, type by type: `true` is not 1, and nan is itself."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other or (one != one and other != other)  # noqa: PLR0124  # nan alone differs from itself


def differing(current: Mapping[str, object], wanted: Mapping[str, object]) -> dict[str, object]:
    """Return those of the wanted values that would read otherwise than the current ones; None wants a key gone."""
    return {name: item for name, item in wanted.items() if not same(_read_back(current.get(name)), _read_back(item))}


def merged(current: Mapping[str, object], changed: Mapping[str, object]) -> dict[str, object]:
    """Return what a table reads as after keys of it were changed; None takes a key out."""
    values = {**current, **{name: _read_back(item) for name, item in changed.items()}}
    return {name: item for name, item in values.items() if item is not None}


def _read_back(item: object) -> object:
    from salgsplan_tui.storage.emitter import plain  # noqa: PLC0415  # not to look at a day

    return None if item is None else plain(item)
