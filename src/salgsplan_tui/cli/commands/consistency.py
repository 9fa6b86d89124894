"""What is readable in the files and yet cannot be meant so: it is told by `check`, and never changed."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, NamedTuple

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.part_mentions import Named, naming_parts, parts_named_by
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import BudgetLine, FocusArea, Product
from salgsplan_tui.domain.product_lines import sum_beside
from salgsplan_tui.domain.programme import Goal, SalesPlan, Strategy
from salgsplan_tui.domain.programme_edits import FIELDS
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.sheet import UNPLACED

_Yearly = Offer | Order | ServiceCase

_IMPROVEMENT: Final = "improvement.toml"
_NAMED: Final[Mapping[type[Value], str]] = {
    Goal: "unknown_goal",
    Strategy: "unknown_strategy",
    FocusArea: "unknown_focus_area",
    BudgetLine: "unknown_line",
}
"""The parts of plans that other parts name by their ids alone; a benefit can name a product, or a segment, in words."""
_ACTIVITIES: Final = frozenset({"weeks", "unplaced", "series"})
_STANDS_IN: Final[Mapping[str, frozenset[str]]] = {
    "unknown_channel": frozenset({"channels"}),
    "unknown_type": frozenset({"channels"}),
    "unknown_customer": frozenset({"customers"}),
    "unknown_contact": frozenset({"customers"}),
    "unknown_activity": _ACTIVITIES,
    "unknown_next": _ACTIVITIES,
    "unknown_offer": frozenset({"sales"}),
    "unknown_order": frozenset({"sales"}),
    "unknown_case": frozenset({"service"}),
    "unknown_area": frozenset({"improvement"}),
    **dict.fromkeys(
        ("unknown_plan", "unknown_goal", "unknown_strategy", "unknown_focus_area", "unknown_line", "unknown_product"),
        frozenset({"plans"}),
    ),
}
"""Where what is named would stand: a file, without its ending, or the folder of the files."""


class Oddity(NamedTuple):
    """One thing that does not fit: in which file, in which row, and what."""

    file: str
    """The file's path inside the data folder."""
    id: str
    code: str
    """done_without_outcome, ends_before_start, no_reason, amount_disagrees, or one that names what is not there."""
    value: str = ""


def oddities(plan: Plan, damaged: Iterable[str] = ()) -> Iterator[Oddity]:
    """Yield what does not fit, sheet by sheet in the order of the files, then sales and service, areas and plans.

    `damaged` are the files that could not be read as a whole: nothing is said to be unknown that may stand in them.
    """
    unsure = {file.partition("/")[0].removesuffix(".toml") for file in damaged}
    return (odd for odd in _all(plan) if _STANDS_IN.get(odd.code, frozenset()).isdisjoint(unsure))


def _all(plan: Plan) -> Iterator[Oddity]:
    known = _Known(plan)
    for key in sorted(plan.sheets):
        for row in plan.sheets[key].activities.values():
            for code, value in _of(known, row):
                yield Oddity(_sheet_file(key), row.id, code, value)
    yearly = [*_filed("sales", (*plan.offers.values(), *plan.orders.values())), *_filed("service", plan.cases.values())]
    for file, each in sorted(yearly, key=lambda found: found[0]):
        yield from (Oddity(file, each.id, code, value) for code, value in _of_yearly(known, each))
    for area in plan.improvements.values():
        yield from (Oddity(_IMPROVEMENT, area.id, code, value) for code, value in _of_area(known, area))
    for key in sorted(plan.sales_plans):
        for identity, code, value in _of_sales_plan(known, plan.sales_plans[key]):
            yield Oddity(f"plans/{key}.toml", identity, code, value)


def _sheet_file(key: str) -> str:
    return f"{UNPLACED}.toml" if key == UNPLACED else f"weeks/{key[:4]}/{key}.toml"


def _filed(folder: str, rows: Iterable[_Yearly]) -> Iterator[tuple[str, _Yearly]]:
    yield from ((f"{folder}/{row.day.year:04}.toml", row) for row in rows if row.day is not None)


class _Known:
    """What there is to be named."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def people(self) -> frozenset[str]:
        """The ids of customers, and of the contacts at them."""
        return frozenset(self.plan.customers) | {
            each.id for one in self.plan.customers.values() for each in one.contacts
        }

    @cached_property
    def parts(self) -> frozenset[Named]:
        """The parts of sales plans, by kind and id."""
        fields = {kind: FIELDS[kind] for kind in (*_NAMED, Product)}
        return frozenset(
            (kind, part.id)
            for sales_plan in self.plan.sales_plans.values()
            for kind, field in fields.items()
            for part in getattr(sales_plan, field)
        )

    @cached_property
    def _stored(self) -> frozenset[str]:
        return frozenset(row.id for row in self.plan.stored())

    def has_activity(self, identity: str) -> bool:
        """Say whether an activity is stored, or made by a series."""
        return identity in self._stored or self.plan.holds(identity)


def _of(known: _Known, row: Activity) -> Iterator[tuple[str, str]]:
    if row.state is State.DONE and row.outcome is None:
        yield "done_without_outcome", ""
    if row.state is State.CANCELLED and row.reason is None:
        yield "no_reason", ""
    if _ends_before_start(row):
        yield "ends_before_start", str(row.end_date)
    yield from _unknown(known, row)


def _ends_before_start(row: Activity) -> bool:
    return row.date is not None and row.end_date is not None and row.end_date < row.date


def _unknown(known: _Known, row: Activity) -> Iterator[tuple[str, str]]:
    plan = known.plan
    if row.channel is not None and plan.channels.channel(row.channel) is None:
        yield "unknown_channel", row.channel
    elif row.type is not None and plan.channels.type(row.channel, row.type) is None:
        yield "unknown_type", row.type
    yield from (("unknown_customer", each) for each in row.customers if each not in plan.customers)
    yield from (("unknown_contact", each) for each in row.contacts if each not in known.people)
    if row.next is not None and not known.has_activity(row.next):
        yield "unknown_next", row.next
    lines = dict.fromkeys(item.line for item in row.costs if item.line is not None)
    yield from (("unknown_line", each) for each in lines if (BudgetLine, each) not in known.parts)


def _of_yearly(known: _Known, each: _Yearly) -> Iterator[tuple[str, str]]:
    if each.customer not in known.plan.customers:
        yield "unknown_customer", each.customer
    if each.contact is not None and each.contact not in known.people:
        yield "unknown_contact", each.contact
    if isinstance(each, ServiceCase):
        yield from _of_case(known, each)
        return
    if each.activity is not None and not known.has_activity(each.activity):
        yield "unknown_activity", each.activity
    if isinstance(each, Order) and each.offer is not None and each.offer not in known.plan.offers:
        yield "unknown_offer", each.offer
    total = sum_beside(each.amount, each.lines)
    if total is not None:
        yield "amount_disagrees", text_from_ore(total)
    products = dict.fromkeys(line.product for line in each.lines)
    yield from (("unknown_product", one) for one in products if (Product, one) not in known.parts)


def _of_case(known: _Known, case: ServiceCase) -> Iterator[tuple[str, str]]:
    yield from (("unknown_activity", each) for each in case.activities if not known.has_activity(each))
    if case.order is not None and case.order not in known.plan.orders:
        yield "unknown_order", case.order
    if case.improvement_area is not None and case.improvement_area not in known.plan.improvements:
        yield "unknown_area", case.improvement_area
    if case.channel is not None and known.plan.channels.channel(case.channel) is None:
        yield "unknown_channel", case.channel


def _of_area(known: _Known, area: ImprovementArea) -> Iterator[tuple[str, str]]:
    yield from (("unknown_case", each) for each in area.cases if each not in known.plan.cases)
    yield from (("unknown_activity", each) for each in area.activities if not known.has_activity(each))
    if area.plan is not None and area.plan not in known.plan.sales_plans:
        yield "unknown_plan", area.plan


def _of_sales_plan(known: _Known, sales_plan: SalesPlan) -> Iterator[tuple[str, str, str]]:
    """Yield in which part of a sales plan, or in the plan itself, something stands that is not there."""
    for above in (sales_plan.parent, sales_plan.base):
        if above is not None and above not in known.plan.sales_plans:
            yield sales_plan.id, "unknown_plan", above
    for part in naming_parts(sales_plan):
        for kind, named in dict.fromkeys(parts_named_by(part)):
            if kind in _NAMED and (kind, named) not in known.parts:
                yield getattr(part, "id", None) or sales_plan.id, _NAMED[kind], named
