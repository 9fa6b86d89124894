"""The cost budget by line, by strategy, and in all (chapter 4.9, S42-S43)."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.activity import Activity, Outcome, Reason
from salgsplan_tui.domain.basis import basis_of
from salgsplan_tui.domain.budget import Costs, budget_of
from salgsplan_tui.domain.life import cancel, done
from salgsplan_tui.domain.results import Result
from tests.domain.programmes import basis, programme
from tests.planning import NOW, STAMP, row
from tests.sample_quarter import quarter

ore = st.integers(0, 10**9)


def costing(identity: str, line: str | None, **fields: object) -> Activity:
    item: dict[str, object] = {key: fields.pop(key) for key in ("planned", "committed", "actual") if key in fields}
    if line is not None:
        item["line"] = line
    usual: dict[str, object] = {"date": "2027-02-10", "costs": [item]}
    return row(identity, **{**usual, **fields})


def test_the_worked_example() -> None:
    costs = Costs(budget=108_000_00, actual=28_166_40, committed=63_000_00, planned=8_752_40)
    assert (costs.available, costs.forecast, costs.variance) == (16_833_60, 99_918_80, 8_081_20)


@given(ore, ore, ore, ore)
def test_available_actual_and_committed_are_the_budget(budget: int, actual: int, committed: int, planned: int) -> None:
    costs = Costs(budget, actual, committed, planned)
    assert costs.available + costs.actual + costs.committed == costs.budget
    assert costs.variance == costs.budget - costs.forecast == costs.available - costs.planned


def test_only_what_is_open_and_not_ordered_is_planned() -> None:
    rows = [
        costing("a1", "b2", planned="100.00", committed="40.00"),
        costing("a2", "b2", planned="100.00", committed="140.00"),
        costing("a3", "b2", planned="100.00", actual="90.00", state="done"),
        costing("a4", "b2", planned="100.00", committed="100.00", state="cancelled"),
    ]
    assert budget_of(basis(*rows)).by_line["b2"] == Costs(26_000_00, 90_00, 280_00, 60_00)


def test_kilometres_are_held_against_the_line_for_mileage() -> None:
    rows = [row("a1", date="2027-02-10", km_planned=100), row("a2", date="2027-02-10", km_actual=10, state="done")]
    assert budget_of(basis(*rows)).by_line["b1"] == Costs(6_000_00, actual=53_00, planned=530_00)


def test_what_has_no_line_stands_by_itself_and_in_the_total() -> None:
    rows = [costing("a1", None, planned="10.00"), costing("a2", "of-another-plan", planned="5.00")]
    without = programme(budget_lines=[])
    driven = row("a3", date="2027-02-10", km_planned=10)
    budget = budget_of(basis(*rows, driven, programme=without))
    assert budget.without_line == budget.total == Costs(planned=68_00)


def test_costs_of_the_plan_itself_count() -> None:
    licence = {
        "id": "c1",
        "title": "Lisens",
        "line": "b2",
        "planned": "900.00",
        "committed": "200.00",
        "actual": "300.00",
    }
    costs = budget_of(basis(programme=programme(costs=[licence]))).by_line["b2"]
    assert (costs.actual, costs.committed, costs.planned) == (300_00, 200_00, 400_00)


def test_the_lines_of_a_strategy_are_its_cost() -> None:
    by_strategy = budget_of(quarter()).by_strategy
    assert {code: costs.budget for code, costs in by_strategy.items()} == {
        "shared": 6_000_00,
        "st4": 49_000_00,
        "st2": 45_000_00,
        "st1": 5_000_00,
        "st3": 3_000_00,
    }
    assert sum(costs.variance for costs in by_strategy.values()) == budget_of(quarter()).total.variance


def test_every_figure_opens_its_rows() -> None:
    charges = budget_of(quarter()).of("b2")
    assert [charge.row.id for charge in charges if charge.row is not None] == ["a14", "a43"]
    assert sum(charge.costs.actual for charge in charges) == 18_000_00


def test_an_invoice_moves_what_was_ordered_to_what_was_paid() -> None:
    before = basis(costing("a1", "b2", planned="900.00", committed="900.00"))
    plan = done(before.plan, "a1", Result(Outcome.OTHER, actual_cost=600_00), now=NOW, at=STAMP)
    after = basis_of(plan, before.programme, dt.date(2027, 2, 17))
    old, new = (budget_of(each).by_line["b2"] for each in (before, after))
    assert (new.actual - old.actual, old.committed - new.committed) == (600_00, 600_00)


def test_what_was_ordered_stays_bound_when_a_row_is_called_off() -> None:
    before = basis(costing("a1", "b2", planned="900.00", committed="400.00"))
    plan = cancel(before.plan, "a1", at=STAMP, reason=Reason.ILL)
    costs = budget_of(basis_of(plan, before.programme, dt.date(2027, 2, 17))).by_line["b2"]
    assert (costs.committed, costs.planned) == (400_00, 0)


@given(st.lists(st.tuples(st.sampled_from(["b1", "b2", None]), ore, ore, ore, st.booleans()), max_size=8))
def test_the_lines_add_up_to_the_total(items: list[tuple[str | None, int, int, int, bool]]) -> None:
    rows = [
        costing(
            f"a{number}",
            line,
            planned=planned,
            committed=committed,
            actual=actual,
            state="done" if is_done else "planned",
        )
        for number, (line, planned, committed, actual, is_done) in enumerate(items)
    ]
    budget = budget_of(basis(*rows))
    assert budget.total.actual == sum(actual for _line, _planned, _committed, actual, _done in items)
    assert budget.total.forecast == sum(charge.costs.forecast for charge in budget.charges)
    parts = (*budget.by_strategy.values(), budget.without_line)
    assert sum(each.available for each in parts) == budget.total.available
