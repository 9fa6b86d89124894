"""The steps of a sales plan's life: active, closed with causes, money moved, activities taken down."""

import datetime as dt
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.activity import Reason, State
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.life import cancel
from salgsplan_tui.domain.plan_parts import BudgetMove
from salgsplan_tui.domain.programme_life import Settled, activate, adopt, close, move_money, reopen_plan
from tests.domain.sales_plans import YEARS, plan_with, sales_plan, whole_programme
from tests.planning import STAMP, plan_of

FAIR: Final = {
    "id": "d1",
    "title": "Inneluftdagene",
    "channel": "trade_fair",
    "type": "trade_fair",
    "start": "2027-03-10",
    "end": "2027-03-12",
    "place": "Lillestrøm",
    "cost": "80000.00",
}
MARKET_PLAN: Final = sales_plan("mp", kind="market_plan", **YEARS, read_only=True, activities=[FAIR])


def moving(amount: int, source: str = "b2", to: str = "b1") -> BudgetMove:
    return BudgetMove(id="mv1", on=dt.date(2027, 2, 17), from_=source, to=to, amount=amount, reason="Flere besøk")


def test_a_whole_draft_becomes_active_and_one_that_lacks_something_is_told_what() -> None:
    assert activate(plan_with(whole_programme()), "q1", at=STAMP).sales_plans["q1"].status == "active"
    with pytest.raises(RefusedError) as refused:
        activate(plan_with(sales_plan()), "q1", at=STAMP)
    assert refused.value.key == "plan_lacks"
    assert refused.value.values["lacks"] == ("goal", "strategy", "activity_programme")


def test_what_is_active_stays_so() -> None:
    plan = plan_with(sales_plan(status="active"))
    assert activate(plan, "q1", at=STAMP) is plan


def test_a_closed_plan_says_how_each_goal_ended_and_why() -> None:
    plan = close(plan_with(whole_programme()), "q1", {"m1": Settled("missed", "Færre møter enn ventet")}, at=STAMP)
    closed = plan.sales_plans["q1"]
    assert (closed.status, closed.goals[0].status, closed.goals[0].cause) == (
        "closed",
        "missed",
        "Færre møter enn ventet",
    )
    assert reopen_plan(plan, "q1", at=STAMP).sales_plans["q1"].status == "active"


def test_a_plan_is_not_closed_while_a_goal_is_open() -> None:
    with pytest.raises(RefusedError, match="goals_open"):
        close(plan_with(whole_programme()), "q1", {}, at=STAMP)


def test_moved_money_is_in_the_other_line_and_in_the_log() -> None:
    plan = move_money(plan_with(whole_programme()), "q1", moving(1_000_00), at=STAMP).sales_plans["q1"]
    assert [line.amount for line in plan.budget_lines] == [7_000_00, 25_000_00]
    assert plan.budget_moves == (moving(1_000_00),)


@pytest.mark.parametrize(
    ("move", "key"),
    [(moving(26_000_01), "line_has_less"), (moving(0), "nothing_to_move"), (moving(1, to="b2"), "nothing_to_move")],
)
def test_money_that_is_not_there_is_not_moved(move: BudgetMove, key: str) -> None:
    with pytest.raises(RefusedError, match=key):
        move_money(plan_with(whole_programme()), "q1", move, at=STAMP)


@given(st.integers(1, 26_000_00))
def test_moving_money_changes_no_sum(amount: int) -> None:
    plan = move_money(plan_with(whole_programme()), "q1", moving(amount), at=STAMP)
    assert sum(line.amount for line in plan.sales_plans["q1"].budget_lines) == 32_000_00


def test_an_activity_taken_down_keeps_its_origin_and_costs_the_seller_nothing() -> None:
    plan = adopt(plan_with(MARKET_PLAN), "mp", "d1", "a1", at=STAMP, programme="ap3", minutes=1260)
    taken = plan.activity("a1")
    assert (taken.title, taken.channel, taken.place, taken.state) == (
        "Inneluftdagene",
        "trade_fair",
        "Lillestrøm",
        State.PLANNED,
    )
    assert (taken.date, taken.end_date) == (dt.date(2027, 3, 10), dt.date(2027, 3, 12))
    assert (taken.origin, taken.programme, taken.minutes, taken.costs) == ("mp:d1", "ap3", 1260, ())


def test_an_activity_is_taken_down_once_unless_it_was_called_off() -> None:
    plan = adopt(plan_with(MARKET_PLAN), "mp", "d1", "a1", at=STAMP)
    with pytest.raises(RefusedError, match="adopted_before"):
        adopt(plan, "mp", "d1", "a2", at=STAMP)
    plan = cancel(plan, "a1", at=STAMP, reason=Reason.ILL)
    assert adopt(plan, "mp", "d1", "a2", at=STAMP).holds("a2")


def test_an_activity_without_a_day_becomes_a_draft() -> None:
    undated = sales_plan("mp", kind="market_plan", **YEARS, activities=[{"id": "d1", "title": "Kampanje"}])
    assert adopt(plan_with(undated), "mp", "d1", "a1", at=STAMP).activity("a1").state is State.DRAFT
    assert plan_of().sales_plans == {}
