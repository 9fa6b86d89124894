"""`demo`: the sample data in a folder of its own."""

import tempfile
from pathlib import Path

import pytest

from tests.cli.running import Salgsplan


def test_without_a_terminal_the_demo_prints_its_day_and_leaves_nothing(
    new_plan: Salgsplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    answer = new_plan("demo", "--lang", "en", environment={"SALGSPLAN_TODAY": ""})
    assert answer.code == 0
    assert answer.out.startswith("Wednesday 17 February 2027 · week 7")
    assert list(scratch.iterdir()) == []
    assert not new_plan.home.exists()


def test_the_demo_speaks_the_persons_language(new_plan: Salgsplan) -> None:
    assert "Wednesday" in new_plan("demo", environment={"LANG": "en_GB.UTF-8"}).out
    assert "onsdag" in new_plan("demo").out


def test_a_kept_demo_lies_where_it_was_asked_for(new_plan: Salgsplan, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    answer = new_plan("demo", "--keep", str(kept))
    assert answer.code == 0
    assert f"--home {kept}" in answer.err
    assert (kept / "weeks/2027/2027-W07.toml").exists()
    assert len(new_plan("--home", str(kept), "list", "--json").json["activities"]) == 47


def test_a_folder_with_something_in_it_is_never_laid_over(new_plan: Salgsplan, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full/letter.txt").write_text("mine")
    answer = new_plan("demo", "--keep", str(tmp_path / "full"))
    assert answer.code == 5
    assert [each.name for each in (tmp_path / "full").iterdir()] == ["letter.txt"]


def test_the_demo_has_a_state_folder_of_its_own(new_plan: Salgsplan, tmp_path: Path) -> None:
    new_plan("demo")
    assert not (tmp_path / "state").exists()
