"""From misnøye to kjøperglede in a real terminal: a complaint comes in, is answered, solved, and ends in joy (S5)."""

from pathlib import Path
from typing import Any

import tomli

from tests.story.opening import Leave, Open


def cases(home: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomli.loads((home / "service/2027.toml").read_text("utf-8"))["case"]
    return found


def test_a_complaint_goes_from_misnoye_to_kjoperglede(morning: Open, home: Path, leave: Leave) -> None:
    with morning() as terminal:
        terminal.wait_for("svarfrist 11:20, planlagt 14:00")
        terminal.send("a")
        terminal.wait_for("Ny aktivitet")
        terminal.send("klage Granholt i dag 10:30")
        terminal.wait_for("Åpner servicesaken")
        terminal.press("enter")
        terminal.wait_for("La til «klage Granholt»")
        terminal.press("7")
        terminal.wait_for("2 av 4")
        terminal.press("d")
        terminal.wait_for("kunden er hørt")
        leave(terminal)
    (made,) = [each for each in cases(home) if each.get("title") == "klage Granholt"]
    answered = [each for each in cases(home) if each["state"] == "heard"]
    assert (made["customer"], made["start_mood"], len(made["activities"])) == ("k02", -1, 1)
    assert len(answered) == 1
    with morning() as terminal:
        terminal.press("7")
        terminal.wait_for("løses")
        terminal.press("G", "d")
        terminal.wait_for("Hva var årsaken?")
        terminal.send("feil filter")
        terminal.press("enter")
        terminal.wait_for("er anerkjent")
        terminal.press("d")
        terminal.wait_for("Løsning avtalt")
        terminal.send("nytt filter")
        terminal.press("enter")
        terminal.wait_for("løsning er avtalt")
        terminal.press("d")
        terminal.wait_for("er løst")
        terminal.press("d")
        terminal.wait_for("Hvordan har kunden det nå?")
        terminal.press("1")
        terminal.wait_for("Hva viser kjøperglede?")
        terminal.press("1")
        terminal.wait_for("Hva sa kunden?")
        terminal.send("Beste service vi har hatt")
        terminal.press("enter")
        terminal.wait_for("er fulgt opp")
        terminal.press("d")
        terminal.wait_for("Avsluttet saken")
        leave(terminal)
    closed = [each for each in cases(home) if each.get("evidence") == "Beste service vi har hatt"]
    assert [(each["state"], each["result"]) for each in closed] == [("closed", "buyers_joy")]
