"""Product lines typed in words, and prices against the floor (S49, S51)."""

from dataclasses import replace

import pytest

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.plan_parts import Product
from salgsplan_tui.domain.product_lines import below_floor, price_after, products_of, sum_beside, sum_of_lines
from salgsplan_tui.domain.product_words import read_lines
from salgsplan_tui.domain.sales import ProductLine
from tests.domain.programmes import programme
from tests.planning import plan_of

PRODUCTS = (
    Product(id="p1", title="Ventilasjonsaggregat", priority=1, target_price=40_000_00, floor_price=36_000_00),
    Product(id="p2", title="Luftrenser", priority=2, target_price=8_000_00, floor_price=7_000_00),
    Product(id="p4", title="Filter 3000", priority=3),
    Product(id="p5", title="Filter 500", priority=3),
)


def line(product: str, quantity: int = 1, price: int | None = None, discount: int | None = None) -> ProductLine:
    return ProductLine(product=product, quantity=quantity, price=price, discount=discount)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ()),
        ("aggregat", (line("p1"),)),
        ("P1", (line("p1"),)),
        ("2 aggregat 38000 -5%", (line("p1", 2, 38_000_00, 5_00),)),
        ("3 x luftrenser à 7 500,50 kr", (line("p2", 3, 7_500_50),)),
        ("luftrenser 8.000 rabatt 12,5 %", (line("p2", 1, 8_000_00, 12_50),)),
        ("1 air; aggregat", None),
        ("Filter 3000", (line("p4"),)),
        ("2 filter 500 250", None),
        ("aggregat 40000; 10 p2 7000;", (line("p1", 1, 40_000_00), line("p2", 10, 7_000_00))),
        ("filter", None),
        ("luftrenser 8000 -101%", None),
        ("luftrenser 8,0,0", None),
    ],
)
def test_lines_are_read_or_refused(typed: str, meant: tuple[ProductLine, ...] | None) -> None:
    if meant is not None:
        assert read_lines(typed, PRODUCTS) == meant
        return
    with pytest.raises(NotUnderstoodError):
        read_lines(typed, PRODUCTS)


def test_a_name_that_means_two_is_told_with_both() -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        read_lines("filter", PRODUCTS)
    assert refused.value.values == {"text": "filter", "products": "Filter 3000, Filter 500"}


def test_the_discount_comes_off_before_price_and_floor_are_compared() -> None:
    plan = replace(plan_of(), sales_plans={"q1": programme(products=[vars_of(each) for each in PRODUCTS])})
    assert [each.id for each in products_of(plan)] == ["p1", "p2", "p4", "p5"]
    assert price_after(line("p1", 1, 38_000_00, 5_00)) == 36_100_00
    assert below_floor(plan, [line("p1", 1, 38_000_00, 5_00), line("p2", 1, 7_000_00), line("p9", 1, 1)]) == ()
    [found] = below_floor(plan, [line("p1", 1, 38_000_00, 6_00)])
    assert (found.product.id, found.price) == ("p1", 35_720_00)


def vars_of(product: Product) -> dict[str, object]:
    prices = {
        "target_price": product.target_price,
        "floor_price": product.floor_price,
    }
    told = {name: f"{ore // 100}.00" for name, ore in prices.items() if ore is not None}
    return {"id": product.id, "title": product.title, "priority": product.priority, **told}


def test_the_sum_is_known_where_every_line_has_a_price() -> None:
    assert sum_of_lines([line("p1", 2, 100_00, 50_00), line("p2", 1, 1_00)]) == 101_00
    assert sum_of_lines([line("p1", 2, 100_00), line("p2")]) is None
    assert sum_of_lines([]) is None


def test_an_amount_that_is_not_what_the_products_come_to_is_told() -> None:
    lines = (ProductLine(product="p1", quantity=3, price=19_000_00),)
    assert sum_beside(22_000_00, lines) == 57_000_00
    assert sum_beside(57_000_00, lines) is None
    assert sum_beside(22_000_00, (ProductLine(product="p1"),)) is None
    assert sum_beside(22_000_00, ()) is None
