"""The plans as a tree: firm, department, seller."""

from salgsplan_tui.domain.plan_tree import chain_above, links_of_new, plan_tree
from tests.domain.sales_plans import YEARS, sales_plan, whole_programme
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


def test_a_new_plan_hangs_where_it_only_can() -> None:
    plans = quarter_plan().sales_plans
    span = plans["ost-2026-2027"].span
    assert links_of_new(plans, "market_programme", span) == ("ost-2026-2027", None)
    assert links_of_new(plans, "tactical_sales_plan", span) == ("ren-luft", "inneklima-ost")
    assert links_of_new(plans, "market_plan", span) == ("ren-luft", None)
    assert links_of_new(plans, "strategic_sales_plan", span) == (None, "tindeluft-2031")
    assert links_of_new(plans, "strategic_plan", span) == (None, None)


def test_of_several_plans_and_of_those_that_are_over_none_is_proposed() -> None:
    firm = {each: sales_plan(each, kind="strategic_plan", **YEARS) for each in ("s1", "s2")}
    span = firm["s1"].span
    assert links_of_new(firm, "market_plan", span) == (None, None)
    assert links_of_new({"s1": firm["s1"]}, "market_plan", span) == ("s1", None)
    assert links_of_new({"s1": firm["s1"].changed_to(status="closed")}, "market_plan", span) == (None, None)
    assert links_of_new(
        {"s1": firm["s1"]}, "market_plan", whole_programme(start="2029-01-01", end="2029-03-31").span
    ) == (None, None)
