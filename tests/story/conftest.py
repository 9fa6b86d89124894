"""The installed program on a copy of the sample data, as of the sample's morning, for every story."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from salgsplan_tui.storage.packaged import DEMO
from tests.story.opening import SALGSPLAN, Open
from tests.story.terminal import Terminal


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    shutil.copytree(Path(str(DEMO)), folder)
    return folder


@pytest.fixture
def morning(tmp_path: Path, home: Path) -> Open:
    def start(*arguments: str, size: tuple[int, int] = (80, 24), **environment: str) -> Terminal:
        env = {
            "SALGSPLAN_HOME": str(home),
            "SALGSPLAN_TODAY": "2027-02-17T08:00",
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
        }
        return Terminal([SALGSPLAN, *arguments], env=env | environment, size=size)

    return start


@pytest.fixture
def leave() -> Callable[[Terminal], None]:
    def quit_now(terminal: Terminal) -> None:
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.modes_left == set()

    return quit_now
