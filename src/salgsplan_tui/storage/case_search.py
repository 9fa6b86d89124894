"""The search for service cases: raw bytes first, the newest year first; only files that may hold a hit are parsed."""

from collections.abc import Iterator

from salgsplan_tui.domain.case_search import CaseMatcher
from salgsplan_tui.domain.search import Found
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.storage.names import service_files
from salgsplan_tui.storage.raw_words import RawWord
from salgsplan_tui.storage.reading import load, raw
from salgsplan_tui.storage.searching import names_one_of
from salgsplan_tui.storage.shelf import Shelf


def search_cases(shelf: Shelf, matcher: CaseMatcher, most: int | None = None) -> Iterator[Found]:
    """Yield the cases that fit, year by year, the newest first; once so many are found, older years are left alone.

    What was read before is not read again; nothing that is read here stays on the shelf.
    """
    if not matcher.may_fit:
        return
    count = 0
    for file in reversed(service_files(shelf.home)):
        reading = shelf.readings.get(file)
        if reading is None and _may_hold(matcher, raw(shelf.home, file)):
            reading = load(shelf.home, file, shelf.stamp()).reading
        if reading is not None:
            cases = [row for row in reading.content.rows if isinstance(row, ServiceCase) and matcher.fits(row)]
            cases.sort(key=lambda case: (case.opened, case.id), reverse=True)
            yield Found(file, problem=reading.damage, cases=tuple(cases))
            count += len(cases)
        if most is not None and count >= most:
            return


def _may_hold(matcher: CaseMatcher, data: bytes) -> bool:
    """Say whether a file of cases may hold one that fits: too often, and never too seldom.

    A type need not stand in the file, nor does a state; so they rule nothing out.
    """
    search = matcher.matcher.search
    if search.customer is not None and not names_one_of(data, matcher.matcher.customer_ids):
        return False
    return all(matcher.types_named(word) or _holds(matcher, word, data) for word in search.words)


def _holds(matcher: CaseMatcher, word: str, data: bytes) -> bool:
    sought = RawWord.of(word)
    return sought is None or sought.found_in(data) or names_one_of(data, matcher.matcher.ids_named(word))
