"""Finding an activity by the beginning of its id, over all files and without parsing them."""

import datetime as dt
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Final

from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.recurrence import occurrence_of
from salgsplan_tui.domain.sheet import UNPLACED
from salgsplan_tui.storage.names import sheet_file, week_files
from salgsplan_tui.storage.reading import damaged, raw
from salgsplan_tui.storage.searching import ids
from salgsplan_tui.storage.shelf import Shelf

_SHORTEST: Final = 2
_LETTERS: Final = 32
_RARE: Final = 200
"""Of so many shortened ids at most one may turn out to be the beginning of another in a week that was not read."""
_USUAL_ROWS: Final = 30
"""Of a week that was not read so many rows are expected, or as many as the fullest has that was."""
_FEW: Final = 8
"""So many files are read to tell an id from words in a note that only look like one."""
_OCCURRENCE: Final = re.compile(r"(.+)-(\d{4})\d{0,4}", re.ASCII)


def find(shelf: Shelf, beginning: str) -> str:
    """Return the one id that begins so, or that is just this, and have its file read.

    Raises:
        DamagedError: the file that seems to hold it cannot be read.
        NotFoundError: `no_activity`, or `ambiguous` with the `candidates`.
    """
    wanted = beginning.strip().lower()
    if re.fullmatch("[0-9a-z-]+", wanted) is None:
        raise NotFoundError("no_activity", id=beginning)
    if shelf.plan.holds(wanted):
        return wanted
    found = holders(shelf, wanted)
    if wanted in found:
        found = {wanted: found[wanted]}
    files = {file for each in found.values() for file in each}
    if len(files) <= _FEW:
        shelf.need(sorted(files))
        found = {identity: each for identity, each in found.items() if shelf.plan.holds(identity)}
        _check_readable(shelf, files, found)
    if wanted in found:
        return wanted
    if not found:
        shelf.need(_with_doubles(shelf))
    candidates = {*found, *_known(shelf, wanted)}
    if not candidates:
        raise NotFoundError("no_activity", id=beginning)
    if len(candidates) > 1:
        raise NotFoundError("ambiguous", id=beginning, candidates=tuple(sorted(candidates)))
    return candidates.pop()


def _check_readable(shelf: Shelf, files: Iterable[str], found: Mapping[str, object]) -> None:
    for file in files:
        reading = shelf.readings[file]
        if not found and reading.damage is not None:
            raise damaged(shelf.home / file, reading.damage)


def holders(shelf: Shelf, beginning: str) -> Mapping[str, set[str]]:
    """Return the ids that begin so, with the files that seem to hold them."""
    found: dict[str, set[str]] = {}
    for file in (sheet_file(UNPLACED), *week_files(shelf.home)):
        for identity in ids(raw(shelf.home, file), beginning):
            found.setdefault(identity, set()).add(file)
    return found


def shortest(shelf: Shelf, wanted: Iterable[str]) -> dict[str, str]:
    """Return a beginning for each id that is no other's.

    That is certain among what was read. For weeks that were not, it is so long that a clash is rare; `find` tells one.
    An occurrence of a series is told by its whole id, for all of them begin alike.
    """
    names = list(wanted)
    known = sorted({*names, *(row.id for row in shelf.plan.stored()), *shelf.plan.series})
    least = _least_length(shelf)
    whole = {name for name in names if (parts := occurrence_of(name)) and parts[0] in shelf.plan.series}
    return {name: name if name in whole else _beginning(name, known, least) for name in names}


def _beginning(name: str, known: list[str], least: int) -> str:
    at = bisect_left(known, name)
    beside = (known[at - 1] if at else "", known[at + 1] if at + 1 < len(known) else "")
    return name[: max(least, *(_alike(name, other) + 1 for other in beside))]


def _alike(one: str, other: str) -> int:
    """Return how many characters two ids begin with alike."""
    return next((at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), len(other))


def _least_length(shelf: Shelf) -> int:
    unread = sum(file not in shelf.readings for file in week_files(shelf.home))
    read = [len(reading.content.sheet.activities) for reading in shelf.readings.values() if reading.is_whole]
    rows = unread * max([_USUAL_ROWS, *read])
    return next(length for length in count(_SHORTEST) if not unread or rows * _RARE < _LETTERS**length)


def _known(shelf: Shelf, beginning: str) -> Iterator[str]:
    """Yield the ids in what was read that begin so, and occurrences of series whose date is as good as told."""
    yield from (row.id for row in shelf.plan.stored() if row.id.startswith(beginning))
    match = _OCCURRENCE.fullmatch(beginning)
    series = shelf.plan.series.get(match[1]) if match else None
    if match and series is not None and dt.MINYEAR <= int(match[2]) < dt.MAXYEAR:
        year = Span(dt.date(int(match[2]), 1, 1), dt.date(int(match[2]) + 1, 1, 1))
        names = (row.id for row in shelf.plan.occurrences(year) if row.series == series.id)
        yield from (name for name in names if name.startswith(beginning))


def _with_doubles(shelf: Shelf) -> list[str]:
    """Return the files that hold an id twice; one of the two goes by another name until the file is written."""
    doubled = []
    for file in (sheet_file(UNPLACED), *week_files(shelf.home)):
        if file not in shelf.readings or not shelf.readings[file].is_whole:
            counted = Counter(ids(raw(shelf.home, file)))
            doubled += [file] if max(counted.values(), default=0) > 1 else []
    return doubled
