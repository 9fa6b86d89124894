"""Leaving: quickly by `q`, sanely by a signal, and without showing anybody's data when the program itself fails."""

import signal
import sys
import sysconfig
import time
from pathlib import Path

import pytest

from tests.story.terminal import Terminal
from tests.tui.opening import sample

SALGSPLAN = str(Path(sysconfig.get_path("scripts")) / "salgsplan")

_FAILING = """
import sys
from salgsplan_tui.tui.views.day import DayView
def fail(self): raise RuntimeError("boom")
DayView.action_today = fail
sys.argv = ["salgsplan"]
from salgsplan_tui.cli import main
main()
"""


def environment(tmp_path: Path) -> dict[str, str]:
    return {
        "SALGSPLAN_HOME": str(sample(tmp_path / "home")),
        "SALGSPLAN_TODAY": "2027-02-17T08:00",
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }


def test_q_is_back_at_the_shell_at_once(tmp_path: Path) -> None:
    with Terminal([SALGSPLAN], env=environment(tmp_path)) as terminal:
        terminal.wait_for("Ring Bjørkely")
        begun = time.perf_counter()
        terminal.press("q")
        assert terminal.finish() == 0
        took = time.perf_counter() - begun
        print(f"q to the shell: {took * 1000:.0f} ms (aim: 100)")
        assert took < 1
        assert terminal.modes_left == set()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_leaves_the_terminal_sane_and_the_files_whole(tmp_path: Path, number: int, code: int) -> None:
    env = environment(tmp_path)
    before = {file: file.read_bytes() for file in Path(env["SALGSPLAN_HOME"]).rglob("*.toml")}
    with Terminal([SALGSPLAN], env=env) as terminal:
        terminal.wait_for("Ring Bjørkely")
        terminal.press("a")
        terminal.send("ring Mar")
        terminal.signal(number)
        assert terminal.finish() == code
        assert terminal.modes_left == set()
    assert {file: file.read_bytes() for file in Path(env["SALGSPLAN_HOME"]).rglob("*.toml")} == before


def test_a_failure_of_the_program_shows_no_data_and_leaves_a_report(tmp_path: Path) -> None:
    env = environment(tmp_path)
    with Terminal([sys.executable, "-c", _FAILING], env=env) as terminal:
        terminal.wait_for("Ring Bjørkely")
        terminal.press("t")
        assert terminal.finish() == 1
        assert terminal.modes_left == set()
        assert "Traceback" not in terminal.text
        assert "Granholt" not in terminal.text
    (report,) = (tmp_path / "state").rglob("failures/*.txt")
    text = report.read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert "Granholt" not in text
    assert report.stat().st_mode & 0o777 == 0o600
