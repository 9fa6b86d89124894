"""The fields of the form, in its order: what, who, where, when, cost, goal (S20-S23)."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from salgsplan_tui.domain.activity import Activity, CostItem
from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.channels import Catalogue
from salgsplan_tui.domain.outlays import total_of
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_, _, language
from salgsplan_tui.language.conventions import CONVENTIONS
from salgsplan_tui.language.formats import bucket, clock
from salgsplan_tui.tui.dialogs.repeat_words import repeat_words


class FormField(NamedTuple):
    """One field: its name in a draft, its group and label, and whether it is picked from a list, or takes lines."""

    name: str
    group: str
    label: str
    is_picked: bool = False
    is_long: bool = False


_WHAT, _WHO, _WHERE, _WHEN = N_("What"), N_("Who"), N_("Where"), N_("When")
_COST, _GOAL, _OTHER = N_("Cost"), N_("Goal"), N_("Other")

FIELDS: Final = (
    FormField("title", _WHAT, N_("Title")),
    FormField("channel", _WHAT, N_("Channel"), is_picked=True),
    FormField("type", _WHAT, N_("Type"), is_picked=True),
    FormField("whom", _WHO, N_("Names")),
    FormField("audience", _WHO, N_("Audience")),
    FormField("place", _WHERE, N_("Place")),
    FormField("date", _WHEN, N_("Day or week")),
    FormField("start", _WHEN, N_("Time")),
    FormField("minutes", _WHEN, N_("Duration")),
    FormField("end_date", _WHEN, N_("Last day")),
    FormField("due", _WHEN, N_("Deadline")),
    FormField("material", _WHEN, N_("Material")),
    FormField("appears", _WHEN, N_("Appears")),
    FormField("travel", _WHEN, N_("Travel")),
    FormField("repeat", _WHEN, N_("Repeat")),
    FormField("planned", _COST, N_("Planned")),
    FormField("committed", _COST, N_("Committed")),
    FormField("items", _COST, N_("Cost items")),
    FormField("km", _COST, N_("Kilometres")),
    FormField("quantity", _GOAL, N_("Quantity")),
    FormField("unit", _GOAL, N_("Unit"), is_picked=True),
    FormField("value", _GOAL, N_("Value")),
    FormField("goal", _GOAL, N_("Goal")),
    FormField("programme", _GOAL, N_("Programme")),
    FormField("priority", _OTHER, N_("Priority"), is_picked=True),
    FormField("tags", _OTHER, N_("Tags")),
    FormField("private", _OTHER, N_("Private"), is_picked=True),
    FormField("notes", _OTHER, N_("Notes"), is_long=True),
    FormField("approach", _OTHER, N_("Approach"), is_long=True),
)

READ_TOGETHER: Final = {
    "date": ("start", "end_date", "repeat", "material"),
    "start": ("end_date",),
    "minutes": ("start",),
    "channel": ("type", "planned"),
    "type": ("channel", "planned"),
    "unit": ("quantity",),
}
"""Fields that mean something else when another changes."""
FIGURES: Final = frozenset(("planned", "committed", "km", "quantity", "value"))
"""Fields that hold a number and no more."""

Texts = Mapping[str, str]
"""What stands in the fields, by name; a picked field holds its code."""


UsualApproach = Callable[[str, str], str]
"""Tells how activities of a channel and type are usually gone about."""


def texts_of(plan: Plan, activity: Activity) -> dict[str, str]:
    """Return what the fields say of an activity."""
    return {name: write(plan, activity) for name, write in _WRITTEN.items()}


def written_day(day: dt.date | None) -> str:
    """Return a day as it is typed: «17.2.2027»."""
    return "" if day is None else f"{day.day}.{day.month}.{day.year}"


def written_days(first: dt.date | None, last: dt.date | None) -> str:
    """Return some days as they are typed: «10.11.2027–24.11.2027»."""
    return written_day(first) if last in {None, first} else f"{written_day(first)}–{written_day(last)}"


def written_amount(ore: int) -> str:
    """Return an amount as it is typed in the language spoken: «1250», «1250,50»."""
    if not ore:
        return ""
    whole, _point, rest = text_from_ore(ore).partition(".")
    return whole if rest == "00" else f"{whole}{CONVENTIONS[language()].decimal}{rest}"


def items_words(plan: Plan, costs: tuple[CostItem, ...]) -> str:
    """Return what outlays are for."""
    return ", ".join(dict.fromkeys(plan.channels.cost_kind_name(item.kind, language()) for item in costs))


def _whom(plan: Plan, activity: Activity) -> str:
    people = {found[1].id: found for each in activity.contacts if (found := plan.contact(each))}
    firms = {found[0].id for found in people.values()}
    names = [plan.customers[each].name for each in activity.customers if each in plan.customers and each not in firms]
    return ", ".join([*names, *(found[1].name for found in people.values())])


def _goal(plan: Plan, activity: Activity) -> str:
    goal = plan.goal(activity.goal) if activity.goal else None
    return goal.title if goal else activity.goal or ""


def _travel(_plan: Plan, activity: Activity) -> str:
    """Return the way there and back as it is typed: «30», «30+20»."""
    before, after = activity.travel_before or 0, activity.travel_after or 0
    return _number(before or None) if before == after else f"{before}+{after}"


def _repeat(plan: Plan, activity: Activity) -> str:
    series = plan.series.get(activity.series or "")
    return "" if series is None else repeat_words(series)


def _programme(plan: Plan, activity: Activity) -> str:
    return (plan.programme_title(activity.programme) if activity.programme else None) or activity.programme or ""


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


_WRITTEN: Final[dict[str, Callable[[Plan, Activity], str]]] = {
    "title": lambda _plan, activity: activity.title,
    "channel": lambda _plan, activity: activity.channel or "",
    "type": lambda _plan, activity: activity.type or "",
    "whom": _whom,
    "audience": lambda _plan, activity: activity.audience or "",
    "place": lambda _plan, activity: activity.place or "",
    "date": lambda _plan, activity: bucket(activity.bucket) if activity.bucket else written_day(activity.date),
    "start": lambda _plan, activity: clock(activity.start) if activity.start else "",
    "minutes": lambda _plan, activity: _number(activity.minutes),
    "end_date": lambda _plan, activity: written_day(activity.end_date),
    "due": lambda _plan, activity: written_day(activity.due),
    "material": lambda _plan, activity: written_day(activity.material_due),
    "appears": lambda _plan, activity: written_days(activity.appears_from, activity.appears_to),
    "travel": _travel,
    "repeat": _repeat,
    "planned": lambda _plan, activity: written_amount(total_of(activity.costs, "planned")),
    "committed": lambda _plan, activity: written_amount(total_of(activity.costs, "committed")),
    "items": lambda plan, activity: items_words(plan, activity.costs),
    "km": lambda _plan, activity: _number(activity.km_planned),
    "quantity": lambda _plan, activity: _number(activity.quantity_planned),
    "unit": lambda _plan, activity: activity.unit or "",
    "value": lambda _plan, activity: written_amount(activity.value or 0),
    "goal": _goal,
    "programme": _programme,
    "priority": lambda _plan, activity: _number(activity.priority),
    "tags": lambda _plan, activity: " ".join(activity.tags),
    "private": lambda _plan, activity: "yes" if activity.private else "",
    "notes": lambda _plan, activity: activity.notes or "",
    "approach": lambda _plan, activity: activity.approach or "",
}


def defaults_of(channels: Catalogue, channel: str, kind: str, approach: UsualApproach) -> dict[str, str]:
    """Return what an activity type usually takes, as the fields say it."""
    found = channels.type(channel or None, kind or None)
    if found is None:
        return {}
    return {"minutes": _number(found.minutes), "unit": found.unit, "approach": approach(channel, found.code)}


Options = tuple[tuple[str, str], ...]
"""What can be picked: codes and their words; the empty code is none."""


def options_of(plan: Plan, name: str, texts: Texts) -> Options:
    """Return what can be picked in a field, in the language spoken."""
    channels, spoken = plan.channels, language()
    match name:
        case "channel":
            found = [(each.code, f"{each.sign} {channels.name(each.code, spoken)}") for each in channels.shown]
        case "type":
            channel = channels.channel(texts["channel"] or None)
            kinds = () if channel is None else channel.shown_types
            found = [(each.code, channels.type_name(texts["channel"], each.code, spoken)) for each in kinds]
        case "unit":
            found = [(code, channels.unit_name(code, 2, spoken)) for code in channels.units]
        case "priority":
            found = [("1", _("1 must")), ("2", _("2 should")), ("3", _("3 could"))]
        case _:
            return (("", _("no")), ("yes", _("yes")))
    held = texts[name]
    if held and held not in dict(found):
        found.append((held, _held_name(plan, name, texts)))
    return (("", "–"), *found)


def _held_name(plan: Plan, name: str, texts: Texts) -> str:
    """Return the words of what is held and not offered any more: a channel or type may have been hidden since."""
    held, channels = texts[name], plan.channels
    match name:
        case "channel":
            return f"{channels.sign(held)} {channels.name(held, language())}"
        case "type":
            return channels.type_name(texts["channel"], held, language())
    return held
