"""The settings in a form: read, changed in the file line by line, undone."""

from pathlib import Path

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.language import set_language
from salgsplan_tui.tui.dialogs.palette import PaletteDialog
from salgsplan_tui.tui.dialogs.record_form import RecordForm
from salgsplan_tui.tui.settings_words import week_of, written_week
from tests.planning import NOW
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on, sample
from tests.tui.pictures import picture


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Lay out a copy of the sample data."""
    return sample(tmp_path / "home")


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_form_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, NOW, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "f12")
        await settle(pilot)
        assert isinstance(app.screen, RecordForm)
        assert picture(app) == snapshot


def fill(pilot: AnyPilot, **texts: str) -> None:
    for name, text in texts.items():
        pilot.app.screen.query_one(f"#{name}", Input).value = text


async def test_what_is_changed_is_written_alone_and_undone_in_one_step(home: Path) -> None:
    file = home / "settings.toml"
    before = file.read_text("utf-8").replace("[working_hours]", '# my hours\nsky = "blue"\n\n[working_hours]')
    file.write_text(before, "utf-8")
    app = app_on(home, NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "f12")
        fill(pilot, office="Storgata 1", expired_is_lost_after="30", working_hours="man-tor 8-16, fre 8-15")
        await press_fast(pilot, "ctrl+s")
        await settle(pilot)
        assert app.desk.plan.settings.office == "Storgata 1"
        after = file.read_text("utf-8")
        told = tomli.loads(after)
        assert (told["office"], told["expired_is_lost_after"], told["sky"]) == ("Storgata 1", 30, "blue")
        usual = dict.fromkeys(("mon", "tue", "wed", "thu"), "08:00-16:00")
        assert told["working_hours"] == {**usual, "fri": "08:00-15:00"}
        gone = [line for line in before.splitlines() if line not in after.splitlines()]
        assert gone == ['fri = "08:00-16:00"'], "all else stands as it was, comments too"
        await press_fast(pilot, "u")
        await settle(pilot)
    assert tomli.loads(file.read_text("utf-8")) == tomli.loads(before)


async def test_a_setting_is_taken_away_and_a_day_becomes_one_off(home: Path) -> None:
    app = app_on(home, NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "f12")
        fill(pilot, expired_is_lost_after="0", office="Kaia 2")
        await press_fast(pilot, "ctrl+s")
        await settle(pilot)
        assert app.desk.plan.settings.expired_is_lost_after == 0
        await press_fast(pilot, "f12")
        fill(pilot, expired_is_lost_after="", office="", working_hours="man–tor 9–17")
        await press_fast(pilot, "ctrl+s")
        await settle(pilot)
    told = tomli.loads((home / "settings.toml").read_text("utf-8"))
    assert not {"expired_is_lost_after", "office"} & told.keys()
    assert list(told["working_hours"].items()) == [(day, "09:00-17:00") for day in ("mon", "tue", "wed", "thu")]


async def test_what_is_no_setting_is_told_beside_its_field_and_nothing_is_saved(home: Path) -> None:
    before = (home / "settings.toml").read_bytes()
    app = app_on(home, NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "f12")
        fill(pilot, expired_is_lost_after="4000", working_hours="man 16-8")
        await press_fast(pilot, "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, RecordForm)
        assert "Skriv høyst 3650 dager" in str(app.screen.query_one("#echoes").render())
        assert "Skriv arbeidstiden slik" in str(app.screen.query_one("#echoes").render())
        assert app.screen.query_one("#working_hours", Input).value == "man 16-8"
        fill(pilot, expired_is_lost_after="", working_hours="man–fre 08:00–16:00")
        await press_fast(pilot, "ctrl+s")
        await settle(pilot)
        assert len(app.screen_stack) == 1
    assert (home / "settings.toml").read_bytes() == before, "nothing was changed after all"


async def test_the_palette_has_it_and_presentation_mode_does_not_show_it(home: Path) -> None:
    app = app_on(home, NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "colon")
        assert isinstance(app.screen, PaletteDialog)
        await press_fast(pilot, *"innstillinger", "enter")
        await settle(pilot)
        assert isinstance(app.screen, RecordForm)
        await press_fast(pilot, "escape", "f9", "f12")
        await settle(pilot)
        assert len(app.screen_stack) == 1


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("8-16", "Mon–Fri 08:00–16:00"),
        ("man-fre 08:00–16:00", "Mon–Fri 08:00–16:00"),
        ("Mon–Thu 8–16; Fri 8–15:30", "Mon–Thu 08:00–16:00, Fri 08:00–15:30"),
        ("lør 10-14, tirsdag 0900-1700, Wed. 9-17", "Tue–Wed 09:00–17:00, Sat 10:00–14:00"),
        ("man 8-12, ons 8-12", "Mon 08:00–12:00, Wed 08:00–12:00"),
        ("søn 12–13", "Sun 12:00–13:00"),
    ],
)
def test_working_hours_are_read_in_either_language_and_told_in_stretches(text: str, written: str) -> None:
    set_language("en")
    assert written_week(week_of(text)) == written
    assert week_of(written) == week_of(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "man", "16-8", "8-8", "25-26", "xyz 8-16", "t 8-16", "fre-man 8-16", "man 8-12, man 13-16", "8-16,"],
)
def test_what_are_no_working_hours_is_not_understood(text: str) -> None:
    with pytest.raises(NotUnderstoodError) as told:
        week_of(text)
    assert told.value.key == "not_hours"
