"""Importing contacts on the customers' screen: the file is asked for, shown row by row, and taken in as one step."""

from pathlib import Path

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.language import set_language
from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog
from salgsplan_tui.tui.dialogs.import_columns import ImportColumns
from salgsplan_tui.tui.dialogs.import_preview import ImportPreview
from salgsplan_tui.tui.widgets.line_list import LineList
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


ODD = (
    "Kunde-ID;Hvem;Bedriften;Treffes på\n"
    "1;Nina Lund;Åsen Kjøpesenter AS;nina@aasen.example\n"
    "2;Tor Lie;Lie AS;tor@lie.example\n"
)


async def test_what_each_column_means_is_chosen_and_remembered(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "egne.csv"
    file.write_text(ODD, "utf-8")
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "i", *str(file), "enter")
        await settle(pilot)
        assert isinstance(app.screen, ImportColumns), "nobody knows these headings"
        assert "Ingen ennå" in picture(app)
        await press_fast(pilot, "2", "1")
        await settle(pilot)
        assert "+ Nina Lund\n" in "\n".join(line.strip(" │") for line in picture(app).splitlines()) + "\n"
        await press_fast(pilot, "3", "5", "4", "7")
        await settle(pilot)
        assert "+ Nina Lund, Åsen Kjøpesenter AS · nina@aasen.example" in picture(app)
        await press_fast(pilot, "1", "a", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, ImportPreview)
        assert "2 nye kontakter" in picture(app)
        await press_fast(pilot, "enter")
        await settle(pilot)
    assert {"Åsen Kjøpesenter AS", "Lie AS"} <= names(home)
    kept = tomli.loads((home / "settings.toml").read_text("utf-8"))["contact_columns"]
    assert kept == {"Hvem": "name", "Bedriften": "firm", "Treffes på": "email", "Kunde-ID": "skip"}


async def test_columns_of_a_known_table_can_be_understood_otherwise(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "nye.csv"
    file.write_text(TABLE, "utf-8")
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "i", *str(file), "enter")
        await settle(pilot)
        await press_fast(pilot, "c")
        assert isinstance(app.screen, ImportColumns)
        assert "→ e-post · nina@aasen.example" in picture(app)
        await press_fast(pilot, "escape")
        assert len(app.screen_stack) == 1


async def test_who_is_known_is_given_what_they_lack_if_that_is_chosen(home: Path, tmp_path: Path) -> None:
    book = home / "customers.toml"
    before = book.read_text("utf-8")
    file = tmp_path / "mer.csv"
    file.write_text(
        "Navn;Firma;E-post;Merknad\nJonas Wærum;Granholt Eiendom AS;jonas.waerum@granholt.example;Liker kaffe\n"
    )
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "i", *str(file), "enter")
        await settle(pilot)
        assert "? Jonas Wærum" in picture(app)
        await press_fast(pilot, "enter")
        assert isinstance(app.screen, ImportPreview), "there is nothing to take in"
        await press_fast(pilot, "f")
        await settle(pilot)
        assert "= Jonas Wærum" in picture(app)
        await press_fast(pilot, "enter")
        await settle(pilot)
        assert "Merknad: Liker kaffe" in book.read_text("utf-8")
        await press_fast(pilot, "u")
        await settle(pilot)
    assert book.read_text("utf-8") == before


async def test_thousands_of_rows_are_drawn_as_they_are_seen_and_progress_is_told(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mange.csv"
    rows = "\n".join(f"Q{number:x}z Zq{number:x};firma{number}@x.example" for number in range(6000))
    file.write_text(f"Navn;E-post\n{rows}\n", "utf-8")
    app = app_on(home)
    told: list[str] = []
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5")
        monkeypatch.setattr(app.main.view, "say", told.append)
        await press_fast(pilot, "i", *str(file), "enter")
        await settle(pilot, patience=30)
        assert isinstance(app.screen, ImportPreview)
        assert len(app.screen.query_one(LineList).lines) == 6000
        await press_fast(pilot, "end", "escape")
    assert "leser kontakter: 1 000 av 6 001" in [text.replace("\xa0", " ") for text in told]
    assert any(text.startswith("ser etter dubletter") for text in told)


@pytest.mark.parametrize(("speaking", "size"), [("nb", (80, 24)), ("en", (120, 40))])
async def test_the_import_looks_as_it_did(
    home: Path, tmp_path: Path, speaking: str, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "5")
        for name, text in (("nye.csv", TABLE), ("egne.csv", ODD)):
            (tmp_path / name).write_text(text, "utf-8")
            await press_fast(pilot, "i", *str(tmp_path / name), "enter")
            await settle(pilot)
            assert picture(app) == snapshot(name=name)
            await press_fast(pilot, "escape")
