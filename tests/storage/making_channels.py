"""Makes own channels through a session of its own, and a type of the telephone's each: one of many such programs."""

import sys
from pathlib import Path

from salgsplan_tui.domain.channel_edits import add_channel, add_type
from salgsplan_tui.domain.plan import Plan
from tests.folders import change, opened, ticking


def main() -> None:
    """Make so many channels and types, named after this program."""
    home, name, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    session = opened(home, ticking())
    for count in range(number):
        code = f"{name}_{count}"

        def edit(plan: Plan, code: str = code) -> Plan:
            return add_type(
                add_channel(plan, code, {"nb": code}, {"minutes": 5}), "phone", code, {"nb": f"ring {code}"}
            )

        change(session, edit)


if __name__ == "__main__":
    main()
