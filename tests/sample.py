"""The whole plan of the sample salesperson, read once; it never changes."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.session import Session
from salgsplan_tui.storage.packaged import DEMO
from tests.folders import ticking


@cache
def sample_plan() -> Plan:
    """Return the plan that all files of the sample data make."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "plan"
        shutil.copytree(Path(str(DEMO)), home)
        session = Session.open(home, Path(folder) / "state", ticking())
        session.need_all()
        return session.plan
