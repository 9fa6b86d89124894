"""Playbooks and late answers on the command line."""

import pytest

from tests.cli.running import Salgsplan

DATES = ["2027-04-27", "2027-05-07", "2027-05-12", "2027-05-20", "2027-06-03"]
"""Ascension Day on the 6th and Whit Monday on the 17th of May are no working days."""


def rows(salgsplan: Salgsplan, run: str) -> list[str]:
    found = salgsplan("list", "--json").json["activities"]
    return [f"{row['date']} {row['offset']}" for row in found if row["playbook"] == run]


def test_playbooks_are_listed(salgsplan: Salgsplan) -> None:
    found = salgsplan("playbook", "--json").json["playbooks"]
    assert [each["code"] for each in found] == ["fair", "letters", "launch", "wake"]
    assert "Fagmesse" in salgsplan("spillebok").out


def test_a_playbook_is_started_moved_and_undone_as_one(salgsplan: Salgsplan) -> None:
    answer = salgsplan("spillebok", "brev", "12.5.2027", "--json")
    assert answer.code == 0, answer.err
    run = answer.json["run"]
    assert [each["date"] for each in answer.json["activities"]] == DATES
    assert salgsplan("playbook", "--move", run, "19.5.2027").code == 0
    assert "2027-05-19 0d" in rows(salgsplan, run)
    salgsplan("undo")
    assert "2027-05-12 0d" in rows(salgsplan, run)
    salgsplan("undo")
    assert rows(salgsplan, run) == []


def test_a_playbook_is_only_shown_with_dry_run(salgsplan: Salgsplan) -> None:
    before = len(salgsplan("list", "--json").json["activities"])
    assert "Send brevene" in salgsplan("playbook", "letters", "12.5.2027", "--dry-run").out
    assert len(salgsplan("list", "--json").json["activities"]) == before


def test_a_customer_is_woken(salgsplan: Salgsplan) -> None:
    answer = salgsplan("playbook", "wake", "1.4.2027", "--customer", "k08", "--json")
    assert [each["customers"][0]["id"] for each in answer.json["activities"] if each["customers"]] == ["k08"] * 4


def test_an_unknown_playbook_or_run_is_refused(salgsplan: Salgsplan) -> None:
    assert salgsplan("playbook", "dans", "1.4").code == 3
    assert salgsplan("playbook", "--move", "nix", "1.4").code == 3
    assert salgsplan("playbook", "fair").code == 2


def test_ones_own_playbooks_are_laid_over(salgsplan: Salgsplan) -> None:
    (salgsplan.home / "playbooks.toml").write_text(
        '[[playbook]]\ncode = "fair"\nnb = "Min messe"\nen = "Own"\nsteps = [{ nb = "A", en = "A", offset = "0d" }]\n'
        '[[playbook]]\ncode = "own"\nnb = "Egen"\nen = "Own"\nsteps = [{ nb = "A", en = "A", offset = "1wd" }]\n',
        encoding="utf-8",
    )
    found = salgsplan("playbook", "--json").json["playbooks"]
    assert (found[0]["code"], found[0]["nb"], found[-1]["code"]) == ("fair", "Min messe", "own")


def test_a_damaged_file_of_playbooks_is_told_with_its_line_and_the_others_stand(salgsplan: Salgsplan) -> None:
    (salgsplan.home / "playbooks.toml").write_text(
        '[[playbook]]\ncode = "own"\nnb = "Egen"\nen = "Own"\nsteps = [{ nb = "A", en = "A", offset = "soon" }]\n',
        encoding="utf-8",
    )
    answer = salgsplan("playbook")
    assert answer.code == 4
    assert "playbooks.toml:5:" in answer.err
    assert "Fagmesse" in answer.out
    assert "playbooks.toml:5:" in salgsplan("check").out + salgsplan("check").err


def test_answers_are_added_after_it_was_done(salgsplan: Salgsplan) -> None:
    first = salgsplan("respond", "a14", "2", "--json").json["activity"]["outcome_counts"]["responses"]
    again = salgsplan("respons", "a14", "3", "--json").json["activity"]["outcome_counts"]["responses"]
    assert again == first + 3
    named = salgsplan("respond", "a14", "1", "Kari", "Lie,", "Ola", "Vik", "(Vik Bygg AS)", "--json")
    assert named.json["activity"]["outcome_counts"]["responses"] == again + 2
    assert "Kari Lie" in salgsplan("customers", "show", "Kari Lie").out
    assert "fra: Annonse i fagbladet Inneluft nr. 1" in salgsplan("customers", "show", "Kari Lie").out
    salgsplan("undo")
    assert "Vik Bygg AS" not in salgsplan("customers").out
    refused = salgsplan("respond", "a14", "-", "!")
    assert (refused.code, "verken et antall eller navn" in refused.err) == (2, True)
    assert salgsplan("respond", "a27", "1").code == 5


@pytest.fixture(name="run")
def _run(salgsplan: Salgsplan) -> dict[str, str]:
    """Start a letter campaign, and return the ids of its steps by their offsets."""
    started = salgsplan("playbook", "letters", "12.5.2027", "--json").json
    return {row["offset"]: row["id"] for row in started["activities"]} | {"run": started["run"]}


def test_moving_the_date_of_a_run_says_that_the_rest_stays_and_takes_it_along_where_told(
    salgsplan: Salgsplan, run: dict[str, str]
) -> None:
    alone = salgsplan("move", run["0d"], "13.5.2027")
    assert "4 åpne trinn i spilleboken blir stående; --steps all flytter dem med." in alone.err
    assert rows(salgsplan, run["run"])[1:3] == ["2027-05-07 -3wd", "2027-05-13 0d"]
    salgsplan("undo")
    answer = salgsplan("move", run["0d"], "19.5.2027", "--steps", "all", "--reason", "customer_asked")
    assert "med alle åpne trinn" in answer.err
    assert "Trykk og pakk brevene" in answer.out
    found = salgsplan("list", "--json").json["activities"]
    moved = [row for row in found if row["playbook"] == run["run"]]
    assert [row["date"] for row in moved] == ["2027-05-03", "2027-05-13", "2027-05-19", "2027-05-26", "2027-06-09"]
    assert {row["reschedules"][0]["reason"] for row in moved} == {"customer_asked"}
    salgsplan("undo")
    assert [each[:10] for each in rows(salgsplan, run["run"])] == DATES
    told = salgsplan("move", run["0d"], "19.5.2027", "--steps", "all", "--json").json
    assert (told["activity"]["date"], len(told["steps"])) == ("2027-05-19", 4)


def test_on_a_terminal_it_is_asked_whether_the_rest_goes_along(salgsplan: Salgsplan, run: dict[str, str]) -> None:
    answer = salgsplan("edit", run["0d"], "19.5.2027", typed="2\n", is_terminal=True)
    assert "Skal resten være med?" in answer.err
    assert "2027-05-13 -3wd" in rows(salgsplan, run["run"])


def test_another_time_or_another_step_asks_nothing(salgsplan: Salgsplan, run: dict[str, str]) -> None:
    assert "spillebok" not in salgsplan("move", run["0d"], "10:00").err
    assert "spillebok" not in salgsplan("move", run["-3wd"], "6.5.2027").err
    assert salgsplan("move", run["-3wd"], "5.5.2027", "--steps", "all").code == 5


def test_a_fair_has_a_deadline_for_its_material(salgsplan: Salgsplan) -> None:
    started = salgsplan("playbook", "fair", "10.11.2027", "--json").json["activities"]
    assert [row["material_due"] for row in started if row["material_due"]] == ["2027-10-27"]


def test_a_playbook_is_made_of_activities_and_can_be_planned(salgsplan: Salgsplan) -> None:
    answer = salgsplan("playbook", "--save", "Messa mi", "a38", "a33", "a34", "a39", "--json")
    assert answer.code == 0, answer.err
    assert [step["offset"] for step in answer.json["playbook"]["steps"]] == ["-7wd", "-6wd", "0d", "3wd"]
    assert salgsplan("playbook", "--save", "messa mi", "a38", "a33").code == 5
    planned = salgsplan("playbook", "messa", "mi", "10.11.2027", "--json").json["activities"]
    assert [row["date"] for row in planned] == ["2027-11-01", "2027-11-02", "2027-11-10", "2027-11-15"]
    assert salgsplan("playbook", "--save", "En", "a38").code == 2
    salgsplan("undo")
    salgsplan("undo")
    assert "messa_mi" not in [each["code"] for each in salgsplan("playbook", "--json").json["playbooks"]]
