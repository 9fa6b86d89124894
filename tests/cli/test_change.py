"""`move`, `edit`, `remove`, `undo` and `redo`."""

import pytest

from tests.cli.running import Salgsplan


@pytest.mark.parametrize(
    ("words", "date", "start", "week"),
    [
        ("fre", "2027-02-19", "09:00", "2027-W07"),
        ("fre 10:30", "2027-02-19", "10:30", "2027-W07"),
        ("10:30", "2027-02-17", "10:30", "2027-W07"),
        ("1030", "2027-02-17", "10:30", "2027-W07"),
        ("+3d", "2027-02-20", "09:00", "2027-W07"),
        ("2027-03-01", "2027-03-01", "09:00", "2027-W09"),
        ("uke 10", None, None, "2027-W10"),
        ("april", None, None, "2027-04"),
    ],
)
def test_a_row_is_moved_by_the_words_of_quick_add(
    salgsplan: Salgsplan, words: str, date: str | None, start: str | None, week: str
) -> None:
    row = salgsplan("move", "a27", *words.split(), "--json").json["activity"]
    assert (row["date"], row["start"], row["week"]) == (date, start, week)


def test_a_new_date_is_a_move_and_a_new_time_is_none(salgsplan: Salgsplan) -> None:
    assert salgsplan("move", "a27", "10:30", "--json").json["activity"]["reschedules"] == []
    moved = salgsplan("flytt", "a27", "fre", "--reason", "ill", "--by", "customer", "--json").json["activity"]
    (event,) = moved["reschedules"]
    assert (event["from"], event["to"], event["by"], event["reason"]) == ("2027-02-17", "2027-02-19", "customer", "ill")


def test_a_move_is_said_in_both_languages(salgsplan: Salgsplan) -> None:
    assert "til fre 19.2. 10:30" in salgsplan("move", "a27", "fre", "10:30").err
    assert "to Thu 18 Feb" in salgsplan("move", "a27", "thursday", "--lang", "en").err


def test_words_that_are_no_place_in_time_are_pointed_out(salgsplan: Salgsplan) -> None:
    answer = salgsplan("move", "a27", "fre", "snart")
    assert answer.code == 2
    assert answer.err.splitlines()[1:] == ["  fre snart", "      ^^^^^"]


def test_edit_sets_what_it_names_and_leaves_the_rest(salgsplan: Salgsplan) -> None:
    before = salgsplan("show", "a27", "--json").json["activity"]
    after = salgsplan("edit", "a27", "45m 200kr !1 #tilbud sted:Drammen", "--json").json["activity"]
    changed = {key for key in before if before[key] != after[key]}
    assert changed == {"minutes", "costs", "planned_cost", "priority", "tags", "place", "changed"}
    assert (after["minutes"], after["planned_cost"], after["priority"]) == (45, "200.00", 1)


def test_edit_moves_where_it_names_a_date(salgsplan: Salgsplan) -> None:
    row = salgsplan("edit", "a27", "fre 10:30 45m", "--json").json["activity"]
    assert (row["date"], row["start"], row["minutes"]) == ("2027-02-19", "10:30", 45)
    assert len(row["reschedules"]) == 1


def test_edit_refuses_words_that_are_no_item(salgsplan: Salgsplan) -> None:
    answer = salgsplan("edit", "a27", "konferanse 45m")
    assert answer.code == 2
    assert "^^^^^^^^^^" in answer.err
    assert salgsplan("show", "a27", "--json").json["activity"]["minutes"] == 30


def test_remove_shows_what_was_removed_and_undo_brings_it_back(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    answer = salgsplan("fjern", "a27")
    assert (answer.code, "Ring Bjørkely" in answer.out) == (0, True)
    assert salgsplan("show", "a27").code == 3
    assert salgsplan("angre").code == 0
    assert salgsplan.snapshot() == before


def test_undo_and_redo_go_through_the_changes_one_by_one(salgsplan: Salgsplan) -> None:
    salgsplan("move", "a27", "fre")
    salgsplan("done", "a28", "--outcome", "order")
    assert "Ferdig: «Tilbudsgjennomgang Granholt Eiendom»" in salgsplan("undo").out
    assert salgsplan("undo", "--json").json["undone"]["what"] == "moved"
    assert salgsplan("undo").code == 3
    assert salgsplan("redo", "--json").json["redone"] | {"at": ""} == {
        "what": "moved", "id": "a27", "title": "Ring Bjørkely: svar på tilbud T04", "count": 1,
        "to": "2027-02-19", "start": "09:00", "at": "",
    }  # fmt: skip
    assert salgsplan("redo").code == 0
    assert salgsplan("redo").code == 3


def test_there_is_no_dry_run_of_undo(salgsplan: Salgsplan) -> None:
    salgsplan("move", "a27", "fre")
    assert salgsplan("undo", "--dry-run").code == 2
    assert salgsplan("show", "a27", "--json").json["activity"]["date"] == "2027-02-19"


@pytest.mark.parametrize("beginning", ["a27", "A27"])
def test_an_id_is_any_unique_beginning_in_any_case(salgsplan: Salgsplan, beginning: str) -> None:
    assert salgsplan("show", beginning).code == 0


def test_a_beginning_of_several_ids_is_refused_with_them(salgsplan: Salgsplan) -> None:
    answer = salgsplan("show", "a2")
    assert (answer.code, answer.out) == (3, "")
    assert "a20" in answer.err


def test_a_series_is_changed_one_occurrence_at_a_time(salgsplan: Salgsplan) -> None:
    first = salgsplan("add", "ringeøkt hver virkedag 9-10 til 26.2", "--json").json["activity"]["id"]
    moved = salgsplan("move", first, "14:00", "--json").json["activity"]
    assert (moved["start"], moved["occurrence"]) == ("14:00", "2027-02-17")
    rows = salgsplan("list", "ringeøkt", "--from", "2027-02-17", "--to", "2027-02-19", "--json").json["activities"]
    assert [row["start"] for row in rows if row["series"]] == ["14:00", "09:00", "09:00"]


def put_off_twice(salgsplan: Salgsplan) -> None:
    for day in ("2027-02-19", "2027-02-22"):
        assert salgsplan("move", "a27", day).code == 0


def test_the_third_time_a_row_is_put_off_it_is_said_that_a_reason_is_missing(salgsplan: Salgsplan) -> None:
    put_off_twice(salgsplan)
    answer = salgsplan("move", "a27", "2027-02-23")
    assert answer.code == 0
    assert "Flyttet 2 ganger før; --reason forteller hvorfor nå igjen." in answer.err
    assert salgsplan("show", "a27", "--json").json["activity"]["date"] == "2027-02-23"
    assert "ganger før" not in salgsplan("move", "a27", "2027-02-24", "--reason", "ill").err
    assert "ganger før" not in salgsplan("move", "a27", "2027-02-18").err


def test_on_a_terminal_it_is_asked_for(salgsplan: Salgsplan) -> None:
    put_off_twice(salgsplan)
    answer = salgsplan("move", "a27", "2027-02-23", typed="5\n", is_terminal=True)
    assert "er flyttet 2 ganger før. Hvorfor nå igjen?" in answer.err
    last = salgsplan("show", "a27", "--json").json["activity"]["reschedules"][-1]
    assert (last["to"], last["reason"]) == ("2027-02-23", "lower_priority")


def test_edit_asks_and_says_the_same_where_it_puts_off(salgsplan: Salgsplan) -> None:
    put_off_twice(salgsplan)
    answer = salgsplan("edit", "a27", "2027-02-23 45m", typed="5\n", is_terminal=True)
    assert "er flyttet 2 ganger før. Hvorfor nå igjen?" in answer.err
    row = salgsplan("show", "a27", "--json").json["activity"]
    assert (row["minutes"], row["reschedules"][-1]["reason"]) == (45, "lower_priority")
    assert "--reason forteller hvorfor nå igjen." in salgsplan("edit", "a27", "2027-02-24").err
    given = salgsplan("edit", "a27", "2027-02-25", "--reason", "syk i dag", "--json").json["activity"]
    assert given["reschedules"][-1]["reason_text"] == "syk i dag"
    assert "ganger før" not in salgsplan("edit", "a27", "30m").err
