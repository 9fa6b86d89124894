"""Opens service cases and improvement areas through a session of its own: one of many such programs at once."""

import datetime as dt
import sys
from pathlib import Path

from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.improvement_edits import add_area
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.reflection import Reflection
from salgsplan_tui.domain.reflection_edits import reflect
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.service_edits import add_case
from tests.folders import SAID, opened, ticking
from tests.planning import NOW, STAMP


def main() -> None:
    """Open so many cases, each with an area and a look back, in three files at once."""
    home, name, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    session = opened(home, ticking())
    session.need_improvement()
    session.need_reflections()
    for count in range(number):
        identity = f"{name}-{count}"

        def edit(plan: Plan, identity: str = identity, count: int = count) -> Plan:
            opened_at = NOW - dt.timedelta(minutes=count)
            plan = add_case(plan, ServiceCase(id=f"s-{identity}", customer="k1", opened=opened_at), at=STAMP)
            plan = add_area(plan, ImprovementArea(id=f"i-{identity}", title=identity), at=STAMP)
            return reflect(plan, Reflection(id=f"r-{identity}", date=NOW.date(), case=f"s-{identity}"), at=STAMP)

        session.change(edit, SAID)


if __name__ == "__main__":
    main()
