"""The program over the sample salesperson's quarter, and over nothing at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from salgsplan_tui.language import set_language
from salgsplan_tui.storage.demo import lay_out
from tests.cli.running import Salgsplan


@pytest.fixture
def new_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Salgsplan]:
    """Return the program where no data folder is yet."""
    salgsplan = Salgsplan(tmp_path / "plan", tmp_path)
    for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, salgsplan.environment[name])
    yield salgsplan
    set_language("nb")


@pytest.fixture
def salgsplan(new_plan: Salgsplan) -> Salgsplan:
    """Return the program over the sample data, on Wednesday 17 February 2027 at 08:00."""
    lay_out(new_plan.home)
    return new_plan
