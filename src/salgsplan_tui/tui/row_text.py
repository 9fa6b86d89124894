"""A row of the plan as a line of text: id, mark, time, channel's sign, title, length."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.contact_checks import findings_of
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_warnings import PlanWarning
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import bucket, clock, day_and_month, short_date
from salgsplan_tui.language.safe import width
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.plain_text import flush_right, padded

INDENT = "  "
_COST = 13


@dataclass(frozen=True)
class Rows:
    """How the rows of one answer are written."""

    plan: Plan
    now: dt.datetime
    ids: Mapping[str, str]
    """The shortest unique beginning of each id."""
    is_wide: bool = False
    """There is room for whom and for what it costs beside the title."""

    @cached_property
    def id_width(self) -> int:
        """The cells of the column of ids."""
        return max(map(len, self.ids.values()), default=2)

    def line(self, row: Activity, when: str, when_width: int = 0, length: str | None = None) -> Line:
        """Return the row; `when` tells what the heading above it does not, `length` how long it is that day."""
        mark = labels.mark(row, self.now)
        done = not row.is_open
        text, quiet = ("done", "done") if done else ("title", "muted")
        left = (
            Part(f"{INDENT}{self.ids.get(row.id, row.id):<{self.id_width}}  ", "muted"),
            Part(f"{mark} ", "overdue" if mark == "!" else text),
            Part(f"{padded(when, when_width)} " if when_width else "", text),
            Part(f"{labels.sign(self.plan, row)} ", "done" if done else "sign"),
            Part(labels.title(self.plan, row), text),
        )
        about = labels.whom(self.plan, row) if self.is_wide else ""
        cost = flush_right(labels.cost(self.plan, row), _COST) if self.is_wide else ""
        must = Part(" ‼" if row.priority == 1 and row.is_open else "", "warning")
        whom = Part(f" · {about}" if about else "", "muted")
        return Line((*left, whom), (must, Part(f" {labels.length(row) if length is None else length}{cost}", quiet)))

    def indent(self, when_width: int = 0) -> str:
        """Return the spaces that put a text under the titles."""
        return " " * (len(INDENT) + self.id_width + 2 + 2 + (when_width + 1 if when_width else 0) + 2)

    def below(self, row: Activity, warnings: Iterable[PlanWarning], when_width: int = 0) -> Iterator[Line]:
        """Yield what stands under a row: its details, and what to look out for."""
        if details := labels.details(self.plan, row):
            yield Line((Part(self.indent(when_width) + " · ".join(details), "muted"),))
        for warned in labels.warnings_for(warnings, row):
            yield Line((Part(f"{self.indent(when_width)}! {warned}", "warning"),))

    def section(self, title: str, rows: Iterable[tuple[Activity, str]], right: str = "") -> Iterator[Line]:
        """Yield a heading and rows with their times in a column; nothing where there are no rows."""
        pairs = tuple(rows)
        if not pairs:
            return
        yield Line()
        yield Line((Part(title, "heading"),), (Part(right, "muted"),) if right else ())
        column = max(width(when) for _row, when in pairs)
        for row, when in pairs:
            yield self.line(row, when, column)
            yield from self._rules(row, column)

    def _rules(self, row: Activity, when_width: int) -> Iterator[Line]:
        if row.is_open:
            for finding in findings_of(self.plan, row, self.now):
                yield Line((Part(f"{self.indent(when_width)}! {labels.finding_words(finding)}", "warning"),))


def time_of(row: Activity) -> str:
    """Return the time of day, or nothing."""
    return "" if row.start is None else clock(row.start)


def place_of(row: Activity) -> str:
    """Return date and time, bucket, or nothing."""
    return labels.when(row) or ("" if row.bucket is None else bucket(row.bucket))


def until_of(row: Activity, day: dt.date) -> str:
    """Return «til fre 19.2.» for a row of several days, «innen fre 19.2.» for one that is due, else its time."""
    if row.end_date is not None and row.end_date > day:
        return _("until {date}").format(date=day_and_month(row.end_date))
    if row.due is not None and row.start is None:
        return _("by {date}").format(date=day_and_month(row.due))
    return time_of(row)


def row_lines(writer: Rows, rows: Iterable[Activity]) -> Iterator[Line]:
    """Yield a line for each row."""
    found = tuple(rows)
    when = [_place_in_list(writer, row) for row in found]
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


def _place_in_list(writer: Rows, row: Activity) -> str:
    """Return date and time, with the year where it is another than this one; what it is due, or its bucket."""
    if row.date is None:
        bucketed = "" if row.bucket is None else bucket(row.bucket)
        return _("by {date}").format(date=day_and_month(row.due)) if row.due else bucketed
    day = day_and_month(row.date) if row.date.year == writer.now.year else short_date(row.date)
    return f"{day} {clock(row.start)}" if row.start else day
