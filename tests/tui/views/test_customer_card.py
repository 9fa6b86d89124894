"""The card of a customer and what leads on from it: forms, contacts, stages, activities."""

from pathlib import Path
from typing import Any

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog
from salgsplan_tui.tui.dialogs.customer_card import CustomerCardDialog
from salgsplan_tui.tui.dialogs.details import DetailsDialog
from salgsplan_tui.tui.dialogs.record_form import RecordForm
from salgsplan_tui.tui.dialogs.stopped import StoppedDialog
from tests.planning import NOW
from tests.tui.keys import AnyPilot, look_for_changes, press_fast, settle
from tests.tui.opening import app_on, stored
from tests.tui.pictures import picture

TEN = NOW.replace(hour=10)
MANY = ["backspace"] * 40


def book(home: Path) -> dict[str, dict[str, Any]]:
    """Return the customers in the file, by id."""
    return {row["id"]: row for row in tomli.loads((home / "customers.toml").read_text("utf-8"))["customer"]}


async def at(pilot: AnyPilot, app: PlannerApp, identity: str) -> None:
    """Show the customers, by name, and stand on one."""
    await press_fast(pilot, "5", "s")
    app.main.view.go_to(identity)
    await settle(pilot)


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("customer", ["k01", "k11", "k12"])
async def test_the_card_looks_as_it_did(
    home: Path, size: tuple[int, int], speaking: str, customer: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, TEN, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await at(pilot, app, customer)
        await press_fast(pilot, "enter")
        await settle(pilot)
        assert picture(app) == snapshot


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("keys", [["e"], ["enter", "enter"]])
async def test_the_forms_look_as_they_did(
    home: Path, size: tuple[int, int], speaking: str, keys: list[str], snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, TEN, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await at(pilot, app, "k03")
        await press_fast(pilot, *keys)
        await settle(pilot)
        assert isinstance(app.screen, RecordForm)
        assert picture(app) == snapshot


async def test_the_card_stays_closed_in_presentation_mode(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, "5", "f9", "enter", "e")
        assert len(app.screen_stack) == 1


async def test_a_row_of_the_history_opens_and_can_be_done_from_there(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await at(pilot, app, "k01")
        await press_fast(pilot, "enter", "down", "down", "enter")  # past the open offer
        assert isinstance(app.screen, DetailsDialog)
        await press_fast(pilot, "d", "1", "escape")
        await settle(pilot)
    assert stored(home)["a27"]["outcome"] == "reached"


async def test_a_customer_is_edited_in_the_form_and_undone(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await at(pilot, app, "k01")
        await press_fast(pilot, "e", "end", *" Nord", "down", "down", "right", "down", *MANY, *"borettslag øst", "down")
        await press_fast(pilot, *MANY, *"150k", "ctrl+s")
        await settle(pilot)
        changed = book(home)["k01"]
        assert (changed["name"], changed["class"], changed["segment"], changed["potential"]) == (
            "Bjørkely Borettslag Nord",
            "C",
            "borettslag øst",
            "150000.00",
        )
        assert changed["contacts"][0]["name"] == "Marit Haugstad"
        await press_fast(pilot, "u")
        await settle(pilot)
    assert book(home)["k01"]["name"] == "Bjørkely Borettslag"


async def test_an_nps_answer_is_typed_in_the_form_told_when_it_is_none_and_undone(home: Path) -> None:
    before, app = (home / "customers.toml").read_text("utf-8"), app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await at(pilot, app, "k01")
        await press_fast(pilot, "e", *["down"] * 12, *"11", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, RecordForm)
        assert "«11» er ikke noe NPS-svar" in picture(app)
        await press_fast(pilot, "backspace", "backspace", *"7", "ctrl+s")
        await settle(pilot)
        assert [(f"{each['date']}", each["score"]) for each in book(home)["k01"]["nps"]] == [
            ("2027-02-09", 9),
            ("2027-02-17", 7),
        ]
        await press_fast(pilot, "enter")
        await settle(pilot)
        assert "NPS\u00a07\u00a0(" in picture(app)
        await press_fast(pilot, "escape", "u")
        await settle(pilot)
    assert (home / "customers.toml").read_text("utf-8") == before


async def test_a_consumer_and_its_contact_have_one_name(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await at(pilot, app, "k12")
        await press_fast(pilot, "e", *MANY, *"Ali Demir Berg", "ctrl+s")
        await settle(pilot)
    changed = book(home)["k12"]
    assert (changed["name"], changed["contacts"][0]["name"]) == ("Ali Demir Berg", "Ali Demir Berg")


async def test_what_is_not_understood_stays_beside_its_field_and_nothing_is_saved(home: Path) -> None:
    app = app_on(home, TEN)
    before = (home / "customers.toml").read_bytes()
    async with app.run_test(size=(120, 40)) as pilot:
        await at(pilot, app, "k01")
        await press_fast(pilot, "e", *["down"] * 4, *MANY, *"mye", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, RecordForm)
        assert "«mye» er ikke et beløp" in picture(app)
        await press_fast(pilot, *["up"] * 4, *MANY, "ctrl+s")
        assert "Skriv et navn." in picture(app)
        await press_fast(pilot, "escape")
    assert (home / "customers.toml").read_bytes() == before


async def test_a_new_customer_gets_a_card_and_then_a_contact(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await press_fast(pilot, "5", "c", *"Åsen Kjøpesenter AS", "down", "down", "right", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, CustomerCardDialog)
        await press_fast(pilot, "n", *"Nina Å. Lund", "down", *"senterleder", "down", *"00 00 00 99", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, CustomerCardDialog)
        assert "Nina Å. Lund, senterleder" in picture(app)
    (made,) = [row for row in book(home).values() if row["name"] == "Åsen Kjøpesenter AS"]
    assert (made["class"], made["stage"], made["owner"]) == ("A", "lead", "Ingrid Solvang")
    assert made["contacts"][0]["phone"] == "00 00 00 99"


async def test_a_contacts_consent_reservation_and_request_are_typed_and_taken_back(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await at(pilot, app, "k03")
        await press_fast(pilot, "enter", "enter", *["down"] * 6, *MANY, "down", *"15.2", *["down"] * 2, "right")
        await press_fast(pilot, *["down"] * 2, *"1.2", *["down"] * 2, *"prisliste", "ctrl+s")
        await settle(pilot)
        assert "samtykke til e-post trukket 17.2.2027" in picture(app)
    (contact,) = book(home)["k03"]["contacts"]
    assert [(each["channel"], str(each["given"]), str(each.get("withdrawn"))) for each in contact["consents"]] == [
        ("email", "2027-01-07", "2027-02-17"),
        ("sms", "2027-02-15", "None"),
    ]
    assert (contact["reservation"]["phone"], str(contact["reservation"]["checked"])) == (True, "2027-02-01")
    assert (contact["request"]["what"], str(contact["request"]["at"])) == ("prisliste", "2027-02-17")


async def test_who_wants_no_contact_is_marked_in_the_form_and_what_was_planned_stops(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await at(pilot, app, "k02")
        await press_fast(pilot, "enter", "enter", *["down"] * 12, "right", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, StoppedDialog)
    assert "objection" in book(home)["k02"]["contacts"][0]
    assert stored(home)["a33"]["contacts"] == ["k12"]


async def test_a_stage_forward_is_suggested_by_what_has_happened_and_taken_with_enter(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await at(pilot, app, "k12")
        path = home / "customers.toml"
        path.write_text(path.read_text("utf-8").replace('stage = "expanded"', 'stage = "lead"'), "utf-8")
        await look_for_changes(pilot)
        await press_fast(pilot, "m")
        assert "har merkjøpt  " in picture(app)
        await press_fast(pilot, "enter")
        await settle(pilot)
    changed = book(home)["k12"]
    assert changed["stage"] == "expanded"
    assert [(each["from"], each["to"]) for each in changed["stage_changes"]] == [("lead", "expanded")]


async def test_a_stage_back_wants_a_reason(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await at(pilot, app, "k05")
        await press_fast(pilot, "m", "3")
        assert isinstance(app.screen, AskWordsDialog)
        await press_fast(pilot, "enter")
        assert isinstance(app.screen, AskWordsDialog)
        await press_fast(pilot, *"anbudet er utsatt", "enter")
        await settle(pilot)
        assert "anbudet er utsatt" not in picture(app)
        await press_fast(pilot, "enter")
        assert "tilbud gitt → kontaktet · anbudet er utsatt" in picture(app)
    assert book(home)["k05"]["stage"] == "contacted"


async def test_a_customer_that_activities_name_is_not_removed_and_a_new_one_is(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await at(pilot, app, "k01")
        await press_fast(pilot, "delete")
        await settle(pilot)
        assert "k01" in book(home)
        await press_fast(pilot, "c", *"Feil AS", "ctrl+s", "escape", "delete")
        await settle(pilot)
    assert "Feil AS" not in {row["name"] for row in book(home).values()}


async def test_an_activity_for_the_customer_begins_on_its_card(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await at(pilot, app, "k06")
        await press_fast(pilot, "enter", "a")
        await settle(pilot)
        await press_fast(pilot, *"fre 10:00", "enter")
        await settle(pilot)
    (new,) = [row for row in stored(home).values() if row["title"] == "ring Amina Farah"]
    assert (str(new["date"]), new["customers"], new["contacts"]) == ("2027-02-19", ["k06"], ["p06"])
