"""Moving the date of a playbook's run: it is asked whether what is open goes along, wherever the date is changed."""

import datetime as dt
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.dialogs.choice_list import ChoiceList
from tests.folders import WEEK, block, file, lay
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on, stored
from tests.tui.pictures import picture

FAIR = {"playbook": '"r1"', "channel": '"trade_fair"'}


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    anchor = block("f1", date="2027-02-17", start='"09:00"', minutes="60", title='"Messe"', offset='"0d"', **FAIR)
    before = block("f0", date="2027-02-10", title='"Inviter"', offset='"-5wd"', state='"done"', playbook='"r1"')
    after = block("f2", date="2027-02-22", title='"Følg opp"', offset='"3wd"', playbook='"r1"')
    last = block("f3", date="2027-05-12", title='"Mål"', offset='"84d"', playbook='"r1"')
    return lay(
        tmp_path / "home",
        {
            "settings.toml": 'schema = 1\nname = "Ingrid"\n',
            WEEK: file(anchor),
            "weeks/2027/2027-W06.toml": file(before),
            "weeks/2027/2027-W08.toml": file(after),
            "weeks/2027/2027-W19.toml": file(last),
        },
    )


def dates(home: Path) -> list[str]:
    return [f"{row['date']:%d.%m}" for _id, row in sorted(stored(home).items()) if isinstance(row["date"], dt.date)]


BEFORE = ["10.02", "17.02", "22.02", "12.05"]
ALONG = ["10.02", "18.02", "23.02", "13.05"]
ALONE = ["10.02", "18.02", "22.02", "12.05"]


async def stand(pilot: AnyPilot, app: PlannerApp, identity: str = "f1") -> None:
    await settle(pilot)
    app.main.view.go_to(identity)
    await settle(pilot)


@pytest.mark.parametrize(("speaking", "size"), [("nb", (80, 24)), ("en", (120, 40))])
async def test_the_move_dialog_asks_and_one_undo_takes_all_back(
    home: Path, speaking: str, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await stand(pilot, app)
        await press_fast(pilot, "m", *"18.2", "enter")
        assert picture(app) == snapshot
        await press_fast(pilot, "h")
        assert dates(home) == ALONG
        assert ("med alle åpne trinn" if speaking == "nb" else "with all steps still open") in picture(app)
        await press_fast(pilot, "u")
        assert dates(home) == BEFORE
        await stand(pilot, app)
        await press_fast(pilot, "m", *"18.2", "enter", "escape")
        assert dates(home) == BEFORE
        await press_fast(pilot, "m", *"18.2", "enter", "d")
        assert dates(home) == ALONE


async def test_pushes_ask_once_and_are_one_step(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await stand(pilot, app)
        await press_fast(pilot, "+", "h", "+", "-")
        assert dates(home) == ALONG
        await press_fast(pilot, "u")
        assert dates(home) == BEFORE
        await stand(pilot, app)
        await press_fast(pilot, "+", "d", "+")
        assert dates(home) == ["10.02", "19.02", "22.02", "12.05"]


async def test_arrows_in_the_week_ask_too(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "2")
        await stand(pilot, app)
        await press_fast(pilot, "m", "right", "enter", "0", "h")
        assert dates(home) == ALONG


async def test_the_form_asks_and_stands_again_where_it_gets_no_answer(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await stand(pilot, app)
        await press_fast(pilot, "e")
        app.screen.query_one("#date").focus()
        await press_fast(pilot, *["backspace"] * 9, *"18.2", "ctrl+s", "escape")
        assert "18.2" in picture(app)
        await press_fast(pilot, "ctrl+s", "h")
        assert dates(home) == ALONG


async def test_what_was_left_undone_asks_too_when_it_is_moved(home: Path) -> None:
    app = app_on(home, dt.datetime(2027, 2, 18, 8, 0))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "b", "t")
        while not app.screen.query("ChoiceList") or app.screen.query_one(ChoiceList).choices[-1].key != "h":
            await pilot.pause(0.01)
        await settle(pilot)
        await press_fast(pilot, "h")
        assert dates(home) == ALONG


async def test_another_step_moves_alone_without_a_question(home: Path) -> None:
    app = app_on(home, dt.datetime(2027, 2, 22, 8, 0))
    async with app.run_test(size=(80, 24)) as pilot:
        await stand(pilot, app, "f2")
        await press_fast(pilot, "m", *"23.2", "enter")
        assert dates(home) == ["10.02", "17.02", "23.02", "12.05"]


async def test_the_third_time_the_form_puts_something_off_it_asks_why(home: Path) -> None:
    moved = '[{ from = "2027-02-15", to = "2027-02-16" }, { from = "2027-02-16", to = "2027-02-17" }]'
    lay(home, {WEEK: file(block("g1", date="2027-02-17", start='"09:00"', title='"Ring Berg"', reschedules=moved))})
    app = app_on(home)
    async with app.run_test(size=(120, 40)) as pilot:
        await stand(pilot, app, "g1")
        await press_fast(pilot, "e")
        app.screen.query_one("#date").focus()
        await press_fast(pilot, *["backspace"] * 9, *"18.2", "ctrl+s")
        assert "Flyttet 2 ganger før. Hvorfor nå igjen?" in picture(app)
        await press_fast(pilot, "escape")
        assert "18.2" in picture(app)
        await press_fast(pilot, "ctrl+s", "5")
    events = stored(home)["g1"]["reschedules"]
    assert isinstance(events, list)
    assert (events[-1]["to"], events[-1]["reason"]) == ("2027-02-18", "lower_priority")
