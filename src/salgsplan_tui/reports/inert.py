"""Text from a plan that is nothing but text, in Markdown, in a browser and in a spreadsheet."""

import re
from typing import Final

from salgsplan_tui.language.safe import safe_line

_FORMULA: Final = "=+-@"
_MARKUP: Final = re.compile(r"[\\`*_\[\]<>|#~&!$]")
_HARD_SPACE: Final = "\xa0"
"""What a text begins with that a spreadsheet would else take for a formula, where nobody is to see it."""


def md_text(text: str) -> str:
    """Return a text that no Markdown takes for anything but text."""
    return _MARKUP.sub(r"\\\g<0>", safe_line(text))


def html_text(text: str) -> str:
    """Return a text for a browser, from which it may be copied into a spreadsheet."""
    from html import escape  # noqa: PLC0415  # it brings a large table along

    return escape(cell_text(text, _HARD_SPACE))


def cell_text(text: str, mark: str = "'") -> str:
    """Return a text that no spreadsheet takes for a formula."""
    shown = safe_line(text)
    return mark + shown if shown.lstrip().startswith(tuple(_FORMULA)) else shown
