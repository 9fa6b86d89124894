"""The budget line of a cost on the command line: named, taken as usual, changed, told, and taken back."""

import pytest

from tests.cli.running import Salgsplan


def line_of(salgsplan: Salgsplan, code: str | None) -> dict[str, str]:
    return next(each for each in salgsplan("budget", "--json").json["lines"] if each["code"] == code)


def test_a_new_cost_counts_on_the_line_that_is_named(salgsplan: Salgsplan) -> None:
    added = salgsplan("add", "ring Granholt fre 10:00 150kr linje:digitale", "--json").json["activity"]
    assert [(item["line"], item["planned"]) for item in added["costs"]] == [("b5", "150.00")]
    assert line_of(salgsplan, "b5")["planned"] == "6152.00"


def test_a_new_cost_counts_on_the_line_that_fits_or_is_said_to_be_outside(salgsplan: Salgsplan) -> None:
    fitting = salgsplan("add", "annonse Fagbladet 3.3 12 500 kr").out.replace("\xa0", " ")
    assert "12 500 kr planlagt · b2 Annonser og fagtidsskrift" in fitting
    none = salgsplan("add", "ring Granholt fre 10:00 150kr")
    assert "150\xa0kr planlagt · ! utenfor kostnadsbudsjettet" in none.out
    assert line_of(salgsplan, None)["planned"] == "150.00"
    total = salgsplan("budget", "--json").json["total"]
    assert total["available"] == "16833.60"
    assert "outside the cost budget" in salgsplan("parse", "call Granholt Friday 10:00 150kr", "--lang", "en").out


def test_parse_tells_the_line_as_add_does(salgsplan: Salgsplan) -> None:
    text = "messe Lillestrøm 10.3 5000kr"
    parsed = salgsplan("parse", text, "--json").json["activity"]["costs"]
    assert parsed == salgsplan("add", text, "--json").json["activity"]["costs"]
    assert parsed[0]["line"] == "b3"


def test_a_line_that_is_not_there_is_refused_with_those_that_are(salgsplan: Salgsplan) -> None:
    answer = salgsplan("add", "ring Granholt fre 10:00 150kr linje:kantine")
    assert answer.code == 2
    said, typed, carets = answer.err.splitlines()
    assert "«kantine» er ingen budsjettlinje her. Det finnes b1 Reise og bil" in said
    assert typed[carets.index("^") : carets.rindex("^") + 1] == "linje:kantine"


def test_edit_moves_a_cost_to_another_line_and_undo_brings_it_back(salgsplan: Salgsplan) -> None:
    before = salgsplan("show", "a30", "--json").json["activity"]
    after = salgsplan("edit", "a30", "linje:trykk", "--json").json["activity"]
    assert {key for key in before if before[key] != after[key]} == {"costs", "changed"}
    assert [(item["kind"], item["line"]) for item in after["costs"]] == [("sample", "b4")]
    assert "vareprøve: 800\xa0kr planlagt · b4 Trykk og porto" in salgsplan("show", "a30").out
    assert line_of(salgsplan, "b6")["planned"] == "0.00"
    salgsplan("undo")
    assert salgsplan("show", "a30", "--json").json["activity"]["costs"] == before["costs"]


def test_another_sum_keeps_kinds_lines_and_what_was_spent(salgsplan: Salgsplan) -> None:
    items = salgsplan("edit", "a09", "1200kr", "--json").json["activity"]["costs"]
    assert [(each["kind"], each["line"], each["planned"], each["actual"]) for each in items] == [
        ("print", "b4", "300.00", "540.00"),
        ("postage", "b4", "900.00", "1800.00"),
    ]


def test_what_was_paid_without_a_plan_counts_on_the_line_that_fits(salgsplan: Salgsplan) -> None:
    done = salgsplan("done", "a29", "--outcome", "reached", "--actual-cost", "300", "--json").json["activity"]
    assert [(item["kind"], item["line"], item["actual"]) for item in done["costs"]] == [("other", "b7", "300.00")]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_row_says_each_of_its_costs_and_their_lines(salgsplan: Salgsplan, language: str) -> None:
    told = salgsplan("show", "a09", "--lang", language).out
    assert told.count("b4 Trykk og porto") == 2


def test_costs_without_a_line_are_told_where_the_file_names_one_of_no_budget(salgsplan: Salgsplan) -> None:
    week = salgsplan.home / "weeks/2027/2027-W03.toml"
    week.write_text(week.read_text("utf-8").replace('line = "b4"', 'line = "z9"'), "utf-8")
    assert "z9 (! ikke i dette kostnadsbudsjettet)" in " ".join(salgsplan("show", "a09").out.split())
    assert line_of(salgsplan, None)["actual"] == "2340.00"
    assert salgsplan("edit", "a09", "linje:b4").code == 0
    assert line_of(salgsplan, "b4")["actual"] == "2340.00"
