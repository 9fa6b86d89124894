"""How the day and the week look as text, at the usual width and at a wide one."""

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.running import Salgsplan


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("words", ["day", "week"])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_looks(salgsplan: Salgsplan, snapshot: SnapshotAssertion, words: str, language: str, width: int) -> None:
    assert salgsplan(words, "--lang", language, "--width", str(width)).out == snapshot
