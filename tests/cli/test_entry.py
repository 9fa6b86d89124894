"""The installed `salgsplan`, as a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from salgsplan_tui import __version__
from tests.cli.running import Salgsplan

INSTALLED = str(Path(sys.executable).with_name("salgsplan"))


def call(salgsplan: Salgsplan, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program."""
    encoding = environment.get("PYTHONIOENCODING", "utf-8")
    return salgsplan.process([INSTALLED, *words], environment=environment, encoding=encoding)


def test_it_answers_on_stdout_and_ends_with_0(salgsplan: Salgsplan) -> None:
    done = call(salgsplan, "day")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("onsdag 17. februar 2027 · uke 7")
    assert call(salgsplan, "--version").stdout == f"salgsplan {__version__}\n"


def test_without_a_command_and_without_a_terminal_it_prints_the_day(salgsplan: Salgsplan) -> None:
    assert call(salgsplan).stdout == call(salgsplan, "day").stdout
    assert call(salgsplan, "--json").stdout == call(salgsplan, "day", "--json").stdout


def test_without_a_folder_it_prints_an_empty_day_and_makes_nothing(new_plan: Salgsplan) -> None:
    done = call(new_plan)
    assert (done.returncode, done.stderr) == (0, "")
    assert not new_plan.home.exists()


def test_a_mistake_ends_with_2_and_a_missing_row_with_3(salgsplan: Salgsplan) -> None:
    assert call(salgsplan, "dya").returncode == 2
    assert call(salgsplan, "show", "zzz").returncode == 3


def test_a_reader_who_leaves_early_sees_no_complaint(salgsplan: Salgsplan) -> None:
    done = salgsplan.process(["/bin/bash", "-o", "pipefail", "-c", f"'{INSTALLED}' list --json | head -c 10"])
    assert (done.returncode, done.stdout, done.stderr) == (0, '{\n  "schem', "")


def test_it_is_also_a_module(salgsplan: Salgsplan) -> None:
    done = salgsplan.process([sys.executable, "-m", "salgsplan_tui", "day"])
    assert done.stdout == call(salgsplan, "day").stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_that_is_not_utf_8_is_served(salgsplan: Salgsplan, encoding: str) -> None:
    done = call(salgsplan, "day", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, "")
    assert "onsdag 17. februar 2027" in done.stdout


def test_a_locale_that_was_never_generated_is_enough_to_choose_the_language(new_plan: Salgsplan) -> None:
    assert "uke" in call(new_plan, "week", LANG="nn_NO.UTF-8").stdout
    assert "week" in call(new_plan, "week", LANG="en_ZW.utf8").stdout
