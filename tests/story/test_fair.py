"""A fair in a real terminal: laid out from one date, moved as one, its material ticked off, answers added to an ad."""

from collections.abc import Callable
from pathlib import Path

import tomli

from tests.story.opening import Open
from tests.story.terminal import Terminal

F5 = "\x1b[15~"


def rows(home: Path) -> dict[str, dict[str, object]]:
    files = sorted(home.glob("weeks/*/*.toml"))
    found = (row for file in files for row in tomli.loads(file.read_text("utf-8")).get("activity", ()))
    return {str(row["id"]): row for row in found}


def dates(home: Path, run: object) -> list[str]:
    return sorted(str(row["date"]) for row in rows(home).values() if row.get("playbook") == run)


def test_a_fair_lays_itself_out_and_moves_as_one(home: Path, morning: Open, leave: Callable[[Terminal], None]) -> None:
    before = rows(home)
    with morning() as terminal:
        terminal.wait_for("Ring Bjørkely")
        terminal.send(F5)
        terminal.wait_for("Hvilken spillebok?")
        terminal.press("1")
        terminal.send("15.9")
        terminal.wait_for("ons 15.9.")
        terminal.press("enter")
        terminal.wait_for("Planla «Fagmesse»")
        leave(terminal)
    run = next(row["playbook"] for identity, row in rows(home).items() if identity not in before)
    planned = dates(home, run)
    assert (len(planned), planned[-2]) == (6, "2027-09-15")
    fair = next(row for row in rows(home).values() if row.get("playbook") == run and row["offset"] == "0d")
    assert str(fair["material_due"]) == "2027-09-01"

    with morning(SALGSPLAN_TODAY="2027-09-01T08:00") as terminal:
        terminal.wait_for("materiell som skal leveres")
        terminal.wait_for("svarfristen var")  # the cases come right behind the first paint
        terminal.press("G", "k")
        terminal.press("m")
        terminal.wait_for("Flytt: Fagmesse")
        terminal.send("22.9\r")
        terminal.wait_for("Skal resten være med?")
        terminal.press("h")
        terminal.wait_for("med alle åpne trinn")
        leave(terminal)
    assert dates(home, run)[-2:] == ["2027-09-22", "2027-09-27"]

    with morning(SALGSPLAN_TODAY="2027-09-08T08:00") as terminal:
        terminal.wait_for("materiell som skal leveres")
        terminal.wait_for("svarfristen var")
        terminal.press("G", "k")
        terminal.press("M")
        terminal.wait_for("Materiell levert: «Fagmesse»")
        leave(terminal)
    assert str(rows(home)[str(fair["id"])]["material_sent"]) == "2027-09-08"


def test_answers_to_an_advertisement_are_added_weeks_later(
    home: Path, morning: Open, leave: Callable[[Terminal], None]
) -> None:
    counts = rows(home)["a14"]["outcome_counts"]
    assert isinstance(counts, dict)
    with morning(SALGSPLAN_TODAY="2027-01-28T16:00") as terminal:
        terminal.wait_for("Annonse i fagbladet")
        terminal.press("g", "g")
        terminal.press("A")
        terminal.wait_for("Hvor mange svar på")
        terminal.send("3\r")
        terminal.wait_for("Noterte svar på")
        leave(terminal)
    added = rows(home)["a14"]["outcome_counts"]
    assert isinstance(added, dict)
    assert added["responses"] == counts.get("responses", 0) + 3
