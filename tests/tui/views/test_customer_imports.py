"""Importing contacts on the customers' screen: the file is asked for, shown row by row, and taken in as one step."""

from pathlib import Path

import pytest
import tomli

from salgsplan_tui.language import set_language
from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog
from salgsplan_tui.tui.dialogs.import_preview import ImportPreview
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on, sample
from tests.tui.pictures import picture

TABLE = (
    "Navn;Firma;E-post;Telefon\n"
    "Nina Lund;Åsen Kjøpesenter AS;nina@aasen.example;00 00 00 97\n"
    "Jonas Wærum;Granholt Eiendom AS;jonas.waerum@granholt.example;00 00 00 02\n"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    set_language("nb")
    return sample(tmp_path / "home")


def names(home: Path) -> set[str]:
    """Return the customers' names in the file."""
    return {row["name"] for row in tomli.loads((home / "customers.toml").read_text("utf-8"))["customer"]}


async def test_new_people_come_in_and_possible_duplicates_are_told_and_left_out(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "nye.csv"
    file.write_text(TABLE, "utf-8")
    before = names(home)
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "i", *str(file), "enter")
        await settle(pilot)
        assert isinstance(app.screen, ImportPreview)
        assert "+ Nina Lund" in picture(app)
        assert "? Jonas Wærum" in picture(app)
        assert names(home) == before
        await press_fast(pilot, "enter")
        await settle(pilot)
        assert names(home) - before == {"Åsen Kjøpesenter AS"}
        await press_fast(pilot, "u")
        await settle(pilot)
    assert names(home) == before


async def test_a_file_that_is_not_there_is_told_and_can_be_typed_again(home: Path, tmp_path: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press_fast(pilot, "5", "i", *str(tmp_path / "borte.csv"), "enter")
        await settle(pilot)
        assert isinstance(app.screen, AskWordsDialog)
        assert "borte.csv" in picture(app)
