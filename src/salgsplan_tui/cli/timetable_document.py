"""The timetable for other programs: every figure of every layout, with stable English keys (decisions.md)."""

from salgsplan_tui.cli.as_json import Document, activity_documents
from salgsplan_tui.domain.amounts import rounded, text_from_ore
from salgsplan_tui.domain.important_dates import ImportantDate
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.timetable import Cell, Figures, Layout, Timetable, TimetableDay, TimetableLine, TimetableWeek
from salgsplan_tui.reports.timetable_words import date_name, line_name


def timetable_document(plan: Plan, table: Timetable) -> Document:
    """Return the three months: weeks with their days, channels and programmes with their weeks, and every row."""
    return {
        "start": table.period.start.isoformat(),
        "end": table.period.last.isoformat(),
        **_figures(table.total),
        "capacity_minutes": table.capacity_minutes,
        "load": _load(table),
        "weeks": [_week(plan, week) for week in table.weeks],
        "channels": [_line(plan, table, "channels", line) for line in table.channels],
        "programmes": [_line(plan, table, "programmes", line) for line in table.programmes],
        "activities": activity_documents(plan, table.rows),
        "unplaced": activity_documents(plan, table.unplaced),
    }


def _figures(figures: Figures) -> Document:
    return {
        "count": figures.activities,
        "planned_minutes": figures.minutes,
        "travel_minutes": figures.travel,
        "planned_cost": text_from_ore(figures.cost),
    }


def _load(table: Timetable | TimetableWeek) -> str | None:
    load = table.load
    return None if load is None else text_from_ore(rounded(load * 100 * 100))  # a percent has two decimals too


def _ids(cell: Cell) -> list[str]:
    return [row.id for row in cell.rows]


def _week(plan: Plan, week: TimetableWeek) -> Document:
    return {
        "week": week.key,
        "start": week.span.start.isoformat(),
        "end": week.span.last.isoformat(),
        **_figures(week.figures),
        "capacity_minutes": week.capacity_minutes,
        "load": _load(week),
        "without_contact": week.is_without_contact,
        "undated": [row.id for row in week.undated],
        "days": [_day(day) for day in week.days],
        "dates": [_date(plan, date) for date in week.dates],
    }


def _day(day: TimetableDay) -> Document:
    return {
        "date": day.date.isoformat(),
        "kind": day.kind,
        "counted": day.is_counted,
        **_figures(day.figures),
        "ids": _ids(day),
    }


def _date(plan: Plan, date: ImportantDate) -> Document:
    code = date.id if date.kind in {"holiday", "short_day", "low_season"} else None
    identity = date.id if code is None and date.kind != "bridge_day" else None
    name = date_name(plan, date)
    return {"date": date.date.isoformat(), "kind": date.kind, "code": code, "id": identity, "name": name}


def _line(plan: Plan, table: Timetable, layout: Layout, line: TimetableLine) -> Document:
    weeks = zip(table.weeks, line.cells, strict=True)
    return {
        "code": line.code,
        "name": line_name(plan, layout, line.code),
        **_figures(line.total),
        "weeks": [{"week": week.key, **_figures(cell.figures), "ids": _ids(cell)} for week, cell in weeks if cell.rows],
    }
