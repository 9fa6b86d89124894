"""The first working day of March in a real terminal: the month is looked back on, left once, and its plan handed on."""

import datetime as dt
from pathlib import Path

import pytest
import tomli

from tests.story.opening import Leave, Open

MONDAY = "2027-03-01T08:10"


def read(home: Path, file: str) -> dict[str, object]:
    return tomli.loads((home / file).read_text(encoding="utf-8"))


def issued_months(home: Path) -> list[str]:
    text = (home / "issued.toml").read_text(encoding="utf-8")
    return [each["period"] for each in tomli.loads(text)["issued"] if each["kind"] == "month"]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_salesperson_looks_back_on_february(morning: Open, home: Path, leave: Leave, size: tuple[int, int]) -> None:
    with morning(size=size, SALGSPLAN_TODAY=MONDAY) as terminal:
        terminal.wait_for("Månedsgjennomgang: februar · Enter: begynn")
        terminal.press("up", "enter")
        terminal.wait_for("1 av 7 · Hva måneden ga")
        terminal.wait_for("dekningsbidrag")
        terminal.press("enter")
        terminal.wait_for("2 av 7 · Hvor det bærer hen")
        terminal.press("enter", "enter")
        terminal.wait_for("4 av 7 · Kostnadsbudsjettet")
        terminal.press("down", "down", "m")
        terminal.wait_for("disponibelt på «Fagmesse»")
        terminal.send("1000\t")
        terminal.press("right")
        terminal.send("\t\tdyrere annonse\r")
        terminal.wait_until(lambda: "44 000" in terminal.text.replace("\xa0", " "), "the money to be moved")
        terminal.press("escape")
        terminal.wait_for("kan fortsettes senere")
        terminal.wait_for("februar · Enter: videre")
        leave(terminal)
    assert read(home, "weeks/2027/2027-W09.toml")["month_review"] == {"reached": 3}
    with morning(size=size, SALGSPLAN_TODAY=MONDAY) as terminal:
        terminal.wait_for("februar · Enter: videre")
        terminal.press("O")
        terminal.wait_for("4 av 7 · Kostnadsbudsjettet")
        terminal.press("enter", "x")
        terminal.wait_for("reservert mot telefon")
        terminal.press("1")
        terminal.wait_for("1 forbruker er ikke sjekket")
        terminal.press("x")
        terminal.wait_for("reservert mot telefon")
        terminal.press("1")
        terminal.wait_for("Alle forbrukere er sjekket for mars 2027")
        terminal.press("enter", "b")
        terminal.wait_for("Ingen har stått for lenge")
        terminal.press("enter")
        terminal.wait_for("Planen for mars 2027 er ikke sendt ennå")
        terminal.press("8")
        terminal.wait_for("Månedsplan · mars 2027")
        terminal.press("i")
        terminal.wait_until(lambda: "2027-03" in issued_months(home), "the plan to be noted as issued")
        terminal.press("1")
        terminal.wait_for("mandag 1. mars 2027")
        terminal.wait_until(lambda: "Månedsgjennomgang" not in terminal.text, "the offer to be gone")
        leave(terminal)
    assert read(home, "weeks/2027/2027-W09.toml")["month_review"] == {
        "reached": 7,
        "done": dt.datetime(2027, 3, 1, 8, 10),
    }
    moves = (home / "plans/q1-2027.toml").read_text("utf-8").partition("[[budget_move]]")[2]
    assert 'amount = "1000.00"\nreason = "dyrere annonse"' in moves
