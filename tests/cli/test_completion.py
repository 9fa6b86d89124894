"""What makes a shell complete commands."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import Salgsplan


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_the_shell_accepts(new_plan: Salgsplan, tmp_path: Path, shell: str) -> None:
    answer = new_plan("completion", shell)
    assert answer.code == 0
    assert "_SALGSPLAN_COMPLETE" in answer.out
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "script"
    script.write_text(answer.out, "utf-8")
    subprocess.run([shell, "-n", str(script)], check=True)  # noqa: S603  # the shell that was asked for


def completed(salgsplan: Salgsplan, capsys: pytest.CaptureFixture[str], line: str) -> list[str]:
    """Return what bash would be offered at the end of a line."""
    words = line.split(" ")
    environment = {"_SALGSPLAN_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    with pytest.MonkeyPatch.context() as patched:
        for name, value in environment.items():
            patched.setenv(name, value)
        assert salgsplan(environment=environment).code == 0
    return [each.partition(",")[2] for each in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("salgsplan le", ["legg-til"]),
        ("salgsplan ca", ["cancel"]),
        ("salgsplan d", ["day", "done", "decide", "demo", "dag"]),
        ("salgsplan done a2", ["a26", "a27", "a28", "a29"]),
        ("salgsplan done a27 --outcome o", ["offer_wanted", "offer_sent", "order", "objected", "other"]),
        ("salgsplan list --status co", ["confirmed"]),
        ("salgsplan completion z", ["zsh"]),
        ("salgsplan day --js", ["--json"]),
    ],
)
def test_commands_codes_and_ids_at_hand_are_offered(
    salgsplan: Salgsplan, capsys: pytest.CaptureFixture[str], line: str, offered: list[str]
) -> None:
    assert completed(salgsplan, capsys, line) == offered


def test_norwegian_names_are_offered_in_norwegian_only(
    salgsplan: Salgsplan, capsys: pytest.CaptureFixture[str]
) -> None:
    salgsplan.environment["LANG"] = "en_GB.UTF-8"
    assert completed(salgsplan, capsys, "salgsplan d") == ["day", "done", "decide", "demo"]
