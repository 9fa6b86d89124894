"""All that is kept about a person: opened from the list and the card, read, and saved to a file of its own."""

import stat
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog
from salgsplan_tui.tui.dialogs.choose import ChooseDialog
from salgsplan_tui.tui.dialogs.insight import InsightDialog
from tests.planning import NOW
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on
from tests.tui.pictures import picture

TEN = NOW.replace(hour=10)


async def at(pilot: AnyPilot, app: PlannerApp, identity: str) -> None:
    """Show the customers and stand on one."""
    await press_fast(pilot, "5")
    app.main.view.go_to(identity)
    await settle(pilot)


@pytest.mark.parametrize(
    ("speaking", "size"), [("nb", (80, 24)), ("en", (80, 24)), ("nb", (120, 40)), ("en", (120, 40))]
)
async def test_the_page_looks_as_it_did(
    home: Path, speaking: str, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, TEN, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await at(pilot, app, "k12")
        await press_fast(pilot, "o")
        await settle(pilot)
        assert isinstance(app.screen, InsightDialog)
        assert picture(app) == snapshot


async def test_it_scrolls_and_is_about_the_contact_under_the_cursor_of_the_card(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(80, 18)) as pilot:
        await at(pilot, app, "k01")
        await press_fast(pilot, "enter", "o")
        await settle(pilot)
        assert isinstance(app.screen, InsightDialog)
        assert "Innsyn: Marit Haugstad" in picture(app)
        await press_fast(pilot, "j", "down")
        assert app.screen.query_one("VerticalScroll").scroll_y == 2
        await press_fast(pilot, "escape")
        assert len(app.screen_stack) == 1


async def test_it_is_asked_whom_it_is_about_where_there_are_several(home: Path) -> None:
    book = home / "customers.toml"
    text = book.read_text("utf-8")
    nora = '  { id = "p99", name = "Nora Vik" },\n'
    book.write_text(text.replace('  { id = "p01"', nora + '  { id = "p01"', 1), "utf-8")
    app = app_on(home, TEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, app, "k01")
        await press_fast(pilot, "o")
        assert isinstance(app.screen, ChooseDialog)
        await press_fast(pilot, "1")
        await settle(pilot)
        assert "Innsyn: Nora Vik" in picture(app)


async def test_it_is_saved_to_a_file_that_only_the_person_can_read(home: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in home.rglob("*.toml")}
    file = tmp_path / "innsyn.txt"
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await at(pilot, app, "k12")
        await press_fast(pilot, "o", "s")
        assert isinstance(app.screen, AskWordsDialog)
        assert "~/innsyn-k12.txt" in picture(app)
        await press_fast(pilot, "ctrl+u", *str(file), "enter")
        await settle(pilot)
        assert "Skrevet til" in picture(app)
    text = file.read_text("utf-8")
    assert text.startswith("Lagret om Ali Demir\n")
    assert "Ring Ali Demir om klage" in text
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert {path: path.read_bytes() for path in home.rglob("*.toml")} == before


async def test_a_file_that_is_there_or_cannot_be_written_is_told_and_another_name_can_be_given(
    home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "opptatt.txt"
    file.write_text("mitt", "utf-8")
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await at(pilot, app, "k12")
        await press_fast(pilot, "o", "s", "ctrl+u", *str(file), "enter")
        await settle(pilot)
        assert isinstance(app.screen, AskWordsDialog)
        assert "finnes allerede" in picture(app)
        await press_fast(pilot, "ctrl+u", *str(tmp_path / "ingen" / "steder.txt"), "enter")
        await settle(pilot)
        assert isinstance(app.screen, AskWordsDialog)
        await press_fast(pilot, "escape")
        assert isinstance(app.screen, InsightDialog)
    assert file.read_text("utf-8") == "mitt"


async def test_it_stays_closed_in_presentation_mode(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, app, "k12")
        await press_fast(pilot, "f9", "o")
        assert len(app.screen_stack) == 1
