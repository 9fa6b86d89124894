"""When files fail under the screens: a sentence, nothing half-written, and what was typed is kept."""

import os
from functools import partial
from pathlib import Path

import pytest

from salgsplan_tui.domain import edits
from salgsplan_tui.domain.said import Said
from tests.planning import STAMP
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on, sample, session_on, stored
from tests.tui.pictures import picture


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return sample(tmp_path / "home")


def bytes_of(home: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in home.rglob("*.toml")}


async def test_a_line_that_could_not_be_saved_comes_back_to_be_saved_again(home: Path) -> None:
    app = app_on(home)
    week = home / "weeks/2027/2027-W07.toml"
    whole = week.read_bytes()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        week.write_bytes(whole[: len(whole) // 2] + b"\n<<<<<<< HEAD\n")
        damaged = week.read_bytes()
        await press_fast(pilot, "a", *"ring Marit kl 15", "enter")
        await settle(pilot)
        assert "ring Marit kl 15" in picture(app)
        assert week.read_bytes() == damaged
        week.write_bytes(whole)
        await press_fast(pilot, "enter")
        await settle(pilot)
    assert [row["title"] for row in stored(home).values() if row["title"] == "ring Marit"] == ["ring Marit"]


async def test_a_damaged_week_is_told_and_the_rest_of_the_plan_still_works(home: Path) -> None:
    week = home / "weeks/2027/2027-W06.toml"
    week.write_text("schema = 1\n[[activity]\n", encoding="utf-8")
    before = week.read_bytes()
    app = app_on(home)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        assert "2027-W06.toml:2" in picture(app)
        await press_fast(pilot, "a", *"ring Marit kl 15", "enter")
        await settle(pilot)
    assert week.read_bytes() == before
    assert "ring Marit" in {row["title"] for row in stored_but(home, week)}


def stored_but(home: Path, damaged: Path) -> list[dict[str, object]]:
    kept = damaged.read_bytes()
    damaged.unlink()
    rows = list(stored(home).values())
    damaged.write_bytes(kept)
    return rows


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
async def test_a_folder_that_may_not_be_written_is_told(home: Path) -> None:
    app = app_on(home)
    before = bytes_of(home)
    (home / "weeks/2027").chmod(0o500)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press_fast(pilot, "x", "1")
        await settle(pilot)
    (home / "weeks/2027").chmod(0o700)
    assert bytes_of(home) == before


async def test_a_folder_that_vanished_is_told_and_nothing_is_made_in_its_place(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        home.rename(home.with_name("elsewhere"))
        await press_fast(pilot, "a", *"ring Marit kl 15", "enter")
        await settle(pilot)
        assert "ring Marit kl 15" in picture(app)
    assert not home.exists()


async def test_what_another_program_changed_meanwhile_and_what_the_key_changed_both_hold(home: Path) -> None:
    app = app_on(home)
    other = session_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "j")
        rename = partial(edits.change, identity="a29", at=STAMP, title="Ringt av en annen")
        other.change(rename, Said("edited"))
        await press_fast(pilot, "a", *"ring Marit kl 15", "enter")
        await settle(pilot)
    titles = {row["title"] for row in stored(home).values()}
    assert {"Ringt av en annen", "ring Marit"} <= titles
