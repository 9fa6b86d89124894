"""«Does not want contact» on the command line: everything that was planned with the person stops, and is listed."""

import pytest

from tests.cli.running import Salgsplan


def ids(rows: list[dict[str, str]]) -> list[str]:
    return [row["id"] for row in rows]


def test_all_that_was_planned_with_the_person_is_cancelled_and_listed(salgsplan: Salgsplan) -> None:
    answer = salgsplan("done", "a27", "--outcome", "objected", "--json")
    assert (answer.code, answer.json["cancelled"], answer.json["continued"]) == (0, [], [])
    salgsplan("undo")
    salgsplan("add", "ring Marit Haugstad 1.9 kl 10")
    salgsplan("add", "besøk Marit Haugstad oktober")
    answer = salgsplan("done", "a27", "--outcome", "objected", "--json")
    assert [row["state"] for row in answer.json["cancelled"]] == ["cancelled"] * 2
    assert {row["reason"] for row in answer.json["cancelled"]} == {"customer_asked"}
    assert [row["week"] for row in answer.json["cancelled"]] == ["2027-10", "2027-W35"]


def test_a_row_with_others_goes_on_without_the_person(salgsplan: Salgsplan) -> None:
    answer = salgsplan("done", "a26", "--outcome", "reached", "--whom", "p05", "--json")
    assert ids(answer.json["cancelled"]) == ["a32", "a37", "a40"]
    assert ids(answer.json["continued"]) == ["a34", "a38"]
    assert [each["id"] for each in answer.json["continued"][0]["contacts"]] == ["p03", "p07"]
    assert [each["id"] for each in answer.json["activity"]["contacts"]] == ["p05", "p07"]


def test_people_read_what_stopped(salgsplan: Salgsplan) -> None:
    answer = salgsplan("done", "a26", "--outcome", "objected", "--whom", "Per Åge Tangvald")
    assert answer.code == 0
    assert "Vil ikke kontaktes: 3 aktiviteter er avlyst" in answer.err
    assert "Disse går videre uten dem:" in answer.err
    assert [line.split()[0] for line in answer.lines()] == ["a26", "a32", "a37", "a40", "a34", "a38"]
    assert salgsplan("show", "a32", "--json").json["activity"]["reason"] == "customer_asked"


def test_one_undo_takes_it_all_back(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    salgsplan("done", "a26", "--outcome", "objected", "--whom", "p05")
    assert salgsplan.snapshot() != before
    assert salgsplan("undo").code == 0
    after = salgsplan.snapshot()
    for file in before:
        text = after[file].decode("utf-8")
        assert "objection" not in text
        assert text.count('"p05"') == before[file].decode("utf-8").count('"p05"')


def test_nothing_more_is_planned_with_them(salgsplan: Salgsplan) -> None:
    salgsplan("done", "a27", "--outcome", "vil ikke kontaktes")
    answer = salgsplan("add", "besøk Marit Haugstad fre 10")
    assert answer.code == 5
    assert "Ikke lov: Marit Haugstad vil ikke kontaktes" in answer.err


def test_of_several_people_it_has_to_be_said_who(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    answer = salgsplan("done", "a26", "--outcome", "objected")
    assert answer.code == 2
    assert "--whom: p05 (Per Åge Tangvald), p07 (Oda Brekkhus)" in answer.err
    wrong = salgsplan("done", "a26", "--outcome", "objected", "--whom", "Kari")
    assert wrong.code == 2
    assert "«Kari»" in wrong.err
    assert salgsplan.snapshot() == before


def test_on_a_terminal_it_is_asked_who(salgsplan: Salgsplan) -> None:
    answer = salgsplan("done", "a26", "--outcome", "objected", typed="1\n", is_terminal=True)
    assert answer.code == 0
    assert "Hvem vil ikke kontaktes mer?" in answer.err
    assert salgsplan("show", "a32", "--json").json["activity"]["state"] == "cancelled"


@pytest.mark.parametrize("command", ["log", "add"])
def test_what_was_never_planned_stops_the_plan_too(salgsplan: Salgsplan, command: str) -> None:
    answer = salgsplan(command, "ringte Per Åge Tangvald -> vil ikke kontaktes", "--json")
    assert answer.code == 0
    assert ids(answer.json["cancelled"]) == ["a32", "a37", "a40"]
    assert ids(answer.json["continued"]) == ["a26", "a34", "a38"]


def test_a_trial_run_tells_and_changes_nothing(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    answer = salgsplan("done", "a26", "--outcome", "objected", "--whom", "p05", "--dry-run", "--json")
    assert ids(answer.json["cancelled"]) == ["a32", "a37", "a40"]
    assert salgsplan.snapshot() == before


def test_a_series_with_the_person_alone_ends(salgsplan: Salgsplan) -> None:
    salgsplan("add", "ring Marit Haugstad hver tirsdag 10:00")
    answer = salgsplan("done", "a27", "--outcome", "objected", "--json")
    (row,) = answer.json["cancelled"]
    assert (row["date"], row["state"], row["occurrence"]) == ("2027-02-23", "cancelled", "2027-02-23")
    assert salgsplan("week", "9", "--json").json["activities"][0]["title"] != "ring Marit Haugstad"
