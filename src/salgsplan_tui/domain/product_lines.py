"""The product groups, and at what prices they are sold: target, floor, discount (S49, S51)."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.amounts import rounded
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import Product
from salgsplan_tui.domain.sales import ProductLine

_WHOLE: Final = 100_00
"""All of a price, in hundredths of a percent."""


@dataclass(frozen=True)
class BelowFloor:
    """A price that is lower than the lowest that should be taken for this product group."""

    product: Product
    price: int
    """What one is sold for, the discount taken off, in øre."""


def products_of(plan: Plan) -> tuple[Product, ...]:
    """Return the product groups of all sales plans, the most important first, each once."""
    found = {product.id: product for each in plan.sales_plans.values() for product in each.products}
    return tuple(sorted(found.values(), key=lambda each: (each.priority or 9, each.title, each.id)))


def product_of(plan: Plan, identity: str) -> Product | None:
    """Return a product group by its id."""
    return next((each for each in products_of(plan) if each.id == identity), None)


def price_after(line: ProductLine) -> int | None:
    """Return what one is sold for in øre, the discount taken off; None where no price is told."""
    if line.price is None:
        return None
    return rounded(Fraction(line.price * (_WHOLE - (line.discount or 0)), _WHOLE))


def sum_of_lines(lines: Iterable[ProductLine]) -> int | None:
    """Return what the lines come to in øre; None where one of them has no price, or there are none."""
    prices = [(price_after(line), line.quantity) for line in lines]
    known = [price * quantity for price, quantity in prices if price is not None]
    return sum(known) if known and len(known) == len(prices) else None


def sum_beside(amount: int, lines: Iterable[ProductLine]) -> int | None:
    """Return what the lines come to in øre where an amount says otherwise; None where both agree, or it is not known.

    It may be meant so, with freight or a rebate on the whole: it is told, and never refused.
    """
    total = sum_of_lines(lines)
    return None if total is None or total == amount else total


def below_floor(plan: Plan, lines: Iterable[ProductLine]) -> tuple[BelowFloor, ...]:
    """Return which of these prices are lower than the floor price of their product group."""
    known = {each.id: each for each in products_of(plan)}
    found = []
    for line in lines:
        product, price = known.get(line.product), price_after(line)
        if product is not None and price is not None and product.floor_price and price < product.floor_price:
            found.append(BelowFloor(product, price))
    return tuple(found)
