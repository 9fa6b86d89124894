"""What a plan lacks to become active, and what to look out for in it (S9, S31-S42, S47-S51)."""

import pytest

from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.plan_checks import cautions, lacks
from salgsplan_tui.domain.plan_parts import MarketShareTarget
from salgsplan_tui.domain.programme import SalesPlan
from tests.domain.sales_plans import GOAL, YEARS, sales_plan, whole_programme

FIVE_YEARS = {"start": "2026-01-01", "end": "2030-12-31"}
SHARE = {"total": "85000000.00", "share": "12.00", "value": "10200000.00"}


def warned(plan: SalesPlan, *others: SalesPlan, served: tuple[str, ...] = ("m1",)) -> list[tuple[str, str | None]]:
    return [(each.code, each.about) for each in cautions(plan, {each.id: each for each in (*others, plan)}, served)]


def test_a_programme_lacks_its_three_parts() -> None:
    assert lacks(sales_plan(), ()) == ("goal", "strategy", "activity_programme")
    assert lacks(whole_programme(), ()) == ()


def test_a_vision_is_no_goal() -> None:
    wish = {"id": "m1", "title": "Bli bedre på salg"}
    assert lacks(whole_programme(goals=[wish]), ()) == ("goal",)
    assert ("vision", "m1") in warned(whole_programme(goals=[wish]))


def test_a_programme_that_is_too_short_or_too_long_lacks_the_right_length() -> None:
    assert lacks(whole_programme(end="2027-01-09"), ()) == ("too_short",)
    assert lacks(whole_programme(end="2028-01-04"), ()) == ("too_long",)


def test_a_market_plan_lacks_budget_share_and_an_activity_with_where_and_when() -> None:
    plan = sales_plan("mp", kind="market_plan", **YEARS)
    assert lacks(plan, ()) == ("budget", "market_share_percent", "market_share_value", "activity")
    line, fair = {"id": "b1", "amount": "1.00"}, {"id": "d1", "title": "Messe"}
    half = plan.changed_to(market_share=MarketShareTarget(total=85_000_000_00))
    assert lacks(half, ()) == ("budget", "market_share_percent", "market_share_value", "activity")
    somewhere = {**fair, "start": "2027-03-10", "place": "Lillestrøm"}
    whole = sales_plan(
        "mp", kind="market_plan", **YEARS, budget_lines=[line], market_share=SHARE, activities=[somewhere]
    )
    assert lacks(whole, ()) == ()
    nowhere = sales_plan("mp", kind="market_plan", **YEARS, budget_lines=[line], market_share=SHARE, activities=[fair])
    assert lacks(nowhere, ()) == ("activity",)


def test_the_length_of_a_market_plan_is_only_advised() -> None:
    whole = sales_plan("mp", kind="market_plan", budget_lines=[{"id": "b1"}], market_share=SHARE)
    assert lacks(whole, ()) == ("activity",)
    assert ("too_short", None) in warned(whole)


def test_a_tactical_plan_lacks_its_base_its_goals_and_improvement_areas() -> None:
    plan = sales_plan("tp", kind="tactical_sales_plan", **YEARS)
    assert lacks(plan, ()) == (
        "base",
        "goal_loyalty",
        "goal_repurchase",
        "goal_additional_purchase",
        "improvement_area",
    )
    assert ("no_base", None) in warned(plan)
    areas = ("loyalty", "repurchase", "additional_purchase")
    goals = [{**GOAL, "id": f"t{number}", "area": area} for number, area in enumerate(areas)]
    whole = sales_plan("tp", kind="tactical_sales_plan", **YEARS, base="mp", goals=goals)
    own = ImprovementArea(id="i1", title="Raskere svar", plan="tp")
    assert lacks(whole, (own,)) == ()
    for none_of_its_own in ((), (own.changed_to(plan="mp"),), (own.changed_to(status="dropped"),)):
        assert lacks(whole, none_of_its_own) == ("improvement_area",)


def test_a_strategic_sales_plan_answers_five_questions() -> None:
    plan = sales_plan("sp", kind="strategic_sales_plan", **FIVE_YEARS)
    assert lacks(plan, ()) == ("focus_areas", "sale_or_counter", "products", "benefits", "prices")
    answers = {
        "focus_areas": [{"id": "f1", "title": "Barnehager"}],
        "sale_or_counter": "Salg",
        "products": [{"id": "p1", "title": "Filter", "priority": 3, "target_price": "800.00"}],
        "benefits": [{"segment": "barnehager", "text": "Færre sykedager"}],
    }
    assert lacks(sales_plan("sp", kind="strategic_sales_plan", **FIVE_YEARS, **answers), ()) == ()
    assert lacks(sales_plan("sp", kind="strategic_plan", **FIVE_YEARS), ()) == ()


def test_a_plan_that_reaches_outside_the_one_above_is_told_and_not_refused() -> None:
    above = sales_plan("tp", kind="tactical_sales_plan", **YEARS)
    assert warned(whole_programme(parent="tp"), above) == []
    late = {**GOAL, "deadline": "2028-02-28"}
    long = whole_programme(parent="tp", start="2027-12-01", end="2028-02-28", goals=[late])
    assert warned(long, above) == [("outside_parent", "tp")]


def test_a_missing_link_upward_is_allowed_and_told() -> None:
    assert warned(whole_programme()) == [("no_parent", None)]
    assert warned(whole_programme(parent="gone")) == [("unknown_parent", "gone")]
    assert warned(whole_programme(parent="q0"), whole_programme("q0")) == [("wrong_level", "q0")]


def test_a_goal_that_nothing_serves_is_only_a_wish() -> None:
    assert ("only_a_wish", "m1") in warned(whole_programme(), served=())
    late = {**GOAL, "deadline": "2027-04-01"}
    assert ("goal_too_late", "m1") in warned(whole_programme(goals=[late]))
    assert ("goal_too_early", "m1") in warned(whole_programme(goals=[{**GOAL, "deadline": "2026-03-31"}]))


def test_programmes_outside_the_plan_and_unknown_strategies_are_told() -> None:
    programme = {"id": "ap1", "title": "Nysalg", "strategy": "st9", "end": "2027-04-30"}
    found = warned(whole_programme(programmes=[programme]))
    assert {("programme_outside", "ap1"), ("unknown_strategy", "ap1")} <= set(found)
    loose = [{"id": "ap1", "title": "Nysalg"}]
    assert ("no_strategy", "ap1") in warned(whole_programme(programmes=loose))
    assert ("no_strategy", "ap1") not in warned(whole_programme(programmes=loose, strategies=[]))


def test_lines_that_take_more_than_the_line_above_has_are_told() -> None:
    above = sales_plan("mp", kind="market_plan", **YEARS, budget_lines=[{"id": "mb1", "amount": "100.00"}])

    def taking(identity: str, amount: str) -> SalesPlan:
        return whole_programme(identity, budget_lines=[{"id": f"{identity}-b", "amount": amount, "parent": "mb1"}])

    assert ("over_parent_line", "mb1") not in warned(taking("q1", "60.00"), above, taking("q2", "40.00"))
    assert ("over_parent_line", "mb1") in warned(taking("q1", "60.00"), above, taking("q2", "40.01"))


@pytest.mark.parametrize(("value", "agrees"), [("10200000.00", True), ("10200001.00", True), ("10250000.00", False)])
def test_share_market_and_value_have_to_go_together(value: str, agrees: bool) -> None:  # noqa: FBT001  # a case's own answer
    plan = sales_plan("mp", kind="market_plan", **YEARS, market_share={**SHARE, "value": value})
    assert (("shares_disagree", None) not in warned(plan)) is agrees
