"""Friday's review in a real terminal: from what is still open to next week's must-dos, left once and gone on with."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli

from tests.story.opening import Open
from tests.story.terminal import Terminal

FRIDAY = "2027-02-19T14:30"


def week(home: Path, name: str) -> dict[str, object]:
    return tomli.loads((home / f"weeks/2027/2027-{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_salesperson_looks_back_on_the_week(
    morning: Open, home: Path, leave: Callable[[Terminal], None], size: tuple[int, int]
) -> None:
    with morning(size=size, SALGSPLAN_TODAY=FRIDAY) as terminal:
        terminal.wait_for("fredag 19. februar 2027")
        terminal.press("R")
        terminal.wait_for("1 av 10 · Planen og hva det ble av den")
        terminal.press("g")
        terminal.wait_for("Står igjen: 1 av 6")
        terminal.press("i")
        terminal.wait_for("Hvorfor ble den ikke gjennomført?")
        terminal.press("5")
        terminal.wait_for("Står igjen: 2 av 6")
        terminal.press("escape")
        terminal.wait_until(lambda: "Står igjen" not in terminal.text, "the question to be closed")
        terminal.wait_for("5 står fortsatt åpne")
        terminal.wait_for("lavere prioritet")
        terminal.press("enter", "enter", "enter")
        terminal.wait_for("4 av 10 · Kunder og tilbud som venter")
        terminal.press("escape")
        terminal.wait_for("kan fortsettes senere")
        leave(terminal)
    assert week(home, "W07")["review"] == {"reached": 3}
    with morning(size=size, SALGSPLAN_TODAY=FRIDAY) as terminal:
        terminal.wait_for("fredag 19. februar 2027")
        terminal.press("R")
        terminal.wait_for("4 av 10")
        terminal.press("5")
        terminal.wait_for("Kunder · uten neste steg")
        terminal.press("R")
        terminal.wait_for("4 av 10")
        terminal.press("enter", "enter", "enter", "w")
        terminal.wait_for("Hva virket")
        terminal.send("Ring før ti\rFærre internmøter\r")
        terminal.wait_for("Færre internmøter")
        terminal.press("enter", "n")
        terminal.wait_for("Hva trenger du fra lederen?")
        terminal.send("Avklaring om rabatt\r")
        terminal.wait_for("Avklaring om rabatt")
        terminal.press("enter", "v")
        terminal.wait_for("neste felt")
        terminal.send("Messen\r\r\r")
        terminal.wait_for("1 Messen")
        terminal.press("enter", "enter")
        terminal.wait_for("Gjennomgangen av uke 7 er ferdig")
        leave(terminal)
    review = week(home, "W07")["review"]
    assert isinstance(review, dict)
    assert (review["worked"], review["reached"]) == ("Ring før ti", 10)
    assert review["done"] == dt.datetime(2027, 2, 19, 14, 30)
    assert week(home, "W08")["week"] == {"must_dos": ["Messen"]}
