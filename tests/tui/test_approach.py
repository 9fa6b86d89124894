"""How to go about an activity (S16) follows into it, and is read when it starts."""

import datetime as dt
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input, TextArea

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.dialogs.approach import ApproachDialog
from salgsplan_tui.tui.dialogs.outcome import OutcomeDialog
from salgsplan_tui.tui.dialogs.pick import Pick
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on, sample, stored
from tests.tui.pictures import picture

OWN = "Begynn med filtrene.\nTilby tirsdag eller torsdag."


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return sample(tmp_path / "home")


async def start(app: PlannerApp, pilot: AnyPilot, identity: str = "a27") -> None:
    """Confirm and start a row of the day."""
    await settle(pilot)
    app.main.view.go_to(identity)
    await press_fast(pilot, "c", "c")
    await settle(pilot)


@pytest.mark.parametrize(
    ("speaking", "words"), [("nb", "Si hvem du er, og hvorfor du ringer"), ("en", "Say who you are and why you call")]
)
async def test_a_row_that_starts_shows_how_its_type_is_gone_about(home: Path, speaking: str, words: str) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=(80, 24)) as pilot:
        await start(app, pilot)
        assert isinstance(app.screen, ApproachDialog)
        shown = picture(app)
        assert words in shown
        assert "00 00 00 01" in shown
        await press_fast(pilot, "d")
        assert isinstance(app.screen, OutcomeDialog)
        await press_fast(pilot, "escape")
    assert stored(home)["a27"]["state"] == "in_progress"
    assert "approach" not in stored(home)["a27"]


async def test_own_words_written_in_the_form_are_shown_instead_and_kept(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.main.view.go_to("a27")
        await press_fast(pilot, "e")
        app.screen.query_one("#approach", TextArea).text = OWN
        await press_fast(pilot, "ctrl+s")
        await start(app, pilot)
        assert "Begynn med filtrene." in picture(app)
        await press_fast(pilot, "enter", "enter")
        assert "Tilby tirsdag eller torsdag." in picture(app)  # the details
    assert stored(home)["a27"]["approach"] == OWN


async def test_a_confirmed_row_and_presentation_show_none(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.main.view.go_to("a27")
        await press_fast(pilot, "c")
        assert not isinstance(app.screen, ApproachDialog)
        await press_fast(pilot, "f9", "c")
        assert not isinstance(app.screen, ApproachDialog)


async def test_another_type_brings_its_own_words_unless_the_person_wrote_some(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "n", *"ringeøkt", "enter")
        field = app.screen.query_one("#approach", TextArea)
        assert field.text.startswith("Ha listen klar")
        app.screen.query_one("#type", Pick).code = "follow_up"
        await settle(pilot)
        assert field.text.startswith("Les notatet fra sist")
        field.text = OWN
        await settle(pilot)
        app.screen.query_one("#type", Pick).code = "call"
        await settle(pilot)
        assert field.text == OWN


async def test_what_repeats_carries_it_along(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "n", *"ringeøkt", "enter", *"Ringerunde")
        app.screen.query_one("#repeat", Input).value = "hver torsdag"
        await settle(pilot)
        await press_fast(pilot, "ctrl+s")
        await settle(pilot)
        (series,) = (each for each in app.desk.plan.series.values() if each.activity.title == "Ringerunde")
        assert (series.activity.approach or "").startswith("Ha listen klar")
        week = app.desk.plan.on(dt.date(2027, 2, 18))
        assert next(row for row in week if row.title == "Ringerunde").approach == series.activity.approach


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_is_read_before_a_call_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await start(app, pilot)
        assert picture(app, below=1) == snapshot
