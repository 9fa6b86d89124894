"""Opening the screens on a session, and leaving them quickly."""

import gc
import os
from collections.abc import Mapping

from salgsplan_tui.session import Session


def run_screens(session: Session, *, environment: Mapping[str, str]) -> int:
    """Open the day and stay until the person leaves; return the exit code, or `first_start.LOOK_AT_DEMO`.

    Raises:
        Exception: whatever ended the screens that nobody expected; the terminal is as it was before.
    """
    gc.disable()  # until the first paint: nothing of it becomes garbage
    session.need_first_paint()
    if environment.get("NO_COLOR"):
        os.environ.setdefault("TEXTUAL_THEME", "ansi-dark")  # Textual asks for it while it is loaded
    from salgsplan_tui.tui.app import PlannerApp  # noqa: PLC0415  # after the environment is set
    from salgsplan_tui.tui.desk import Desk  # noqa: PLC0415

    app = PlannerApp(Desk(session, environment))
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_value if app.return_value is not None else app.return_code or 0
