"""The edits of the sales plans: what they change, and what they refuse."""

import datetime as dt
from dataclasses import replace

import pytest

from salgsplan_tui.domain.errors import NotFoundError, RefusedError
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.plan_parts import BudgetLine, FocusArea, Product, Segment
from salgsplan_tui.domain.programme import ActivityProgramme, Goal, Strategy
from salgsplan_tui.domain.programme_edits import (
    add_part,
    add_plan,
    change_part,
    change_plan,
    part_of,
    place_part,
    remove_part,
    remove_plan,
    sales_plan_of,
)
from tests.domain.sales_plans import plan_with, sales_plan, whole_programme
from tests.planning import STAMP, order, plan_of, row


def test_a_new_plan_stands_beside_the_others_and_is_stamped() -> None:
    plan = add_plan(plan_with(sales_plan("q1")), sales_plan("q2"), at=STAMP)
    assert list(plan.sales_plans) == ["q1", "q2"]
    assert (plan.sales_plans["q2"].created, plan.sales_plans["q2"].changed) == (STAMP, STAMP)


def test_a_programme_of_six_days_is_refused_and_one_of_seven_is_not() -> None:
    week = sales_plan("w1", end="2027-01-10")
    assert add_plan(plan_of(), week, at=STAMP).sales_plans["w1"].end == dt.date(2027, 1, 10)
    with pytest.raises(RefusedError, match="plan_length"):
        add_plan(plan_of(), sales_plan("w1", end="2027-01-09"), at=STAMP)
    with pytest.raises(RefusedError, match="plan_length"):
        change_plan(plan_with(week), "w1", at=STAMP, end=dt.date(2027, 1, 9))


def test_a_short_market_plan_is_not_refused() -> None:
    assert add_plan(plan_of(), sales_plan("mp", kind="market_plan"), at=STAMP).sales_plans["mp"].level == "tactical"


def test_a_plan_that_was_short_already_can_still_be_named() -> None:
    short = sales_plan("w1", end="2027-01-05")
    assert change_plan(plan_with(short), "w1", at=STAMP, title="Kort").sales_plans["w1"].title == "Kort"


def test_a_plan_that_is_only_shown_is_not_changed_before_it_is_taken_over() -> None:
    plan = plan_with(whole_programme(read_only=True))
    with pytest.raises(RefusedError, match="plan_read_only"):
        change_plan(plan, "q1", at=STAMP, title="Min")
    with pytest.raises(RefusedError, match="plan_read_only"):
        add_part(plan, "q1", FocusArea(id="f1", title="Skoler"), at=STAMP)
    with pytest.raises(RefusedError, match="plan_read_only"):
        remove_plan(plan, "q1")
    mine = change_plan(plan, "q1", at=STAMP, read_only=False)
    assert change_plan(mine, "q1", at=STAMP, title="Min").sales_plans["q1"].title == "Min"


def test_parts_come_change_and_leave() -> None:
    plan = add_part(plan_with(whole_programme()), "q1", Goal(id="m2", title="Gjenkjøp"), at=STAMP)
    plan = change_part(plan, "q1", Goal, "m2", at=STAMP, target=80_00, unit="percent")
    assert part_of(sales_plan_of(plan, "q1"), Goal, "m2").target == 80_00
    plan = remove_part(plan, "q1", Goal, "m2", at=STAMP)
    assert [goal.id for goal in plan.sales_plans["q1"].goals] == ["m1"]


def test_every_kind_of_part_can_be_added() -> None:
    plan = plan_with(sales_plan())
    parts = (
        Strategy(id="s1", title="x"),
        ActivityProgramme(id="a1", title="x"),
        BudgetLine(id="b1"),
        Product(id="p1", title="x"),
    )
    for part in parts:
        plan = add_part(plan, "q1", part, at=STAMP)
        assert part_of(sales_plan_of(plan, "q1"), type(part), part.id) == part


def test_a_focus_area_can_be_made_the_most_important() -> None:
    plan = plan_with(sales_plan(focus_areas=[{"id": f"f{number}", "title": ""} for number in (1, 2, 3)]))
    plan = place_part(plan, "q1", FocusArea, "f3", 0, at=STAMP)
    assert [each.id for each in plan.sales_plans["q1"].focus_areas] == ["f3", "f1", "f2"]


def test_what_activities_or_other_parts_name_is_not_taken_out() -> None:
    plan = plan_with(whole_programme())
    with pytest.raises(RefusedError, match="part_still_named"):
        remove_part(plan, "q1", Goal, "m1", at=STAMP)
    with pytest.raises(RefusedError, match="part_still_named"):
        remove_part(plan, "q1", Strategy, "st1", at=STAMP)
    named = replace(plan, sheets=plan_of(row("a1", date="2027-02-17", programme="ap1", costs=[{"line": "b1"}])).sheets)
    for kind, part in ((ActivityProgramme, "ap1"), (BudgetLine, "b1")):
        assert remove_part(plan, "q1", kind, part, at=STAMP) != plan
        with pytest.raises(RefusedError, match="still_named"):
            remove_part(named, "q1", kind, part, at=STAMP)
    with pytest.raises(RefusedError, match="still_named"):
        remove_plan(named, "q1")


def test_what_parts_of_other_plans_offers_and_orders_name_is_not_taken_out() -> None:
    above = sales_plan(
        "sp",
        title="Firmaet",
        kind="strategic_sales_plan",
        goals=[{"id": "g1", "title": "Lojalitet"}],
        focus_areas=[{"id": "f1", "title": "Skoler"}, {"id": "f2", "title": "Ledig"}],
        products=[{"id": "p1", "title": "Renser"}, {"id": "p2", "title": "Filter"}, {"id": "p3", "title": "Ledig"}],
        segments=[{"id": "s1", "title": "Hotell"}],
        benefits=[{"id": "n1", "segment": "s1", "product": "p2", "text": "stillere"}],
        budget_lines=[{"id": "d1", "title": "Ramme"}],
    )
    below = whole_programme(
        goals=[{"id": "m1", "title": "Åtte ordrer", "parent": "g1", "focus_area": "f1"}],
        budget_lines=[{"id": "b1", "title": "Reise", "parent": "d1"}],
    )
    sold = order("o1", customer="k1", date="2027-01-10", lines=[{"product": "p1"}])
    plan = replace(plan_with(above, below), orders={"o1": sold})
    said = {
        (Goal, "g1"): ("part_still_named", "Åtte ordrer (Plan q1)"),
        (FocusArea, "f1"): ("part_still_named", "Åtte ordrer (Plan q1)"),
        (BudgetLine, "d1"): ("part_still_named", "Reise (Plan q1)"),
        (Segment, "s1"): ("part_still_named", "s1"),
        (Product, "p2"): ("part_still_named", "s1"),
        (Product, "p1"): ("product_still_named", "o1"),
    }
    for (kind, part), (key, named) in said.items():
        with pytest.raises(RefusedError) as refused:
            remove_part(plan, "sp", kind, part, at=STAMP)
        assert (refused.value.key, refused.value.values.get("others") or refused.value.values["ids"]) == (key, named)
    for kind, part in ((FocusArea, "f2"), (Product, "p3")):
        assert part not in str(remove_part(plan, "sp", kind, part, at=STAMP).sales_plans["sp"])
    with pytest.raises(RefusedError, match="product_still_named"):
        remove_plan(plan, "sp")
    with pytest.raises(RefusedError, match="part_still_named"):
        remove_plan(replace(plan, orders={}), "sp")


def test_what_the_departments_activities_and_costs_name_is_not_taken_out() -> None:
    plan = plan_with(
        whole_programme(
            strategies=[{"id": "st1", "title": "Ring først"}],
            programmes=[],
            budget_lines=[{"id": "b1", "title": "Reise"}],
            costs=[{"id": "c1", "title": "Lisens", "line": "b1"}],
            activities=[{"id": "w1", "title": "Messe", "goal": "m1", "strategy": "st1"}],
        )
    )
    for kind, part, named in ((Goal, "m1", "Messe"), (Strategy, "st1", "Messe"), (BudgetLine, "b1", "Lisens")):
        with pytest.raises(RefusedError) as refused:
            remove_part(plan, "q1", kind, part, at=STAMP)
        assert refused.value.values["others"] == named


def test_a_plan_with_an_improvement_area_is_not_removed_and_its_own_parts_may_name_each_other() -> None:
    plan = plan_with(whole_programme())
    with pytest.raises(RefusedError, match="part_still_named"):
        remove_plan(replace(plan, improvements={"i1": ImprovementArea(id="i1", title="Svar", plan="q1")}), "q1")
    assert remove_plan(plan, "q1").sales_plans == {}


def test_a_plan_that_others_hang_under_is_not_removed() -> None:
    plan = plan_with(sales_plan("tp", kind="market_plan"), sales_plan("q1", parent="tp"))
    with pytest.raises(RefusedError, match="plans_below"):
        remove_plan(plan, "tp")
    assert list(remove_plan(plan, "q1").sales_plans) == ["tp"]


def test_plans_and_parts_that_are_not_there_are_told() -> None:
    with pytest.raises(NotFoundError, match="no_plan"):
        change_plan(plan_of(), "q1", at=STAMP)
    with pytest.raises(NotFoundError, match="no_part"):
        change_part(plan_with(sales_plan()), "q1", Goal, "m1", at=STAMP)
