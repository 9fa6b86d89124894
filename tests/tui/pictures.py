"""A screen as text that can be reviewed: its words, a letter for the style of each cell, and what the letters mean."""

import string
from collections import Counter
from collections.abc import Iterable

from rich.segment import Segment
from textual._compositor import LayoutUpdate
from textual.widgets import Input

from salgsplan_tui.tui.driver import AnyApp

LETTERS = string.ascii_lowercase + string.ascii_uppercase + string.digits
"""For the styles in the order they are met; the commonest is a point, so that what stands out is seen."""


def picture(app: AnyApp, *, below: int = 0) -> str:
    """Draw what a settled app shows now, to be compared with syrupy's `snapshot`.

    `below` leaves out so many lines at the top, such as the bar of views where a dialog is looked at.
    """
    lines = _painted(app)[below:]
    letters = _letters(segment for line in lines for segment in line)
    words = ("".join(segment.text for segment in line).rstrip() for line in lines)
    styles = ("".join(letters[str(segment.style)] * segment.cell_length for segment in line) for line in lines)
    legend = (f"{letter} {style}" for style, letter in letters.items())
    return "\n".join([*words, "", *styles, "", *legend])


def _letters(segments: Iterable[Segment]) -> dict[str, str]:
    cells: Counter[str] = Counter()
    for segment in segments:
        cells[str(segment.style)] += segment.cell_length
    [(commonest, _)] = cells.most_common(1)
    others = [style for style in cells if style != commonest]
    return {commonest: "."} | dict(zip(others, LETTERS[: len(others)], strict=True))


def _painted(app: AnyApp) -> list[list[Segment]]:
    """Paint the whole screen, dialogs and what they dim included."""
    for field in app.screen.query(Input):
        field._pause_blink(visible=True)  # noqa: SLF001 - a blinking cursor is not twice the same
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)  # noqa: SLF001 - as Textual's own screenshot does
    assert isinstance(update, LayoutUpdate)
    return [[segment for strip in line for segment in strip] for line in update.strips]
