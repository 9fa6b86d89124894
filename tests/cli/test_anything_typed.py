"""Nothing that a person types makes the program fail: it is done, or told why not."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salgsplan_tui.storage.demo import lay_out
from tests.cli.running import Salgsplan

_WORDS = st.sampled_from(
    [
        *("ring", "Kari", "@Ali", "fre", "10:00", "25:00", "30m", "150kr", "->", "ordre", ";", "+2d", "#x", "!1", "::"),
        *("uke 53", "Q4", "31.2", "9999-12-31", "0001-01-01", "hver", "virkedag", "til", "a27", "a2", "zz", "--json"),
        *("--dry-run", "--reason", "ill", "--outcome", "--next", "--from", "--to", "--status", "open", "--width", "60"),
        *("--today", "2999-12-31", "", "-", "--", "%s", "{x}", "\x1b[31m", "\u202e", "\ud800", "å" * 300),
    ]
)
_COMMANDS = st.sampled_from(
    [
        "add",
        "parse",
        "log",
        "day",
        "week",
        "list",
        "show",
        "done",
        "move",
        "cancel",
        "edit",
        "undo",
        "redo",
        "skip",
        "x",
    ]
)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Salgsplan:
    """Return the program over sample data that all the examples share."""
    scratch: Path = tmp_path_factory.mktemp("typed")
    lay_out(scratch / "plan")
    return Salgsplan(scratch / "plan", scratch)


@given(command=_COMMANDS, words=st.lists(_WORDS | st.text(max_size=8), max_size=6))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_anything_typed_has_an_answer(
    plan: Salgsplan, monkeypatch: pytest.MonkeyPatch, command: str, words: list[str]
) -> None:
    for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, plan.environment[name])
    answer = plan(command, *words)
    assert answer.code in {0, 2, 3, 5}, answer.err
    assert answer.code == 0 or answer.err
