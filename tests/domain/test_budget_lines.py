"""Which line of the cost budget an outlay is held against: the closest fit, where there is just one."""

import datetime as dt
from dataclasses import replace

import pytest

from salgsplan_tui.domain.activity import Activity, CostItem
from salgsplan_tui.domain.basis import basis_of
from salgsplan_tui.domain.budget import budget_of
from salgsplan_tui.domain.budget_lines import budget_plan, is_outside, lines_meant, told_line, usual_line
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import BudgetLine
from salgsplan_tui.storage.packaged import catalogue
from tests.domain.sales_plans import plan_with, whole_programme
from tests.planning import row
from tests.sample import sample_plan

TODAY = dt.date(2027, 2, 17)
LINES = (
    {"id": "b1", "title": "Travel", "mileage": True},
    {"id": "b2", "title": "Advertisements", "strategy": "st1"},
    {"id": "b3", "title": "Annonser i vår", "strategy": "st2"},
    {"id": "b4", "title": "Vareprøver"},
    {"id": "b5", "title": "Potten", "strategy": "st1"},
)


def plan(*lines: object) -> Plan:
    programme = whole_programme(
        budget_lines=lines or LINES,
        strategies=[{"id": "st1", "title": "A"}, {"id": "st2", "title": "B"}],
        programmes=[{"id": "ap1", "title": "A", "strategy": "st1"}, {"id": "ap2", "title": "B", "strategy": "st2"}],
    )
    return replace(plan_with(programme), channels=catalogue()[0])


def costly(channel: str | None = None, programme: str | None = None, **fields: object) -> Activity:
    return row("x1", date="2027-03-01", channel=channel, programme=programme, **fields)


@pytest.mark.parametrize(
    ("activity", "kind", "line"),
    [
        (costly("in_store"), "sample", "b4"),  # by the kind, in the plural
        (costly("in_store"), "other", "b4"),  # by what such activities usually cost
        (costly("visit"), "toll", "b1"),  # beside the kilometres
        (costly("advertisement"), "other", None),  # two fit
        (costly("advertisement", "ap1"), "other", "b2"),  # one of them serves the row's strategy
        (costly("advertisement", "ap2"), "ad_space", "b3"),
        (costly("phone", "ap1"), "other", "b5"),  # the strategy's, which is named for nothing else
        (costly("phone", "ap2"), "other", None),  # its only line is for advertisements
        (costly("phone"), "other", None),
        (costly(), "own_kind", None),
    ],
)
def test_the_closest_line_is_the_usual_one(activity: Activity, kind: str, line: str | None) -> None:
    assert usual_line(plan(), activity, kind, TODAY) == line


def test_the_costs_of_the_sample_stand_where_they_usually_do() -> None:
    sample = sample_plan()
    held = [(item.line, usual_line(sample, each, item.kind, TODAY)) for each in sample.stored() for item in each.costs]
    assert len(held) > 10
    assert [pair for pair in held if pair[0] != pair[1]] == [("b5", None)]  # SMS to the fair's contacts


def test_the_budget_is_the_one_a_row_names_or_the_one_of_its_days() -> None:
    first, second = whole_programme("q1"), whole_programme("q2", start="2027-04-01", end="2027-06-30", goals=[])
    both = plan_with(first, second.changed_to(programmes=()))
    assert budget_plan(both, costly(), TODAY) is both.sales_plans["q1"]
    assert budget_plan(both, row("x1", date="2027-05-01"), TODAY) is both.sales_plans["q2"]
    assert budget_plan(both, row("x1", date="2027-05-01", programme="ap1"), TODAY) is both.sales_plans["q1"]
    assert budget_plan(both, row("x1", bucket="2027-W20"), TODAY) is both.sales_plans["q2"]
    assert budget_plan(both, row("x1"), TODAY) is both.sales_plans["q1"]
    assert budget_plan(both, row("x1", date="2028-05-01"), TODAY) is None
    over = plan_with(first.changed_to(status="closed"))
    assert budget_plan(over, costly(), TODAY) is over.sales_plans["q1"]


def test_a_line_is_meant_by_its_code_its_name_or_a_part_of_it() -> None:
    lines = whole_programme(budget_lines=LINES).budget_lines
    assert [line.id for line in lines_meant(lines, "B2")] == ["b2"]
    assert [line.id for line in lines_meant(lines, "vareprover")] == ["b4"]
    assert [line.id for line in lines_meant(lines, "anno")] == ["b3"]
    assert [line.id for line in lines_meant(lines, "a")] == ["b2", "b3"]
    assert [line.id for line in lines_meant(lines, "i vår")] == ["b3"]
    assert lines_meant(lines, "  ") == lines_meant(lines, "kantine") == ()


def test_a_code_is_told_where_a_person_gave_it() -> None:
    assert told_line(BudgetLine(id="b2", title="Annonser")) == "b2 Annonser"
    assert told_line(BudgetLine(id="3k9x2m7q1z", title="Annonser")) == "Annonser"
    assert told_line(BudgetLine(id="3k9x2m7q1z")) == "3k9x2m7q1z"


def test_what_is_outside_is_in_the_total_all_the_same() -> None:
    there = plan()
    programme = there.sales_plans["q1"]
    inside, outside = CostItem(line="b4", planned=100_00), CostItem(line="zz", actual=40_00)
    assert (is_outside(programme, inside), is_outside(programme, outside)) == (False, True)
    assert not is_outside(None, outside)
    assert not is_outside(programme.changed_to(budget_lines=()), outside)
    there = there.with_activity(costly().changed_to(costs=(inside, outside, CostItem(committed=30_00))))
    budget = budget_of(basis_of(there, programme, TODAY))
    total = budget.total
    assert (total.actual, total.committed, total.planned) == (40_00, 30_00, 100_00)
    assert (budget.without_line.actual, budget.without_line.committed) == (40_00, 30_00)
    assert total.available + total.actual + total.committed == total.budget
