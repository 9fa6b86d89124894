"""Adds activities through a session of its own and prints their ids: one of many such programs at once."""

import datetime as dt
import sys
from pathlib import Path

from salgsplan_tui.domain import edits
from tests.folders import SAID, opened, ticking
from tests.planning import NOW, STAMP, row


def main() -> None:
    """Add so many activities, to the days of a few weeks."""
    home, number = Path(sys.argv[1]), int(sys.argv[2])
    session = opened(home, ticking())
    for count in range(number):
        identity = session.new_id()
        made = row(identity, date=(NOW.date() + dt.timedelta(days=7 * (count % 5))).isoformat())
        session.change(lambda plan, made=made: edits.add(plan, made, at=STAMP), SAID)  # type: ignore[misc]  # bound now
        sys.stdout.write(f"{identity}\n")


if __name__ == "__main__":
    main()
