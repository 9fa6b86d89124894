"""A report as PDF, set by typst: the same bytes for the same data and day, for only typst's own letters are used."""

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Final

from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.language import _
from salgsplan_tui.language.safe import clip, safe_line
from salgsplan_tui.reports.page import Grid, Page, PageSection, Pairs, Part, Picture
from salgsplan_tui.reports.placing import letters, placed

_GOAL: Final = 5
_ROOM: Final = 34
"""The column of a week's goals, and the letters there is room for."""
_LONG: Final = 16
"""Longer texts than this are broken where the page is too narrow."""


def report_pdf(page: Page) -> bytes:
    """Return the document.

    Raises:
        RefusedError: `no_typst`: what sets it is not installed.
    """
    try:
        import typst  # noqa: PLC0415  # an extra: 80 MB that not everybody wants
    except ImportError as error:
        raise RefusedError("no_typst") from error
    template = files("salgsplan_tui.reports").joinpath("report.typ").read_bytes()
    made = typst.compile(template, sys_inputs={"data": json.dumps(set_words(page))}, ignore_system_fonts=True)
    if not isinstance(made, bytes):  # several documents only where several pages are asked for as pictures
        raise TypeError(type(made))
    return made


def set_words(page: Page) -> Mapping[str, object]:
    """Return all that the template sets, as JSON can hold it."""
    day = page.report.as_of
    return {
        "title": page.title,
        "about": safe_line(page.about),
        "author": clip(", ".join(map(safe_line, page.report.sellers[:3])), 120),
        "lang": page.language,
        "size": letters(page),
        "year": day.year,
        "month": day.month,
        "day": day.day,
        "groups": [[[_section(each) for each in column] for column in columns] for columns in placed(page.sections)],
        "notes": list(page.notes),
        "counted": _("How it is counted"),
        "definitions": _halves(page.definitions),
    }


def _halves(definitions: Sequence[tuple[str, str]]) -> list[list[list[str]]]:
    """Return the definitions in two columns that are about as long as each other; nothing where there are none."""
    sizes = [sum(map(len, each)) for each in definitions]
    cut = min(range(len(sizes) + 1), key=lambda at: abs(sum(sizes[:at]) - sum(sizes[at:])))
    return [[list(each) for each in half] for half in (definitions[:cut], definitions[cut:]) if half]


def _section(section: PageSection) -> Mapping[str, object]:
    parts = [_short(each) if section.code == "plan" and isinstance(each, Grid) else each for each in section.parts]
    return {"number": section.number, "title": section.title, "parts": [_part(each) for each in parts]}


def _short(plan: Grid) -> Grid:
    """Return the plan of a week with goals that take one line, so that the week keeps to its page."""
    rows = tuple((*row[:_GOAL], clip(row[_GOAL], _ROOM), *row[_GOAL + 1 :]) for row in plan.rows)
    return plan._replace(rows=rows)


def _part(part: Part) -> Mapping[str, object]:
    head = {"title": part.title, "note": part.note if isinstance(part, Pairs | Grid) else ""}
    match part:
        case Pairs():
            return {**head, "kind": "pairs", "rows": [list(row) for row in part.rows]}
        case Grid():
            flags = {"right": list(part.right), "long": _long(part), "total": part.has_total}
            rows = [list(row) for row in part.rows]
            return {**head, "kind": "grid", "columns": list(part.columns), "rows": rows, **flags}
        case Picture():
            bars = [{"label": bar.label, "text": bar.text, "value": bar.value, "mark": bar.mark} for bar in part.bars]
            return {**head, "kind": "picture", "bars": bars}
    return {**head, "kind": "sentences", "lines": list(part.lines), "in_one": part.in_one}


def _long(grid: Grid) -> list[bool]:
    """Return which columns share the room that is left: those with long texts, else the first."""
    most = [max((len(row[at]) for row in grid.rows), default=0) for at in range(len(grid.columns))]
    long = [not right and size > _LONG for right, size in zip(grid.right, most, strict=True)]
    return long if any(long) else [at == 0 for at in range(len(long))]
