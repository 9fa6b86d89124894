"""The outlays of a row in words: what each is for, its amounts, and the budget line it is held against (S42-S43)."""

from collections.abc import Iterator

from salgsplan_tui.domain.activity import Activity, CostItem
from salgsplan_tui.domain.budget_lines import budget_plan, is_outside, told_line
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.language import _, language
from salgsplan_tui.language.formats import amount
from salgsplan_tui.language.safe import safe_line


def outlay_words(plan: Plan, row: Activity) -> Iterator[str]:
    """Yield each outlay of a row with its line, where there is more to tell than their sum."""
    budget = budget_counted_in(plan, row)
    if len(row.costs) > 1 or (budget is not None and budget.budget_lines) or any(item.line for item in row.costs):
        for item in row.costs:
            kind = plan.channels.cost_kind_name(item.kind, language())
            parts = (amounts_of(item), held_words(plan, budget, item), item.supplier or "", item.invoice or "")
            yield f"{kind}: {' · '.join(safe_line(part) for part in parts if part)}"


def budget_counted_in(plan: Plan, row: Activity) -> SalesPlan | None:
    """Return the programme in whose cost budget a row counts; one without a day, week or month counts in none."""
    return None if row.span is None else budget_plan(plan, row, row.span.start)


def amounts_of(item: CostItem) -> str:
    """Return what an outlay is planned at, what of it is ordered, and what was spent."""
    parts = (
        _("{amount} planned").format(amount=amount(item.planned)) if item.planned else "",
        _("{amount} committed").format(amount=amount(item.committed)) if item.committed else "",
        _("{amount} spent").format(amount=amount(item.actual)) if item.actual else "",
    )
    return ", ".join(part for part in parts if part) or amount(0)


def held_words(plan: Plan, budget: SalesPlan | None, item: CostItem) -> str:
    """Return the line that an outlay is held against; one that misses the cost budget it counts in is said to."""
    if item.line is None:
        return _("! outside the cost budget") if is_outside(budget, item) else ""
    words = line_words(plan, item.line)
    return _("{line} (! not in this cost budget)").format(line=words) if is_outside(budget, item) else words


def line_words(plan: Plan, identity: str) -> str:
    """Return a budget line by its id: its code and name, or the id where there is no such line."""
    lines = (line for each in plan.sales_plans.values() for line in each.budget_lines)
    return next((told_line(line) for line in lines if line.id == identity), identity)
