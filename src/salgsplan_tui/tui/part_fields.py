"""The forms of a plan's parts: their fields, and what stands in them."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final, get_args

from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.measures import MEASURES
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import (
    SHARED,
    Benefit,
    BudgetLine,
    DepartmentActivity,
    FocusArea,
    MarketShareTarget,
    Product,
    Segment,
    TextSection,
)
from salgsplan_tui.domain.programme import ActivityProgramme, Area, Goal, SalesPlan, Strategy, Unit
from salgsplan_tui.language import N_, _, language
from salgsplan_tui.language.measure_names import area_name, direction_name, measure_name, unit_name
from salgsplan_tui.tui.dialogs.form_fields import written_day
from salgsplan_tui.tui.dialogs.record_fields import RecordField, as_typed
from salgsplan_tui.tui.plan_readers import (
    YES,
    PlanReader,
    hundredths,
    is_yes,
    numbers,
    optional,
    picked,
    several,
    share_field,
    title,
    titled,
    whole,
    written_hundredths,
    yes_or_no,
)


def goal_fields(reader: PlanReader, plan: SalesPlan) -> tuple[RecordField, ...]:
    """Return the fields of a goal."""
    directions = [(each, direction_name(each)) for each in ("up", "down")]
    measures = [(each, measure_name(each)) for each in MEASURES]
    above = [goal for other in reader.plan.sales_plans.values() if other.level != "operative" for goal in other.goals]
    return (
        RecordField("title", N_("Goal"), title),
        RecordField("target", N_("How far"), hundredths),
        RecordField("unit", N_("Unit"), picked, optional((unit, unit_name(unit)) for unit in get_args(Unit))),
        RecordField("deadline", N_("By"), reader.coming_day),
        RecordField("direction", N_("At least or at most"), picked, directions),
        RecordField("measure", N_("Counted from"), picked, optional(measures), opens_group=True),
        RecordField("area", N_("Area"), picked, [(each, area_name(each)) for each in get_args(Area)]),
        RecordField("baseline", N_("How it was before"), hundredths),
        RecordField("parent", N_("Serves the goal above"), picked, optional(titled(above)), opens_group=True),
        RecordField("focus_area", N_("Focus area"), picked, optional(titled(_areas(reader.plan, plan)))),
    )


def _areas(plan: Plan, own: SalesPlan) -> list[FocusArea]:
    others = (each for each in plan.sales_plans.values() if each.id != own.id)
    return [*own.focus_areas, *(area for other in others for area in other.focus_areas)]


def strategy_fields(reader: PlanReader, plan: SalesPlan) -> tuple[RecordField, ...]:
    """Return the fields of a strategy."""
    return (
        RecordField("title", N_("Strategy"), title),
        RecordField("goals", N_("For the goals"), several(titled(plan.goals))),
        RecordField("focus_area", N_("Focus area"), picked, optional(titled(_areas(reader.plan, plan)))),
        RecordField("text", N_("How"), is_long=True),
    )


def programme_fields(reader: PlanReader, plan: SalesPlan) -> tuple[RecordField, ...]:
    """Return the fields of an activity programme."""
    return (
        RecordField("title", N_("Activity programme"), title),
        RecordField("strategy", N_("Strategy"), picked, optional(titled(plan.strategies))),
        RecordField("goals", N_("For the goals"), several(titled(plan.goals))),
        RecordField("audience", N_("Target group"), as_typed),
        RecordField("owner", N_("Responsible"), as_typed),
        RecordField("start", N_("From"), reader.past_day, opens_group=True),
        RecordField("end", N_("To"), reader.coming_day),
    )


def _budget_fields(reader: PlanReader, plan: SalesPlan) -> tuple[RecordField, ...]:
    above = [line for other in reader.plan.sales_plans.values() if other.id != plan.id for line in other.budget_lines]
    return (
        RecordField("title", N_("Budget line"), title),
        RecordField("amount", N_("Amount"), reader.some_amount),
        RecordField("strategy", N_("Strategy"), picked, [(SHARED, _("shared by all")), *titled(plan.strategies)]),
        RecordField("parent", N_("Taken from"), picked, optional(titled(above))),
        RecordField("mileage", N_("Holds the kilometres"), is_yes, yes_or_no()),
    )


def _product_fields(reader: PlanReader, _plan: SalesPlan) -> tuple[RecordField, ...]:
    priorities = [(str(each), str(each)) for each in (1, 2, 3)]
    return (
        RecordField("title", N_("Product"), title),
        RecordField("priority", N_("Priority"), whole, optional(priorities)),
        RecordField("target_price", N_("Target price"), reader.amount),
        RecordField("floor_price", N_("Floor price"), reader.amount),
        RecordField("margin", N_("Usual margin"), share_field),
    )


def _benefit_fields(_reader: PlanReader, plan: SalesPlan) -> tuple[RecordField, ...]:
    return (
        RecordField("segment", N_("Segment"), title),
        RecordField("product", N_("Product"), picked, optional(titled(plan.products))),
        RecordField("text", N_("Benefit"), title),
    )


def _department_fields(reader: PlanReader, _plan: SalesPlan) -> tuple[RecordField, ...]:
    channels = [(each.code, reader.plan.channels.name(each.code, language())) for each in reader.plan.channels.shown]
    return (
        RecordField("title", N_("Activity"), title),
        RecordField("channel", N_("Channel"), picked, optional(channels)),
        RecordField("start", N_("From"), reader.past_day),
        RecordField("end", N_("To"), reader.past_day),
        RecordField("place", N_("Where"), as_typed),
        RecordField("audience", N_("Target group"), as_typed, opens_group=True),
        RecordField("cost", N_("Cost"), reader.amount),
        RecordField("owner", N_("Responsible"), as_typed),
        RecordField("control", N_("Control"), as_typed),
    )


def market_fields(reader: PlanReader) -> tuple[RecordField, ...]:
    """Return the fields of a market share: given two of the three figures, the third follows."""
    bases = (("value", _("value")), ("units", _("units")), ("customers", _("customers")))
    return (
        RecordField("market", N_("Market"), as_typed),
        RecordField("basis", N_("Counted in"), picked, bases),
        RecordField("total", N_("Whole market"), reader.amount),
        RecordField("share", N_("Share in percent"), share_field),
        RecordField("value", N_("Value, exact"), reader.amount),
    )


def _only_title(label: str) -> "Fields":
    return lambda _reader, _plan: (RecordField("title", label, title),)


def _section_fields(_reader: PlanReader, _plan: SalesPlan) -> tuple[RecordField, ...]:
    return (RecordField("title", N_("Title"), title), RecordField("text", N_("Text"), is_long=True))


Fields = Callable[[PlanReader, SalesPlan], tuple[RecordField, ...]]
FORMS: Final[Mapping[type[Value], Fields]] = {
    Goal: goal_fields,
    Strategy: strategy_fields,
    ActivityProgramme: programme_fields,
    BudgetLine: _budget_fields,
    FocusArea: _only_title(N_("Focus area")),
    Product: _product_fields,
    Segment: _only_title(N_("Segment")),
    Benefit: _benefit_fields,
    DepartmentActivity: _department_fields,
    MarketShareTarget: lambda reader, _plan: market_fields(reader),
    TextSection: _section_fields,
}
"""The form of each kind of part."""

_AMOUNTS: Final = frozenset(
    ("target", "baseline", "amount", "target_price", "floor_price", "margin", "cost", "total", "share", "value")
)


def part_texts(part: Value, plan: SalesPlan) -> dict[str, str]:
    """Return what stands in the fields of a part."""
    texts: dict[str, str] = {}
    for name in type(part).__annotations__:
        value = getattr(part, name)
        if name == "goals":
            texts[name] = numbers(value, titled(plan.goals))
        elif isinstance(value, dt.date):
            texts[name] = written_day(value)
        elif isinstance(value, bool):
            texts[name] = YES if value else ""
        elif name in _AMOUNTS:
            texts[name] = written_hundredths(value)
        else:
            texts[name] = "" if value is None else str(value)
    return texts
