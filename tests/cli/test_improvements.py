"""`improvements`: what is to become better, told with where it stands, made, measured, settled and undone (S35)."""

import pytest
import tomli

from salgsplan_tui.cli.ends import ENDS, end_meant
from salgsplan_tui.language import LANGUAGES, speaking
from salgsplan_tui.tui.goal_words import status_name as goal_status
from salgsplan_tui.tui.improvement_page import status_name as area_status
from tests.cli.running import Salgsplan

AREA = {
    *("id", "title", "plan", "measure", "unit", "baseline", "now", "target", "direction", "progress", "deadline"),
    *("late", "owner", "status", "cases", "activities", "measured", "lacks"),
}


def test_they_are_listed_with_where_they_stand_and_what_they_lack(salgsplan: Salgsplan) -> None:
    second, first = salgsplan("improvements", "--json").json["improvement_areas"]
    assert set(first) == AREA
    assert (first["id"], first["now"], first["baseline"], first["progress"]) == ("i1", "0.71", "9.00", "165.83")
    assert first["lacks"] == second["lacks"] == []
    assert (first["deadline"], first["cases"], second["activities"]) == ("2027-12-31", ["s1", "s2", "s3"], ["a27"])
    assert (second["now"], second["progress"]) == ("33.33", "-61.90"), "two of six offers, of 55 % to begin with"
    lines = salgsplan("forbedringer").lines()
    assert "i1   Svartid på klager                   innen 31.12.2027" in lines
    assert "var 9 t · er 0,7 t · mål 4 t  målet er nådd" in lines
    assert "var 55 % · er 33,3 % · mål 90 %  dårligere enn før" in lines
    salgsplan("improvements", "add", "raskere svar", "--measure", "first_response", "--was", "9", "--target", "4")
    assert "mangler: en frist, en aktivitet eller en sak" in salgsplan("forbedringer").lines()
    salgsplan("improvements", "mål", "i2", "65")
    assert "var 55 % · er 65 % · mål 90 %  29 % av veien" in salgsplan("forbedringer").lines()


def test_one_is_made_changed_measured_settled_and_removed(salgsplan: Salgsplan) -> None:
    made = salgsplan(
        *("improvements", "ny", "Færre", "feilleveringer", "--measure", "feilleveringer per måned", "--unit", "count"),
        *("--was", "6", "--target", "2", "--direction", "down", "--deadline", "30.6", "--case", "s2", "--json"),
    )
    assert made.code == 0, made.err
    area = made.json["improvement_area"]
    assert (area["title"], area["baseline"], area["deadline"], area["cases"], area["lacks"]) == (
        "Færre feilleveringer",
        "6.00",
        "2027-06-30",
        ["s2"],
        [],
    )
    measured = salgsplan("improvements", "mål", area["id"], "4,5", "--json").json["improvement_area"]
    assert (measured["now"], measured["progress"]) == ("4.50", "37.50")
    edited = salgsplan("improvements", "edit", area["id"], "--target", "3", "--json").json["improvement_area"]
    assert (edited["target"], edited["progress"]) == ("3.00", "50.00")
    assert (
        salgsplan("improvements", "avgjør", area["id"], "reached", "--json").json["improvement_area"]["status"]
        == "reached"
    )
    assert salgsplan("improvements", "remove", area["id"]).code == 0
    assert salgsplan("undo").code == 0
    areas = tomli.loads((salgsplan.home / "improvement.toml").read_text("utf-8"))["improvement_area"]
    assert [each["title"] for each in areas if each["id"] == area["id"]] == ["Færre feilleveringer"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("nådd",), "reached"),
        (("NAADD",), "reached"),
        (("ikke", "nådd"), "missed"),
        (("ikke nådd",), "missed"),
        (("not-reached",), "missed"),
        (("droppet",), "dropped"),
        (("lagt", "bort"), "dropped"),
        (("åpen",), "open"),
        (("Missed",), "missed"),
    ],
)
def test_one_is_settled_with_a_word_of_either_language(
    salgsplan: Salgsplan, words: tuple[str, ...], status: str
) -> None:
    settled = salgsplan("improvements", "avgjør", "i1", *words, "--json")
    assert settled.json["improvement_area"]["status"] == status


def test_a_word_for_each_end_is_what_the_screens_call_it() -> None:
    for lang in LANGUAGES:
        with speaking(lang):
            for end in ENDS:
                assert end_meant(goal_status(end)) == end_meant(area_status(end)) == end


def test_a_known_measure_brings_its_unit_and_counts_by_itself(salgsplan: Salgsplan) -> None:
    area = salgsplan("improvements", "add", "mer kjøperglede", "--measure", "buyers_joy_rate", "--was", "20", "--json")
    assert (area.json["improvement_area"]["unit"], area.json["improvement_area"]["now"]) == ("percent", "50.00")


def test_a_case_that_names_it_belongs_to_it(salgsplan: Salgsplan) -> None:
    salgsplan("service", "edit", "s3", "--area", "i2")
    area = salgsplan("improvements", "--json").json["improvement_areas"][0]
    assert (area["id"], area["cases"]) == ("i2", ["s3"])


def test_a_tactical_plan_without_one_is_told_and_does_not_become_active(salgsplan: Salgsplan) -> None:
    tactical = ("programme", "ost-2026-2027")
    assert salgsplan(*tactical, "--json").json["programme"]["lacks"] == []
    salgsplan("improvements", "remove", "i1")
    salgsplan("improvements", "remove", "i2")
    assert salgsplan(*tactical, "--json").json["programme"]["lacks"] == ["improvement_area"]
    own = ("programme", "Min taktiske")
    years = ("--from", "1.1.2026", "--to", "31.12.2027", "--kind", "tactical_sales_plan")
    assert salgsplan("programme", "--new", *years, "Min", "taktiske").code == 0
    refused = salgsplan(*own, "--status", "active")
    assert refused.code == 5
    assert "et forbedringsområde som hører til den" in refused.err
    identity = salgsplan(*own, "--json").json["programme"]["id"]
    assert salgsplan("improvements", "add", "raskere svar", "--plan", identity).code == 0
    assert "improvement_area" not in salgsplan(*own, "--json").json["programme"]["lacks"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add",), 2),
        (("edit", "i1"), 2),
        (("edit",), 2),
        (("measure", "i1"), 2),
        (("measure", "i1", "mye"), 2),
        (("settle", "i1", "kanskje"), 2),
        (("tøv",), 2),
        (("remove", "i9"), 3),
    ],
)
def test_what_means_nothing_is_refused(salgsplan: Salgsplan, words: tuple[str, ...], code: int) -> None:
    before = salgsplan.snapshot()
    assert salgsplan("improvements", *words).code == code
    assert salgsplan.snapshot() == before


def test_an_empty_plan_has_none(new_plan: Salgsplan) -> None:
    answer = new_plan("improvements")
    assert (answer.code, answer.out, answer.err) == (0, "", "Ingen forbedringsområder ennå.\n")


def test_what_it_hangs_together_with_is_there_and_may_be_another_plan(salgsplan: Salgsplan) -> None:
    words = ("--plan", "q1", "--activity", "a29", "--case", "s3", "--json")
    area = salgsplan("improvements", "edit", "i1", *words).json["improvement_area"]
    assert (area["plan"], area["activities"], area["cases"], area["lacks"]) == (
        "q1-2027",
        ["a29"],
        ["s3"],
        [],
    )


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("--case", "Det finnes ingen servicesak tull."),
        ("--activity", "Det finnes ingen aktivitet tull."),
        ("--plan", "Det finnes ingen plan tull."),
    ],
)
def test_what_it_is_said_to_hang_together_with_has_to_be_there(salgsplan: Salgsplan, option: str, told: str) -> None:
    ended = salgsplan("improvements", "edit", "i1", option, "tull")
    assert (ended.code, told in ended.err) == (3, True)
