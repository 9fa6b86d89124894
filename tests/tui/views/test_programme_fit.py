"""Will it fit, and what if: the weeks against the need, advice that is followed with a key, scenarios kept or not."""

from pathlib import Path

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.views.programme import ProgrammeView
from tests.folders import block, file, lay
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on, stored
from tests.tui.pictures import picture

PLAN = (
    'schema = 1\nid = "q1"\ntitle = "Første kvartal"\nstart = 2027-01-04\nend = 2027-03-31\n'
    '[[goal]]\nid = "m1"\ntitle = "Tolv ordre"\nmeasure = "orders"\nunit = "count"\ntarget = "2.00"\n'
    "deadline = 2027-03-31\n"
)


def view_of(app: PlannerApp) -> ProgrammeView:
    assert isinstance(app.main.view, ProgrammeView)
    return app.main.view


@pytest.fixture
def crowded(tmp_path: Path) -> Path:
    """Lay out a programme whose eighth week holds more than there is time for."""
    rows = [
        block(f"a{day}", date=f"2027-02-2{day}", minutes="480", goal='"m1"', title=f'"Dag {day}"')
        for day in (2, 3, 4, 5)
    ]
    rows.append(block("b1", date="2027-02-26", minutes="420", title='"Uten mål"'))
    rows.append(block("b2", date="2027-02-26", minutes="240", title='"Kan vente"', goal='"m1"', priority="3"))
    return lay(
        tmp_path / "home",
        {"settings.toml": "schema = 1\n", "plans/q1.toml": PLAN, "weeks/2027/2027-W08.toml": file(*rows)},
    )


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_weeks_and_the_advice_look_as_they_did(
    crowded: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(crowded, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "4", "tab", "tab", "tab")
        assert picture(app) == snapshot


async def test_advice_is_followed_with_a_key_and_taken_back(crowded: Path) -> None:
    app = app_on(crowded)
    async with app.run_test(size=(80, 30)) as pilot:
        await press_fast(pilot, "4", "tab", "tab", "tab")
        page = view_of(app).page
        assert page is not None
        assert page.known.fit.breaks is not None
        assert page.known.fit.breaks.week == "2027-W08"
        assert (page.known.advice[0].rule, page.known.advice[0].row.id) == ("serves_no_goal", "b1")
        view_of(app).lines.go_to(Target("advice", "b1"))
        await press_fast(pilot, "f")
        await settle(pilot)
        assert (stored(crowded)["b1"]["state"], stored(crowded)["b1"]["reason"]) == ("cancelled", "lower_priority")
        assert view_of(app).target != Target("advice", "b1")
        await press_fast(pilot, "u")
        await settle(pilot)
        assert stored(crowded)["b1"]["state"] == "planned"


async def test_advice_to_move_is_followed_with_a_key_and_taken_back(tmp_path: Path) -> None:
    rows = [
        block(f"a{day}", date=f"2027-02-2{day}", minutes="480", goal='"m1"', title=f'"Dag {day}"', start='"09:00"')
        for day in range(2, 7)
    ]
    home = lay(
        tmp_path / "home",
        {"settings.toml": "schema = 1\n", "plans/q1.toml": PLAN, "weeks/2027/2027-W08.toml": file(*rows)},
    )
    before = stored(home)
    app = app_on(home)
    async with app.run_test(size=(80, 30)) as pilot:
        await press_fast(pilot, "4", "tab", "tab", "tab")
        page = view_of(app).page
        assert page is not None
        (found,) = page.known.advice
        assert (found.rule, found.week) == ("room_later", "2027-W08")
        assert found.to == "2027-W10"  # not the ninth: few are at work in the winter holidays
        assert "uke 8: flytt Dag 2, 8,0 t, til uke 10" in picture(app).replace("\xa0", " ")
        view_of(app).lines.go_to(Target("advice", found.row.id))
        await settle(pilot)
        assert "f fyll opp, følg råd" in picture(app)
        await press_fast(pilot, "f")
        await settle(pilot)
        moved = stored(home)[found.row.id]
        assert (moved["bucket"], moved["state"]) == ("2027-W10", "planned")
        assert not {"date", "start"} & moved.keys()
        assert "lower_priority" in str(moved["reschedules"])
        page = view_of(app).page
        assert page is not None
        assert page.known.fit.breaks is None
        assert page.known.advice == ()
        await press_fast(pilot, "u")
        await settle(pilot)
        assert stored(home) == before


async def test_a_week_opens_its_rows_and_advice_its_activity(crowded: Path) -> None:
    app = app_on(crowded)
    async with app.run_test(size=(80, 30)) as pilot:
        await press_fast(pilot, "4", "tab", "tab", "tab")
        view_of(app).lines.go_to(Target("figure", "week:2027-W08"))
        await press_fast(pilot, "enter")
        assert "Uten mål" in picture(app)
        await press_fast(pilot, "escape")
        view_of(app).lines.go_to(Target("advice", "b1"))
        await press_fast(pilot, "enter")
        assert len(app.screen_stack) == 2
        assert "Uten mål" in picture(app)


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_scenario_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "4", "v")
        assert picture(app) == snapshot(name="asked")
        await press_fast(pilot, "tab", "tab", "tab", "ctrl+u", *"60", "tab", "tab", "ctrl+u", *"-10", "ctrl+s")
        await settle(pilot)
        assert picture(app) == snapshot(name="told")


async def test_a_scenario_is_thrown_away_or_kept(home: Path) -> None:
    path = home / "plans/q1-2027.toml"
    before = path.read_bytes()
    app = app_on(home)
    async with app.run_test(size=(100, 40)) as pilot:
        await press_fast(pilot, "4", "v", "tab", "tab", "tab", "ctrl+u", *"60", "ctrl+s", "escape")
        await settle(pilot)
        assert path.read_bytes() == before
        await press_fast(pilot, "v", "tab", "tab", "tab", "ctrl+u", *"60", "ctrl+s", "e")
        assert "60" in picture(app)
        await press_fast(pilot, *["tab"] * 6, "ctrl+u", *"7000", "ctrl+s", "k")
        await settle(pilot)
        kept = tomli.loads(path.read_text("utf-8"))
        assert kept["rates"]["hit"] == "60.00"
        assert kept["budget_line"][0]["amount"] == "7000.00"
        await press_fast(pilot, "u")
        await settle(pilot)
        assert path.read_bytes() == before


async def test_chosen_activities_are_dropped_or_moved_in_a_scenario(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(100, 50)) as pilot:
        await press_fast(pilot, "4", "tab")
        view_of(app).lines.go_to(Target("activity", "a42"))
        await press_fast(pilot, "space", "v", *["tab"] * 14, "right", "ctrl+s")
        await settle(pilot)
        shown = picture(app).replace("\xa0", " ")
        assert "99 919 kr     93 919 kr     −6 000 kr" in shown
        await press_fast(pilot, "k")
        await settle(pilot)
        assert stored(home)["a42"]["state"] == "cancelled"
        await press_fast(pilot, "u")
        await settle(pilot)
        view_of(app).lines.go_to(Target("activity", "a42"))
        await press_fast(pilot, "v", *["tab"] * 14, "right", "right", "ctrl+s")
        assert "Si hvilken dag de flyttes til." in str([each.message for each in app._notifications])  # noqa: SLF001  # what is read
        await press_fast(pilot, *["tab"] * 15, *"22.3.2027", "ctrl+s", "k")
        await settle(pilot)
        assert str(stored(home)["a42"]["date"]) == "2027-03-22"


async def test_somebody_elses_plan_is_not_tried(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "4", "shift+tab", "home", "enter", "v")
        await settle(pilot)
        assert len(app.screen_stack) == 1
