"""Which budget line the costs of a line are held against: the one after `linje:`, or else the usual one (S42-S43)."""

from salgsplan_tui.domain.activity import Activity, CostItem
from salgsplan_tui.domain.budget_lines import budget_plan, lines_meant, told_line, with_usual_lines
from salgsplan_tui.domain.outlays import Part, total_of, with_total
from salgsplan_tui.domain.quick_add.read_line import Line
from salgsplan_tui.domain.quick_add.worksheet import Setting

_PLANNED: Part = "planned"


def held_costs(activity: Activity, line: Line, setting: Setting, base: Activity | None) -> tuple[CostItem, ...]:
    """Return the outlays of a row as its line says them, each held against its budget line.

    The row is the one that the line makes; after a base whose outlays it takes over, a cost is their new sum.

    Raises:
        NotUnderstoodError: the budget line that is named is none of the programme's, or there is nothing to hold.
    """
    costs = activity.costs
    if line.costs:
        taken_over = base is not None and not line.has_words and bool(costs)
        costs = with_total(costs, _PLANNED, total_of(line.costs, _PLANNED)) if taken_over else line.costs
    row = activity.changed_to(costs=costs)
    if row.span is None and base is not None:
        row = row.changed_to(date=base.date, bucket=base.bucket)
    if line.signs.held_against:
        held = _named_line(row, line, setting)
        return tuple(item.changed_to(line=held) for item in costs)
    return with_usual_lines(setting.plan, row, setting.shown or setting.today) if line.costs else costs


def _named_line(row: Activity, line: Line, setting: Setting) -> str | None:
    """Return the id of the line that is named; None where the costs are to stand outside the budget."""
    sheet = line.sheet
    words, span = line.signs.held_against[0]
    if not row.costs:
        raise sheet.refusal("line_without_cost", *span)
    if len({item.line for item in row.costs}) > 1:
        raise sheet.refusal("several_lines", *span)
    if words.casefold() in setting.words.no_line:
        sheet.chip("line", "", *span)
        return None
    budget = budget_plan(setting.plan, row, setting.shown or setting.today)
    lines = () if budget is None else budget.budget_lines
    if not lines:
        raise sheet.refusal("no_budget_lines", *span)
    found = lines_meant(lines, words)
    if len(found) != 1:
        names = tuple(told_line(each) for each in found or lines)
        key = "ambiguous_line" if found else "unknown_line"
        raise sheet.refusal(key, *span, words=words, candidates=names)
    sheet.chip("line", found[0].id, *span)
    return found[0].id
