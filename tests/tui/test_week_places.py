"""The parts of the week cover all of its room, and none lies over another."""

from itertools import chain, product

import pytest
from textual.geometry import Region, Size

from salgsplan_tui.tui.week_places import week_places


def shown(places: dict[str, Region], *, has_panel: bool, has_status: bool, is_panel: bool) -> list[Region]:
    """Return the places of the parts that are shown."""
    left_out = {
        "week-panel": not has_panel and not is_panel,
        "week-status": not has_status,
        "week-grid": is_panel,
        "week-below": is_panel,
    }
    return [region for name, region in places.items() if not left_out.get(name, False)]


@pytest.mark.parametrize("room", [Size(80, 22), Size(120, 38), Size(60, 14), Size(200, 58)])
@pytest.mark.parametrize("rows", [0, 3, 100])
def test_they_cover_the_room(room: Size, rows: int) -> None:
    for has_panel, has_status, is_panel in product((False, True), repeat=3):
        if has_panel and is_panel:
            continue
        how = {"has_panel": has_panel, "has_status": has_status, "is_panel": is_panel}
        regions = shown(dict(week_places(room, rows=rows, **how)), **how)
        cells = list(chain.from_iterable(product(region.column_range, region.line_range) for region in regions))
        assert sorted(cells) == list(product(range(room.width), range(room.height)))


def test_the_rows_below_take_what_they_need_and_a_third_at_most() -> None:
    room = Size(80, 22)
    few = week_places(room, rows=2, has_panel=False, has_status=True, is_panel=False)
    many = week_places(room, rows=50, has_panel=False, has_status=True, is_panel=False)
    assert (few["week-below"].height, few["week-grid"].height) == (2, 18)
    assert (many["week-below"].height, many["week-grid"].height) == (6, 14)
