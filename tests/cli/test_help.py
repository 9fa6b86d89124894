"""The help, in both languages."""

import re

import pytest

from salgsplan_tui.cli.table import FAMILIES, names
from tests.cli.running import Salgsplan

COMMANDS = [row.name for family in FAMILIES for row in family.rows]


def test_the_help_of_the_program_names_every_command(new_plan: Salgsplan) -> None:
    answer = new_plan("--help", "--lang", "en")
    assert answer.code == 0
    assert all(f"  {name} " in answer.out for name in COMMANDS)
    assert answer.err == ""


def test_norwegian_names_are_told_in_norwegian_only(new_plan: Salgsplan) -> None:
    assert "add (legg-til)" in new_plan("--help", "--lang", "nb").out
    assert "legg-til" not in new_plan("--help", "--lang", "en").out


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_command_explains_itself(new_plan: Salgsplan, name: str, language: str) -> None:
    answer = new_plan(name, "--help", "--lang", language)
    assert answer.code == 0
    assert answer.out.startswith(f"{'Bruk' if language == 'nb' else 'Usage'}: salgsplan {name} ")
    assert max(map(len, answer.out.splitlines())) <= 80
    assert not new_plan.home.exists()


@pytest.mark.parametrize("name", COMMANDS)
def test_no_english_is_left_in_the_norwegian_help(new_plan: Salgsplan, name: str) -> None:
    norwegian, english = new_plan(name, "--help", "--lang", "nb"), new_plan(name, "--help", "--lang", "en")
    ours = {line.strip() for line in norwegian.out.splitlines()} & {line.strip() for line in english.out.splitlines()}
    assert not {line for line in ours if re.search("[a-z]{4}", line) and "completion" not in line}


@pytest.mark.parametrize("width", [40, 60, 100, 200])
def test_the_help_fits_the_width(new_plan: Salgsplan, width: int) -> None:
    for words in (("--help",), ("done", "--help")):
        lines = new_plan(*words, "--width", str(width)).out.splitlines()
        assert max(map(len, lines)) <= max(width, 50)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("dga",), "There is no command “dga”; did you mean day, dag?"),
        (("xyzzy",), "There is no command “xyzzy”."),
        (("done",), "ID is missing."),
        (("move", "a27"), "DATE [TIME] is missing."),
        (("add",), "TEXT is missing."),
        (("completion", "tcsh"), "“tcsh” is none of these: bash, zsh, fish."),
        (("done", "a27", "--minutes", "many"), "“many” is no whole number."),
        (("done", "a27", "--actual-cost", "much"), "“much” is no amount such as 1250 or 1250.50."),
        (("done", "a27", "--count", "reached"), "“reached” is no count such as reached=9."),
        (("list", "--status", "late"), "“late” is none of these: open, overdue, draft"),
    ],
)
def test_a_mistake_is_told_with_the_way_out(salgsplan: Salgsplan, words: tuple[str, ...], said: str) -> None:
    before = salgsplan.snapshot()
    answer = salgsplan(*words, "--lang", "en")
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert "Usage: salgsplan" in answer.err
    assert salgsplan.snapshot() == before
