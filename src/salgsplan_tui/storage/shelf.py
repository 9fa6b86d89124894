"""The files of a data folder that were read so far, and the plan that they make."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Lock

from salgsplan_tui.domain.errors import Problem
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.storage.assembly import Assembled, Named, assembled
from salgsplan_tui.storage.contents import Content, content_of
from salgsplan_tui.storage.homes import home_file
from salgsplan_tui.storage.names import (
    CUSTOMERS,
    Kind,
    is_conflict_copy,
    kind_of,
    listing,
    plan_files,
    sales_file,
    yearly_files,
)
from salgsplan_tui.storage.reading import (
    IsRight,
    Reading,
    Understand,
    is_as_read,
    is_missing,
    load,
    raw,
    read_large_book,
    read_later_rows,
)
from salgsplan_tui.storage.searching import last_day
from salgsplan_tui.storage.tables import Row

_LOOKS = 3
"""How often files that change while they are read are looked at again."""
_MANY = frozenset({Kind.SHEET, Kind.SALES, Kind.SERVICE})
"""The kinds of files of which there are many."""


class Shelf:
    """Keeps what each file said when it was last read, and reads no file before it is needed.

    One thread at a time may let it read; meanwhile others may ask for the plan.
    """

    def __init__(
        self,
        home: Path,
        stamp: Callable[[], dt.datetime],
        understand: Understand = content_of,
        is_right: IsRight | None = None,
    ) -> None:
        """Take the data folder, the clock that files bear, what tells what a file says, and what was right before."""
        self._understand, self._is_right = understand, is_right
        self.home = home
        self.stamp = stamp
        self.readings: dict[str, Reading] = {}
        self._holders: dict[Named, tuple[str, ...]] = {}
        self._doubled: set[Named] = set()
        self._assembled: Assembled | None = None
        self._version = 0
        self._guard = Lock()
        self._strangers: tuple[str, ...] = ()
        self._is_all = False
        self._has_yearly = False
        self._is_first_look = False
        self._plans_since: dt.date | None = None
        self._plans_gone_by: dict[str, str] = {}

    @property
    def plan(self) -> Plan:
        """The plan that the files make."""
        return self._parts.plan

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the files, in their order."""
        found = [problem for _, reading in sorted(self.readings.items()) for problem in reading.problems]
        found += [
            Problem(file, 1, "id_in_two_files", (("id", clash.id), ("other", clash.shown)), is_damage=False)
            for clash in self._parts.clashes
            for file in clash.hidden
        ]
        for file in self._strangers:
            key = "conflict_copy" if is_conflict_copy(file) else "unknown_file"
            found.append(Problem(file, 1, key, is_damage=False))
        return tuple(found)

    @property
    def _parts(self) -> Assembled:
        with self._guard:
            if self._assembled is not None:
                return self._assembled
            version, readings, is_all = self._version, dict(self.readings), self._is_all
            holders = {each: self._holders[each] for each in self._doubled}
        made = assembled(readings, holders, is_all=is_all)
        if self._is_first_look:
            made = replace(made, plan=replace(made.plan, is_first_look=True))
        with self._guard:
            if version == self._version:  # nothing was read meanwhile
                self._assembled = made
        return made

    def file_of(self, row: Row) -> str:
        """Return the file that a row of the plan lies in; of one that says nothing of it, this year's sales."""
        here = self._parts.away.get((type(row), row.id)) or home_file(row)
        return here or sales_file(self.stamp().year)

    def need(self, files: Iterable[str]) -> bool:
        """Read those of the files that were not read as a whole; say whether there were any."""
        missing = [file for file in files if file not in self.readings or not self.readings[file].is_whole]
        for file in missing:
            self.put(self._read(file))
        return bool(missing)

    def need_later_rows(self, files: Iterable[str]) -> None:
        """Read of those files that were not read at all the rows that later days need."""
        for file in files:
            if file not in self.readings:
                self.put(self._read_later_rows(file))

    def look_first(self, *, is_first: bool) -> None:
        """Say whether no more is read than what is painted first."""
        with self._guard:
            if self._is_first_look is not is_first:
                self._is_first_look, self._assembled = is_first, None
                self._version += 1

    def need_plans(self, since: dt.date) -> None:
        """Read the sales plans that were not over before a day."""
        self._plans_since = min(since, self._plans_since or since)
        for file in plan_files(self.home):
            if file not in self.readings:
                last = self._plans_gone_by.setdefault(file, last_day(raw(self.home, file)) or "9999-12-31")
                if last >= self._plans_since.isoformat():
                    self.need([file])

    def need_yearly(self) -> bool:
        """Read all years of sales and service, for what is open may be old; say whether there was more to read."""
        self._has_yearly = True
        return self.need(yearly_files(self.home))

    def need_all(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Read every file, and look for those that are none of ours."""
        found = listing(self.home)
        for number, file in enumerate(found.files, 1):
            self.need([file])
            if progress is not None:
                progress(number, len(found.files))
        self._strangers = found.strangers
        with self._guard:
            self._is_all, self._assembled = True, None
            self._version += 1

    def refresh(self) -> bool:
        """Read again what was changed since by someone else; say whether anything is otherwise than before.

        A folder that is suddenly gone or empty says nothing: what was read before stands until it is back.
        """
        if self.has_vanished():
            return False
        changed = False
        for _ in range(_LOOKS):
            again = [reading for reading in self.readings.values() if not is_as_read(self.home, reading)]
            for old in again:
                changed |= self._read_again(old)
            if not again:
                break
        known = len(self.readings)
        if self._is_all:
            self.need_all()
        else:
            self._need_new_ones()
        return changed or len(self.readings) > known

    def _need_new_ones(self) -> None:
        """Read what others have put beside what was asked for."""
        if self._plans_since is not None:
            self.need_plans(self._plans_since)
        if self._has_yearly:
            self.need_yearly()

    def has_vanished(self) -> bool:
        """Say whether there were files, and now there is none."""
        there = [reading.file for reading in self.readings.values() if reading.exists]
        return bool(there) and all(is_missing(self.home, file) for file in there) and not listing(self.home).files

    def put(self, reading: Reading) -> None:
        """Take a file as it was just read; of one that is damaged now, what it said before is still shown."""
        with self._guard:
            old = self.readings.get(reading.file)
            if old is not None:
                if reading.damage is not None and old.content != Content():
                    reading = replace(reading, content=old.content)
                self._let_go(old)
            self.readings[reading.file] = reading
            self._hold(reading)
            self._assembled = None
            self._version += 1

    def _read(self, file: str) -> Reading:
        if file == CUSTOMERS and self._is_right is not None:
            large = read_large_book(self.home, file, self.stamp(), self._is_right, self._understand)
            if large is not None:
                return large
        return load(self.home, file, self.stamp(), understand=self._understand).reading

    def _read_later_rows(self, file: str) -> Reading:
        return read_later_rows(self.home, file, self.stamp(), self._understand)

    def _read_again(self, old: Reading) -> bool:
        new = self._read(old.file) if old.is_whole else self._read_later_rows(old.file)
        self.put(new)
        return (new.digest, new.problems, new.exists) != (old.digest, old.problems, old.exists)

    def _hold(self, reading: Reading) -> None:
        for named in _spread(reading):
            files = (*self._holders.get(named, ()), reading.file)
            self._holders[named] = files
            if len(files) > 1:
                self._doubled.add(named)

    def _let_go(self, reading: Reading) -> None:
        for named in _spread(reading):
            files = tuple(file for file in self._holders[named] if file != reading.file)
            self._holders[named] = files
            if len(files) < 2:  # noqa: PLR2004  # one file is as it should be
                self._doubled.discard(named)


def _spread(reading: Reading) -> Iterator[Named]:
    """Yield the rows of a kind that lies in many files."""
    if kind_of(reading.file) in _MANY:
        yield from ((type(row), row.id) for row in reading.content.rows)
