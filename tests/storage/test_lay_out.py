"""The demo, laid out in a folder of its own."""

import stat
from pathlib import Path

from salgsplan_tui.storage.demo import lay_out
from salgsplan_tui.storage.packaged import DEMO
from tests.folders import opened, texts


def test_the_demo_is_a_whole_data_folder_that_is_its_owners_alone(tmp_path: Path) -> None:
    lay_out(tmp_path / "plan")
    assert texts(tmp_path / "plan") == texts(DEMO)
    assert all(stat.S_IMODE(each.stat().st_mode) == (0o700 if each.is_dir() else 0o600) for each in tmp_path.rglob("*"))
    session = opened(tmp_path / "plan")
    session.need_all()
    assert session.problems == ()
    assert len(list(session.plan.stored())) == 47
    assert session.plan.programme_title("ap1") == "Nysalg"
