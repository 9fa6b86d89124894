"""Offers and orders from an outcome and from the customer's card (S48)."""

from pathlib import Path
from typing import Any

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion

from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.dialogs.customer_card import CustomerCardDialog
from salgsplan_tui.tui.dialogs.outcome import OutcomeDialog
from salgsplan_tui.tui.dialogs.record_form import RecordForm
from tests.planning import NOW
from tests.tui.keys import AnyPilot, press_fast, settle
from tests.tui.opening import app_on, stored
from tests.tui.pictures import picture

TEN = NOW.replace(hour=10)


def sales(home: Path, kind: str) -> dict[str, dict[str, Any]]:
    """Return the offers or orders in the file, by id."""
    return {each["id"]: each for each in tomli.loads((home / "sales/2027.toml").read_text("utf-8"))[kind]}


def newest(home: Path, kind: str, before: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the one that came to those of before."""
    [found] = [each for identity, each in sales(home, kind).items() if identity not in before]
    return found


async def card_of(pilot: AnyPilot, app: PlannerApp, identity: str) -> None:
    """Open the card of a customer."""
    await press_fast(pilot, "5", "s")
    app.main.view.go_to(identity)
    await settle(pilot)
    await press_fast(pilot, "enter")
    await settle(pilot)
    assert isinstance(app.screen, CustomerCardDialog)


async def on_the_row(pilot: AnyPilot, app: PlannerApp, identity: str) -> None:
    app.main.view.go_to(identity)
    await settle(pilot)


@pytest.mark.parametrize("speaking", ["nb", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("key", ["6", "7"])
async def test_the_forms_look_as_they_did(
    home: Path, size: tuple[int, int], speaking: str, key: str, snapshot: SnapshotAssertion
) -> None:
    app = app_on(home, TEN, speaking=speaking)
    async with app.run_test(size=size) as pilot:
        await on_the_row(pilot, app, "a28")
        await press_fast(pilot, "d", key)
        await settle(pilot)
        assert isinstance(app.screen, RecordForm)
        assert picture(app) == snapshot


async def test_an_order_is_two_keys_and_enter_with_the_open_offer_filled_in(home: Path) -> None:
    app, before = app_on(home, TEN), sales(home, "order")
    async with app.run_test(size=(80, 24)) as pilot:
        await on_the_row(pilot, app, "a28")
        await press_fast(pilot, "d", "7", "enter", "escape")
        await settle(pilot)
        made = newest(home, "order", before)
        assert (made["customer"], made["amount"], made["offer"], made["origin"]) == (
            "k02", "78000.00", "t07", "activity:a18",
        )  # fmt: skip
        assert (made["purchase_kind"], made["sale_kind"]) == ("repurchase", "repeat_sale")
        assert sales(home, "offer")["t07"]["state"] == "won"
        assert stored(home)["a28"]["state"] == "done"
        assert "med en ordre på 78 000 kr" in picture(app).replace("\xa0", " ")
        await press_fast(pilot, "u")
        await settle(pilot)
        assert sales(home, "order") == before
        assert sales(home, "offer")["t07"]["state"] == "sent"
        assert stored(home)["a28"]["state"] == "confirmed"


async def test_an_amount_that_is_not_the_sum_of_the_products_is_told_while_it_is_typed(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_the_row(pilot, app, "a27")
        await press_fast(pilot, "d", "6", *"22000", "tab", *"2 luftrenser 8000")
        told = "produktene blir 16 000 kr, beløpet sier 22 000 kr"
        assert told in picture(app).replace("\xa0", " ")
        await press_fast(pilot, "shift+tab", "ctrl+u", *"16000")
        assert "beløpet sier" not in picture(app)


async def test_an_offer_comes_with_what_is_sold_and_the_next_step_after_it(home: Path) -> None:
    app, before = app_on(home, TEN), sales(home, "offer")
    async with app.run_test(size=(80, 24)) as pilot:
        await on_the_row(pilot, app, "a27")
        await press_fast(pilot, "d", "6", "tab", *"2 luftrenser 6500", "enter")
        await settle(pilot)
        assert isinstance(app.screen, OutcomeDialog)
        await press_fast(pilot, "enter")
        await settle(pilot)
        made = newest(home, "offer", before)
        assert (made["amount"], made["activity"], made["customer"]) == ("13000.00", "a27", "k01")
        assert made["lines"] == [{"product": "p2", "quantity": 2, "price": "6500.00"}]
        assert stored(home)["a27"]["next"]


async def test_a_price_below_the_floor_is_told_beside_the_field(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_the_row(pilot, app, "a28")
        await press_fast(pilot, "d", "7", "tab", *"aggregat 35000")
        await settle(pilot)
        assert "! Ventilasjonsaggregat: 35 000 kr er under gulv" in picture(app).replace("\xa0", " ")
        await press_fast(pilot, *["backspace"] * 5, *"40000")
        await settle(pilot)
        assert "under gulv" not in picture(app)


async def test_escape_leaves_the_form_and_keeps_what_was_typed(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await on_the_row(pilot, app, "a28")
        await press_fast(pilot, "d", "6", *"9500", "escape")
        await settle(pilot)
        assert isinstance(app.screen, OutcomeDialog)
        await press_fast(pilot, "6")
        await settle(pilot)
        assert "9500" in picture(app)
        await press_fast(pilot, *["backspace"] * 4, "enter", "escape")
        await settle(pilot)
        assert stored(home)["a28"]["outcome"] == "offer_sent"
        assert len(sales(home, "offer")) == 10


async def test_an_outcome_of_nobody_asks_for_no_sale(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_fast(pilot, *"a", *"brev til 20 kunder i dag", "enter")
        await settle(pilot)
        await press_fast(pilot, "d", "6", "escape")
        await settle(pilot)
        assert len(sales(home, "offer")) == 10


@pytest.mark.parametrize(("keys", "state", "reason"), [
    (["2", "1"], "lost", "price"),
    (["2", "7", *"for sent", "enter"], "lost", "other"),
    (["3"], "withdrawn", None),
    (["4"], "expired", None),
])  # fmt: skip
async def test_what_becomes_of_an_open_offer_is_told_on_the_card(
    home: Path, keys: list[str], state: str, reason: str | None
) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await card_of(pilot, app, "k02")
        await press_fast(pilot, "down", "enter", *keys)
        await settle(pilot)
        offer = sales(home, "offer")["t07"]
        assert (offer["state"], offer.get("lost_reason"), str(offer["decided"])) == (state, reason, "2027-02-17")
        assert offer.get("lost_text") == ("for sent" if reason == "other" else None)
        assert isinstance(app.screen, CustomerCardDialog)


async def test_a_won_offer_becomes_an_order_from_its_form(home: Path) -> None:
    app, before = app_on(home, TEN), sales(home, "order")
    async with app.run_test(size=(80, 40)) as pilot:
        await card_of(pilot, app, "k02")
        await press_fast(pilot, "down", "enter", "1", *["backspace"] * 5, *"80000", "enter")
        await settle(pilot)
        assert newest(home, "order", before)["amount"] == "80000.00"
        assert "ordre · 80 000 kr · gjenkjøp" in picture(app).replace("\xa0", " ")


async def test_an_order_is_credited_and_called_off_from_the_card(home: Path) -> None:
    app = app_on(home, TEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await card_of(pilot, app, "k06")
        for _line in range(12):
            if app.screen.query_one("LineList").target.kind == "order":  # type: ignore[attr-defined]
                break
            await press_fast(pilot, "down")
        await press_fast(pilot, "enter", "2", *["backspace"] * 4, *"200", "enter")
        await settle(pilot)
        assert sales(home, "order")["o05"]["credit"] == "200.00"
        assert "kreditert 200 kr" in picture(app).replace("\xa0", " ")


async def test_new_ones_are_made_on_the_card(home: Path) -> None:
    app, before = app_on(home, TEN), sales(home, "order")
    async with app.run_test(size=(80, 24)) as pilot:
        await card_of(pilot, app, "k06")
        await press_fast(pilot, "r", *"450", "enter")
        await settle(pilot)
        made = newest(home, "order", before)
        assert (made["amount"], made["customer"], made["origin"]) == ("450.00", "k06", "activity:a15")
        offers = sales(home, "offer")
        await press_fast(pilot, "t", *"900", "enter")
        await settle(pilot)
        assert newest(home, "offer", offers)["amount"] == "900.00"
        assert isinstance(app.screen, CustomerCardDialog)
