"""What stands below the hours of a week: overdue from before, of a day without a time, of the week without a day."""

from collections.abc import Iterable, Iterator

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import day_and_month
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.day_lines import DayPage, material_line, row_line
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.week_page import WeekPage


def week_rows(page: WeekPage) -> tuple[Line, ...]:
    """Return the rows under their headings; nothing where there are none."""
    of_days = [row for row in page.without_time if row.date is not None]
    of_week = [row for row in page.without_time if row.date is None]
    return (
        *_part(page, _("overdue"), ((row, labels.when(row)) for row in page.overdue_before)),
        *_part(page, _("without a time"), ((row, labels.when(row)) for row in of_days)),
        *_part(page, _("this week, no day yet"), ((row, _until(row)) for row in of_week)),
        *_material(page),
    )


def _material(page: WeekPage) -> Iterator[Line]:
    if page.week.material:
        yield Line((Part("── " + _("material to deliver") + " ", "heading"),), rule=True)
    yield from (material_line(as_day_page(page), row) for row in page.week.material)


def as_day_page(page: WeekPage) -> DayPage:
    """Return the week as the page of days that lines of rows and the status are made from."""
    return DayPage(page.plan, page.week, (), page.now, page.marked, hide=page.hide)


def _part(page: WeekPage, heading: str, rows: Iterable[tuple[Activity, str]]) -> Iterator[Line]:
    lines = [row_line(as_day_page(page), row, when) for row, when in rows]
    if lines:
        yield Line((Part(f"── {heading} ", "heading"),), rule=True)
    yield from lines


def _until(row: Activity) -> str:
    return _("by {date}").format(date=day_and_month(row.due)) if row.due else ""
