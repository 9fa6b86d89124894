"""Which sections of a report stand beside one another on paper: two columns, with wide sections between them."""

from collections.abc import Iterator
from typing import Final

from salgsplan_tui.reports.page import Grid, Page, PageSection, Pairs, Part, Picture, Sentences

Columns = tuple[tuple[PageSection, ...], ...]
"""One column for a section that takes the whole width, else two."""

_SIZES: Final = {"week": (7.4, 62), "month": (7.8, 135), "quarter": (7.8, 130), "year": (7.8, 130)}
"""The letters of the documents that have to fit on one page or two, and how many lines of them do."""
_ACROSS: Final = 3
_SMALLEST: Final = 5.6
"""In points; what is smaller nobody reads."""
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


def letters(page: Page) -> float:
    """Return the size of the letters in points: smaller where a week would not keep to its page, or a month to two."""
    size, lines = _SIZES.get(page.report.kind, (8.4, 0))
    if not lines or len(page.report.sellers) > 1:  # what tells of many takes the pages it needs
        return size
    columns = (max(map(_lines, column)) if len(column) > 1 else _lines(column[0]) for column in placed(page.sections))
    return round(max(_SMALLEST, min(size, size * lines / max(1, sum(columns)))), 2)


def _lines(sections: tuple[PageSection, ...]) -> float:
    return sum(
        1.6 + sum(_height(part) / (_ACROSS if _is_spread(section, part) else 1) for part in section.parts)
        for section in sections
    )


def _is_spread(section: PageSection, part: Part) -> bool:
    """Say whether figures stand three beside one another."""
    return is_wide(section) and isinstance(part, Pairs)


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
