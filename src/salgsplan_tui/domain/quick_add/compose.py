"""Makes the activity of a line that was read: what was said, and from the channel's type what was not."""

import datetime as dt
from typing import Final

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.channels import ActivityType
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.quick_add.held_against import held_costs
from salgsplan_tui.domain.quick_add.placing import placed_by
from salgsplan_tui.domain.quick_add.plan_names import with_plan_names
from salgsplan_tui.domain.quick_add.read_line import Line
from salgsplan_tui.domain.quick_add.worksheet import Setting
from salgsplan_tui.domain.results import Result, paid

_SATURDAY: Final = 5
_LONGEST: Final = 60 * 24 * 366
_ONE_BY_ONE: Final = frozenset({"calls", "meetings", "visits", "messages", "site_visits", "cases"})
"""Units that are met one at a time, so that the type's minutes are for each."""
_TO_SEVERAL: Final = "many"
"""The type of e-mail and SMS to several."""
_NOT_TAKEN_OVER: Final = (
    "date", "end_date", "bucket", "start", "due", "actual_minutes", "quantity_done", "km_actual", "outcome",
    "outcome_note", "reason", "reason_text", "next", "previous", "series", "occurrence", "created", "changed",
    "material_due", "material_sent", "appears_from", "appears_to", "playbook", "offset",
)  # fmt: skip
"""What a step after an activity does not take over from it, beside what came of it."""


def composed(line: Line, setting: Setting, base: Activity | None, note: str | None) -> tuple[Activity, frozenset[str]]:
    """Return the activity a line makes, not yet done, and the fields that the line named.

    After a base, a line without words of its own is the same again; one with words is for the same people, unless it
    names others.
    """
    fields = _said(line, setting, note)
    start = Activity(id=setting.new_id(), outcome_counts={})
    if base is not None and not line.has_words:
        fields = {name: value for name, value in fields.items() if name != "title"}
        start = _again(base, start.id)
    named = frozenset(fields)
    activity = start.changed_to(**fields)
    if base is None or line.has_words:
        activity = _with_defaults(activity, line, setting)
    if base is not None and line.has_words:
        activity = _for_the_same(activity, base)
    placement = _placement(line, base)
    activity = activity.changed_to(
        date=placement.date, end_date=placement.end_date, bucket=placement.bucket, start=placement.start, due=line.due
    )
    activity = with_plan_names(line, activity, setting)
    if line.costs or line.signs.held_against:
        activity = activity.changed_to(costs=held_costs(activity, line, setting, base))
        named |= {"costs"}
    placed = activity.date is not None or activity.bucket is not None
    return activity.changed_to(state=State.PLANNED if placed else State.DRAFT), named | _places_named(line)


def _said(line: Line, setting: Setting, note: str | None) -> dict[str, object]:
    """Return the fields that the line gives values for."""
    fields: dict[str, object] = {"title": line.title} | line.signs.fields
    if line.channel is not None:
        fields = _of_channel(line, setting, line.channel) | fields
    if line.whom.customers:
        fields |= {"customers": line.whom.customers, "contacts": line.whom.contacts}
    if line.quantity is not None:
        fields |= {"quantity_planned": line.quantity.number, "unit": _unit(line, setting)}
        fields |= {} if line.quantity.audience is None else {"audience": line.quantity.audience}
    if line.minutes is not None:
        fields["minutes"] = line.minutes
    if note:
        fields["notes"] = note
    return fields


def _of_channel(line: Line, setting: Setting, codes: tuple[str, str]) -> dict[str, object]:
    kind = _type(line, setting, codes)
    fields: dict[str, object] = {"channel": codes[0], "type": codes[1]}
    if kind is not None:
        fields |= {"type": kind.code, "kind": kind.kind, "purpose": kind.purpose, "private": kind.kind == "private"}
    return fields


def _type(line: Line, setting: Setting, codes: tuple[str, str]) -> ActivityType | None:
    """Return the type that was named; an e-mail to several is not one to one."""
    channels = setting.plan.channels
    several = len(line.whom.customers) > 1 or (line.quantity is not None and line.quantity.number > 1)
    usual = channels.type(codes[0])
    if several and usual is not None and usual.code == codes[1] and (many := channels.type(codes[0], _TO_SEVERAL)):
        return many
    return channels.type(*codes)


def _unit(line: Line, setting: Setting) -> str | None:
    """Return the unit that was named, where a word stands for several the one of the type."""
    kind = None if line.channel is None else _type(line, setting, line.channel)
    units = () if line.quantity is None else line.quantity.units
    if kind is not None and (not units or units == ("pieces",) or kind.unit in units):
        return kind.unit
    return units[0] if units else None


def _with_defaults(activity: Activity, line: Line, setting: Setting) -> Activity:
    """Fill in the unit and the minutes from the type."""
    kind = None if line.channel is None else _type(line, setting, line.channel)
    if kind is None:
        return activity
    minutes = activity.minutes if activity.minutes is not None else _usual_minutes(kind, line, setting)
    activity = activity.changed_to(unit=activity.unit or kind.unit, minutes=minutes)
    if activity.travel_before is None and kind.travel:
        activity = activity.changed_to(travel_before=kind.travel, travel_after=kind.travel)
    return activity


def _usual_minutes(kind: ActivityType, line: Line, setting: Setting) -> int | None:
    if kind.minutes is None or line.channel is None:
        return kind.minutes
    channel = setting.plan.channels.channel(line.channel[0])
    minutes = kind.minutes
    if line.channel[0] == "trade_fair":
        minutes *= _days_at_work(line.placement)
    elif line.quantity is not None and channel is not None and kind is channel.usual and kind.unit in _ONE_BY_ONE:
        minutes *= max(1, line.quantity.number)
    return minutes if minutes <= _LONGEST else kind.minutes


def _days_at_work(placement: Placement) -> int:
    """Return the days a fair's minutes lie on: its working days, as the day plan counts them."""
    if placement.date is None or placement.end_date is None:
        return 1
    length = (placement.end_date - placement.date).days + 1
    days = [placement.date + dt.timedelta(days=number) for number in range(min(length, _LONGEST))]
    return len([day for day in days if day.weekday() < _SATURDAY]) or length


def _again(base: Activity, identity: str) -> Activity:
    """Return the same plan once more, and nothing of what came of it."""
    costs = tuple(item.changed_to(committed=0, actual=0) for item in base.costs)
    empty = dict.fromkeys(_NOT_TAKEN_OVER)
    return base.changed_to(**empty, id=identity, costs=costs, outcome_counts={}, reschedules=())


def _for_the_same(activity: Activity, base: Activity) -> Activity:
    """Give a next step the people, goal and programme of the step before, where it names none of its own."""
    if activity.kind in {"internal", "private"}:
        return activity
    fields: dict[str, object] = {}
    if not activity.customers and activity.audience is None:
        fields |= {"customers": base.customers, "contacts": base.contacts}
    fields |= {"goal": activity.goal or base.goal, "programme": activity.programme or base.programme}
    return activity.changed_to(**fields)


def _placement(line: Line, base: Activity | None) -> Placement:
    """Return where the line puts it; the same again is at the same time of day."""
    placement = placed_by(line.placement, line.due)
    again = base is not None and not line.has_words and placement.date is not None and placement.start is None
    if base is None or not again:
        return placement
    return Placement(placement.date, base.start, placement.bucket, placement.end_date)


def _places_named(line: Line) -> frozenset[str]:
    named = {"date", "bucket"} if line.is_placed or line.course is not None else set[str]()
    named |= {"end_date"} if line.placement.end_date is not None else set()
    named |= {"start"} if line.time is not None else set()
    return frozenset(named | ({"due"} if line.due is not None else set()))


def finished(activity: Activity, result: Result) -> Activity:
    """Return the activity done, with what came of it."""
    costs = activity.costs if result.actual_cost is None else paid(activity.costs, result.actual_cost)
    return activity.changed_to(
        state=State.DONE,
        outcome=result.outcome,
        outcome_note=result.note,
        outcome_counts=dict(result.counts),
        actual_minutes=result.minutes,
        quantity_done=activity.quantity_planned if result.quantity is None else result.quantity,
        costs=costs,
        km_actual=result.km,
    )
