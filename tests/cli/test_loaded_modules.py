"""Nothing is imported where it is unused: what each command may load (start-up time is a feature)."""

import sys

import pytest

from tests.cli.running import Salgsplan

HEAVY = {
    *("textual", "rich", "babel", "pydantic", "tomli", "tomli_w", "dateutil", "platformdirs"),
    *("json", "asyncio", "subprocess", "difflib"),
}
SPY = """
import os, sys

def tell(code):
    sys.stdout.flush()
    print(*sorted(sys.modules), file=sys.stderr, flush=True)
    leave(code)

leave, os._exit = os._exit, tell
from salgsplan_tui.cli import main
main()
"""


def loaded(salgsplan: Salgsplan, *words: str) -> set[str]:
    """Return the modules that a command loads."""
    done = salgsplan.process([sys.executable, "-c", SPY, *words])
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


def packages(modules: set[str]) -> set[str]:
    """Return the packages of these modules."""
    return {name.partition(".")[0] for name in modules}


def test_the_version_loads_click_and_hardly_anything_else(salgsplan: Salgsplan) -> None:
    alone = salgsplan.process([sys.executable, "-c", "import click, sys; print(*sys.modules)"])
    names = loaded(salgsplan, "--version")
    assert packages(names) - packages(set(alone.stdout.split())) <= {"salgsplan_tui", "gc", "dataclasses", "copy"}
    ours = {name for name in names if name.startswith("salgsplan_tui.")}
    assert {name.split(".")[1] for name in ours} == {"cli", "language"}


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        ("day", {"tomli", "platformdirs"}),
        ("week", {"tomli", "platformdirs"}),
        ("timetable", {"tomli", "platformdirs", "dateutil"}),
        ("timetable --format html", {"tomli", "platformdirs", "dateutil"}),
        ("list", {"tomli", "platformdirs", "dateutil"}),
        ("day --json", {"tomli", "json", "platformdirs"}),
        ("show a27", {"tomli", "platformdirs"}),
        ("parse ring Ali Demir fre 10", {"tomli", "platformdirs"}),
        ("channels", {"tomli", "platformdirs"}),
        ("goals", {"pydantic", "tomli", "platformdirs", "dateutil"}),
        ("programme", {"tomli", "platformdirs", "dateutil"}),
        ("budget", {"pydantic", "tomli", "platformdirs", "dateutil"}),
        ("check", {"tomli", "platformdirs"}),
        ("where", {"tomli", "platformdirs"}),
        ("--help", {"tomli", "platformdirs"}),
    ],
)
def test_a_command_loads_only_what_it_uses(salgsplan: Salgsplan, words: str, allowed: set[str]) -> None:
    """What repeats in the sample's quarter needs dateutil, and painting a day before its first date does not."""
    loaded(salgsplan, *words.split())  # whatever it reads is found right
    assert packages(loaded(salgsplan, *words.split())) & HEAVY <= allowed


def test_pydantic_checks_what_was_not_found_right_before(salgsplan: Salgsplan) -> None:
    assert "pydantic" in loaded(salgsplan, "day")
    assert "pydantic" not in loaded(salgsplan, "day")
    assert salgsplan("add", "ring Ali Demir i dag 10").code == 0
    assert "pydantic" not in loaded(salgsplan, "day")
    with (salgsplan.home / "settings.toml").open("a", encoding="utf-8") as file:
        file.write("# seen to\n")
    assert "pydantic" in loaded(salgsplan, "day")


def test_a_change_loads_no_screen(salgsplan: Salgsplan) -> None:
    names = loaded(salgsplan, "add", "ring Ali Demir fre 10")
    assert not packages(names) & {"textual", "rich", "babel", "asyncio", "dateutil"}


def test_the_day_loads_no_quick_add(salgsplan: Salgsplan) -> None:
    assert not {name for name in loaded(salgsplan, "day") if name.startswith("salgsplan_tui.domain.quick_add.")}


def test_the_screens_load_neither_the_command_line_nor_what_checks_files(salgsplan: Salgsplan) -> None:
    parts = ("cli.run", "cli.commands.screens", "session", "tui.run", "tui.app", "tui.views.day")
    words = "import sys\n" + "".join(f"import salgsplan_tui.{part}\n" for part in parts) + "print(*sys.modules)"
    done = salgsplan.process([sys.executable, "-c", words])
    assert done.returncode == 0, done.stderr
    names = set(done.stdout.split())
    assert not packages(names) & {"click", "pydantic", "pydantic_core", "babel", "dateutil", "tomli_w"}
    assert not names & {f"salgsplan_tui.storage.{name}" for name in ("emitter", "splice", "sections", "safe_writes")}
