"""Rows from anywhere in the plan as lines of text: date and time, title, whom, length and cost, in columns."""

from collections.abc import Iterable, Iterator, Sequence

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.text.drawing import draw, flush_right
from salgsplan_tui.cli.text.rows import Rows
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import bucket, clock, day_and_month, short_date
from salgsplan_tui.language.safe import width
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part


def print_rows(call: Call, plan: Plan, rows: Sequence[Activity]) -> None:
    """Print the rows in the order given; each begins with its id."""
    writer = Rows(plan, call.now, call.session.shortest([row.id for row in rows]))
    draw(call, row_lines(writer, rows))


def row_lines(writer: Rows, rows: Iterable[Activity]) -> Iterator[Line]:
    """Yield a line for each row."""
    found = tuple(rows)
    when = [_place(writer, row) for row in found]
    lengths = [labels.length(row) for row in found]
    costs = [labels.cost(writer.plan, row) for row in found]
    columns = [max(map(width, texts), default=0) for texts in (when, lengths, costs)]
    for row, place, length, cost in zip(found, when, lengths, costs, strict=True):
        line = writer.line(row, place, columns[0])
        whom = labels.whom(writer.plan, row)
        about = (Part(f" · {whom}", "muted"),) if whom else ()
        price = f"  {flush_right(cost, columns[2])}" if columns[2] else ""
        figures = Part(f" {flush_right(length, columns[1])}{price}", "muted")
        yield Line(line.left + about, (line.right[0], figures))


def _place(writer: Rows, row: Activity) -> str:
    """Return date and time, with the year where it is another than this one; what it is due, or its bucket."""
    if row.date is None:
        bucketed = "" if row.bucket is None else bucket(row.bucket)
        return _("by {date}").format(date=day_and_month(row.due)) if row.due else bucketed
    day = day_and_month(row.date) if row.date.year == writer.now.year else short_date(row.date)
    return f"{day} {clock(row.start)}" if row.start else day
