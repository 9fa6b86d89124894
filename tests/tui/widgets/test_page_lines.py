"""The lines of a dialog: a figure at the right stands beside the bar, and is laid out for the room that is left."""

import pytest
from textual.app import App, ComposeResult

from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.widgets.page_lines import PageLines


class Host(App[None]):
    """A screen of one list."""

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield PageLines()


@pytest.mark.parametrize(("rows", "room"), [(4, 40), (5, 40), (6, 39), (60, 39)])
async def test_no_figure_ends_under_the_bar(rows: int, room: int) -> None:
    app = Host()
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        lines = app.query_one(PageLines)
        for _again in range(2):  # with the bar that was not there before, and with it there
            lines.lay_out(lambda cells: tuple(Line((Part(f"{cells}"),), (Part("6,500"),)) for _row in range(rows)))
            await pilot.pause()
            assert lines.render_line(0).text == f"{room}".ljust(room - 5) + "6,500" + " " * (40 - room)
