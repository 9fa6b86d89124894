"""The form repeats an activity in words, and shows the next five dates while they are typed."""

from pathlib import Path

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input

from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.language import set_language
from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.dialogs.form_context import FormContext
from salgsplan_tui.tui.dialogs.form_fields import texts_of
from salgsplan_tui.tui.dialogs.form_repeat import series_meant
from salgsplan_tui.tui.dialogs.repeat_choices import repeat_choices
from tests.folders import WEEK, block, file, lay
from tests.planning import NOW, row
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on, stored
from tests.tui.pictures import picture


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    first = block("a1", date="2027-02-18", start='"09:00"', minutes="30")
    return lay(tmp_path / "home", {"settings.toml": 'schema = 1\nname = "Ingrid"\n', WEEK: file(first)})


@pytest.fixture(autouse=True)
def norwegian() -> None:
    set_language("nb")


def rules(home: Path) -> list[dict[str, object]]:
    return list(tomli.loads((home / "series.toml").read_text("utf-8"))["series"])


async def to_field(pilot: AnyPilot, app: PlannerApp, name: str) -> None:
    app.screen.query_one(f"#{name}").focus()
    await settle(pilot)


async def to_repeat(pilot: AnyPilot, app: PlannerApp) -> None:
    """Open the row of the next day in the form, and go to its repeat."""
    await settle(pilot)
    await press_fast(pilot, "full_stop")
    app.main.view.go_to("a1")
    await press_fast(pilot, "e")
    await to_field(pilot, app, "repeat")


async def test_the_next_five_dates_are_shown_and_the_row_becomes_the_first(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(140, 45)) as pilot:
        await to_repeat(pilot, app)
        await press_fast(pilot, *"hver torsdag")
        assert "18.2. · 25.2. · 4.3. · 11.3. · 18.3." in picture(app)
        await press_fast(pilot, "ctrl+s")
    assert [(str(each["rrule"]), str(each["first"]), each["skip"]) for each in rules(home)] == [
        ("FREQ=WEEKLY;BYDAY=TH", "2027-02-18", [rules(home)[0]["first"]])
    ]
    assert stored(home)["a1"]["series"] == rules(home)[0]["id"]


async def test_a_new_one_is_a_series_from_the_start(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(140, 45)) as pilot:
        await settle(pilot)
        app.main.open_form(row("n1", date="2027-02-17", title=""), is_new=True)
        await settle(pilot)
        await press_fast(pilot, *"Lunsj")
        await to_field(pilot, app, "repeat")
        await press_fast(pilot, *"annenhver fredag", "ctrl+s")
    assert [(each["title"], each["rrule"]) for each in rules(home)] == [("Lunsj", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR")]
    assert list(stored(home)) == ["a1"]


async def test_words_that_are_no_repeat_stay_beside_the_field(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(140, 45)) as pilot:
        await to_repeat(pilot, app)
        await press_fast(pilot, *"av og til", "ctrl+s")
        assert app.screen.query("#repeat")
    assert not (home / "series.toml").exists()


@pytest.mark.parametrize("day", ["18.2.2027", "26.2.2027", "31.5.2027"])
@pytest.mark.parametrize("speaking", ["nb", "en"])
async def test_every_way_that_is_offered_can_be_read(home: Path, speaking: str, day: str) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        form = FormContext(app.desk.plan, row("n1"), app.desk.read, app.desk.read_when, app.main.now.date())
        texts = texts_of(app.desk.plan, row("n1")) | {"date": day}
        for typed in ("", "every Friday holiday:keep" if speaking == "en" else "hver fredag helligdag:behold"):
            ways = repeat_choices(form, {**texts, "repeat": typed})[1:-1]
            assert all(len(way.help.split(" · ")) == 3 or "d" in (series(form, way.id).after or "") for way in ways)
            assert {series(form, way.id).on_holiday for way in ways} >= ({"keep", "skip", "next"} if typed else set())


def series(form: FormContext, words: str) -> Series:
    return series_meant(form, words, NOW.date())


async def test_a_way_is_chosen_from_the_list_and_its_dates_are_shown(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press_fast(pilot, "full_stop")
        app.main.view.go_to("a1")
        await press_fast(pilot, "e", "f2")  # no list for the title
        await to_field(pilot, app, "repeat")
        await press_fast(pilot, "f2")
        await press_fast(pilot, *"annenhver", "enter")
        assert app.screen.query_one("#repeat", Input).value == "annenhver torsdag"
        assert "18.2. · 4.3. · 18.3." in picture(app)
        await press_fast(pilot, "f2", *"neste arbeidsdag", "enter", "ctrl+s")
    assert [(each["rrule"], each["on_holiday"]) for each in rules(home)] == [
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "next")
    ]


async def test_the_repeat_of_a_series_is_not_ended_by_emptying_its_field(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(140, 45)) as pilot:
        await to_repeat(pilot, app)
        await press_fast(pilot, *"hver torsdag", "ctrl+s")
        await press_fast(pilot, "e")
        await to_field(pilot, app, "repeat")
        app.screen.query_one("#repeat", Input).value = ""
        await press_fast(pilot, "ctrl+s")
        assert "Den er én av en serie." in picture(app)
    assert len(rules(home)) == 1


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_list_of_ways_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await to_repeat(pilot, app)
        await press_fast(pilot, *"hver torsdag", "f2")
        assert picture(app, below=1) == snapshot
