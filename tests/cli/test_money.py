"""`profit` and `move-money`: the golden values of chapter 8.6, and money between lines."""

import pytest

from tests.cli.running import Salgsplan


def test_the_profit_of_the_sample_comes_out(salgsplan: Salgsplan) -> None:
    document = salgsplan("profit", "--json").json
    assert document["profit"] == {
        "contribution_margin": "71450.00",
        "activity_cost": "28166.40",
        "wages": "52000.00",
        "wage_cost": "52000.00",
        "margin_per_krone": "1.37",
        "after_activity_cost": "0.83",
        "profit_per_krone": "-0.17",
    }
    assert document["loyalty"] == {
        "customers_at_start": 5,
        "repurchase_rate": "60.00",
        "retention": "100.00",
        "additional_value": "6500.00",
        "additional_share": "17.24",
        "new_customers": 2,
        "nps": {
            "score": None,
            "n": 6,
            "promoters": 4,
            "passives": 1,
            "detractors": 1,
            "answers": [
                {"customer": "k12", "date": "2027-01-20", "score": 9},
                {"customer": "k02", "date": "2027-01-28", "score": 10},
                {"customer": "k04", "date": "2027-02-03", "score": 8},
                {"customer": "k01", "date": "2027-02-09", "score": 9},
                {"customer": "k06", "date": "2027-02-10", "score": 6},
                {"customer": "k03", "date": "2027-02-12", "score": 9},
            ],
        },
    }
    assert (document["market"]["expected_share"], document["market"]["own"]) == ("12.00", "185700.00")


def test_a_damaged_private_file_is_told_and_without_one_there_is_no_rate(salgsplan: Salgsplan) -> None:
    (salgsplan.home / "private.toml").write_text("schema = 1\n[[wage", "utf-8")
    assert salgsplan("profit").code == 4
    (salgsplan.home / "private.toml").unlink()
    assert salgsplan("profit", "--json").json["profit"]["margin_per_krone"] is None


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("width", [80, 120])
def test_people_read_it_within_their_width(salgsplan: Salgsplan, language: str, width: int) -> None:
    answer = salgsplan("profit", "--lang", language, "--width", str(width))
    assert (answer.code, max(map(len, answer.out.splitlines())) <= width) == (0, True)


def test_ten_answers_make_a_score_and_fewer_are_listed(salgsplan: Salgsplan) -> None:
    listed = salgsplan("profit", "--lang", "en")
    assert any("6 answers; an NPS takes 10" in line for line in listed.lines())
    assert any("NPS: the customers' answers" in line for line in listed.lines())
    assert any("Ali Demir" in line and line.endswith("9") for line in listed.lines())
    for customer in ("k05", "k07", "k08", "k09"):
        assert salgsplan("customers", customer, "--nps", "0").code == 0
    nps = salgsplan("profit", "--json").json["loyalty"]["nps"]
    assert (nps["score"], nps["n"], nps["detractors"]) == ("-10.00", 10, 5)
    told = salgsplan("profit", "--lang", "en")
    assert any(line.startswith("NPS") and "−10" in line and "10 answers" in line for line in told.lines())
    assert "Ali Demir" not in told.out


def test_money_moves_between_lines_is_written_down_and_taken_back(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    document = salgsplan("move-money", "fagmesse", "b2", "1000", "--reason", "dyrere annonse", "--json").json
    budgets = {line["code"]: line["budget"] for line in document["lines"]}
    assert (budgets["b3"], budgets["b2"]) == ("44000.00", "27000.00")
    assert [(move["from"], move["to"], move["amount"], move["reason"]) for move in document["moves"]] == [
        ("b3", "b2", "1000.00", "dyrere annonse")
    ]
    assert salgsplan("budget", "--json").json["lines"][1]["variance"] == "0.00"
    assert salgsplan("undo").code == 0
    assert salgsplan.snapshot() == before


def test_what_cannot_be_moved_is_refused(salgsplan: Salgsplan) -> None:
    assert salgsplan("move-money", "b1", "b2", "7000").code == 5
    assert salgsplan("move-money", "b1", "b1", "1").code == 5
    assert salgsplan("move-money", "ukjent", "b2", "1").code == 3
    assert salgsplan("flytt-penger", "og", "b2", "1").code == 3


def test_without_a_programme_nothing_is_made(new_plan: Salgsplan) -> None:
    assert new_plan("profit").code == 0
    assert new_plan("profit", "--json").json["profit"] is None
    assert new_plan("move-money", "b1", "b2", "1").code == 3
    assert not new_plan.home.exists()
