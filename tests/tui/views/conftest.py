"""What every view's tests begin with: a copy of the sample data, in Norwegian unless a test says otherwise."""

from pathlib import Path

import pytest

from salgsplan_tui.language import set_language
from tests.tui.opening import sample


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return sample(tmp_path / "home")


@pytest.fixture(autouse=True)
def norwegian() -> None:
    set_language("nb")
