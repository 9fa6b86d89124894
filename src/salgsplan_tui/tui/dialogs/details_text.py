"""Everything about one row as labelled texts; plain functions over the plan."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from salgsplan_tui.domain.activity import Activity, Reschedule
from salgsplan_tui.domain.dates import is_bucket
from salgsplan_tui.domain.money import actual_cost, committed_cost, planned_cost
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_, _, language
from salgsplan_tui.language.formats import amount, bucket, day_and_month, duration, short_date
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.cost_words import outlay_words
from salgsplan_tui.tui.dialogs.details_lines import Field
from salgsplan_tui.tui.dialogs.details_people import mention, people
from salgsplan_tui.tui.dialogs.details_rules import rule_fields
from salgsplan_tui.tui.dialogs.movers import mover_name
from salgsplan_tui.tui.dialogs.place_text import day_words, place_of, place_words
from salgsplan_tui.tui.dialogs.repeat_words import repeat_words


def fields(plan: Plan, activity: Activity, now: dt.datetime, approach: str = "") -> tuple[Field, ...]:
    """Return what there is to know about the row, in the order of the form: what, when, whom, cost, goal, result."""
    found = (
        Field(_("State"), _state(activity, now), "$warning" if activity.overdue(now) else ""),
        Field(_("When"), _when(activity)),
        Field(_("Repeat"), _repeat(plan, activity)),
        Field(_("Playbook"), _run(activity)),
        Field(_("Travel"), labels.ways(activity)),
        Field(_("Due"), day_words(activity.due) if activity.due else ""),
        Field(_("Material"), _material(activity)),
        Field(_("Appears"), _appears(activity)),
        Field(_("What"), _what(plan, activity)),
        *people(plan, activity),
        *rule_fields(plan, activity, now),
        Field(_("Audience"), activity.audience or ""),
        Field(_("Where"), activity.place or ""),
        Field(_("Quantity"), _quantity(plan, activity)),
        Field(_("Cost"), _cost(plan, activity)),
        *(Field("", text) for text in outlay_words(plan, activity)),
        Field(_("Value"), amount(activity.value) if activity.value else ""),
        Field(_("Goal"), _goal(plan, activity)),
        Field(_("Programme"), _programme(plan, activity)),
        Field(_("Taken down from"), _origin(plan, activity)),
        Field(_("Priority"), _priority(activity)),
        Field(_("Tags"), " ".join(f"#{tag}" for tag in activity.tags)),
        Field(_("Result"), _result(plan, activity)),
        Field(_("Previous"), _other(plan, activity.previous)),
        Field(_("Next step"), _other(plan, activity.next)),
        *_history(activity),
        Field(_("Notes"), activity.notes or ""),
        Field(_("Approach"), activity.approach or approach),
        *(Field(str(key), str(value), "$foreground-muted") for key, value in activity.extra_fields.items()),
        Field(_("Id"), _identity(activity), "$foreground-muted"),
    )
    return tuple(field for field in found if field.text)


def _state(activity: Activity, now: dt.datetime) -> str:
    parts = [labels.mark(activity, now).strip(), labels.state_name(activity.state)]
    if activity.overdue(now):
        parts.append("· " + _("overdue"))
    if activity.private:
        parts.append("· " + _("private"))
    return " ".join(part for part in parts if part)


def _when(activity: Activity) -> str:
    return place_words(place_of(activity), activity.minutes)


def _repeat(plan: Plan, activity: Activity) -> str:
    series = plan.series.get(activity.series or "")
    return "" if series is None else f"↻ {repeat_words(series)}"


def _material(activity: Activity) -> str:
    due, sent = activity.material_due, activity.material_sent
    told = (
        _("by {date}").format(date=day_words(due)) if due else "",
        _("delivered {date}").format(date=day_and_month(sent)) if sent else "",
    )
    return " · ".join(each for each in told if each)


def _appears(activity: Activity) -> str:
    return day_words(activity.appears_from, activity.appears_to) if activity.appears_from else ""


def _run(activity: Activity) -> str:
    return "" if activity.playbook is None else f"{activity.playbook} · {activity.offset or ''}"


def _what(plan: Plan, activity: Activity) -> str:
    if activity.channel is None:
        return ""
    kind, channel = labels.kind_of_work(plan, activity), plan.channels.name(activity.channel, language())
    names = kind if kind.casefold() == channel.casefold() else f"{kind} ({channel})"
    return f"{plan.channels.sign(activity.channel)} {names}"


def _quantity(plan: Plan, activity: Activity) -> str:
    if activity.quantity_planned is None and activity.quantity_done is None:
        return ""
    planned, done = activity.quantity_planned, activity.quantity_done
    number = planned if planned is not None else done
    unit = plan.channels.unit_name(activity.unit, number or 0, language()) if activity.unit else ""
    if planned is None or done is None:
        return f"{number} {unit}".strip()
    return _("{done} of {planned} {unit}").format(done=done, planned=planned, unit=unit).strip()


def _cost(plan: Plan, activity: Activity) -> str:
    planned, committed = planned_cost(activity, plan.settings), committed_cost(activity)
    actual = actual_cost(activity, plan.settings)
    parts = (
        _("{amount} planned").format(amount=amount(planned)) if planned else "",
        _("{amount} committed").format(amount=amount(committed)) if committed else "",
        _("{amount} spent").format(amount=amount(actual)) if actual else "",
        f"{activity.km_actual or activity.km_planned} km" if activity.km_actual or activity.km_planned else "",
    )
    return " · ".join(part for part in parts if part)


def _goal(plan: Plan, activity: Activity) -> str:
    goal = plan.goal(activity.goal) if activity.goal else None
    return goal.title if goal else activity.goal or ""


def _programme(plan: Plan, activity: Activity) -> str:
    return (plan.programme_title(activity.programme) if activity.programme else None) or activity.programme or ""


def _origin(plan: Plan, activity: Activity) -> str:
    return "" if activity.origin is None else plan.origin_title(activity.origin) or activity.origin


PRIORITIES: Final = {1: N_("must"), 2: N_("should"), 3: N_("could")}


def _priority(activity: Activity) -> str:
    return "" if activity.priority is None else f"{activity.priority} {_(PRIORITIES[activity.priority])}"


def _result(plan: Plan, activity: Activity) -> str:
    measured = (
        f"{plan.channels.measure_name(code, language())} {count}" for code, count in activity.outcome_counts.items()
    )
    parts = (
        labels.outcome_name(activity.outcome) if activity.outcome else "",
        *measured,
        labels.reason_name(activity.reason) if activity.reason else "",
        activity.reason_text or "",
        activity.outcome_note or "",
        duration(activity.actual_minutes) if activity.actual_minutes else "",
    )
    return " · ".join(part for part in parts if part)


def _other(plan: Plan, identity: str | None) -> str:
    found = next((row for row in plan.stored() if row.id == identity), None) if identity else None
    return mention(found) if found else identity or ""


def _history(activity: Activity) -> Iterator[Field]:
    label = _("Moved")
    for event in activity.reschedules:
        yield Field(label, _reschedule(event))
        label = ""


def _reschedule(event: Reschedule) -> str:
    parts = (
        f"{_place(event.from_)} → {_place(event.to)}",
        mover_name(event.by),
        labels.reason_name(event.reason) if event.reason else "",
        event.reason_text or "",
    )
    return " · ".join(part for part in parts if part)


def _place(text: str) -> str:
    if is_bucket(text):
        return bucket(text)
    try:
        return day_and_month(dt.date.fromisoformat(text))
    except ValueError:
        return text


def _identity(activity: Activity) -> str:
    parts = [activity.id]
    if activity.series:
        parts.append(_("series {id}").format(id=activity.series))
    if activity.created:
        parts.append(_("made {date}").format(date=short_date(activity.created.date())))
    if activity.changed:
        parts.append(_("changed {date}").format(date=short_date(activity.changed.date())))
    return " · ".join(parts)
