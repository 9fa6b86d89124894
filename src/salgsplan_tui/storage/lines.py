"""The line of a file on which a value stands, for messages that lead there."""

from collections.abc import Sequence

from salgsplan_tui.storage.faults import Where
from salgsplan_tui.storage.scanner import ScanError, line_at
from salgsplan_tui.storage.sections import Section, blocks


def line_of(found: Sequence[Section], where: Where) -> int:
    """Return the line of a key, else that of the header it should stand under, else the first."""
    names = tuple(part for part in where if isinstance(part, str))
    candidates = _candidates(found, where)
    try:
        for section in candidates:
            for pair in section.pairs:
                path = (*section.path, *pair.path)
                if path == names[: len(path)]:
                    return line_at(section.text, pair.start)
    except ScanError:  # a parser could read it, so only the line is unknown
        return 1
    headers = [section for section in candidates if section.path and section.path == names[: len(section.path)]]
    return line_at(headers[0].text, headers[0].body - 1) if headers else 1


def _candidates(found: Sequence[Section], where: Where) -> Sequence[Section]:
    match where:
        case (str(array), int(position), *_):
            grouped = blocks(found, array)
            return grouped[position] if position < len(grouped) else found[:1]
    return found
