"""Rows from anywhere in the plan, printed: date and time, title, whom, length and cost, in columns."""

from collections.abc import Sequence

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.text.drawing import draw
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.tui.row_text import Rows, row_lines


def print_rows(call: Call, plan: Plan, rows: Sequence[Activity]) -> None:
    """Print the rows in the order given; each begins with its id."""
    writer = Rows(plan, call.now, call.session.shortest([row.id for row in rows]))
    draw(call, row_lines(writer, rows))
