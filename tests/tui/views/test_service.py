"""The screen of service: these files, these keys, what the list and the files then hold."""

from pathlib import Path
from typing import Any

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.dialogs.case_card import CaseCardDialog
from salgsplan_tui.tui.views.service import ServiceView
from tests.folders import lay
from tests.tui.keys import press_fast, settle
from tests.tui.opening import app_on
from tests.tui.pictures import picture


def view_of(app: PlannerApp) -> ServiceView:
    assert isinstance(app.main.view, ServiceView)
    return app.main.view


def shown(app: PlannerApp) -> list[str]:
    """Return the ids of what stands in the list, from top to bottom."""
    ids = [line.target.id for line in view_of(app).lines.lines if line.target is not None]
    return list(dict.fromkeys(ids))


def stored_case(home: Path, identity: str) -> dict[str, Any]:
    cases = tomli.loads((home / "service/2027.toml").read_text("utf-8"))["case"]
    return next(each for each in cases if each["id"] == identity)


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_screen_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await press_fast(pilot, "7", "f", "f", "f", "f", "f")
        assert picture(app) == snapshot(name="cases")
        await press_fast(pilot, "tab")
        assert picture(app) == snapshot(name="figures")
        await press_fast(pilot, "tab")
        assert picture(app) == snapshot(name="areas")
        await press_fast(pilot, "escape", "enter")
        await settle(pilot)
        assert picture(app) == snapshot(name="card")


async def test_names_are_hidden_in_presentation_mode_and_cards_stay_closed(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(120, 30)) as pilot:
        await press_fast(pilot, "7", "f9", "f", "f", "f", "f", "f")
        text = picture(app)
        await press_fast(pilot, "enter", "e", "tab")
        await settle(pilot)
        assert not isinstance(app.screen, CaseCardDialog)
        text += picture(app)
        await press_fast(pilot, "tab")
        text += picture(app)
    for secret in ("Demir", "Myrvang", "aggregat", "743", "Svartid"):
        assert secret not in text


async def test_an_empty_plan_tells_what_to_do(tmp_path: Path) -> None:
    home = lay(tmp_path / "home", {"settings.toml": 'schema = 1\nname = "Nina Ny"\n'})
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "7")
        assert "Ingen servicesaker ennå." in picture(app)
        await press_fast(pilot, "d", "w", "m", "n", "p", "z", "v", "b", "x", "r", "e", "delete", "enter")
        await press_fast(pilot, "tab", "tab")
        assert "Ingen forbedringsområder ennå." in picture(app)


async def test_filters_go_round_and_words_narrow(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "7")
        found = [shown(app)]
        for _time in range(6):
            await press_fast(pilot, "f")
            found.append(shown(app))
        assert found == [["s3"], [], [], [], ["s2", "s1"], ["s3", "s2", "s1"], ["s3"]]
        await press_fast(pilot, "f", "f", "f", "f", "f", "t", *"filter", "enter")
        assert shown(app) == ["s2"]
        await press_fast(pilot, "escape")
        assert shown(app) == ["s3"]


async def test_a_case_goes_up_its_ladder_by_one_key_a_step(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "7", "d")
        await settle(pilot)
        assert stored_case(home, "s3")["state"] == "heard"
        await press_fast(pilot, "d", *"feil filter", "enter")
        await settle(pilot)
        assert (stored_case(home, "s3")["state"], stored_case(home, "s3")["cause"]) == ("acknowledged", "feil filter")
        await press_fast(pilot, "w")
        await settle(pilot)
        assert stored_case(home, "s3")["state"] == "waiting_customer"
        await press_fast(pilot, "w", "d", *"nytt filter", "ctrl+s")
        await settle(pilot)
        agreed = stored_case(home, "s3")
        assert (agreed["state"], agreed["solution"], agreed["solution_by"]) == (
            "solution_agreed",
            "nytt filter",
            "Ingrid Solvang",
        )
        assert "resolution_due" not in agreed, "what is due anyway is no promise"
        await press_fast(pilot, "d", "d", "1", "1", *"Takk!", "enter")
        await settle(pilot)
        done = stored_case(home, "s3")
        assert (done["state"], done["end_mood"], done["evidence"]) == ("followed_up", 2, "Takk!")
        await press_fast(pilot, "d")
        await settle(pilot)
        assert stored_case(home, "s3")["result"] == "buyers_joy"
        for _step in range(8):
            await press_fast(pilot, "u")
            await settle(pilot)
        assert stored_case(home, "s3")["state"] == "reported"


async def test_escape_takes_no_step(home: Path) -> None:
    app = app_on(home)
    before = (home / "service/2027.toml").read_bytes()
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "7", "x", "escape", "m", "escape", "z", "escape", "p", "escape", "v", "escape", "e")
        await press_fast(pilot, "escape", "n", "escape", "escape", "c", "escape")
        await settle(pilot)
    assert (home / "service/2027.toml").read_bytes() == before


async def test_mood_cause_money_and_the_leader_take_a_key_each(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "7", "m", "5")
        await press_fast(pilot, "z", *"forsinket", "enter")
        await press_fast(pilot, "p", *"450", "enter")
        await press_fast(pilot, "b")
        await settle(pilot)
        case = stored_case(home, "s3")
        assert (case["start_mood"], case["cause"], case["compensation"]) == (-2, "forsinket", "450.00")
        assert case["state"] == "escalated"
        await press_fast(pilot, "b")
        await settle(pilot)
        assert stored_case(home, "s3")["state"] == "reported"
    row = next(
        each
        for each in tomli.loads((home / "weeks/2027/2027-W07.toml").read_text("utf-8"))["activity"]
        if each["id"] == "a29"
    )
    assert row["costs"] == [{"kind": "compensation", "line": "b7", "planned": "450.00"}]


async def test_a_case_without_a_next_activity_asks_for_it(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "7", "f", "f", "f", "f", "r", *"støyer", "enter")
        await settle(pilot)
        assert "ring @" in picture(app)
        await press_fast(pilot, *"fre 10", "enter")
        await settle(pilot)
        case = stored_case(home, "s2")
        assert (case["state"], len(case["activities"])) == ("reopened", 2)
        assert app.main.plan.activity(case["activities"][-1]).date is not None


async def test_a_rejected_case_tells_why_and_how_the_customer_feels(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "7", "x", "1", "4", *"ikke vår feil", "enter")
        await settle(pilot)
        case = stored_case(home, "s3")
        assert (case["result"], case["end_mood"], case["reason"]) == ("rejected", -1, "ikke vår feil")


async def test_a_new_case_asks_whose_it_is_and_keeps_what_was_typed(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "7", "c", "ctrl+s")
        assert "Skriv en tittel." in picture(app)
        await press_fast(pilot, *"Støy i vifte", "ctrl+s")
        await settle(pilot)
        assert "Støy i vifte" in picture(app)
        await press_fast(pilot, "down", "enter", *"granholt", "enter", "ctrl+s")
        await settle(pilot)
        assert "ring @" in picture(app), "its next activity is asked for"
        await press_fast(pilot, "escape")
        await settle(pilot)
        assert view_of(app).case is not None
    cases = tomli.loads((home / "service/2027.toml").read_text("utf-8"))["case"]
    made = next(each for each in cases if each.get("title") == "Støy i vifte")
    assert (made["customer"], made["start_mood"], made.get("channel")) == ("k02", -1, None)


async def test_the_card_has_the_same_keys_and_opens_activities(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "7", "enter")
        await settle(pilot)
        assert "svarfrist 11:20, planlagt 14:00" in picture(app)
        await press_fast(pilot, "d")
        await settle(pilot)
        assert stored_case(home, "s3")["state"] == "heard"
        await press_fast(pilot, "enter", "enter")
        await settle(pilot)
        assert "Ring Ali Demir om klage" in picture(app)


async def test_a_look_back_is_kept_in_the_private_file(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "7", "v", "right", "right", "right", "ctrl+s")
        await settle(pilot)
        told = tomli.loads((home / "private.toml").read_text("utf-8"))["reflection"][0]
        assert (told["case"], told["knowledge"]) == ("s3", 3)
        await press_fast(pilot, "tab", "G")
        assert "egne refleksjoner" in picture(app)
        await press_fast(pilot, "enter")
        assert shown(app) == ["s3"]
        await press_fast(pilot, "u")
        await settle(pilot)
    assert "reflection" not in tomli.loads((home / "private.toml").read_text("utf-8"))


async def test_the_days_warning_opens_the_case(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "G", "enter")
        await settle(pilot)
        lines = app.main.day_view.lines
        await press_fast(pilot, "escape")
        for _step in range(20):
            if lines.target is not None and lines.target.kind == "case":
                break
            await press_fast(pilot, "up")
        await press_fast(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, CaseCardDialog)
        await press_fast(pilot, "escape")
        assert view_of(app).case is not None


async def test_a_figure_opens_the_cases_it_was_counted_from(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "7", "tab", "down", "enter")
        assert shown(app) == ["s2", "s1"]
        assert "avsluttet" in picture(app)
        await press_fast(pilot, "escape")
        assert shown(app) == ["s3"]


async def test_improvement_areas_are_made_measured_settled_and_removed(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "7", "tab", "tab", "c", *"Færre feilleveringer", "ctrl+s")
        await settle(pilot)
        await press_fast(pilot, "i", *"4,5", "enter")
        await settle(pilot)
        await press_fast(pilot, "s", "2")
        await settle(pilot)
        areas = tomli.loads((home / "improvement.toml").read_text("utf-8"))["improvement_area"]
        made = next(each for each in areas if each["title"] == "Færre feilleveringer")
        assert (made["owner"], made["status"]) == ("Ingrid Solvang", "reached")
        assert [each["value"] for each in made["measured"]] == ["4.50"]
        await press_fast(pilot, "delete")
        await settle(pilot)
        assert len(shown(app)) == 2
        await press_fast(pilot, "u")
        await settle(pilot)
        assert len(shown(app)) == 3


async def test_an_improvement_area_names_its_measure_cases_and_activities_in_words(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "7", "tab", "tab", "down", "e")
        await settle(pilot)
        assert "timer til første svar" in picture(app)
        assert "Hører til               Øst 2026–2027" in picture(app)
        await press_fast(pilot, *["down"] * 9, "right")  # the plan that follows
        await press_fast(pilot, "down", "ctrl+u", *"ringeøkt")
        assert "«ringeøkt» kan bety" in picture(app)
        await press_fast(pilot, "ctrl+s")
        assert "«ringeøkt» kan bety" in picture(app)  # it is kept, and stays to be mended
        await press_fast(pilot, "ctrl+u", *"klage, a28", "down", "ctrl+u", *"ali demir")
        assert "Klage fra Ali Demir" in picture(app)
        await press_fast(pilot, "ctrl+s")
        await settle(pilot)
        area = _area(home, "i1")
        assert (area["activities"], area["cases"], area["measure"]) == (["a29", "a28"], ["s3"], "first_response")
        assert area["plan"] != "ost-2026-2027"
        await press_fast(pilot, "e", "down", "down", *"klager per uke", "down", "down", "down", *"x", "ctrl+s")
        assert "«x» er ikke et tall" in picture(app)
        await press_fast(pilot, "backspace", "ctrl+s")
        await settle(pilot)
        assert _area(home, "i1")["measure"] == "klager per uke"
        await press_fast(pilot, "u", "u")
        await settle(pilot)
        assert _area(home, "i1")["activities"] == ["a29"]


def _area(home: Path, identity: str) -> dict[str, object]:
    areas = tomli.loads((home / "improvement.toml").read_text("utf-8"))["improvement_area"]
    return next(dict(each) for each in areas if each["id"] == identity)


async def test_somebody_who_is_reserved_can_be_called_about_their_own_case(home: Path) -> None:
    path = home / "service/2027.toml"
    added = '\n[[case]]\nid = "s9"\ntitle = "Klage"\ncustomer = "k11"\ncontact = "k11"\nopened = 2027-02-16T15:30:00\n'
    path.write_text(path.read_text("utf-8") + added, "utf-8")
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "7", "G", "n", *"fre 10", "enter")
        await settle(pilot)
        assert len(stored_case(home, "s9")["activities"]) == 1
