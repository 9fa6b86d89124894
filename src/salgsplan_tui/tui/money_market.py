"""Market share, loyalty and product groups on the screen (chapter 4.11-4.12, S32-S34, S40-S41, S49-S51)."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from salgsplan_tui.domain import loyalty
from salgsplan_tui.domain.nps import answers_in
from salgsplan_tui.domain.product_lines import price_after, products_of
from salgsplan_tui.domain.programme import Goal
from salgsplan_tui.domain.sales import ProductLine
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.language.figures import UNKNOWN, share
from salgsplan_tui.language.formats import number, percent, short_date
from salgsplan_tui.tui.lines import Line, Target
from salgsplan_tui.tui.money_page import MoneyPage
from salgsplan_tui.tui.money_table import Row, fact, heading, hint, table
from salgsplan_tui.tui.nps_lines import answers_words
from salgsplan_tui.tui.sales_words import number_words


def market_lines(page: MoneyPage) -> Iterator[Line]:
    """Yield the sheet from top to bottom."""
    yield from _market(page)
    yield from _loyalty(page)
    yield from _products(page)


def _market(page: MoneyPage) -> Iterator[Line]:
    found = page.known.market
    yield heading(_("market share"), _("as of {date}").format(date=short_date(page.basis.as_of)))
    if found is None:
        yield hint(_("The plan above tells no market yet: its size, the share you expect, and its value."))
        return
    days = len(page.basis.span)
    yield hint(page.name(found.target.market)) if found.target.market else hint(_("the market of the plan above"))
    yield fact(
        _("the market in the period"),
        page.exact(found.total),
        ngettext("{count} day", "{count} days", days).format(count=days),
        Target("figure", "market:size"),
    )
    expected = UNKNOWN if found.expected is None else percent(found.expected * 100, 2)
    yield fact(_("expected share"), expected, page.exact(found.expected_value), Target("figure", "market:share"))
    own = UNKNOWN if found.contribution is None else percent(found.contribution * 100, 2)
    target = Target("figure", "market:own")
    yield fact(_("your part of the whole period's market"), own, page.exact(Fraction(found.own)), target)
    if found.passed < 1 and found.contribution_so_far is not None:
        told = _("{passed} of {all} days").format(passed=len(page.basis.known), all=len(page.basis.span))
        yield fact(_("of the market so far"), percent(found.contribution_so_far * 100, 2), told, target)


def _loyalty(page: MoneyPage) -> Iterator[Line]:
    basis = page.basis
    existing = len(loyalty.existing_at_start(basis))
    at_start = ngettext("{count} customer at the start", "{count} customers at the start", existing)
    yield heading(_("loyalty"), at_start.format(count=existing), Target("figure", "customers:start"))
    again, kept, more = loyalty.repurchase_rate(basis), loyalty.retention(basis), loyalty.additional_share(basis)
    yield fact(_("bought again"), share(again.value), _of(again), Target("figure", "customers:again"))
    yield fact(_("still customers"), share(kept.value), _of(kept), Target("figure", "customers:kept"))
    value = page.amount(loyalty.additional_value(basis))
    yield fact(_("additional purchases"), share(more.value), value, Target("figure", "orders:additional"))
    new = loyalty.new_customers(basis)
    yield fact(_("new customers"), str(len(new)), "", Target("figure", "orders:first"))
    yield _nps(page)


def _nps(page: MoneyPage) -> Line:
    """Return the score of the customers' answers; of too few, the one that was told by hand."""
    answers, goal = answers_in(page.basis), nps_goal(page)
    told = None if goal is None or not goal.measured else max(goal.measured, key=lambda each: each.on)
    if told is None and not answers.given:
        return fact(_("NPS"), UNKNOWN, _("note the customers' answers, or tell it in a goal"))
    target = None if goal is None else goal.target
    words = (
        short_date(told.on) if told is not None and answers.score is None else "",
        answers_words(answers) if answers.given else "",
        "" if target is None else _("goal {value}").format(value=number(Fraction(target, 100))),
    )
    value = answers.score if answers.score is not None or told is None else Fraction(told.value, 100)
    shown = UNKNOWN if value is None else number(value)
    return fact(_("NPS"), shown, " · ".join(part for part in words if part), Target("figure", "nps:all"))


def _of(rate: loyalty.Share) -> str:
    return _("{count} of {all}").format(count=number(rate.part), all=number(rate.whole))


def nps_goal(page: MoneyPage) -> Goal | None:
    """Return the goal that tells the NPS: the programme's own, else one of a plan above."""
    plans = page.plan.sales_plans
    seen: set[str] = set()
    here = page.programme
    while here.id not in seen:
        seen.add(here.id)
        found = next((each for each in here.goals if each.measure == "nps"), None)
        if found is not None:
            return found
        here = plans.get(here.parent or "") or plans.get(here.base or "") or here
    return None


def _products(page: MoneyPage) -> Iterator[Line]:
    """Yield what was sold of each product group, and at what price against the target (S49, S51)."""
    products = products_of(page.plan)
    if not products:
        return
    sold = [line for each in page.basis.orders for line in each.lines]
    with_lines = sum(1 for each in page.basis.orders if each.lines)
    yield heading(_("product groups"), number_words("orders", with_lines), Target("figure", "orders:lines"))
    rows = []
    for product in products:
        lines = [line for line in sold if line.product == product.id]
        rows.append(
            Row(
                page.name(product.title or product.id),
                (
                    UNKNOWN if product.priority is None else str(product.priority),
                    str(sum(line.quantity for line in lines)),
                    page.kroner(price_got(lines)),
                    page.kroner(product.target_price),
                    page.kroner(product.floor_price),
                ),
                Target("figure", f"product:{product.id}"),
            )
        )
    heads = (_("priority"), _("sold"), _("price got"), _("target price"), _("floor price"))
    yield from table(heads, rows, page.cells)


def price_got(lines: Sequence[ProductLine]) -> Fraction | None:
    """Return the price that one was sold for on average, discounts taken off; None where no price is told."""
    prices = [(price_after(line), line.quantity) for line in lines]
    known = [(price, count) for price, count in prices if price is not None]
    count = sum(number_of for _price, number_of in known)
    return None if count == 0 else Fraction(sum(price * number_of for price, number_of in known), count)
