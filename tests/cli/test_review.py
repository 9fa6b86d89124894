"""`review`: the pages as text and JSON, and what can be noted from the command line."""

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.running import Salgsplan


def test_the_pages_stand_under_one_another(salgsplan: Salgsplan, snapshot: SnapshotAssertion) -> None:
    assert salgsplan("review").out == snapshot
    assert salgsplan("--lang", "en", "review", "2027-W06").out == snapshot


def test_what_other_programs_read(salgsplan: Salgsplan) -> None:
    document = salgsplan("review", "2027-W06", "--json").json
    assert list(document) == [
        *("schema", "week", "fulfilment", "open", "open_before", "results", "wanted", "rates"),
        *(
            "customers_without_next_step",
            "old_offers",
            "open_cases",
            "closed_cases",
            "cost",
            "worked",
            "change",
            "needs",
            "next_week",
            "done",
        ),
    ]
    assert (document["fulfilment"]["planned"], document["fulfilment"]["done"]) == (5, 4)
    assert document["next_week"]["week"] == "2027-W07"
    assert document["next_week"]["planned_minutes"] == 435


def test_notes_needs_and_the_end_are_written_and_undone(salgsplan: Salgsplan) -> None:
    salgsplan("review", "--worked", "Ring før ti", "--change", "Færre møter", "--need", "Rabatt", "--done")
    document = salgsplan("review", "--json").json
    assert (document["worked"], document["change"], document["done"]) == (
        "Ring før ti",
        "Færre møter",
        "2027-02-17T08:00",
    )
    carried = "Avgjørelse om rabatt til offentlige kunder"
    assert [(each["text"], each["weeks"]) for each in document["needs"]] == [(carried, 3), ("Rabatt", 0)]
    left = salgsplan("review", "--resolved", "1", "--json").json["needs"]
    assert [each["text"] for each in left] == ["Rabatt"]
    salgsplan("undo")
    assert [each["text"] for each in salgsplan("review", "--json").json["needs"]] == [carried, "Rabatt"]


def test_a_need_that_is_not_there_is_told(salgsplan: Salgsplan) -> None:
    ended = salgsplan("review", "--resolved", "3")
    assert (ended.code, "Det er 1 behov" in ended.err) == (2, True)


def test_a_need_without_words_is_refused_and_a_wrong_number_leaves_all_as_it_was(salgsplan: Salgsplan) -> None:
    ended = salgsplan("review", "--need", "  ")
    assert (ended.code, "Si hva du trenger" in ended.err) == (2, True)
    assert salgsplan("review", "--need", "Rabatt", "--worked", "Alt", "--resolved", "9").code == 2
    document = salgsplan("review", "--json").json
    assert (len(document["needs"]), document["worked"]) == (1, None)


def test_a_note_is_one_line(salgsplan: Salgsplan) -> None:
    assert salgsplan("review", "--worked", "Ring\nfør  ti", "--json").json["worked"] == "Ring før ti"


# A month and a quarter


def test_the_pages_of_a_month_and_a_quarter_stand_under_one_another(
    salgsplan: Salgsplan, snapshot: SnapshotAssertion
) -> None:
    assert salgsplan("--today", "2027-03-01", "review", "2027-02").out == snapshot
    assert salgsplan("--today", "2027-03-01", "--lang", "en", "review", "2027-02").out == snapshot
    assert salgsplan("--today", "2027-03-30", "review", "2027-Q1").out == snapshot
    assert salgsplan("--today", "2027-03-30", "--lang", "en", "review", "2027-Q1").out == snapshot


def test_what_other_programs_read_of_a_month(salgsplan: Salgsplan) -> None:
    document = salgsplan("--today", "2027-03-01", "review", "februar", "--json").json
    assert list(document) == [
        *("schema", "month", "goals", "result", "forecast", "channels", "counter", "budget", "not_looked_up"),
        *("retention", "next_month", "issued", "reached", "done"),
    ]
    goal = document["goals"][0]
    assert (goal["id"], goal["asked"], goal["brought"], goal["actual"]) == ("m1", "160000.00", "61700.00", "185700.00")
    assert document["result"]["orders"] == 3
    assert [each["id"] for each in document["not_looked_up"]] == ["k12", "k11"]
    assert [each["id"] for each in document["retention"]["contacts"]] == ["k11"]
    assert document["budget"]["total"]["budget"] == "108000.00"


def test_what_other_programs_read_of_a_quarter(salgsplan: Salgsplan) -> None:
    document = salgsplan("--today", "2027-03-30", "review", "2027-q1", "--json").json
    assert list(document) == [
        *("schema", "quarter", "programme", "goals", "next_programme", "would_be_copied", "would_be_left_out"),
        *(
            "would_be_carried_on",
            "would_stay_behind",
            "rates",
            "next_needs",
            "plan_above",
            "links",
            "cautions",
            "next_quarter",
        ),
        *("commitments", "needs", "issued", "reached", "done"),
    ]
    assert document["rates"]["own"]["hit"] == {"value": "56.25", "n": 6}
    assert len(document["would_be_carried_on"]) == 17
    assert {"id": "a38", "why": "event_over"} in document["would_stay_behind"]
    assert {"goal": "m2", "serves": "tm2"} in document["links"]
    salgsplan("--today", "2027-03-30", "programme", "--next", "2. kvartal", "--reason", "other")
    after = salgsplan("--today", "2027-03-30", "review", "2027-Q1", "--json").json
    assert after["next_programme"]["status"] == "draft"
    assert after["next_needs"]["orders"] == 13


def test_that_it_was_gone_through_is_noted_needs_too_and_undone(salgsplan: Salgsplan) -> None:
    salgsplan("--today", "2027-03-01T09:00", "review", "2027-02", "--need", "Prøvepakke", "--done")
    document = salgsplan("--today", "2027-03-01T10:00", "review", "2027-02", "--json").json
    assert (document["reached"], document["done"]) == (7, "2027-03-01T09:00")
    needs = salgsplan("--today", "2027-03-30", "review", "2027-Q1", "--json").json["needs"]
    assert "Prøvepakke" in {each["text"] for each in needs}
    salgsplan("undo")
    assert salgsplan("--today", "2027-03-01T10:00", "review", "2027-02", "--json").json["done"] is None


def test_what_worked_belongs_to_a_week_and_nothing_is_written(salgsplan: Salgsplan) -> None:
    ended = salgsplan("review", "2027-01", "--worked", "Ring før ti", "--done")
    assert (ended.code, "gjennomgangen av en uke" in ended.err) == (2, True)
    assert salgsplan("review", "2027-01", "--json").json["done"] is None


@pytest.mark.parametrize(
    ("words", "period"), [("7", "2027-W07"), ("W06", "2027-W06"), ("19.2", "2027-W07"), ("2027-W05", "2027-W05")]
)
def test_a_number_or_a_day_means_its_week(salgsplan: Salgsplan, words: str, period: str) -> None:
    assert salgsplan("review", words, "--json").json["week"] == period


def test_a_period_that_is_none_is_told_where(salgsplan: Salgsplan) -> None:
    ended = salgsplan("review", "2027-Q5")
    assert (ended.code, "2027-Q5" in ended.err) == (2, True)


def test_months_of_an_empty_plan_are_pages_too(new_plan: Salgsplan) -> None:
    assert "Ingen markedsprogram" in new_plan("review", "2027-02").out
    assert "Ingen markedsprogram" in new_plan("review", "2027-Q1").out
    assert new_plan("review", "2027-Q1", "--json").json["programme"] is None
