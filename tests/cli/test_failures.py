"""What nobody expected: told in a sentence, with a report that holds nothing of the plan."""

import errno
import stat
from pathlib import Path

import pytest

from salgsplan_tui.cli.console import Console
from salgsplan_tui.cli.run import run
from salgsplan_tui.session import Session
from tests.cli.running import Salgsplan, Stream


def broken(*_arguments: object) -> None:
    name = "Marit Haugstad"
    raise KeyError(name)


def test_an_unexpected_error_is_one_sentence_and_a_report(
    salgsplan: Salgsplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "search", broken)
    answer = salgsplan("list", "Marit", "--json")
    assert (answer.code, answer.out) == (1, "")
    assert "Traceback" not in answer.err
    assert "Filene dine er som de var" in answer.err
    (report,) = (tmp_path / "state").rglob("*.txt")
    assert str(report) in answer.err
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    text = report.read_text("utf-8")
    assert "builtins.KeyError" in text
    assert "command: list --json" in text
    assert "cli/commands/find.py:" in text
    assert "Marit" not in text


def test_where_no_report_can_be_written_the_sentence_still_comes(
    salgsplan: Salgsplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "need_day", broken)
    (tmp_path / "state").write_text("in the way")
    answer = salgsplan("day", "--lang", "en")
    assert answer.code == 1
    assert "No report could be written" in answer.err


class Closed(Stream):
    """A pipe whose reader has left."""

    def flush(self) -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")


class Full(Stream):
    """A file on a full disk."""

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_reader_who_has_left_is_no_error(salgsplan: Salgsplan) -> None:
    err = Stream()
    assert run(["list"], Console(Stream(), Closed(), err, salgsplan.environment)) == 0
    assert err.getvalue() == ""


def test_an_answer_that_cannot_be_written_is_told(salgsplan: Salgsplan) -> None:
    err = Stream()
    assert run(["list"], Console(Stream(), Full(), err, salgsplan.environment)) == 7
    assert "No space left on device" in err.getvalue()


def test_an_interruption_ends_with_130(salgsplan: Salgsplan, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Session, "need_day", interrupted)
    answer = salgsplan("day")
    assert (answer.code, answer.out) == (130, "")
