"""The money of a quarter in a real terminal: an order from a meeting, money moved, wages, the month's expenses."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import tomli

from tests.story.opening import SALGSPLAN, Open, activities
from tests.story.terminal import Terminal


def test_an_order_is_noted_from_its_meeting_and_is_in_the_money_at_once(
    morning: Open, home: Path, leave: Callable[[Terminal], None]
) -> None:
    with morning() as terminal:
        terminal.wait_for("Tilbudsgjennomgang Granholt")
        terminal.press("6")
        terminal.wait_for("kostnadsbudsjett")
        terminal.wait_for("16\xa0834")
        terminal.press("tab")
        terminal.wait_for("185\xa0700")
        terminal.press("1")
        terminal.wait_for("Tilbudsgjennomgang Granholt")
        terminal.press("j", "j", "j", "j", "j")
        terminal.wait_for("kundemøte · bekreftet · Granholt")
        terminal.press("d", "7")
        terminal.wait_for("Ny ordre fra Granholt Eiendom AS")
        terminal.press("enter")
        terminal.wait_for("Neste steg?")
        terminal.press("escape")
        terminal.wait_for("med en ordre på")
        terminal.press("6")
        terminal.wait_for("263\xa0700")
        leave(terminal)
    assert activities(home)["a28"]["outcome"] == "order"
    sales = tomli.loads((home / "sales/2027.toml").read_text("utf-8"))
    assert [each["amount"] for each in sales["order"] if each.get("offer") == "t07"] == ["78000.00"]


def test_money_is_moved_and_the_months_expenses_are_written_to_a_file(
    morning: Open, home: Path, tmp_path: Path, leave: Callable[[Terminal], None]
) -> None:
    with morning() as terminal:
        terminal.wait_for("onsdag 17. februar 2027")
        terminal.press("6")
        terminal.wait_for("Annonser og fagt")
        terminal.press("j", "j", "m")
        terminal.wait_for("Flytt penger")
        terminal.send("1000\t\x1b[C\x13")
        terminal.wait_for("Flyttet 1\xa0000\xa0kr")
        terminal.press("shift+tab")
        terminal.wait_for("kilometer og utlegg")
        terminal.press("x")
        terminal.wait_for("Hvilken fil skal utleggene skrives til?")
        terminal.send("\x7f" * 20 + f"{tmp_path}/utlegg.csv\r")
        terminal.wait_for("Skrevet til")
        leave(terminal)
    assert (tmp_path / "utlegg.csv").read_text("utf-8").splitlines()[-1] == "total,,,,,234,,3140.20,,"
    [move] = tomli.loads((home / "plans/q1-2027.toml").read_text("utf-8"))["budget_move"]
    assert (move["from"], move["to"], move["amount"]) == ("b3", "b2", "1000.00")


def test_a_cost_is_held_against_another_line_on_the_screen_and_counts_there_at_once(
    morning: Open, home: Path, leave: Callable[[Terminal], None]
) -> None:
    with morning() as terminal:
        terminal.wait_for("onsdag 17. februar 2027")
        terminal.press("6")
        terminal.wait_for("Vareprøver og")
        terminal.press("j", "j", "j", "j", "j", "enter")
        terminal.wait_for("Demonstrasjon i butikk")
        terminal.press("G", "enter")
        terminal.wait_for("vareprøve: 800\xa0kr planlagt · b6 Vareprøver og")
        terminal.press("e")
        terminal.wait_for("Endre: Demonstrasjon i butikk")
        terminal.press(*["tab"] * 15)
        terminal.send("\x1bOQ")  # F2
        terminal.wait_for("De lagres med skjemaet")
        terminal.press("enter")
        terminal.wait_for("Føres på")
        terminal.send("\ttrykk\r")
        terminal.wait_for("b4 Trykk og porto")
        terminal.send("\x13")
        terminal.wait_for("vareprøve · b4 Trykk og porto")
        terminal.send("q\x13")
        terminal.wait_for("140 over")
        leave(terminal)
    command = [SALGSPLAN, "--home", str(home), "--today", "2027-02-17T08:00", "budget", "--json"]
    answer = subprocess.run(command, capture_output=True, check=True)  # noqa: S603  # ourselves
    planned = {line["code"]: line["planned"] for line in json.loads(answer.stdout)["lines"]}
    assert (planned["b4"], planned["b6"]) == ("800.00", "0.00")
