"""The drawn grid: a cursor over cells, a head and a side that stay, few painted lines, the mouse."""

from collections.abc import Iterable

from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.strip import Strip

from salgsplan_tui.tui.grid_shape import Cell, GridShape
from salgsplan_tui.tui.lines import Part
from salgsplan_tui.tui.themes import own_themes
from salgsplan_tui.tui.widgets.drawn_grid import DrawnGrid
from tests.tui.keys import press_fast, settle


class Numbers(DrawnGrid):
    """A grid in which each cell tells its row and column."""

    def corner_parts(self, line: int) -> Iterable[Part]:
        yield Part(f"#{line}", "head")

    def head_parts(self, column: int, line: int) -> Iterable[Part]:
        yield Part(f"col{column}", "head")
        yield Part("." * line)

    def side_parts(self, row: int, line: int) -> Iterable[Part]:
        yield Part("" if line else f"row{row}", "muted")

    def cell_parts(self, row: int, column: int, line: int) -> Iterable[Part]:
        if line == 0:
            yield Part(f"{row}.{column}", "busy")


SHAPE = GridShape(rows=4, columns=3, widths=(8, 8, 8, 4), head=1, side=6, height=2)


class GridApp(App[None]):
    """A grid, and what it said."""

    def __init__(self, shape: GridShape = SHAPE) -> None:
        super().__init__()
        self.grid_shape = shape
        self.said: list[str] = []
        for theme in own_themes():
            self.register_theme(theme)

    @property
    def grid(self) -> Numbers:
        return self.query_one(Numbers)

    def compose(self) -> ComposeResult:
        yield Numbers()

    def on_mount(self) -> None:
        self.grid.reshape(self.grid_shape)
        self.grid.focus()

    def on_drawn_grid_picked(self, message: DrawnGrid.Picked) -> None:
        self.said.append(f"picked {message.cell.row}.{message.cell.column}")

    def on_drawn_grid_chosen(self, message: DrawnGrid.Chosen) -> None:
        self.said.append(f"chosen {message.cell.row}.{message.cell.column}")


def text(grid: DrawnGrid) -> list[str]:
    """Return what is drawn, line by line."""
    return [grid.render_line(y).text.rstrip() for y in range(grid.size.height)]


async def test_it_is_drawn_with_head_side_and_the_column_to_look_at() -> None:
    app = GridApp()
    async with app.run_test(size=(40, 6)) as pilot:
        await settle(pilot)
        assert text(app.grid)[:4] == [
            "#0    col0    col1    col2    col3",
            "row0  0.0     0.1     0.2     0.3",
            "",
            "row1  1.0     1.1     1.2     1.3",
        ]


async def test_the_keys_move_the_cursor_and_stop_at_the_edges() -> None:
    app = GridApp()
    async with app.run_test(size=(40, 20)) as pilot:
        places = []
        for key in ("l", "right", "right", "j", "down", "k", "h", "left", "left", "end", "home", "G", "g", "g"):
            await press_fast(pilot, key)
            places.append("{}.{}".format(*app.grid.cursor))
    assert " ".join(places) == "0.1 0.2 0.2 1.2 2.2 1.2 1.1 1.0 1.0 3.0 0.0 3.0 3.0 0.0"


async def test_a_cursor_key_paints_the_two_cells_and_not_the_screen() -> None:
    app = GridApp()
    async with app.run_test(size=(40, 20)) as pilot:
        await settle(pilot)
        grid, painted = app.grid, list[int]()
        original = grid.render_line

        def render_line(y: int) -> Strip:
            painted.append(y)
            return original(y)

        grid.render_line = render_line  # type: ignore[method-assign]  # to see what is painted
        await press_fast(pilot, "j")
        assert set(painted) == {1, 2, 3, 4}


async def test_the_cursor_scrolls_into_sight_and_head_and_side_stay() -> None:
    app = GridApp(GridShape(rows=50, columns=9, widths=(8,) * 9, head=2, side=6))
    async with app.run_test(size=(30, 12)) as pilot:
        await press_fast(pilot, *("j",) * 30, *("l",) * 7)
        lines = text(app.grid)
        assert "30.7" in "\n".join(lines)
        assert lines[0].startswith("#0")
        assert "col7" in lines[0]
        assert any(line.startswith("row30") for line in lines)
        await press_fast(pilot, "g", "g", *("h",) * 8)
        assert text(app.grid)[2].startswith("row0  0.0")


async def test_the_terminals_own_cursor_goes_along() -> None:
    app = GridApp()
    async with app.run_test(size=(40, 20)) as pilot:
        await press_fast(pilot, "j", "l")
        assert app.cursor_position == Offset(14, 3)


async def test_a_click_stands_on_a_cell_and_a_double_click_chooses_it() -> None:
    app = GridApp(GridShape(rows=50, columns=3, widths=(8, 8, 8, 4), head=1, side=6))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.click(Numbers, offset=(15, 3))
        assert app.grid.cursor == Cell(2, 1)
        await press_fast(pilot, *("j",) * 20)
        await pilot.click(Numbers, offset=(7, 11), times=2)
        assert app.said[0] == "picked 2.1"
        assert app.said[-1].startswith("chosen 2")
        before = list(app.said)
        for head_side_and_beside in ((7, 0), (2, 3), (31, 3)):
            await pilot.click(Numbers, offset=head_side_and_beside)
        assert app.said == before


async def test_another_shape_keeps_the_cursor_or_brings_it_back() -> None:
    app = GridApp()
    async with app.run_test(size=(40, 20)) as pilot:
        await press_fast(pilot, "G", "l", "l")
        app.grid.reshape(GridShape(rows=2, columns=2, widths=(5, 5)))
        assert app.grid.cursor == Cell(1, 1)
        app.grid.reshape(SHAPE, cursor=Cell(3, 2))
        assert app.grid.cursor == Cell(3, 2)
        app.grid.reshape(GridShape())
        await press_fast(pilot, "j", "l", "G", "g", "g")
        assert app.grid.cursor == Cell(0, 0)


async def test_another_theme_gives_other_styles() -> None:
    app = GridApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.theme = "salgsplan-dark"
        await settle(pilot)
        before = app.grid.style_of("busy cursor")
        app.theme = "salgsplan-light"
        await settle(pilot)
        assert app.grid.style_of("busy cursor") != before


async def test_no_line_is_ever_wider_or_narrower_than_the_grid() -> None:
    app = GridApp(GridShape(rows=3, columns=30, widths=(3,) * 30, head=1, side=5))
    async with app.run_test(size=(24, 8)) as pilot:
        await press_fast(pilot, *("l",) * 12)
        assert {app.grid.render_line(y).cell_length for y in range(app.grid.size.height)} == {app.grid.size.width}


async def test_a_line_is_drawn_once_until_something_in_it_is_to_be_drawn_anew() -> None:
    app = GridApp()
    async with app.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        before = [app.grid.render_line(line) for line in range(9)]
        assert all(app.grid.render_line(line) is strip for line, strip in enumerate(before))
        await press_fast(pilot, "down")
        after = [app.grid.render_line(line) for line in range(9)]
        assert [line for line in range(9) if after[line] is not before[line]] == [1, 2, 3, 4]
