"""The measures of a drawn grid."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.tui.grid_shape import Cell, GridShape

SHAPE = GridShape(rows=3, columns=2, widths=(5, 4, 6), head=2, side=3, height=2)


def test_everything_is_as_large_as_head_side_rows_and_columns() -> None:
    assert SHAPE.size == (18, 8)
    assert [SHAPE.left(column) for column in range(3)] == [3, 8, 12]
    assert SHAPE.region(Cell(1, 1)) == (8, 4, 4, 2)
    assert not SHAPE.region(Cell(3, 0))


@pytest.mark.parametrize(
    ("place", "cell"),
    [((3, 2), Cell(0, 0)), ((7, 3), Cell(0, 0)), ((8, 4), Cell(1, 1)), ((11, 7), Cell(2, 1))],
)
def test_a_place_on_the_screen_is_a_cell(place: tuple[int, int], cell: Cell) -> None:
    assert SHAPE.cell_at(*place) == cell


@pytest.mark.parametrize("place", [(2, 2), (3, 1), (12, 4), (3, 8), (99, 99)])
def test_head_side_and_the_columns_to_look_at_are_none(place: tuple[int, int]) -> None:
    assert SHAPE.cell_at(*place) is None


def test_the_nearest_cell_is_the_cell_itself_or_the_edge() -> None:
    assert SHAPE.nearest(Cell(1, 1, 4)) == Cell(1, 1, 4)
    assert SHAPE.nearest(Cell(-1, 9, 4)) == Cell(0, 1)
    assert GridShape().nearest(Cell(5, 5)) == Cell(0, 0)


@given(
    st.builds(
        GridShape,
        rows=st.integers(1, 9),
        columns=st.just(3),
        widths=st.tuples(*[st.integers(1, 20)] * 4),
        head=st.integers(0, 3),
        side=st.integers(0, 9),
        height=st.integers(1, 3),
    ),
    st.data(),
)
def test_every_place_of_a_cell_is_that_cell(shape: GridShape, data: st.DataObject) -> None:
    cell = Cell(data.draw(st.integers(0, shape.rows - 1)), data.draw(st.integers(0, 2)))
    region = shape.region(cell)
    x = data.draw(st.integers(region.x, region.right - 1))
    y = data.draw(st.integers(region.y, region.bottom - 1))
    assert shape.cell_at(x, y) == cell
