"""The exit codes that other programs rely on, one by one (interaction.md 5)."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from salgsplan_tui.session import Session
from salgsplan_tui.storage.folders import state_folder
from salgsplan_tui.storage.lock import locked
from tests.cli.running import Salgsplan

WEEK = "weeks/2027/2027-W07.toml"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a change give up at once where the folder is locked."""
    monkeypatch.setattr(Session, "open", partial(Session.open, patience=0.05))


@contextmanager
def another_program_writing(salgsplan: Salgsplan) -> Iterator[None]:
    state = state_folder(salgsplan.home)
    state.mkdir(parents=True, exist_ok=True)
    with locked(state / "lock", 0):
        yield


def test_0_is_for_what_went_well(salgsplan: Salgsplan) -> None:
    assert salgsplan("day").code == 0


def test_2_is_for_words_that_were_not_understood(salgsplan: Salgsplan) -> None:
    assert salgsplan("add", "ring Kari 25:00").code == 2


def test_3_is_for_nothing_found(salgsplan: Salgsplan) -> None:
    assert salgsplan("show", "zzz").code == 3
    assert salgsplan("undo").code == 3
    assert salgsplan("redo").code == 3


def test_5_is_for_what_a_rule_forbids(salgsplan: Salgsplan) -> None:
    assert salgsplan("reopen", "a27").code == 5


@pytest.mark.usefixtures("impatient")
def test_6_is_for_files_that_someone_else_holds(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    with another_program_writing(salgsplan):
        answer = salgsplan("add", "ring Ali Demir fre 10")
        assert (answer.code, answer.out) == (6, "")
        assert salgsplan("day").code == 0
    assert salgsplan.snapshot() == before
    assert salgsplan("add", "ring Ali Demir fre 10").code == 0


def test_6_is_for_an_undo_of_what_someone_else_changed_since(salgsplan: Salgsplan) -> None:
    salgsplan("edit", "a27", "45m")
    week = salgsplan.home / WEEK
    week.write_text(week.read_text("utf-8").replace("minutes = 45\n", "minutes = 50\n", 1), "utf-8")
    before = salgsplan.snapshot()
    answer = salgsplan("undo")
    assert answer.code == 6
    assert salgsplan.snapshot() == before


def test_7_is_for_a_folder_that_may_not_be_written(salgsplan: Salgsplan, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.replace

    def refused(source: str, target: str, **how: int) -> None:
        if str(target).endswith(".toml"):
            raise OSError(30, "Read-only file system", str(target))
        whole(source, target, **how)

    before = salgsplan.snapshot()
    monkeypatch.setattr(os, "replace", refused)
    answer = salgsplan("add", "ring Ali Demir fre 10")
    assert (answer.code, answer.out) == (7, "")
    assert salgsplan.snapshot() == before


def test_7_is_for_a_folder_that_is_suddenly_empty(salgsplan: Salgsplan, tmp_path: Path) -> None:
    salgsplan("day")
    salgsplan.home.rename(tmp_path / "elsewhere")
    for words in (("day",), ("add", "ring Ali Demir fre 10")):
        answer = salgsplan(*words)
        assert (answer.code, answer.out) == (7, "")
        assert str(salgsplan.home) in answer.err
    assert not salgsplan.home.exists()


@pytest.mark.usefixtures("impatient")
def test_many_lines_stop_where_the_folder_cannot_be_written(salgsplan: Salgsplan) -> None:
    with another_program_writing(salgsplan):
        answer = salgsplan("add", "-", typed="ring Ali Demir fre 10\nring Ali Demir fre 11\n")
    assert (answer.code, answer.out) == (6, "")
    assert "linje 1: " in answer.err
    assert "Ingenting fra og med linje 1 ble lagt til." in answer.err
