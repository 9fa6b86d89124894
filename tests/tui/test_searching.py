"""Searching from the main screen: these keys lead to that day, with the cursor on the row."""

import datetime as dt
from pathlib import Path

import pytest

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.language import set_language
from salgsplan_tui.tui.dialogs.case_card import CaseCardDialog
from salgsplan_tui.tui.dialogs.customer_card import CustomerCardDialog
from salgsplan_tui.tui.dialogs.form import ActivityForm
from salgsplan_tui.tui.dialogs.search import SearchDialog
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.search_actions import day_of
from tests.folders import block, file, lay
from tests.planning import WEDNESDAY, row
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on, sample
from tests.tui.pictures import picture


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return sample(tmp_path / "home")


@pytest.fixture(autouse=True)
def norwegian() -> None:
    set_language("nb")


@pytest.mark.parametrize("key", ["/", "ctrl+f"])
async def test_enter_opens_the_day_of_the_row_with_the_cursor_on_it(home: Path, key: str) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, key, *"messe kunde:granholt", "enter")
        await settle(pilot)
        assert app.main.view.day == dt.date(2027, 3, 10)
        assert app.main.selected == ("a38",)


async def test_a_week_ten_years_ago_is_read_when_its_row_is_opened(home: Path) -> None:
    old = block("old1", date="2017-02-16", title='"Første besøk hos Ødegård"', state='"done"', outcome='"reached"')
    lay(home, {"weeks/2017/2017-W07.toml": file(old)})
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "/", *"forste odegard", "enter")
        await settle(pilot)
        assert app.main.view.day == dt.date(2017, 2, 16)
        assert app.main.view.target == Target("activity", "old1")


async def test_enter_opens_the_card_of_a_service_case_of_any_year(home: Path) -> None:
    old = (
        '[[case]]\nid = "s0"\ntitle = "Vifta uler"\ncustomer = "k02"\nstate = "closed"\nopened = 2021-05-04T09:00:00\n'
    )
    lay(home, {"service/2021.toml": f"schema = 1\n\n{old}"})
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "/", *"uler klage granholt", "enter")
        await settle(pilot)
        assert isinstance(app.screen, CaseCardDialog)
        assert app.main.view.code == "service"
        assert "Vifta uler" in picture(app)


async def test_an_idea_without_a_week_opens_in_the_form(home: Path) -> None:
    idea = '[[activity]]\nid = "i1"\ntitle = "Frokost for naboer"\nstate = "draft"\n'
    lay(home, {"unplaced.toml": f"schema = 1\n\n{idea}"})
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "/", *"frokost", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ActivityForm)


async def test_the_last_search_comes_back_and_escape_twice_forgets_it(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "/", *"messe", "enter")
        await press_fast(pilot, "/")
        assert isinstance(app.screen, SearchDialog)
        await press_fast(pilot, "enter")
        assert not isinstance(app.screen, SearchDialog)
        await press_fast(pilot, "/", "escape", "escape", "/")
        assert isinstance(app.screen, SearchDialog)
        await press_fast(pilot, "escape")
        assert not isinstance(app.screen, SearchDialog)


async def test_a_goal_of_a_plan_long_over_can_be_searched_for(home: Path) -> None:
    lay(
        home,
        {
            "plans/q1-2019.toml": 'schema = 1\nid = "q1-2019"\nkind = "market_programme"\ntitle = "Q1"\n'
            'start = 2019-01-01\nend = 2019-03-31\n\n[[goal]]\nid = "g19"\ntitle = "Ti nye naboer"\n',
            "weeks/2019/2019-W07.toml": file(block("old2", date="2019-02-14", goal='"g19"', state='"done"')),
        },
    )
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "/")
        await settle(pilot)
        await press_fast(pilot, *"mål:naboer", "enter")
        await settle(pilot)
        assert app.main.selected == ("old2",)


@pytest.mark.parametrize(
    ("found", "day"),
    [
        (row("r1", date="2019-02-14"), dt.date(2019, 2, 14)),
        (row("r1", bucket="2027-W07"), WEDNESDAY),
        (row("r1", bucket="2027-W09"), dt.date(2027, 3, 1)),
        (row("r1", bucket="2027-W09", due="2027-03-05"), dt.date(2027, 3, 5)),
        (row("r1", bucket="2027-W09", state="cancelled"), None),
        (row("r1", bucket="2027-11"), None),
        (row("r1"), None),
    ],
)
def test_the_day_to_open_is_the_one_whose_page_shows_the_row(found: Activity, day: dt.date | None) -> None:
    assert day_of(found, WEDNESDAY) == day


async def test_enter_on_a_contact_opens_the_card_of_its_customer_whatever_the_filter(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "5", "f", "1", "/", *"haugstad", "up", "up", "up", "up", "up", "enter")
        await settle(pilot)
        assert app.main.view.code == "customers"
        assert isinstance(app.screen, CustomerCardDialog)
        await press_fast(pilot, "escape")
        assert app.main.view.target == Target("customer", "k01"), "a B customer, though A was filtered for"
