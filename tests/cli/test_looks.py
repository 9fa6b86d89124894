"""How the day, the week and the timetable look as text, at the usual width and at a wide one."""

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.running import Salgsplan


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("words", ["day", "week", "timetable"])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_looks(salgsplan: Salgsplan, snapshot: SnapshotAssertion, words: str, language: str, width: int) -> None:
    assert salgsplan(words, "--lang", language, "--width", str(width)).out == snapshot


@pytest.mark.parametrize("layout", ["channels", "programmes"])
@pytest.mark.parametrize("measure", ["hours", "cost"])
def test_looks_of_the_other_timetables(
    salgsplan: Salgsplan, snapshot: SnapshotAssertion, layout: str, measure: str
) -> None:
    assert salgsplan("timetable", "--layout", layout, "--measure", measure).out == snapshot
