"""The picker: what can be done in which channel, and what the channel gave so far."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input

from salgsplan_tui.domain.channel_results import results_by_channel
from salgsplan_tui.language import set_language
from salgsplan_tui.storage.packaged import catalogue
from salgsplan_tui.tui.dialogs.form import ActivityForm
from salgsplan_tui.tui.dialogs.picker import PickerDialog, choices
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on, sample, stored
from tests.tui.pictures import picture


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return sample(tmp_path / "home")


@pytest.fixture(autouse=True)
def norwegian() -> None:
    set_language("nb")


@pytest.mark.parametrize(("typed", "first"), [("messe", "trade_fair"), ("trade f", "trade_fair"), ("TV", "tv")])
def test_a_kind_is_found_by_name_or_word_in_either_language(typed: str, first: str) -> None:
    assert choices(catalogue()[0], {}, typed)[0].channel.code == first


def test_the_channels_of_the_source_stand_first_where_none_was_used() -> None:
    found = choices(catalogue()[0], {})
    assert found[0].channel.named_in_source
    assert not found[-1].channel.named_in_source


async def test_the_form_is_filled_from_the_kind_that_was_picked(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "n")
        await settle(pilot)
        assert isinstance(app.screen, PickerDialog)
        assert results_by_channel(app.desk.plan)["phone"].meetings == 12
        await press_fast(pilot, *"ringeøkt", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ActivityForm)
        assert "ringeøkt" in picture(app)
        await press_fast(pilot, *"Ringerunde", "ctrl+s")
    (made,) = (each for each in stored(home).values() if each["title"] == "Ringerunde")
    assert str(made["approach"]).startswith("Ha listen klar")


async def test_nothing_is_picked_where_nothing_fits_and_escape_closes(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "n")
        await settle(pilot)
        await press_fast(pilot, *"xyzzy", "enter")
        assert isinstance(app.screen, PickerDialog)
        await press_fast(pilot, "escape")
        assert len(app.screen_stack) == 1


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_picker_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "n")
        await settle(pilot)
        assert picture(app, below=1) == snapshot


async def test_it_opens_before_the_results_are_read_and_then_tells_them(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        dialog = PickerDialog(app.desk.plan)
        app.push_screen(dialog)
        await settle(pilot)
        assert "så langt: leses …" in picture(app)
        await press_fast(pilot, *"ringe")
        app.desk.session.need_all()
        dialog.tell_results(app.desk.plan, results_by_channel(app.desk.plan))
        await settle(pilot)
        assert "møter: 12" in picture(app)
        assert dialog.query_one(Input).value == "ringe"
