"""Playbooks and late answers on the command line."""

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
    assert salgsplan("respond", "a27", "1").code == 5
