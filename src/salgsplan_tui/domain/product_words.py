"""Product lines typed in words: «2 aggregat 38000 -5%; filter 800» (S49, S51)."""

import re
from collections.abc import Sequence
from typing import Final

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.plan_parts import Product
from salgsplan_tui.domain.quick_add.numbers import LARGEST, decimal_of
from salgsplan_tui.domain.sales import ProductLine

_ONE: Final = re.compile(
    r"(?:(?P<quantity>\d{1,6})\s*(?:x|×|stk\.?|pcs\.?)?\s+)?"
    r"(?P<name>\S.*?)"
    r"(?:\s+(?:(?:à|a|@)\s*)?(?P<price>\d[\d\s\u00a0.,]*)(?:kr|,-)?)?"
    r"(?:\s+(?:-|\u2212|rabatt\s*|discount\s*)?(?P<discount>\d{1,3}(?:[.,]\d{1,2})?)\s*%)?",
    re.IGNORECASE,
)


def read_lines(text: str, products: Sequence[Product]) -> tuple[ProductLine, ...]:
    """Read product lines, a semicolon between them: how many, which group, the price of one, the discount.

    Raises:
        NotUnderstoodError: a line names no product group, or several; or a number in it cannot be.
    """
    return tuple(_read_line(part.strip(), products) for part in text.split(";") if part.strip())


def _read_line(text: str, products: Sequence[Product]) -> ProductLine:
    whole = _named(text, products)
    if len(whole) == 1:  # a name may end in a number
        return ProductLine(product=whole[0].id)
    found = _ONE.fullmatch(text)
    if found is None:
        raise NotUnderstoodError("no_product", text=text, products=_titles(products))
    matching = _named(found["name"], products)
    if not matching:
        raise NotUnderstoodError("no_product", text=found["name"], products=_titles(products))
    if len(matching) > 1:
        raise NotUnderstoodError("no_product", text=found["name"], products=_titles(matching))
    discount = decimal_of(found["discount"].replace(",", ".")) if found["discount"] else None
    if discount is not None and discount > 100:  # noqa: PLR2004  # percent
        raise NotUnderstoodError("discount_too_large", text=found["discount"])
    return ProductLine(
        product=matching[0].id,
        quantity=int(found["quantity"] or 1),
        price=_ore(found["price"]),
        discount=None if discount is None else int(discount * 100),
    )


def _ore(text: str | None) -> int | None:
    if text is None:
        return None
    kroner = decimal_of("".join(text.split()))
    if kroner is None or kroner > LARGEST:
        raise NotUnderstoodError("not_an_amount", text=text.strip())
    return int(kroner * 100)


def _named(text: str, products: Sequence[Product]) -> tuple[Product, ...]:
    """Return the product groups that a text can mean: by id, whole title, else a part of the title."""
    wanted = fold(text.strip())
    exact = tuple(each for each in products if wanted in {each.id, fold(each.title)})
    return exact or tuple(each for each in products if wanted and wanted in fold(each.title))


def _titles(products: Sequence[Product]) -> str:
    return ", ".join(each.title or each.id for each in products) or "–"
