"""What a scenario can change of a plan, as fields: rates, prices, amounts of the cost budget; without a screen."""

import datetime as dt
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.plan_parts import PlanRates
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.scenario import Scenario
from salgsplan_tui.language import N_
from salgsplan_tui.tui.dialogs.record_fields import RecordField
from salgsplan_tui.tui.plan_fields import plan_texts, rate_fields
from salgsplan_tui.tui.plan_readers import PlanReader, signed_percent, written_hundredths

_WHOLE: Final = 100_00
RATES: Final = "rates-"
BUDGET: Final = "budget-"
"""What the names of the fields of rates, and of the lines of the cost budget, begin with."""


def what_if_fields(reader: PlanReader, plan: SalesPlan) -> tuple[RecordField, ...]:
    """Return the fields of what can be tried of the plan itself."""
    return (
        *rate_fields(reader),
        RecordField("prices", N_("Prices up or down, %"), signed_percent),
        *(
            RecordField(f"{BUDGET}{line.id}", line.title or line.id, reader.some_amount, opens_group=at == 0)
            for at, line in enumerate(plan.budget_lines)
        ),
    )


def what_if_texts(plan: SalesPlan) -> dict[str, str]:
    """Return what stands in them before anything is tried: how it is now."""
    budget = {f"{BUDGET}{line.id}": written_hundredths(line.amount) for line in plan.budget_lines}
    return plan_texts(plan) | budget | {"prices": "0"}


def scenario_of(
    plan: SalesPlan, values: Mapping[str, object], *, dropped: Sequence[str] = (), moved: Mapping[str, dt.date]
) -> Scenario:
    """Return what the values of the fields, and the rows that are dropped and moved, change of how it is now."""
    rates = plan.rates or PlanRates()
    told = {name.removeprefix(RATES): value for name, value in values.items() if name.startswith(RATES)}
    amounts = {line.id: line.amount for line in plan.budget_lines}
    budget = {
        name.removeprefix(BUDGET): value
        for name, value in values.items()
        if name.startswith(BUDGET) and isinstance(value, int)
    }
    prices = values.get("prices")
    return Scenario(
        rates={name: value for name, value in told.items() if isinstance(value, int) and getattr(rates, name) != value},
        price_change=Fraction(prices, _WHOLE) if isinstance(prices, int) else Fraction(0),
        budget={line: amount for line, amount in budget.items() if amounts[line] != amount},
        dropped=tuple(dropped),
        moved=moved,
    )
