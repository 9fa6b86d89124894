"""The journal: steps that outlive the program, whatever happened to its last line."""

import stat
from pathlib import Path

import pytest

from salgsplan_tui.domain.errors import NotWrittenError
from salgsplan_tui.domain.said import Said
from salgsplan_tui.storage import journal as journals
from salgsplan_tui.storage.journal import Journal
from salgsplan_tui.storage.state import State
from salgsplan_tui.storage.steps import Entry, EntryKind, Side, StepKind, StepRecord
from tests.planning import STAMP


@pytest.fixture(name="journal")
def _journal(tmp_path: Path) -> Journal:
    return State(tmp_path).journal


def step(name: str, kind: StepKind = StepKind.CHANGE) -> StepRecord:
    entry = Entry(EntryKind.ACTIVITY, "a1", None, Side("unplaced.toml", f"[[activity]] # «{name}»\n\u2028"))
    return StepRecord(
        name, STAMP, kind, Said("added", {"title": "Ærlig\n", "count": 2, "to": None}), ("unplaced.toml",), (entry,)
    )


def made(journal: Journal, *steps: StepRecord) -> None:
    for each in steps:
        journal.append(each)
        journal.done(each)


def test_a_step_reads_back_as_it_was_and_is_its_owners_alone(journal: Journal) -> None:
    made(journal, step("one"))
    assert Journal(journal.path).undoable() == step("one")
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600


def test_a_step_is_pending_until_its_end_is_noted(journal: Journal, tmp_path: Path) -> None:
    state = State(tmp_path)
    assert (journal.pending(), state.may_have_cut_off_save()) == (None, False)
    for number, end in enumerate((journal.done, journal.dropped)):
        journal.append(step(f"s{number}"))
        assert (journal.pending(), state.may_have_cut_off_save()) == (step(f"s{number}"), True)
        end(step(f"s{number}"))
        assert (journal.pending(), state.may_have_cut_off_save()) == (None, False)


def test_a_dropped_step_is_never_undone(journal: Journal) -> None:
    made(journal, step("one"))
    journal.append(step("two"))
    journal.dropped(step("two"))
    assert journal.undoable() == step("one")


def test_undo_and_redo_take_turns(journal: Journal) -> None:
    made(journal, step("one"), step("two"), step("undo two", StepKind.UNDO), step("undo one", StepKind.UNDO))
    assert (journal.undoable(), journal.redoable()) == (None, step("undo one", StepKind.UNDO))
    made(journal, step("redo one", StepKind.REDO))
    assert journal.undoable() == step("redo one", StepKind.REDO)
    assert journal.redoable() == step("undo two", StepKind.UNDO)
    made(journal, step("three"))
    assert (journal.undoable(), journal.redoable()) == (step("three"), None)


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_line_that_was_cut_off_is_as_if_never_written(journal: Journal, cut: int) -> None:
    made(journal, step("one"))
    journal.append(step("two"))
    journal.path.write_bytes(journal.path.read_bytes()[:-cut])
    assert journal.pending() is None
    made(journal, step("three"))
    assert journal.path.read_bytes().count(b"\n") == 4
    assert journal.undoable() == step("three")


def test_lines_that_nobody_can_read_are_passed_over(journal: Journal) -> None:
    made(journal, step("one"))
    with journal.path.open("ab") as file:
        file.write(b'\xff\xfe\n{"step": 3}\n[]\n{"schema": 9, "step": "x"}\n' + b"[" * 5000 + b"\n")
    assert journal.undoable() == step("one")
    assert journal.pending() is None
    made(journal, step("two"))
    assert journal.undoable() == step("two")


def test_a_journal_that_grew_large_is_set_aside_once(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journals, "_LARGEST", 3000)
    for number in range(40):
        made(journal, step(f"step{number}"))
    assert journal.undoable() == step("step39")
    files = sorted(path.name for path in journal.path.parent.iterdir())
    assert files == ["journal.1.jsonl", "journal.jsonl"]
    assert all((journal.path.parent / name).stat().st_size < 4000 for name in files)


def test_a_journal_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError, match="folder_gone"):
        Journal(tmp_path / "gone" / "journal.jsonl").append(step("one"))
