"""`goals`, `budget` and `channels --json`: the figures of chapter 8.6 for people and for other programs."""

import pytest

from tests.cli.running import Salgsplan

GOAL = {
    *("id", "title", "area", "measure", "unit", "target", "actual", "scheduled", "remaining", "remaining_to_schedule"),
    *("pace", "ahead", "forecast", "deadline", "status"),
}
STEPS = ("orders", "offers", "meetings", "reached", "attempts")
COSTS = ("budget", "actual", "committed", "planned", "available", "forecast", "variance")
CHANNEL = {
    *("code", "activities", "minutes", "attempts", "reached", "meetings", "offers", "orders", "order_value"),
    *("contribution_margin", "cost", "time_cost", "cost_per_meeting", "cost_per_order", "margin_per_hour"),
}


def test_goals_have_these_keys_and_the_samples_figures(salgsplan: Salgsplan) -> None:
    document = salgsplan("goals", "--json").json
    assert list(document) == ["schema", "as_of", "goals", "funnel"]
    assert document["as_of"] == "2027-02-17"
    assert all(set(goal) == GOAL for goal in document["goals"])
    assert document["goals"][0] == {
        "id": "m1",
        "title": "Ordreinngang 480 000 kr",
        "area": "order_intake",
        "measure": "order_value",
        "unit": "kr",
        "target": "480000.00",
        "actual": "185700.00",
        "scheduled": "132800.00",
        "remaining": "294300.00",
        "remaining_to_schedule": "161500.00",
        "pace": "256000.00",
        "ahead": "-70300.00",
        "forecast": "348187.50",
        "deadline": "2027-03-31",
        "status": "open",
    }


def test_the_funnel_has_four_rows_of_five_steps(salgsplan: Salgsplan) -> None:
    funnel = salgsplan("goals", "--json").json["funnel"]
    assert funnel == {
        "need": dict(zip(STEPS, (12, 24, 32, 128, 256), strict=True)),
        "remaining": dict(zip(STEPS, (5, 10, 14, 56, 112), strict=True)),
        "planned_ahead": dict(zip(STEPS, (2, 5, 7, 49, 99), strict=True)),
        "missing": dict(zip(STEPS, (3, 5, 7, 7, 13), strict=True)),
    }


def test_own_rates_give_another_need_and_say_how_sure_they_are(salgsplan: Salgsplan) -> None:
    own = salgsplan("goals", "--rates", "own", "--json").json["funnel"]
    assert own["need"]["attempts"] != 256
    assert "trukket mot planens" in salgsplan("goals", "--rates", "own").out
    assert "trukket mot planens" not in salgsplan("goals").out


def test_the_budget_has_these_keys_and_the_samples_sums(salgsplan: Salgsplan) -> None:
    document = salgsplan("budget", "--json").json
    assert list(document) == ["schema", "lines", "total"]
    assert all(list(line) == ["code", "name", "strategy", *COSTS] for line in document["lines"])
    sums = ("108000.00", "28166.40", "63000.00", "8752.40", "16833.60", "99918.80", "8081.20")
    assert document["total"] == dict(zip(COSTS, sums, strict=True))
    assert [document["lines"][1][key] for key in ("code", "available", "variance")] == ["b2", "-1000.00", "-1000.00"]


def test_a_cost_without_a_line_stands_in_a_line_of_its_own(salgsplan: Salgsplan) -> None:
    assert salgsplan("add", "internt 3.3 500 kr").code == 0
    document = salgsplan("budget", "--json").json
    assert (document["lines"][-1]["code"], document["lines"][-1]["planned"]) == (None, "500.00")
    assert document["total"]["planned"] == "9252.40"


def test_each_channel_says_what_it_is_and_what_it_has_given(salgsplan: Salgsplan) -> None:
    document = salgsplan("channels", "--json").json
    assert all(set(channel) > CHANNEL | {"nb", "en", "types"} for channel in document["channels"])
    phone = next(channel for channel in document["channels"] if channel["code"] == "phone")
    assert {key: phone[key] for key in sorted(CHANNEL)} == {
        "code": "phone",
        "activities": 6,
        "minutes": 720,
        "attempts": 92,
        "reached": 49,
        "meetings": 12,
        "offers": 0,
        "orders": 0,
        "order_value": "0.00",
        "contribution_margin": "0.00",
        "cost": "0.00",
        "time_cost": "5160.00",
        "cost_per_meeting": "430.00",
        "cost_per_order": None,
        "margin_per_hour": "0.00",
    }


def test_the_channels_and_the_counter_add_up_to_the_total(salgsplan: Salgsplan) -> None:
    document = salgsplan("channels", "--json").json
    parts = [*document["channels"], document["counter"]]
    for key in ("activities", "minutes", "orders", "offers"):
        assert sum(part[key] for part in parts) == document["total"][key]
    assert sum(float(part["order_value"]) for part in parts) == 185_700 == float(document["total"]["order_value"])


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("words", ["goals", "budget", "channels --results"])
@pytest.mark.parametrize("width", [80, 120])
def test_people_read_it_within_their_width(salgsplan: Salgsplan, words: str, language: str, width: int) -> None:
    answer = salgsplan(*words.split(), "--lang", language, "--width", str(width))
    assert answer.code == 0
    assert max(map(len, answer.out.splitlines())) <= width
    assert not [line for line in answer.out.splitlines() if line.endswith("…")]


def test_norwegian_names_do_the_same(salgsplan: Salgsplan) -> None:
    assert salgsplan("mål").out == salgsplan("goals").out
    assert salgsplan("budsjett").out == salgsplan("budget").out


def test_a_programme_is_named_by_id_or_a_part_of_its_title(salgsplan: Salgsplan) -> None:
    assert salgsplan("goals", "q1-2027").out == salgsplan("goals", "1. kvartal").out == salgsplan("goals").out
    assert salgsplan("goals", "nothing").code == 3
    assert [goal["id"] for goal in salgsplan("goals", "ost-2026-2027", "--json").json["goals"]][:1] == ["tm1"]


def test_without_a_programme_there_is_nothing_wrong(new_plan: Salgsplan) -> None:
    assert new_plan("goals", "--json").json["goals"] == []
    assert new_plan("budget", "--json").json["lines"] == []
    assert new_plan("channels", "--json").json["total"]["activities"] == 0
    assert (new_plan("goals").code, new_plan("budget").code, new_plan("channels", "--results").code) == (0, 0, 0)
    assert "markedsprogram" in new_plan("goals").err
    assert not new_plan.home.exists()


def test_looking_writes_nothing(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    for words in (["goals"], ["budget"], ["channels", "--json"]):
        salgsplan(*words)
    assert salgsplan.snapshot() == before
