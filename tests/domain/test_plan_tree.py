"""The plans as a tree: firm, department, seller."""

from salgsplan_tui.domain.plan_tree import chain_above, plan_tree
from tests.domain.sales_plans import whole_programme
from tests.sample_quarter import quarter_plan


def test_the_plans_of_the_sample_stand_under_those_they_serve() -> None:
    assert [(depth, plan.id) for depth, plan in plan_tree(quarter_plan().sales_plans)] == [
        (0, "tindeluft-2031"),
        (1, "ren-luft"),
        (2, "ost-2026-2027"),
        (3, "q1-2027"),
        (1, "inneklima-ost"),
    ]


def test_the_plans_above_a_programme_are_told_from_the_nearest_on() -> None:
    plans = quarter_plan().sales_plans
    assert [plan.id for plan in chain_above(plans["q1-2027"], plans)] == ["ost-2026-2027", "ren-luft", "tindeluft-2031"]


def test_plans_in_a_ring_and_under_one_that_is_not_there_stand_once() -> None:
    ring = {each.id: each for each in (whole_programme("a1", parent="b1"), whole_programme("b1", parent="a1"))}
    lone = whole_programme("c1", parent="gone")
    found = [plan.id for _depth, plan in plan_tree({**ring, lone.id: lone})]
    assert sorted(found) == ["a1", "b1", "c1"]
    assert [plan.id for plan in chain_above(ring["a1"], ring)] == ["b1"]
