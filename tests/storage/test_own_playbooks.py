"""A person's own playbooks in their file: put in by splice, taken out by undo, and damage told."""

from pathlib import Path

import pytest

from salgsplan_tui.domain.errors import DamagedError, RefusedError
from salgsplan_tui.domain.playbook_edits import add_playbook, playbook_from
from salgsplan_tui.session import Session
from tests.folders import WEEK, block, change, file, lay, opened
from tests.planning import row

ROWS = (
    row("a1", date="2027-03-10", title="Messe", channel="trade_fair", start="09:00", minutes=420),
    row("a2", date="2027-03-01", title='Inviter "alle"', channel="phone", type="call_session", minutes=120),
    row("a3", date="2027-03-15", title="Følg opp"),
)
OWN = """# mine egne
[[playbook]]
code = "mine"
nb = "Mine"   # som i fjor
en = "Mine"
steps = [{ nb = "A", en = "A", offset = "0d" }]
farge = "blå"
"""


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return lay(tmp_path / "plan", {WEEK: file(block("a9"))})


def save(session: Session, name: str = "Min messe") -> None:
    playbook = playbook_from(ROWS, ROWS[0], name, session.playbooks.values())
    change(session, lambda plan: add_playbook(plan, playbook))


def test_the_first_one_makes_the_file_and_can_be_used_at_once(home: Path) -> None:
    session = opened(home)
    save(session)
    written = (home / "playbooks.toml").read_text("utf-8")
    assert written.startswith('schema = 1\n\n[[playbook]]\ncode = "min_messe"\n')
    assert [(step.nb, step.offset) for step in session.playbooks["min_messe"].steps] == [
        ('Inviter "alle"', "-7wd"),
        ("Messe", "0d"),
        ("Følg opp", "3wd"),
    ]
    assert opened(home).playbooks["min_messe"] == session.playbooks["min_messe"]
    assert opened(home).problems == ()


def test_what_stands_in_the_file_stays_byte_for_byte_and_undo_brings_it_back(home: Path) -> None:
    lay(home, {"playbooks.toml": OWN})
    session = opened(home)
    save(session)
    assert (home / "playbooks.toml").read_text("utf-8").startswith(OWN)
    assert {"mine", "min_messe", "fair"} <= session.playbooks.keys()
    session.undo()
    assert (home / "playbooks.toml").read_text("utf-8") == OWN
    assert "min_messe" not in session.playbooks
    session.redo()
    assert "min_messe" in opened(home).playbooks


def test_a_name_that_another_has_is_refused(home: Path) -> None:
    session = opened(home)
    for name in ("Fagmesse", "trade fair", "FAIR"):
        with pytest.raises(RefusedError, match="playbook_exists"):
            save(session, name)


def test_a_file_that_cannot_be_read_is_not_written_over(home: Path) -> None:
    lay(home, {"playbooks.toml": '[[playbook]\ncode = "x"\n'})
    session = opened(home)
    with pytest.raises(DamagedError):
        save(session)
    assert (home / "playbooks.toml").read_text("utf-8") == '[[playbook]\ncode = "x"\n'


def test_of_two_with_one_code_the_last_counts(home: Path) -> None:
    lay(home, {"playbooks.toml": OWN + OWN.replace('"Mine"', '"Andre"')})
    session = opened(home)
    assert session.playbooks["mine"].nb == "Andre"
    save(session)
    assert session.playbooks["mine"].nb == "Andre"


def test_two_programs_that_save_one_each_both_keep_theirs(home: Path) -> None:
    lay(home, {"playbooks.toml": OWN})
    first, second = opened(home), opened(home)
    assert first.playbooks.keys() == second.playbooks.keys()
    save(first, "Den ene")
    save(second, "Den andre")
    assert {"mine", "den_ene", "den_andre"} <= opened(home).playbooks.keys()
    assert (home / "playbooks.toml").read_text("utf-8").startswith(OWN)
    with pytest.raises(RefusedError, match="playbook_exists"):
        save(first, "Den andre")
