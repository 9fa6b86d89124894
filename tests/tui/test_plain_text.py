"""Lines drawn as text: held to the width, coloured only where it is wanted."""

import pytest

from salgsplan_tui.cli.plain_signs import in_encoding
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.plain_text import drawn, flush_right, padded

ROW = Line((Part("09:00 "), Part("Ring Bjørkely: svar på tilbud", "title")), (Part(" 30 m", "muted"),))


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (45, "09:00 Ring Bjørkely: svar på tilbud      30 m"),
        (41, "09:00 Ring Bjørkely: svar på tilbud  30 m"),
        (30, "09:00 Ring Bjørkely: sv…  30 m"),
    ],
)
def test_the_right_side_is_held_to_the_edge_and_the_left_gives_way(cells: int, text: str) -> None:
    assert drawn(ROW, cells, has_colours=False) == text


def test_colours_change_no_width() -> None:
    coloured = drawn(ROW, 45, has_colours=True)
    assert coloured.replace("\x1b[2m", "").replace("\x1b[0m", "") == drawn(ROW, 45, has_colours=False)


def test_columns_count_cells_and_not_characters() -> None:
    assert padded("电话", 6) == "电话  "
    assert padded("abcdef", 4) == "abc…"
    assert flush_right("电话", 6) == "  电话"


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("Ødegård «på» 09:00–10:00 …", "ascii", 'Odegard "pa" 09:00-10:00 ~'),
        ("Ødegård «på» 09:00–10:00 …", "latin-1", "Ødegård «på» 09:00-10:00 ~"),
        ("☎ ✓ ● ┆", "latin-1", "* v * :"),
        ("1\xa0250 kr é 电", "ascii", "1 250 kr e ?"),
    ],
)
def test_signs_that_an_encoding_lacks_have_a_stand_in(text: str, encoding: str, shown: str) -> None:
    assert in_encoding(text, encoding) == shown
