"""Opening the app on a copy of the sample data, as of the sample's day, for tests that press keys."""

import datetime as dt
import shutil
from pathlib import Path

import tomli

from salgsplan_tui.domain.basis import running_programme
from salgsplan_tui.domain.clock import Clock
from salgsplan_tui.language import set_language
from salgsplan_tui.session import Session
from salgsplan_tui.storage.packaged import DEMO
from salgsplan_tui.tui.app import PlannerApp
from salgsplan_tui.tui.desk import Desk
from tests.planning import NOW, STAMP


def sample(home: Path) -> Path:
    """Lay out a copy of the sample data."""
    shutil.copytree(Path(str(DEMO)), home)
    return home


def session_on(home: Path, now: dt.datetime = NOW) -> Session:
    """Open a session at a time that stands still."""
    return Session.open(home, home.parent / "state", Clock(now=lambda: now, stamp=lambda: STAMP))


def app_on(home: Path, now: dt.datetime = NOW, *, speaking: str = "nb", **environment: str) -> PlannerApp:
    """Return the app over this folder, ready to run."""
    set_language("en" if speaking == "en" else "nb")
    session = session_on(home, now)
    session.need_day(now.date())
    running = running_programme(session.plan, now.date())
    if running is not None:  # as in the first pause; else what is painted would depend on how fast a test is
        session.need_programme(running.span)
    app = PlannerApp(Desk(session, environment))
    app.main.day_view.programme = None if running is None else (running.start, running.end)
    return app


def stored(home: Path) -> dict[str, dict[str, object]]:
    """Return every activity in the files, by id."""
    return {
        str(row["id"]): row
        for file in sorted([*home.glob("weeks/*/*.toml"), *home.glob("unplaced.toml")])
        for row in tomli.loads(file.read_text(encoding="utf-8")).get("activity", ())
    }
