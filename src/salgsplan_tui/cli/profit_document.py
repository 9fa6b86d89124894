"""What other programs read of profit, market share and loyalty; null where there is nothing to divide by."""

import datetime as dt
from fractions import Fraction

from salgsplan_tui.cli.as_json import Document
from salgsplan_tui.domain import loyalty
from salgsplan_tui.domain.amounts import rounded, text_from_ore
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.market_share import market_share
from salgsplan_tui.domain.nps import Answers, answers_in
from salgsplan_tui.domain.profit import profit_of
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.wages import Wage

_PERCENT = 100
_HUNDREDTHS = 100


def profit_document(basis: Basis | None, wages: tuple[Wage, ...], as_of: dt.date) -> Document:
    """Return the figures of the programme so far; rates per krone and percents with two decimals."""
    if basis is None:
        return {"as_of": as_of.isoformat(), "profit": None, "market": None, "loyalty": None}
    profit = profit_of(basis, wages)
    return {
        "as_of": as_of.isoformat(),
        "profit": {
            "contribution_margin": text_from_ore(profit.contribution_margin),
            "activity_cost": text_from_ore(profit.activity_cost),
            "wages": text_from_ore(profit.wages),
            "wage_cost": text_from_ore(rounded(profit.wage_cost)),
            "margin_per_krone": _two(profit.margin_per_krone),
            "after_activity_cost": _two(profit.after_activity_cost),
            "profit_per_krone": _two(profit.profit_per_krone),
        },
        "market": _market(basis),
        "loyalty": {
            "customers_at_start": len(loyalty.existing_at_start(basis)),
            "repurchase_rate": _percent(loyalty.repurchase_rate(basis).value),
            "retention": _percent(loyalty.retention(basis).value),
            "additional_value": text_from_ore(loyalty.additional_value(basis)),
            "additional_share": _percent(loyalty.additional_share(basis).value),
            "new_customers": len(loyalty.new_customers(basis)),
            "nps": _nps(answers_in(basis)),
        },
    }


def lines_document(programme: SalesPlan) -> Document:
    """Return the lines of a cost budget and what was moved between them."""
    return {
        "lines": [
            {"code": each.id, "name": each.title, "budget": text_from_ore(each.amount)}
            for each in programme.budget_lines
        ],
        "moves": [
            {
                "on": each.on.isoformat(),
                "from": each.from_,
                "to": each.to,
                "amount": text_from_ore(each.amount),
                "reason": each.reason,
            }
            for each in programme.budget_moves
        ],
    }


def _nps(answers: Answers) -> Document:
    """Return the score, null of fewer than ten answers, how many there are, and each."""
    return {
        "score": _two(answers.score),
        "n": len(answers.given),
        "promoters": answers.promoters,
        "passives": answers.passives,
        "detractors": answers.detractors,
        "answers": [
            {"customer": each.customer.id, "date": each.answer.date.isoformat(), "score": each.answer.score}
            for each in answers.given
        ],
    }


def _market(basis: Basis) -> Document | None:
    found = market_share(basis)
    if found is None:
        return None
    return {
        "market": found.target.market,
        "total": None if found.total is None else text_from_ore(rounded(found.total)),
        "expected_share": _percent(found.expected),
        "expected_value": None if found.expected_value is None else text_from_ore(rounded(found.expected_value)),
        "own": text_from_ore(found.own),
        "contribution": _percent(found.contribution),
    }


def _two(value: Fraction | None) -> str | None:
    return None if value is None else text_from_ore(rounded(value * _HUNDREDTHS))


def _percent(value: Fraction | None) -> str | None:
    return None if value is None else text_from_ore(rounded(value * _PERCENT * _HUNDREDTHS))
