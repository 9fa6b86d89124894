"""What is wrong in a person's own `channels.toml`, each with its line."""

from collections.abc import Iterable, Iterator

from salgsplan_tui.domain.checking import Misfit
from salgsplan_tui.domain.errors import Problem
from salgsplan_tui.storage.document import Document
from salgsplan_tui.storage.scanner import ScanError, line_at
from salgsplan_tui.storage.sections import Section, blocks, sections


def problems_of(own: Document, misfits: Iterable[Misfit]) -> Iterator[Problem]:
    """Yield the misfits as problems of the file."""
    try:
        found = sections(own.text)
    except ScanError:  # it is told without its line
        found = []
    for misfit in misfits:
        field = ".".join(part for part in misfit.where if isinstance(part, str))
        yield Problem(own.path.name, _line(own.text, found, misfit.where), misfit.key, (("field", field),))


def _line(text: str, found: list[Section], where: tuple[str | int, ...]) -> int:
    """Return the line of an entry of the person's file: its key's, else its header's, else the first."""
    names = tuple(part for part in where if isinstance(part, str))
    candidates = _sections_of(found, where)
    for section in candidates:
        for pair in section.pairs:
            if (*section.path, *pair.path) == names[: len(section.path) + len(pair.path)]:
                return line_at(text, pair.start)
    return line_at(text, max(0, candidates[0].body - 1)) if candidates else 1


def _sections_of(found: list[Section], where: tuple[str | int, ...]) -> list[Section]:
    match where:
        case ("channel", int(number), *rest):
            block = blocks(found, "channel")[number : number + 1]
            rows = block[0] if block else found[:1]
            types = [section for section in rows if section.path == ("channel", "type")]
            match rest:
                case ["type", int(row), *_]:
                    return types[row : row + 1]
            return rows[:1]
    return [section for section in found if section.path[:1] == where[:1]] or found[:1]
