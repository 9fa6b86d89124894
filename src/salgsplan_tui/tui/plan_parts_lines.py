"""The parts of a sales plan beside goals and strategies, as lines: market, money, products, the department's work."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.amounts import rounded
from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.plan_parts import (
    Benefit,
    BudgetLine,
    DepartmentActivity,
    FocusArea,
    MarketShareTarget,
    Product,
    Segment,
    TextSection,
)
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.programme_edits import FIELDS
from salgsplan_tui.domain.programme_life import origin_of
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.formats import amount_exact, amount_rounded, date_range, percent, short_date
from salgsplan_tui.tui.labels import HIDDEN
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.programme_page import ProgrammePage

_HUNDRED: Final = 100
GROUPS: Final = (
    (FocusArea, N_("focus areas, the most important first")),
    (Product, N_("products")),
    (Segment, N_("segments")),
    (Benefit, N_("who benefits from what")),
    (BudgetLine, N_("cost budget")),
    (DepartmentActivity, N_("the department's activities")),
    (TextSection, N_("text")),
)
"""The kinds of parts in the order of the page, and the headings of their groups."""


def parts_lines(page: ProgrammePage) -> Iterator[Line]:
    """Yield the parts in groups, those of which there are none left out."""
    plan = page.sales_plan
    if plan.vision:
        yield _heading(_("vision"))
        yield Line((Part(f" {page.name(plan.vision)}"),), target=Target("figure", "text:vision"))
    if plan.sale_or_counter:
        yield _heading(_("sale or counter"))
        yield Line((Part(f" {page.name(plan.sale_or_counter)}"),), target=Target("figure", "text:sale_or_counter"))
    if plan.market_share is not None:
        yield _heading(_("market share"))
        yield _market(page, plan.market_share)
    for kind, title in GROUPS:
        parts = shown_parts(plan, kind)
        if parts:
            yield _heading(_(title))
            for place, part in enumerate(parts, start=1):
                left, right = part_words(page, part, place)
                yield Line((Part(f" {left}"),), (Part(f"{right} ", "muted"),) if right else (), part_target(part))


def shown_parts(plan: SalesPlan, kind: type[Value]) -> tuple[Value, ...]:
    """Return the parts of a kind that stand on the page of a plan; the money of a programme has a page of its own."""
    parts: tuple[Value, ...] = getattr(plan, FIELDS[kind])
    return () if kind is BudgetLine and plan.level == "operative" else parts


def _heading(text: str) -> Line:
    return Line((Part(f"── {text} ", "heading"),), rule=True)


def part_target(part: Value) -> Target:
    """Return what the line of a part stands for."""
    return Target("part", f"{FIELDS[type(part)]}:{getattr(part, 'id', None) or ''}")


def _market(page: ProgrammePage, market: MarketShareTarget) -> Line:
    told = market_words(page, market)
    return Line((Part(f" {page.name(market.market)}"),), (Part(f"{told} ", "figure"),), Target("part", "market_share:"))


def market_words(page: ProgrammePage, market: MarketShareTarget) -> str:
    """Return market, share of it and its value to the øre, the one that is not told too."""
    total, share, value = market.whole
    words = (
        "" if total is None else _("market {amount}").format(amount=_exact(page, total)),
        "" if share is None else percent(share * _HUNDRED, 2),
        "" if value is None else _exact(page, value),
    )
    return " · ".join(word for word in words if word)


def _exact(page: ProgrammePage, ore: Fraction) -> str:
    """Return kroner and øre: a market share is a value to the øre (S41)."""
    return HIDDEN if page.hide else amount_exact(rounded(ore))


def part_words(page: ProgrammePage, part: Value, place: int) -> tuple[str, str]:
    """Return what a part at this place among its like says: its name, and what belongs to the right of it."""
    match part:
        case Product():
            return page.name(part.title), _product(page, part)
        case Benefit():
            product = f" · {page.name(part.product)}" if part.product else ""
            return f"{page.name(_title_of(page, part.segment))}{product}", page.name(part.text)
        case BudgetLine():
            return page.name(part.title or part.id), HIDDEN if page.hide else amount_rounded(part.amount)
        case DepartmentActivity():
            return _department(page, part)
        case TextSection():
            return page.name(part.title or part.text), page.name(part.text) if part.title else ""
    number = f"{place} " if isinstance(part, FocusArea) else ""
    return number + page.name(str(getattr(part, "title", ""))), ""


def _title_of(page: ProgrammePage, segment: str) -> str:
    return next((each.title for each in page.sales_plan.segments if each.id == segment), segment)


def _product(page: ProgrammePage, product: Product) -> str:
    words = (
        "" if product.priority is None else _("priority {number}").format(number=product.priority),
        ""
        if product.target_price is None
        else _("target price {amount}").format(amount=page.figure(product.target_price, "kr")),
        ""
        if product.floor_price is None
        else _("floor {amount}").format(amount=page.figure(product.floor_price, "kr")),
    )
    return " · ".join(word for word in words if word)


def _department(page: ProgrammePage, work: DepartmentActivity) -> tuple[str, str]:
    when = ""
    if work.start is not None:
        when = (
            short_date(work.start)
            if work.end in {None, work.start} or work.end is None
            else date_range(work.start, work.end)
        )
    origin = origin_of(page.sales_plan.id, work)
    taken = next((row for row in page.plan.stored() if row.origin == origin and row.counts), None)
    mark = "" if taken is None else " · " + _("taken down")
    words = (when, page.name(work.place or ""), "" if work.cost is None else page.figure(work.cost, "kr"))
    return f"{page.name(work.title)}{mark}", " · ".join(word for word in words if word)
