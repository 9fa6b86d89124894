"""`offers`, `offer`, `decide`, `orders`, `order`, `credit`, and sales from an outcome (S48)."""

import pytest

from tests.cli.running import Salgsplan


def test_open_offers_stand_the_oldest_first_with_their_age(salgsplan: Salgsplan) -> None:
    document = salgsplan("offers", "--json").json
    assert [(each["id"], each["age_days"], each["amount"]) for each in document["offers"]] == [
        ("t04", 30, "45000.00"),
        ("t03", 29, "64000.00"),
        ("t07", 9, "78000.00"),
        ("t08", 8, "120000.00"),
    ]
    assert document["offers"][0]["customer"] == {"id": "k01", "name": "Bjørkely Borettslag"}
    text = salgsplan("offers").lines()
    assert text[1].split() == ["t04", "Bjørkely", "Borettslag", "30", "45", "000", "40", "%", "18", "000"]
    assert text[-1] == "4 tilbud, 307 000 kr"
    assert salgsplan("offers", "Granholt", "--json").json["offers"][0]["id"] == "t07"
    assert len(salgsplan("offers", "--all", "--json").json["offers"]) == 10


def test_orders_are_listed_with_what_led_to_them(salgsplan: Salgsplan) -> None:
    document = salgsplan("orders", "--json").json
    assert document["total"] == {"count": 5, "net": "185700.00"}
    assert [each["origin"] for each in document["orders"]].count("counter") == 1
    assert salgsplan("orders", "--period", "2027-01", "--json").json["total"]["net"] == "124000.00"
    assert "over disk (ekspedert)" in salgsplan("orders").out
    assert "Behovsmøte Sjøbua Hotell" in salgsplan("orders", "--width", "140").out


def test_a_new_offer_is_noted_told_and_undone(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    made = salgsplan("offer", "Solsvingen", "22000", "--probability", "60", "--valid-until", "1.3.2027", "--json").json
    offer = made["offer"]
    assert (offer["customer"]["id"], offer["amount"], offer["probability"]) == ("k08", "22000.00", "60.00")
    assert (offer["state"], offer["sent"], offer["valid_until"]) == ("sent", "2027-02-17", "2027-03-01")
    assert len(salgsplan("offers", "--json").json["offers"]) == 5
    assert salgsplan("undo").code == 0
    assert salgsplan.snapshot() == before


def test_a_price_below_the_floor_is_told(salgsplan: Salgsplan) -> None:
    answer = salgsplan("offer", "Granholt", "--product", "2 aggregat 38000 -6%")
    assert answer.code == 0
    assert "under gulvprisen" in answer.err
    made = salgsplan("offer", "Granholt", "--product", "2 aggregat 38000 -6%", "--json").json["offer"]
    assert (made["amount"], made["below_floor"]) == ("71440.00", ["p1"])
    assert "under gulvprisen" not in salgsplan("offer", "Granholt", "--product", "aggregat 40000").err


def test_an_order_from_an_offer_needs_nothing_typed_twice(salgsplan: Salgsplan) -> None:
    order = salgsplan("order", "--offer", "t07", "--json").json["order"]
    assert (order["customer"]["id"], order["amount"], order["origin"]) == ("k02", "78000.00", "activity:a18")
    assert (order["purchase_kind"], order["sale_kind"]) == ("repurchase", "repeat_sale")
    assert "t07" not in [each["id"] for each in salgsplan("offers", "--json").json["offers"]]
    assert salgsplan("goals", "--json").json["goals"][0]["actual"] == "263700.00"
    assert salgsplan("order", "--offer", "t07").code == 5 or salgsplan("orders", "Granholt", "--json").json


def test_an_order_at_the_counter_and_one_through_a_distributor(salgsplan: Salgsplan) -> None:
    order = salgsplan("order", "Lyngås", "800", "--origin", "ekspedering", "--via", "Ventor", "--json").json["order"]
    assert (order["origin"], order["via"], order["purchase_kind"]) == ("counter", "k09", "repurchase")


def test_what_becomes_of_offers(salgsplan: Salgsplan) -> None:
    assert salgsplan("decide", "t04", "lost").code == 2
    lost = salgsplan("decide", "t04", "lost", "--reason", "price", "--note", "for dyrt", "--json").json["offer"]
    assert (lost["state"], lost["lost_reason"], lost["lost_text"]) == ("lost", "price", "for dyrt")
    assert salgsplan("decide", "t04", "withdrawn").code == 5
    assert salgsplan("decide", "t04", "sent", "--json").json["offer"]["state"] == "sent"
    assert salgsplan("decide", "t04", "expired", "--json").json["offer"]["state"] == "expired"
    won = salgsplan("decide", "t03", "won", "--json").json["order"]
    assert (won["offer"], won["amount"]) == ("t03", "64000.00")
    assert salgsplan("decide", "t99", "won").code == 3


def test_a_credited_order_counts_with_what_is_left(salgsplan: Salgsplan) -> None:
    assert salgsplan("credit", "o01", "6000", "--json").json["order"]["net"] == "90000.00"
    assert salgsplan("credit", "o01", "96000").code == 5
    assert salgsplan("orders", "--json").json["total"]["net"] == "179700.00"
    assert salgsplan("credit", "o05", "--json").json["order"]["net"] == "0.00"
    assert salgsplan("credit", "o04", "--cancel", "--json").json["order"]["cancelled"] is True


def test_an_outcome_with_an_amount_notes_the_sale_in_one_step(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    assert salgsplan("done", "a28", "--outcome", "order", "--amount", "78000").code == 0
    [order] = [each for each in salgsplan("orders", "--json").json["orders"] if each["customer"]["id"] == "k02"]
    assert (order["offer"], order["date"], order["origin"]) == ("t07", "2027-02-17", "activity:a18")
    assert salgsplan("undo").code == 0
    assert salgsplan.snapshot() == before
    assert salgsplan("done", "a27", "--outcome", "offer_sent", "--amount", "50000").code == 0
    assert [each["activity"] for each in salgsplan("offers", "Bjørkely", "--json").json["offers"]] == ["a05", "a27"]


def test_an_outcome_without_an_amount_says_that_nothing_was_noted(salgsplan: Salgsplan) -> None:
    answer = salgsplan("done", "a28", "--outcome", "order")
    assert answer.code == 0
    assert "--amount" in answer.err
    assert salgsplan("orders", "--json").json["total"]["count"] == 5
    assert salgsplan("done", "a29", "--outcome", "reached", "--amount", "1").code == 2


def test_quick_add_understands_the_amount_of_an_order(salgsplan: Salgsplan) -> None:
    assert salgsplan("log", "ringte @k02 -> ordre 12000 kr").code == 0
    [order] = [each for each in salgsplan("orders", "--json").json["orders"] if each["customer"]["id"] == "k02"]
    assert (order["amount"], order["offer"]) == ("12000.00", "t07")
    assert salgsplan("log", "tilbud @k07 verdi:9000 -> tilbud sendt").code == 0
    assert "9000.00" in [each["amount"] for each in salgsplan("offers", "k07", "--json").json["offers"]]


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("words", ["offers", "orders"])
@pytest.mark.parametrize("width", [80, 120])
def test_people_read_it_within_their_width(salgsplan: Salgsplan, words: str, language: str, width: int) -> None:
    answer = salgsplan(words, "--lang", language, "--width", str(width))
    assert answer.code == 0
    assert max(map(len, answer.out.splitlines())) <= width


def test_nothing_there_is_nothing_wrong(new_plan: Salgsplan) -> None:
    assert new_plan("offers").code == new_plan("orders").code == 0
    assert new_plan("offers", "--json").json["offers"] == []
    assert not new_plan.home.exists()


def test_norwegian_names_do_the_same(salgsplan: Salgsplan) -> None:
    assert salgsplan("tilbud").out == salgsplan("offers").out
    assert salgsplan("ordrer").out == salgsplan("orders").out
