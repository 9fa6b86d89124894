"""Repeating activities on the screens: how much is meant is asked, and what was missed is no flood."""

import asyncio
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli

from salgsplan_tui.language import set_language
from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.lines import Target
from tests.folders import file, lay
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on, stored
from tests.tui.pictures import picture

SERIES = """[[series]]
id = "s1"
title = "Ringeøkt"
rrule = "FREQ=WEEKLY;BYDAY=WE,TH"
first = 2027-02-17
start = 09:00
minutes = 60
channel = "phone"
type = "call_session"
"""


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return lay(tmp_path / "home", {"settings.toml": 'schema = 1\nname = "Ingrid"\n', "series.toml": file(SERIES)})


@pytest.fixture(autouse=True)
def norwegian() -> None:
    set_language("nb")


def rules(home: Path) -> list[dict[str, object]]:
    return list(tomli.loads((home / "series.toml").read_text("utf-8"))["series"])


async def stand_on(pilot: AnyPilot, app: PlannerApp, identity: str) -> None:
    await settle(pilot)
    app.main.view.go_to(identity)
    await settle(pilot)
    assert app.main.view.target == Target("activity", identity)


async def eventually(pilot: AnyPilot, condition: Callable[[], bool]) -> None:
    """Wait for what is done beside the screen: counting and reading old weeks."""
    for _ in range(500):
        await settle(pilot)
        if condition():
            return
        await asyncio.sleep(0.01)
    pytest.fail("it never came")


async def until_counted(pilot: AnyPilot, app: PlannerApp) -> None:
    """Wait until the older overdue rows are counted, and stand on the count."""
    await eventually(pilot, lambda: app.main.day_view.older > 90)
    await press_fast(pilot, "home", *(["down"] if app.main.day_view.offers else []))


async def test_it_is_asked_how_much_is_cancelled(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await stand_on(pilot, app, "s1-20270217")
        await press_fast(pilot, "x", "2")
        shown = picture(app)
    for words in ("Hvor mye av serien?", "↻ hver onsdag og torsdag", "d  bare denne", "f  denne og alle senere"):
        assert words in shown


@pytest.mark.parametrize(
    ("keys", "states", "until"),
    [
        (["x", "2", "d"], ["cancelled", None], None),
        (["x", "2", "enter"], ["cancelled", None], None),
        (["i", "2", "d"], ["skipped", None], None),
    ],
)
async def test_only_this_one_is_settled(home: Path, keys: list[str], states: list[str | None], until: object) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await stand_on(pilot, app, "s1-20270217")
        await press_fast(pilot, *keys)
    found = stored(home)
    assert [found.get(each, {}).get("state") for each in ("s1-20270217", "s1-20270218")] == states
    assert rules(home)[0].get("until") == until


async def test_the_series_ends_with_what_is_cancelled_from_now_on(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "full_stop")
        await stand_on(pilot, app, "s1-20270218")
        await press_fast(pilot, "x", "2", "f")
        assert "og alle senere" in picture(app)
        assert rules(home)[0]["until"] == dt.date(2027, 2, 17)
        await press_fast(pilot, "u")
        assert "until" not in rules(home)[0]


async def test_the_whole_series_is_moved_to_another_weekday(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await stand_on(pilot, app, "s1-20270217")
        await press_fast(pilot, "m", *"fre 13", "enter", "h")
    assert [(each["rrule"], each["start"]) for each in rules(home)] == [("FREQ=WEEKLY;BYDAY=TH,FR", "13:00")]


async def test_doing_one_leaves_the_others(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await stand_on(pilot, app, "s1-20270217")
        await press_fast(pilot, "d", "plus", "enter", "escape", "enter")
    assert stored(home)["s1-20270217"]["state"] == "done"
    assert "until" not in rules(home)[0]


async def test_removing_the_whole_series_takes_the_rule_away(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await stand_on(pilot, app, "s1-20270217")
        await press_fast(pilot, "delete", "h")
        assert "hele serien" in picture(app)
        assert not (home / "series.toml").exists() or "series" not in tomli.loads((home / "series.toml").read_text())


async def test_a_change_in_the_form_reaches_all_later_ones(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 40)) as pilot:
        await stand_on(pilot, app, "s1-20270217")
        await press_fast(pilot, "e", "end", *" A", "ctrl+s", "f")
    assert [each["title"] for each in rules(home)] == ["Ringeøkt A"]


async def test_leaving_the_question_changes_nothing(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await stand_on(pilot, app, "s1-20270217")
        await press_fast(pilot, "x", "2", "escape")
    assert stored(home) == {}


@pytest.mark.parametrize(
    ("speaking", "words"),
    [
        ("nb", ("! 102 eldre", "! ons 9.2. 09:00", "eller i for å la dem gå")),
        ("en", ("! 102 older ones", "! Wed 9 Feb 09:00", "or i to let them go")),
    ],
)
async def test_after_a_year_away_a_count_opens_what_was_missed(
    home: Path, speaking: str, words: tuple[str, ...]
) -> None:
    app = app_on(home, dt.datetime(2028, 2, 16, 8, 0), speaking=speaking)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_counted(pilot, app)
        shown = picture(app)
        assert [each for each in words if each in shown] == list(words)
        assert len(app.main.view.shown) < 6
        await press_fast(pilot, "enter")
        await eventually(pilot, lambda: len(app.main.view.shown) > 90)


async def test_one_key_lets_go_of_all_that_was_missed_and_one_brings_it_back(home: Path) -> None:
    app = app_on(home, dt.datetime(2028, 2, 16, 8, 0))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_counted(pilot, app)
        await press_fast(pilot, "i")
        await eventually(pilot, lambda: app.main.day_view.older == 0)
        assert "Lot det som var lenge forfalt, gå" in picture(app)
        assert rules(home)[0]["settled_before"] == dt.date(2028, 2, 9)
        await press_fast(pilot, "u")
        await until_counted(pilot, app)
