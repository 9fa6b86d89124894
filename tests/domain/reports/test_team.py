"""Several sellers' reports as one: the sums are those of the parts, rates are counted anew."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salgsplan_tui.domain.activity import State
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.issued import ReportKind
from salgsplan_tui.domain.plan import Plan, empty_plan
from salgsplan_tui.domain.reports.team import added_up, team_report
from salgsplan_tui.domain.reports.values import Figures, Item, Table, kr, number, rate, share
from tests.domain.reports.made import column, exact, figure, made, table
from tests.sample import sample_plan


def other_seller() -> Plan:
    """Return a plan like the sample's, by somebody else who has sold less and called more."""
    plan = sample_plan()
    orders = {key: each.changed_to(amount=each.amount // 2) for key, each in plan.orders.items() if key != "o05"}
    sheets = {
        key: replace(
            sheet,
            activities={
                each: row.changed_to(quantity_done=(row.quantity_done or 0) + 1) if row.state is State.DONE else row
                for each, row in sheet.activities.items()
            },
        )
        for key, sheet in plan.sheets.items()
    }
    settings = plan.settings.changed_to(name="Kari Vik")
    return replace(plan, settings=settings, orders=orders, sheets=sheets)


@pytest.mark.parametrize("kind", ["week", "month", "quarter", "year"])
def test_every_figure_that_adds_up_is_the_sum_of_the_sellers(kind: ReportKind) -> None:
    parts = (made(kind), made(kind, other_seller()))
    team = team_report(parts)
    for section in team.sections:
        for block in section.blocks:
            if not isinstance(block, Figures):
                continue
            for each in block.figures:
                items = [figure(part, section.code, each.code) for part in parts]
                if each.item.kind in {"kr", "number", "hours"} and each.item.unit is None:
                    values = [item.value for item in items if isinstance(item.value, Fraction)]
                    assert each.item.value == (sum(values) if values else None), each.code
                if each.item.part is not None and each.item.unit != "market":
                    assert each.item.part == sum(item.part or 0 for item in items), each.code
                    assert each.item.whole == sum(item.whole or 0 for item in items), each.code


def test_the_sellers_stand_under_one_another_with_their_sum() -> None:
    team = team_report((made("quarter"), made("quarter", other_seller())))
    sellers = table(team, "summary", "sellers")
    assert column(sellers, "seller") == ["Ingrid Solvang", "Kari Vik", "total"]
    for name in sellers.columns[1:]:
        *each, total = column(sellers, name)
        assert sum(value for value in each if isinstance(value, Fraction)) == total


def test_tables_are_added_up_by_what_their_rows_are_about() -> None:
    parts = (made("quarter"), made("quarter", other_seller()))
    channels = table(team_report(parts), "channels")
    hours = dict(zip(column(channels, "channel"), column(channels, "hours"), strict=True))
    assert hours["phone"] == 2 * 720
    assert hours["total"] == 2 * 37.75 * 60


def test_a_rate_is_counted_anew_from_all_sellers() -> None:
    team = team_report((made("quarter"), made("quarter", other_seller())))
    assert figure(team, "loyalty", "repurchase_rate").whole == 10
    own = figure(team, "market", "own_share")
    assert own.whole == figure(made("quarter"), "market", "own_share").whole


def test_lists_stand_one_after_the_other_with_the_sellers_name() -> None:
    plan = table(team_report((made("week"), made("week", other_seller()))), "plan")
    assert isinstance(plan, Table)
    assert plan.columns[0] == "seller"
    assert len(plan.rows) == 14


def test_goals_of_a_team_are_added_up_by_area() -> None:
    other = other_seller()
    programme = other.sales_plans["q1-2027"]
    goals = tuple(goal.changed_to(title=f"Mitt mål: {goal.title}") for goal in programme.goals)
    other = replace(other, sales_plans={**other.sales_plans, "q1-2027": programme.changed_to(goals=goals)})
    found = table(team_report((made("month"), made("month", other))), "goals")
    areas = column(found, "area")
    assert areas == ["order_intake", "new_sales", "repurchase", "additional_purchase", "service"]
    assert column(found, "target")[0] == 2 * 480_000_00


def test_a_seller_with_an_empty_plan_adds_nothing() -> None:
    alone, team = made("quarter"), team_report((made("quarter"), made("quarter", empty_plan())))
    assert exact(team, "wins", "won_offers") == exact(alone, "wins", "won_offers")
    assert team_report((made("week", empty_plan()),)).is_empty


def test_reports_of_other_days_are_not_added_up() -> None:
    with pytest.raises(RefusedError, match="reports_differ"):
        team_report((made("week"), made("week", day=dt.date(2027, 2, 24))))
    with pytest.raises(RefusedError, match="no_reports"):
        team_report(())


ADDED = st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=8)


@settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine says nothing of sums
@given(ADDED.flatmap(lambda values: st.permutations([kr(each) for each in values])))
def test_the_order_of_the_sellers_does_not_matter(items: list[Item]) -> None:
    values = [item.value for item in items if isinstance(item.value, Fraction)]
    assert added_up(items) == kr(sum(sorted(values)))


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=2, max_size=8), st.integers(1, 7))
def test_adding_up_in_groups_comes_to_the_same(pairs: list[tuple[int, int]], cut: int) -> None:
    items = [rate(part, whole) for part, whole in pairs]
    first, rest = items[:cut], items[cut:]
    grouped = [added_up(each) for each in (first, rest) if each]
    assert added_up(grouped) == added_up(items)


def test_what_no_seller_can_tell_is_not_told_for_the_team() -> None:
    assert added_up([number(None), number(None)]).value is None
    assert added_up([number(None), number(3)]).value == 3
    assert added_up([share(0, 0), share(0, 0)]).value is None
    assert (
        added_up([Item("level", Fraction(80_00), unit="percent"), Item("level", Fraction(70_00), unit="percent")]).value
        is None
    )
