"""Every command by name."""

import pytest

from salgsplan_tui.tui.dialogs.palette import Command, PaletteDialog, matches
from tests.tui.dialogs.host import answer_to, opened
from tests.tui.keys import press_fast

COMMANDS = (
    Command("undo", "angre", "u"),
    Command("done", "ferdig", "d"),
    Command("move", "flytt", "m"),
    Command("travel", "få reise godkjent"),
    Command("pause", "kjør pærepause"),
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["undo", "done", "move", "travel", "pause"]),
        ("ferd", ["done"]),
        ("flt", ["move"]),
        ("FLYTT", ["move"]),
        ("fa", ["travel"]),
        ("paer", ["pause"]),
        ("zz", []),
    ],
)
def test_a_command_is_found_by_letters_of_its_name(query: str, found: list[str]) -> None:
    assert sorted(match.command.id for match in matches(COMMANDS, query)) == sorted(found)


def test_the_letters_that_fit_are_known_in_the_name_as_it_is_written() -> None:
    [match] = matches(COMMANDS, "paer")
    assert [match.command.name[place] for place in match.letters] == ["p", "æ", "r"]


async def test_typing_and_enter_runs_the_best() -> None:
    assert await answer_to(PaletteDialog(COMMANDS), *"flyt", "enter") == "move"


async def test_the_arrows_walk_the_list_while_the_line_keeps_the_keys() -> None:
    assert await answer_to(PaletteDialog(COMMANDS), "down", "down", "up", "enter") == "done"


async def test_enter_on_nothing_stays_open_and_escape_leaves() -> None:
    async with opened(PaletteDialog(COMMANDS)) as (app, pilot):
        await press_fast(pilot, *"zz", "enter")
        assert app.answers == []
        await press_fast(pilot, "escape")
        assert app.answers == [None]


async def test_a_click_runs() -> None:
    async with opened(PaletteDialog(COMMANDS)) as (app, pilot):
        await pilot.click("OptionList", offset=(5, 2))
        assert app.answers == ["move"]
