"""Plans and goals are made and changed from the command line as on the screens, and undone there."""

import pytest

from tests.cli.running import Salgsplan


def goals(salgsplan: Salgsplan) -> dict[str, dict[str, object]]:
    return {each["title"]: each for each in salgsplan("goals", "--json").json["goals"]}


def test_a_goal_is_added_written_anew_and_taken_out(salgsplan: Salgsplan) -> None:
    added = salgsplan("goals", "--add", "8 ordre innen 31.3.")
    assert (added.code, added.err.splitlines()) == (
        0,
        [
            "Satte målet «8 ordre innen 31.3.»",
            "  Hvor langt: 8 · Enhet: tall · Innen: onsdag 31. mars 2027 · Regnes av: antall ordrer",
        ],
    )
    assert goals(salgsplan)["8 ordre innen 31.3."]["measure"] == "orders"
    assert salgsplan("mål", "--edit", "8 ordre", "9 ordre innen 15.3.").code == 0
    assert goals(salgsplan)["9 ordre innen 15.3."]["deadline"] == "2027-03-15"
    assert salgsplan("goals", "--remove", "9 ordre").code == 0
    assert len(goals(salgsplan)) == 5
    assert "Fjernet «9 ordre innen 15.3.»" in salgsplan("undo").out
    assert len(goals(salgsplan)) == 6


def test_a_vision_like_goal_is_said_to_be_one(salgsplan: Salgsplan) -> None:
    assert "visjon" in salgsplan("goals", "--add", "bli bedre på salg").err
    assert "visjon" not in salgsplan("goals", "--add", "8 ordre innen 31.3.").err


def test_a_goal_ends_with_a_cause_and_one_that_people_count_is_measured(salgsplan: Salgsplan) -> None:
    assert salgsplan("goals", "--end", "m3=missed: messen ble avlyst").code == 0
    assert goals(salgsplan)["Merkjøp for 90 000 kr"]["status"] == "missed"
    assert salgsplan("goals", "--end", "m3=lagt bort: messen ble avlyst").code == 0
    assert goals(salgsplan)["Merkjøp for 90 000 kr"]["status"] == "dropped"
    assert salgsplan("goals", "--add", "NPS 30 poeng innen 31.3").code == 0
    assert salgsplan("goals", "--measured", "NPS=25").code == 0
    assert goals(salgsplan)["NPS 30 poeng innen 31.3"]["actual"] == "25.00"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["goals", "--end", "m3=kanskje"], 2),
        (["goals", "--measured", "m3"], 2),
        (["goals", "--end", "m9=reached"], 3),
        (["goals", "--remove", "m1"], 5),
        (["programme", "--status", "nesten"], 2),
        (["programme", "--new", "Uten dager"], 2),
        (["programme", "--new", "--from", "1.4.2027", "--to", "3.4.2027", "For", "kort"], 5),
        (["programme", "Ren", "--strategy", "Min egen"], 5),
        (["programme", "--status", "closed"], 5),
        (["programme", "--take-down", "ukjent"], 3),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_written(
    salgsplan: Salgsplan, arguments: list[str], code: int
) -> None:
    before = salgsplan.snapshot()
    found = salgsplan(*arguments)
    assert found.code == code
    assert found.err.strip()
    assert salgsplan.snapshot() == before


def test_somebody_elses_plan_is_taken_over_and_only_shown_again(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    assert salgsplan("programme", "ren-luft", "--vision", "Min").code == 5
    taken = salgsplan("programme", "ren-luft", "--read-only", "nei", "--vision", "Min")
    assert (taken.code, "Vises bare: nei" in taken.err) == (0, True)
    assert salgsplan("programme", "ren-luft", "--focus", "Hjem").code == 0
    assert salgsplan("programme", "ren-luft", "--read-only", "ja").code == 0
    assert salgsplan("programme", "ren-luft", "--focus", "Hytter").code == 5
    shown = salgsplan("programme", "ren-luft", "--json").json["programme"]
    assert (shown["read_only"], shown["vision"]) == (True, "Min")
    for _step in range(3):
        assert salgsplan("undo").code == 0
    assert salgsplan.snapshot() == before


def test_a_programme_is_made_filled_and_becomes_active(salgsplan: Salgsplan) -> None:
    made = salgsplan("programme", "--new", "--from", "1.4.2027", "--to", "30.6.2027", "2.", "kvartal")
    assert (made.code, made.err.splitlines()) == (
        0,
        ["Laget planen «2. kvartal»", "  Fra: torsdag 1. april 2027 · Til: onsdag 30. juni 2027"],
    )
    refused = salgsplan("programme", "2. kvartal", "--status", "active")
    assert refused.code == 5
    assert "et mål med tall, enhet og frist, en strategi, et aktivitetsprogram" in refused.err
    assert salgsplan("goals", "2. kvartal", "--add", "8 ordre innen 30.6.2027").code == 0
    assert salgsplan("programme", "2. kvartal", "--strategy", "Ring først").code == 0
    assert salgsplan("programme", "2. kvartal", "--activities", "Nysalg", "--under", "Ring").code == 0
    active = salgsplan("programme", "2. kvartal", "--status", "active", "--json").json["programme"]
    assert (active["status"], active["lacks"]) == ("active", [])
    assert active["programmes"][0]["strategy"] == active["strategies"][0]["id"]


def test_the_departments_work_is_taken_down_once(salgsplan: Salgsplan) -> None:
    assert salgsplan("programme", "--take-down", "Felles annonse").code == 0
    found = salgsplan("list", "Felles annonse", "--json").json["activities"]
    assert [each["origin"]["id"] for each in found] == ["inneklima-ost:d2"]
    assert salgsplan("programme", "--take-down", "d2").code == 5


def test_a_plan_hangs_under_another_and_its_parts_are_taken_out(salgsplan: Salgsplan) -> None:
    assert salgsplan("programme", "--new", "--from", "1.4.2027", "--to", "30.6.2027", "2. kvartal").code == 0
    assert salgsplan("programme", "2. kvartal", "--serves", "Øst 2026").code == 0
    assert salgsplan("programme", "2. kvartal", "--json").json["programme"]["parent"] == "ost-2026-2027"
    assert salgsplan("programme", "2. kvartal", "--strategy", "Ring").code == 0
    assert salgsplan("programme", "2. kvartal", "--remove", "Ring").code == 0
    assert salgsplan("programme", "2. kvartal", "--json").json["programme"]["strategies"] == []
    assert salgsplan("programme", "--remove", "st1").code == 5


def test_what_is_taken_down_goes_under_an_activity_programme(salgsplan: Salgsplan) -> None:
    assert salgsplan("programme", "--take-down", "d2", "--under", "Synlighet").code == 0
    (found,) = salgsplan("list", "Felles annonse", "--json").json["activities"]
    assert found["programme"]["id"] == "ap4"


def test_a_dry_run_changes_nothing(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    assert "Ingenting er lagret" in salgsplan("goals", "--add", "8 ordre innen 31.3.", "--dry-run").err
    assert salgsplan("programme", "--new", "--from", "1.4.2027", "--to", "30.6.2027", "Ny", "--dry-run").code == 0
    assert salgsplan.snapshot() == before


def test_a_programme_is_copied_into_the_next_period_once_the_unfinished_has_a_reason(salgsplan: Salgsplan) -> None:
    refused = salgsplan("programme", "--next", "2. kvartal")
    assert refused.code == 2
    assert "a26" in refused.err
    answer = salgsplan("programme", "--next", "2. kvartal", "--reason", "lower_priority")
    assert answer.code == 0
    assert "Kopierte programmet til «2. kvartal»" in answer.err + answer.out
    assert "1 uferdig blir med" in answer.err + answer.out
    shown = salgsplan("programme", "2. kvartal", "--json").json
    assert shown["programme"]["start"] == "2027-04-01"
    assert salgsplan("undo").code == 0
    assert salgsplan("programme", "2. kvartal").code != 0


def test_each_unfinished_row_may_have_its_own_reason_and_what_is_over_stays_behind(salgsplan: Salgsplan) -> None:
    late = ("--today", "2027-03-30")
    refused = salgsplan(*late, "programme", "--next", "Q2", "--reason", "ill", "--reason", "a38=ill")
    assert refused.code == 2
    assert "a38" in refused.err
    assert salgsplan(*late, "programme", "--next", "Q2", "--reason", "a26=tired").code == 2
    assert "a27" in salgsplan(*late, "programme", "--next", "Q2", "--reason", "a26=ill").err
    answer = salgsplan(*late, "programme", "--next", "Q2", "--reason", "lower_priority", "--reason", "A26=ill")
    assert answer.code == 0
    told = " ".join((answer.err + answer.out).split())
    assert "Blir ikke med, er over: Fagmessen Inneluftdagene (10.–12.3.)" in told
    assert "Ukesgjennomgang uke 7" in told
    reasons = {
        name: salgsplan("show", name, "--json").json["activity"]["reschedules"][-1]["reason"] for name in ("a26", "a27")
    }
    assert reasons == {"a26": "ill", "a27": "lower_priority"}


def test_a_plan_above_is_not_copied(salgsplan: Salgsplan) -> None:
    assert salgsplan("programme", "Øst 2026", "--next", "Videre").code == 2
