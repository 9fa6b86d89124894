"""The funnel on the screen: what it takes by planned and by own rates, and what is missing put into this week."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.views.programme import ProgrammeView
from tests.folders import lay
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on, stored
from tests.tui.pictures import picture


def view_of(app: PlannerApp) -> ProgrammeView:
    assert isinstance(app.main.view, ProgrammeView)
    return app.main.view


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_funnel_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "4", "tab", "tab")
        assert picture(app) == snapshot(name="planned")
        await press_fast(pilot, "r")
        assert picture(app) == snapshot(name="own")


@pytest.mark.parametrize(
    ("speaking", "hints"),
    [
        ("nb", ("f fyll opp, følg råd", "r satser: egne, planens")),
        ("en", ("f fill up, follow advice", "r rates: own, planned")),
    ],
)
async def test_its_own_keys_are_hinted_at_on_a_small_screen(home: Path, speaking: str, hints: tuple[str, ...]) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "4", "tab")
        assert not any(hint in picture(app) for hint in hints)
        await press_fast(pilot, "tab")
        assert all(hint in picture(app) for hint in (*hints, "tab "))


async def test_what_is_missing_goes_into_this_week_as_one_step(home: Path) -> None:
    app = app_on(home)
    before = stored(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "4", "tab", "tab", "f")
        await settle(pilot)
        new = [row for identity, row in stored(home).items() if identity not in before]
        assert {(row["quantity_planned"], row["unit"], row["bucket"], row["goal"]) for row in new} == {
            (13, "calls", "2027-W07", "m1"),
            (7, "meetings", "2027-W07", "m1"),
        }
        page = view_of(app).page
        assert page is not None
        assert page.known.missing == ()
        await press_fast(pilot, "f")
        assert "Ingenting mangler i planen." in picture(app)
        await press_fast(pilot, "u")
        await settle(pilot)
        assert stored(home) == before


async def test_each_step_opens_its_rows(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(100, 60)) as pilot:
        await press_fast(pilot, "4", "tab", "tab")
        for step, told in (
            ("orders", "ordre fra Ali Demir"),
            ("offers", "tilbud til Granholt Eiendom AS"),
            ("meetings", "Behovsmøte Sjøbua Hotell"),
            ("reached", "Ringeøkt: A- og B-emner"),
            ("attempts", "Ringeøkt: følg opp messeemner"),
        ):
            view_of(app).lines.go_to(Target("figure", f"step:{step}"))
            await press_fast(pilot, "enter")
            assert told in picture(app), step
            await press_fast(pilot, "escape")


async def test_a_step_says_how_the_plan_ahead_comes_to_its_number(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(100, 60)) as pilot:
        await press_fast(pilot, "4", "tab", "tab")
        funnel = view_of(app).page.known.funnel  # type: ignore[union-attr]  # the sample has one
        assert funnel is not None
        for step, told in (
            ("orders", "tilbud framover i planen"),
            ("offers", "tilbud som rader i planen gjelder"),
            ("reached", "samtaler framover i planen"),
        ):
            view_of(app).lines.go_to(Target("figure", f"step:{step}"))
            await press_fast(pilot, "enter")
            assert told in picture(app), step
            assert str(getattr(funnel.planned_ahead, step)) in picture(app).partition(told)[2]
            await press_fast(pilot, "escape")


async def test_without_a_goal_of_order_intake_it_says_what_it_needs(tmp_path: Path) -> None:
    plan = 'schema = 1\nid = "q1"\ntitle = "Q1"\nstart = 2027-01-04\nend = 2027-03-31\n'
    app = app_on(lay(tmp_path / "home", {"settings.toml": "schema = 1\n", "plans/q1.toml": plan}))
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "4", "tab", "tab", "f", "r")
        assert "regnes tilbake fra et mål for ordreinngang" in picture(app)
