"""Which sections of a report stand beside one another on paper: two columns, with wide sections between them."""

from collections.abc import Iterator
from typing import Final

from salgsplan_tui.reports.page import Grid, PageSection, Pairs, Part, Picture, Sentences

Columns = tuple[tuple[PageSection, ...], ...]
"""One column for a section that takes the whole width, else two."""

_WIDE: Final = frozenset(
    {"head", "summary", "last_week", "budget", "plan", "calendar", "goals", "channels", "activities", "sellers"}
    | {"commitments"}
)


def is_wide(section: PageSection) -> bool:
    """Say whether a section takes the whole width of the page."""
    return section.code in _WIDE


def placed(sections: tuple[PageSection, ...]) -> Iterator[Columns]:
    """Yield the sections from top to bottom: a wide one by itself, those between two wide ones in two columns."""
    narrow: list[PageSection] = []
    for section in sections:
        if not is_wide(section):
            narrow.append(section)
            continue
        yield from _columns(tuple(narrow))
        narrow = []
        yield ((section,),)
    yield from _columns(tuple(narrow))


def _columns(sections: tuple[PageSection, ...]) -> Iterator[Columns]:
    if len(sections) == 1:
        yield (sections,)
    elif sections:
        heights = [1.6 + sum(map(_height, section.parts)) for section in sections]
        cut = min(range(1, len(sections)), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
        yield sections[:cut], sections[cut:]


def _height(part: Part) -> float:
    """Return about how many lines a part takes."""
    head = 1.1 if part.title else 0
    match part:
        case Pairs():
            return head + len(part.rows)
        case Grid():
            return head + 1.3 + 1.25 * len(part.rows)
        case Sentences():
            return head + (1 + sum(map(len, part.lines)) // 60 if part.in_one else len(part.lines))
        case Picture():
            return head + 1.6 * len(part.bars)
