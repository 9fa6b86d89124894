"""What other programs read: one JSON document a run, with stable English keys in a stable order (decisions.md).

An activity's keys stand in the order of `activity_document`. A value that is absent is null, a list without items is
empty; amounts are strings such as "1250.00", times "09:00", dates "2027-02-17", moments UTC "2027-02-17T08:00:00Z".
"""

import datetime as dt
from collections.abc import Iterable

from salgsplan_tui.domain.activity import Activity, CostItem, Reschedule
from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.day_plan import PlannedDays
from salgsplan_tui.domain.holidays import Holiday
from salgsplan_tui.domain.money import actual_cost, committed_cost, planned_cost
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_warnings import PlanWarning
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.service import ServiceCase

Document = dict[str, object]


def activity_document(plan: Plan, row: Activity) -> Document:
    """Return an activity with every key there is."""
    return {
        "id": row.id,
        "title": row.title,
        "channel": row.channel,
        "type": row.type,
        "kind": row.kind,
        "purpose": row.purpose,
        "state": row.state.value,
        "date": _day(row.date),
        "end_date": _day(row.end_date),
        "start": None if row.start is None else f"{row.start:%H:%M}",
        "minutes": row.minutes,
        "actual_minutes": row.actual_minutes,
        "travel_before": row.travel_before,
        "travel_after": row.travel_after,
        "week": row.bucket if row.date is None else week_key(row.date),
        "due": _day(row.due),
        "material_due": _day(row.material_due),
        "material_sent": _day(row.material_sent),
        "appears_from": _day(row.appears_from),
        "appears_to": _day(row.appears_to),
        "priority": row.priority,
        "customers": [{"id": each, "name": _customer(plan, each)} for each in row.customers],
        "contacts": [{"id": each, "name": _contact(plan, each)} for each in row.contacts],
        "audience": row.audience,
        "place": row.place,
        "quantity_planned": row.quantity_planned,
        "quantity_done": row.quantity_done,
        "unit": row.unit,
        "costs": [_cost(item) for item in row.costs],
        "km_planned": row.km_planned,
        "km_actual": row.km_actual,
        "planned_cost": text_from_ore(planned_cost(row, plan.settings)),
        "committed_cost": text_from_ore(committed_cost(row)),
        "actual_cost": text_from_ore(actual_cost(row, plan.settings)),
        "value": None if row.value is None else text_from_ore(row.value),
        "outcome": row.outcome,
        "outcome_note": row.outcome_note,
        "outcome_counts": dict(row.outcome_counts),
        "calls": [{"contact": each.contact, "outcome": each.outcome.value} for each in row.calls],
        "reason": row.reason,
        "reason_text": row.reason_text,
        "goal": _goal(plan, row.goal),
        "programme": _programme(plan, row.programme),
        "origin": _origin(plan, row.origin),
        "tags": list(row.tags),
        "private": row.private,
        "playbook": row.playbook,
        "offset": row.offset,
        "links": list(row.links),
        "notes": row.notes,
        "next": row.next,
        "previous": row.previous,
        "series": row.series,
        "occurrence": _day(row.occurrence),
        "reschedules": [_reschedule(each) for each in row.reschedules],
        "created": _moment(row.created),
        "changed": _moment(row.changed),
    }


def activity_documents(plan: Plan, rows: Iterable[Activity]) -> list[Document]:
    """Return the activities in the order given."""
    return [activity_document(plan, row) for row in rows]


def planned_days_document(plan: Plan, planned: PlannedDays) -> Document:
    """Return the plan of a day or a week; the overdue rows are those of now."""
    return {
        "activities": activity_documents(plan, planned.rows),
        "overdue": activity_documents(plan, planned.overdue),
        "material": activity_documents(plan, planned.material),
        "holidays": [_holiday(each) for each in planned.holidays],
        "planned_minutes": planned.planned_minutes,
        "travel_minutes": planned.travel_minutes,
        "capacity_minutes": planned.capacity_minutes,
        "planned_cost": text_from_ore(planned.planned_cost),
        "warnings": [_warning(each) for each in planned.warnings],
        "cases": [_case(each) for each in planned.cases],
    }


def _case(case: ServiceCase) -> Document:
    return {"id": case.id, "title": case.title, "type": case.type, "state": case.state.value}


def series_document(series: Series | None) -> Document | None:
    """Return the rule of a repeating activity; one that waits for its last has `after` in place of `rrule`."""
    if series is None:
        return None
    return {
        "id": series.id,
        "rrule": series.rrule,
        "after": series.after,
        "first": _day(series.first),
        "until": _day(series.until),
        "on_holiday": series.on_holiday,
    }


def _cost(item: CostItem) -> Document:
    return {
        "kind": item.kind,
        "line": item.line,
        "planned": text_from_ore(item.planned),
        "committed": text_from_ore(item.committed),
        "actual": text_from_ore(item.actual),
    }


def _reschedule(event: Reschedule) -> Document:
    return {
        "from": event.from_,
        "to": event.to,
        "by": event.by,
        "reason": event.reason,
        "reason_text": event.reason_text,
        "at": _moment(event.at),
    }


def _goal(plan: Plan, goal: str | None) -> Document | None:
    if goal is None:
        return None
    known = plan.goal(goal)
    return {"id": None, "title": goal} if known is None else {"id": goal, "title": known.title}


def _programme(plan: Plan, programme: str | None) -> Document | None:
    if programme is None:
        return None
    title = plan.programme_title(programme)
    return {"id": None, "title": programme} if title is None else {"id": programme, "title": title}


def _origin(plan: Plan, origin: str | None) -> Document | None:
    return None if origin is None else {"id": origin, "title": plan.origin_title(origin)}


def _customer(plan: Plan, identity: str) -> str | None:
    return plan.customers[identity].name if identity in plan.customers else None


def _contact(plan: Plan, identity: str) -> str | None:
    found = plan.contact(identity)
    return None if found is None else found[1].name


def _holiday(holiday: Holiday) -> Document:
    from salgsplan_tui.language.holiday_names import holiday_name  # noqa: PLC0415  # few days are one

    return {
        "date": _day(holiday.date),
        "code": holiday.code,
        "name": holiday_name(holiday.code),
        "short_day": holiday.short_day,
    }


def _warning(warning: PlanWarning) -> Document:
    from salgsplan_tui.tui.labels import warning_name  # noqa: PLC0415  # few plans have one

    return {
        "code": warning.code,
        "ids": list(warning.ids),
        "date": _day(warning.date),
        "text": warning_name(warning),
    }


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(moment: dt.datetime | None) -> str | None:
    return None if moment is None else f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
