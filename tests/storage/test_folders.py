"""Where things lie."""

from pathlib import Path

import pytest

from salgsplan_tui.storage.folders import config_folder, data_folder, state_folder


def test_the_data_folder_is_the_one_asked_for_else_the_environments_else_the_platforms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", "/home/ingrid")
    assert data_folder({"SALGSPLAN_HOME": "/a"}, Path("/b")) == Path("/b")
    assert data_folder({"SALGSPLAN_HOME": "~/plan"}) == Path("/home/ingrid/plan")
    assert data_folder({"SALGSPLAN_HOME": ""}) == tmp_path / "salgsplan"


def test_a_folder_has_one_state_under_all_its_names_and_it_is_not_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "plan").mkdir()
    (tmp_path / "link").symlink_to("plan")
    state = state_folder(tmp_path / "plan")
    assert state == state_folder(tmp_path / "link") == state_folder(tmp_path / "link" / ".." / "plan")
    assert state != state_folder(tmp_path / "other")
    assert state.parent == tmp_path / "state" / "salgsplan"
    assert len(state.name) == 16
    assert int(state.name, 16)


def test_the_configuration_lies_where_the_platform_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert config_folder() == tmp_path / "salgsplan"
