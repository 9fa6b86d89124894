"""Lines of parts printed: fitted to the width, coloured only for a person at a terminal."""

from collections.abc import Iterable

from salgsplan_tui.cli.call import Call
from salgsplan_tui.tui.lines import Line
from salgsplan_tui.tui.plain_text import texts_of


def draw(call: Call, lines: Iterable[Line]) -> None:
    """Print the lines, no wider than the widest of them needs; a heading without room for both its sides takes two."""
    for text in texts_of(lines, call.width, has_colours=call.has_colours, fit=call.console.fitted):
        call.console.print(text)
