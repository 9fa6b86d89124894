"""The search over everything: raw bytes first, the newest week first; only the blocks that hit are read.

It needs no index that could be wrong (storage.md 0.8), and finds the first rows before the rest is looked at.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Final

from salgsplan_tui.domain.activity import OPEN, Activity, State
from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.errors import DamagedError, Problem
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.search import Found, Matcher
from salgsplan_tui.domain.sheet import UNPLACED, Sheet, order
from salgsplan_tui.storage.contents import content_of
from salgsplan_tui.storage.document import read
from salgsplan_tui.storage.files import decode
from salgsplan_tui.storage.names import SERIES, sheet_file, sheet_key, week_files
from salgsplan_tui.storage.raw_words import RawWord
from salgsplan_tui.storage.reading import load, raw
from salgsplan_tui.storage.searching import END_DATE, blocks_that, lacks_states
from salgsplan_tui.storage.shelf import Shelf

Test = Callable[[bytes], bool]
"""Says whether a whole file, or one block, may hold what is looked for: too often, and never too seldom."""

_FEW: Final = 40
"""So many ids are looked for one by one; of more, some stand in nearly every file."""
_QUOTED: Final = re.compile(rb"""["']([0-9a-z][0-9a-z-]{1,31})["']""")


def search_files(shelf: Shelf, matcher: Matcher) -> Iterator[Found]:
    """Yield what fits, file by file: what repeats, what has no week, then week by week, the newest first.

    What was read before is not read again; nothing that is read here stays on the shelf.
    """
    tests = list(_tests(matcher))
    touched = _touched(shelf, matcher.plan)
    yield Found(SERIES, _newest_first(row for row in matcher.occurrences() if row.id not in touched))
    seen: set[str] = set()
    for file in (sheet_file(UNPLACED), *_weeks(shelf, matcher)):
        rows, problem = _rows(shelf, matcher, file, tests)
        found = _newest_first(row for row in rows if row.id not in seen and matcher.fits(row))
        seen.update(row.id for row in found)
        yield Found(file, found, problem)


def _touched(shelf: Shelf, plan: Plan) -> set[str]:
    """Return the ids of occurrences that somebody has touched, in the files that were not read."""
    if not plan.series:
        return set()
    names = b"|".join(re.escape(each.encode()) for each in plan.series)
    stored = re.compile(rb"""\bid["']?[ \t]*=[ \t]*["']((?:%s)-\d{8})["']""" % names)  # not in a snapshot
    unread = (
        file for file in week_files(shelf.home) if file not in shelf.readings or not shelf.readings[file].is_whole
    )
    return {found.decode() for file in unread for found in stored.findall(raw(shelf.home, file))}


def _newest_first(rows: Iterable[Activity]) -> tuple[Activity, ...]:
    return tuple(sorted(rows, key=order, reverse=True))


def _weeks(shelf: Shelf, matcher: Matcher) -> Iterator[str]:
    """Yield the week files of the days looked at; of earlier ones those that may hold what goes on for days."""
    search = matcher.search
    first = "" if search.first is None else week_key(search.first)
    last = "9999" if search.last is None else week_key(search.last)
    for file in reversed(week_files(shelf.home)):
        key = sheet_key(file)
        if key <= last and (key >= first or END_DATE in raw(shelf.home, file)):
            yield file


def _rows(shelf: Shelf, matcher: Matcher, file: str, tests: list[Test]) -> tuple[Iterable[Activity], Problem | None]:
    """Return the rows of a file that are worth a look, and why it could not be read."""
    reading = shelf.readings.get(file)
    if reading is not None and reading.is_whole:
        return matcher.plan.sheets.get(sheet_key(file), Sheet()).activities.values(), reading.damage
    data = raw(shelf.home, file)
    if not all(test(data) for test in tests):
        return (), None
    rows = _rows_of_blocks(shelf, file, data, tests)
    if rows is not None:
        return rows, None
    whole = load(shelf.home, file, shelf.stamp()).reading
    return [row for row in whole.content.rows if isinstance(row, Activity)], whole.damage


def _rows_of_blocks(shelf: Shelf, file: str, data: bytes, tests: list[Test]) -> list[Activity] | None:
    """Return the rows of the blocks that may fit, or None where the file has to be read as a whole."""
    blocks = blocks_that(lambda block: all(test(block) for test in tests), data)
    if blocks is None:
        return None
    path = shelf.home / file
    try:
        content, problems = content_of(file, read(path, decode(path, b"schema = 1\n" + blocks).text))
    except DamagedError:
        return None
    return None if problems else [row for row in content.rows if isinstance(row, Activity)]


def _tests(matcher: Matcher) -> Iterator[Test]:
    search = matcher.search
    if search.channels is not None:
        yield _any_of(search.channels)
    if search.customer is not None:
        yield _any_of(matcher.customer_ids)
    if search.status is not None:
        yield _status(search.status)
    if search.goal is not None:
        yield _either(search.goal, matcher.goal_ids | {search.goal, search.goal.lower()})
    for word in search.words:
        yield _either(word, matcher.ids_named(word))


def _any_of(codes: Iterable[str]) -> Test:
    """Return what finds any of these ids or codes between quotes."""
    wanted = [code.encode() for code in codes]
    if len(wanted) > _FEW:
        them = frozenset(wanted)
        return lambda data: not them.isdisjoint(_QUOTED.findall(data))
    quoted = list(chain.from_iterable((b'"%s"' % code, b"'%s'" % code) for code in wanted))
    return lambda data: any(code in data for code in quoted)


def _either(word: str, ids: Iterable[str]) -> Test:
    """Return what finds a word, or the id of something whose name holds it."""
    sought, named = RawWord.of(word), _any_of(ids)
    return lambda data: sought is None or sought.found_in(data) or named(data)


def _status(status: str) -> Test:
    """Return what finds a state; a row that does not tell its state is planned, or a draft."""
    states = OPEN if status in {"open", "overdue"} else frozenset({State(status)})
    named = _any_of(state.value for state in states)
    untold = bool(states & {State.PLANNED, State.DRAFT})
    return lambda data: named(data) or (untold and lacks_states(data))
