"""Searching ten years in a real terminal: the installed program, keys, and the day they lead to."""

from pathlib import Path

import pytest

from tests.folders import block, file, lay
from tests.story.opening import Leave, Open

OLD = block("old1", date="2017-02-16", title='"Befaring hos Ødegård"', state='"done"', outcome='"reached"')


def test_a_visit_of_ten_years_ago_is_found_and_opened_by_a_few_letters(morning: Open, home: Path, leave: Leave) -> None:
    lay(home, {"weeks/2017/2017-W07.toml": file(OLD)})
    with morning() as terminal:
        terminal.wait_for("Ring Bjørkely")
        terminal.press("/")
        terminal.send("odegard")
        terminal.wait_for("3 treff")
        assert "Stian Ødegård" in terminal.text
        terminal.send(" befaring")
        terminal.wait_for("1 treff")
        terminal.press("enter")
        terminal.wait_for("torsdag 16. februar 2017")
        terminal.wait_for("Befaring hos Ødegård")
        leave(terminal)


def test_a_search_typed_ahead_loses_no_key(morning: Open, leave: Leave) -> None:
    with morning() as terminal:
        terminal.send("/messe kunde:granholt\r")
        terminal.wait_for("onsdag 10. mars 2027")
        leave(terminal)


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (200, 60)])
def test_the_search_fits_every_terminal(morning: Open, size: tuple[int, int], leave: Leave) -> None:
    with morning(size=size) as terminal:
        terminal.wait_for("Ring Bjørkely")
        terminal.press("/")
        terminal.send("tilbud")
        terminal.wait_for("treff")
        assert all(len(line) <= size[0] for line in terminal.lines)
        terminal.press("escape")
        terminal.wait_for("kanal:telefon")
        terminal.press("escape")
        terminal.wait_until(lambda: "Søk overalt" not in terminal.text, "the search is gone")
        leave(terminal)
