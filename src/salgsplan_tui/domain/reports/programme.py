"""The market programme as a report: goals, strategies, activity programmes, their activities, the cost budget (S9)."""

from collections.abc import Iterator

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.counting import done_number, planned_number
from salgsplan_tui.domain.programme_table import TableRow, programme_table
from salgsplan_tui.domain.reports.goal_parts import goal_table
from salgsplan_tui.domain.reports.head import head
from salgsplan_tui.domain.reports.money_parts import cost_budget
from salgsplan_tui.domain.reports.scope import Scope
from salgsplan_tui.domain.reports.values import (
    NOTHING,
    Block,
    Item,
    Lines,
    Section,
    Table,
    code,
    days,
    kr,
    number,
    text,
    week,
)


def programme_sections(scope: Scope) -> tuple[Section, ...]:
    """Return the outline of a market programme, in the order the source tells its parts."""
    return (
        Section(1, "head", head(scope)),
        Section(2, "goals", goal_table(scope)),
        Section(3, "strategies", _strategies(scope)),
        Section(4, "activities", tuple(_activities(scope))),
        Section(5, "budget", cost_budget(scope, by_line=True)),
    )


def _strategies(scope: Scope) -> tuple[Block, ...]:
    if scope.programme is None or not scope.programme.strategies:
        return (Lines("strategies", ((code("no_strategies", "word"),),)),)
    goals = {goal.id: goal.title for goal in scope.programme.goals}
    rows = tuple(
        (text(each.title), text(each.text), text("; ".join(goals.get(goal, goal) for goal in each.goals)))
        for each in scope.programme.strategies
    )
    return (Table("strategies", ("strategy", "how", "goals"), rows, is_list=True),)


def _activities(scope: Scope) -> Iterator[Block]:
    groups = () if scope.basis is None else programme_table(scope.basis)
    if scope.basis is None or not groups:
        yield Lines("activities", ((code("nothing_planned", "word"),),))
        return
    columns = ("period", "programme", "goal", "target_group", "activity", "cost", "responsible", "control")
    rows = [_row(scope, scope.basis, row) for group in groups for row in group.rows]
    total = kr(sum(group.cost for group in groups))
    rows.append((code("total", "word"), NOTHING, NOTHING, NOTHING, NOTHING, total, NOTHING, NOTHING))
    yield Table("activities", columns, tuple(rows), has_total=True, is_list=True)


def _row(scope: Scope, basis: Basis, row: TableRow) -> tuple[Item, ...]:
    activity = row.activity
    title = next((each.title for each in basis.programme.programmes if each.id == activity.programme), None)
    count = done_number(activity) if activity.id in {each.id for each in basis.done} else planned_number(activity)
    place = week(activity.bucket) if activity.bucket and "-W" in activity.bucket else NOTHING
    return (
        days(activity.span) if activity.date is not None and activity.span is not None else place,
        text(title),
        text(row.goal.title if row.goal is not None else activity.goal),
        scope.discretion.customers(activity),
        scope.discretion.title(activity),
        kr(row.cost),
        text(row.owner),
        number(count),
    )
