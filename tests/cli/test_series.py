"""Repeating activities on the command line: this one, this and later, or all."""

import pytest

from tests.cli.running import Salgsplan


@pytest.fixture(name="first")
def _first(salgsplan: Salgsplan) -> str:
    return str(salgsplan("add", "ringeøkt hver torsdag 9-10 til 25.3", "--json").json["activity"]["id"])


def occurrences(salgsplan: Salgsplan) -> list[str]:
    rows = salgsplan("list", "ringeøkt", "--from", "2027-02-17", "--to", "2027-03-31", "--json").json["activities"]
    return [f"{row['date'][5:]} {row['start']} {row['state']}" for row in rows if row["series"]]


def third(first: str) -> str:
    return first.replace("20270218", "20270304")


def test_only_this_one_is_moved_where_nothing_else_is_said(salgsplan: Salgsplan, first: str) -> None:
    salgsplan("move", third(first), "fre", "5.3", "13:00")
    assert "03-05 13:00 planned" in occurrences(salgsplan)
    assert occurrences(salgsplan)[-1] == "03-25 09:00 planned"


def test_this_and_later_are_moved(salgsplan: Salgsplan, first: str) -> None:
    answer = salgsplan("move", third(first), "5.3", "13:00", "--series", "later", "--json")
    assert answer.code == 0, answer.err
    assert answer.json["activity"]["date"] == "2027-03-05"
    assert answer.json["series"]["rrule"] == "FREQ=WEEKLY;BYDAY=FR"
    assert occurrences(salgsplan) == [
        "02-18 09:00 planned", "02-25 09:00 planned", "03-05 13:00 planned", "03-12 13:00 planned",
        "03-19 13:00 planned",
    ]  # fmt: skip


def test_the_whole_series_is_edited(salgsplan: Salgsplan, first: str) -> None:
    answer = salgsplan("edit", third(first), "45m", "#nysalg", "--series", "all")
    assert (answer.code, "the whole series" in answer.err or "hele serien" in answer.err) == (0, True)
    assert salgsplan("show", first, "--json").json["activity"]["minutes"] == 45


def test_a_series_ends_with_the_one_that_is_cancelled(salgsplan: Salgsplan, first: str) -> None:
    assert salgsplan("cancel", third(first), "--reason", "ill", "--series", "later").code == 0
    assert occurrences(salgsplan) == ["02-18 09:00 planned", "02-25 09:00 planned", "03-04 09:00 cancelled"]
    assert salgsplan("undo").code == 0
    assert len(occurrences(salgsplan)) == 6


def test_a_series_ends_with_the_one_that_is_done(salgsplan: Salgsplan, first: str) -> None:
    assert salgsplan("done", first, "--outcome", "reached", "--series", "later").code == 0
    assert occurrences(salgsplan) == ["02-17 09:00 done"]


def test_a_series_is_skipped_from_one_on(salgsplan: Salgsplan, first: str) -> None:
    assert salgsplan("skip", third(first), "--series", "later", "--json").json["activity"]["state"] == "skipped"
    assert len(occurrences(salgsplan)) == 3


def test_a_series_is_removed(salgsplan: Salgsplan, first: str) -> None:
    assert salgsplan("remove", first, "--series", "all").code == 0
    assert occurrences(salgsplan) == []


def test_what_would_be_done_is_shown_and_not_done(salgsplan: Salgsplan, first: str) -> None:
    assert salgsplan("remove", first, "--series", "all", "--dry-run").code == 0
    assert len(occurrences(salgsplan)) == 6


def test_a_row_that_stands_alone_has_no_later_ones(salgsplan: Salgsplan) -> None:
    answer = salgsplan("move", "a27", "fre", "--series", "later")
    assert (answer.code, answer.out) == (5, "")
    assert "a27" in answer.err


def test_a_row_of_a_series_tells_how_it_repeats(salgsplan: Salgsplan, first: str) -> None:
    assert "↻ hver torsdag til 25. mars 2027" in salgsplan("show", first).out
