"""The form of a sales plan: a new one holds its parts too, a line each, so that it is typed in five minutes (X5)."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, get_args

from salgsplan_tui.domain.plan_parts import MarketShareTarget, PlanRates
from salgsplan_tui.domain.plan_tree import BASES
from salgsplan_tui.domain.programme import LEVELS, Discipline, PlanKind, SalesPlan
from salgsplan_tui.language import N_
from salgsplan_tui.language.plan_names import discipline_name
from salgsplan_tui.tui.dialogs.form_fields import written_day
from salgsplan_tui.tui.dialogs.record_fields import Meant, RecordField, as_typed
from salgsplan_tui.tui.part_fields import market_fields
from salgsplan_tui.tui.plan_readers import (
    YES,
    PlanReader,
    is_yes,
    optional,
    picked,
    share_field,
    title,
    titled,
    written_hundredths,
    yes_or_no,
)

_ABOVE: Final = {"operative": "tactical", "tactical": "strategic", "strategic": None}
_RATES: Final = (
    ("reached", N_("Reached of the calls, %")),
    ("meeting", N_("Meetings of those reached, %")),
    ("offer", N_("Offers of the meetings, %")),
    ("hit", N_("Orders of the offers, %")),
)
_LINES: Final[Mapping[PlanKind, tuple[str, ...]]] = {
    "market_programme": ("goals", "strategies", "programmes", "budget_lines"),
    "market_plan": ("goals", "budget_lines", "activities"),
    "tactical_sales_plan": ("goals", "strategies"),
    "strategic_plan": ("goals", "focus_areas"),
    "strategic_sales_plan": ("focus_areas", "products", "benefits", "goals"),
}
"""The parts that are typed with a new plan of each kind, a line each: those that it must have."""
_LINE_LABELS: Final = {
    "goals": N_("Goals, a line each"),
    "strategies": N_("Strategies"),
    "programmes": N_("Activity programmes, strategy"),
    "budget_lines": N_("Cost budget: what, amount"),
    "activities": N_("Activities: what, when, where"),
    "focus_areas": N_("Focus areas"),
    "products": N_("Products: name, price/floor"),
    "benefits": N_("Segment: its benefit"),
}


def plan_fields(reader: PlanReader, kind: PlanKind, own: str | None, *, is_new: bool) -> tuple[RecordField, ...]:
    """Return the fields of a plan of this kind; `own` is its id.

    A plan that is somebody else's can be said to be only shown, or taken over, once it is there (chapter 3.2).
    """
    others = [each for each in reader.plan.sales_plans.values() if each.id != own]
    return (
        RecordField("title", N_("Title"), title),
        RecordField("start", N_("From"), reader.past_day),
        RecordField("end", N_("To"), reader.coming_day),
        RecordField("discipline", N_("For"), picked, [(code, discipline_name(code)) for code in get_args(Discipline)]),
        *_links(kind, others),
        *(_lines(reader, kind) if is_new else ()),
        RecordField("vision", N_("Vision"), as_typed, opens_group=True),
        *_own(reader, kind),
        *(() if is_new else (RecordField("read_only", N_("Only shown"), is_yes, yes_or_no(), opens_group=True),)),
    )


def _links(kind: PlanKind, others: Iterable[SalesPlan]) -> tuple[RecordField, ...]:
    listed = list(others)
    above = [each for each in listed if each.level == _ABOVE[LEVELS[kind]]]
    bases = [each for each in listed if each.kind == BASES.get(kind)]
    parent = (RecordField("parent", N_("Serves"), picked, optional(titled(above))),) if _ABOVE[LEVELS[kind]] else ()
    base = (RecordField("base", N_("Rests on"), picked, optional(titled(bases))),) if kind in BASES else ()
    return (*parent, *base)


def _lines(reader: PlanReader, kind: PlanKind) -> tuple[RecordField, ...]:
    return tuple(
        RecordField(field, _LINE_LABELS[field], _reading(reader, field), is_long=True, opens_group=at == 0)
        for at, field in enumerate(_LINES[kind])
    )


def _reading(reader: PlanReader, field: str) -> Callable[[str], Meant]:
    return lambda text: reader.parts(field, text)


def _own(reader: PlanReader, kind: PlanKind) -> tuple[RecordField, ...]:
    """Return what only a plan of this kind has: the funnel's rates, the market, sale or counter."""
    if kind == "market_programme":
        return rate_fields(reader)
    if kind == "market_plan":
        market = market_fields(reader)
        return tuple(RecordField(f"market_share-{each.name}", each.label, each.read, each.options) for each in market)
    if kind == "strategic_sales_plan":
        return (RecordField("sale_or_counter", N_("Sale or counter"), as_typed),)
    return ()


def rate_fields(reader: PlanReader) -> tuple[RecordField, ...]:
    """Return the fields of the funnel's rates."""
    rates = (RecordField(f"rates-{name}", label, share_field) for name, label in _RATES)
    return (*rates, RecordField("rates-average_order", N_("Average order"), reader.amount))


def plan_texts(plan: SalesPlan) -> dict[str, str]:
    """Return what stands in the fields of a plan."""
    rates, market = plan.rates or PlanRates(), plan.market_share or MarketShareTarget()
    texts = {name: str(getattr(plan, name) or "") for name in ("title", "discipline", "parent", "base", "vision")}
    texts |= {"start": written_day(plan.start), "end": written_day(plan.end)}
    texts["read_only"] = YES if plan.read_only else ""
    texts["sale_or_counter"] = plan.sale_or_counter or ""
    texts |= {f"rates-{name}": written_hundredths(getattr(rates, name)) for name in type(rates).__annotations__}
    texts |= {f"market_share-{name}": written_hundredths(getattr(market, name)) for name in ("total", "share", "value")}
    return texts | {"market_share-market": market.market, "market_share-basis": market.basis}


def plan_values(before: SalesPlan, values: Mapping[str, object]) -> dict[str, object]:
    """Return the fields of a plan that the form changes; those of its rates and its market together."""
    plain = {name: value for name, value in values.items() if "-" not in name}
    for group, empty in (("rates", PlanRates()), ("market_share", MarketShareTarget())):
        told = {name.partition("-")[2]: value for name, value in values.items() if name.startswith(f"{group}-")}
        if told:
            made = (getattr(before, group) or empty).changed_to(**told)
            plain[group] = None if made == empty else made
    return {name: value for name, value in plain.items() if getattr(before, name) != value}
