"""How far goals have come: actual, scheduled, remaining, pace, forecast, status (chapter 4.4)."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.goal_counts import COUNTS
from salgsplan_tui.domain.goals import GoalFigures, goals_of
from salgsplan_tui.domain.measures import MEASURES
from tests.domain.programmes import basis, phoned, programme
from tests.planning import case, offer, order, row
from tests.sample_quarter import quarter


def figures(measure: str | None, target: str, unit: str = "count", **rest: object) -> GoalFigures:
    """Return the figures of a goal with this measure; `rest` are fields of the goal, or what the basis holds."""
    held = {key: rest.pop(key) for key in ("rows", "offers", "orders", "cases", "customers", "as_of") if key in rest}
    goal = {
        "id": "g1",
        "title": "",
        "measure": measure,
        "unit": unit,
        "target": target,
        "deadline": "2027-03-31",
        **rest,
    }
    rows = held.pop("rows", ())
    given_goal = {key: item for key, item in goal.items() if item is not None}
    found = basis(*rows, programme=programme(goals=[given_goal]), **held)  # type: ignore[misc, arg-type]  # a test's own words
    return goals_of(found)[0]


def told(each: GoalFigures) -> list[Fraction | None]:
    return [each.actual, each.scheduled, each.remaining, each.remaining_to_schedule]


def test_every_measure_is_counted_but_what_people_count() -> None:
    assert COUNTS.keys() == MEASURES.keys() - {"nps"}


def test_the_worked_example() -> None:
    orders = goals_of(quarter())[0]
    assert [orders.pace, orders.ahead] == [256_000_00, -70_300_00]
    assert [orders.run_rate, orders.with_scheduled] == [Fraction(348_187_50), 318_500_00]
    assert told(orders) == [185_700_00, 132_800_00, 294_300_00, 161_500_00]


def test_the_samples_goals_are_open_and_say_where_they_stand() -> None:
    found = {each.goal.id: each for each in goals_of(quarter())}
    assert {identity: each.status for identity, each in found.items()} == dict.fromkeys(found, "open")
    assert told(found["m2"]) == [60_00, 20_00, 20_00, 0]
    assert told(found["m4"]) == [100_00, None, 0, None]
    assert [found["m5"].actual, found["m5"].scheduled] == [2_00, 80]


def test_the_end_that_the_figures_propose_is_reached_from_all_of_it_on() -> None:
    found = {each.goal.id: each.proposed_end for each in goals_of(quarter())}
    assert found == {"m1": "missed", "m2": "missed", "m3": "missed", "m4": "reached", "m5": "missed"}
    assert figures("told_by_hand", "2.00").proposed_end is None


def test_what_is_to_be_little_is_reached_the_further_below_its_target_it_is() -> None:
    told_of = {"on": "2027-02-01", "value": "2.00"}
    quick = figures("hours_to_answer", "4.00", "hours", direction="down", measured=[told_of])
    assert [quick.attainment, quick.remaining] == [2, 0]
    slow = figures("hours_to_answer", "4.00", "hours", direction="down", measured=[{**told_of, "value": "8.00"}])
    assert [slow.attainment, slow.remaining] == [Fraction(1, 2), 4_00]
    none = figures("hours_to_answer", "4.00", "hours", direction="down", measured=[{**told_of, "value": "0.00"}])
    assert none.attainment is None  # a divisor of 0 has no value


def test_calls_are_counted_done_and_ahead() -> None:
    ahead = row("a2", date="2027-03-01", channel="phone", quantity_planned=99)
    calls = figures("attempts", "256.00", rows=[phoned("a1", 92, reached=49, booked=12), ahead])
    assert told(calls) == [92_00, 99_00, 164_00, 65_00]
    met = figures("reached", "128.00", rows=[phoned("a1", 92, reached=49, booked=12), ahead])
    assert told(met) == [49_00, None, 79_00, None]


@pytest.mark.parametrize(
    ("measure", "unit", "actual", "scheduled"),
    [
        ("meetings", "count", 3_00, 2_00),
        ("meetings_booked", "count", 1_00, None),
        ("activities", "count", 2_00, 2_00),
        ("hours", "hours", 1_50, 50),
        ("offers", "count", 1_00, 4_00),
        ("offer_value", "kr", 100_00, 48_00),
        ("orders", "count", 1_00, 50),
        ("average_order", "kr", 80_00, None),
        ("contribution_margin", "kr", 30_00, 20_00),
        ("own_sale_share", "percent", 100_00, None),
    ],
)
def test_each_measure_is_counted_from_what_happened(
    measure: str, unit: str, actual: int, scheduled: int | None
) -> None:
    rows = [
        row("a1", date="2027-02-01", state="done", channel="visit", quantity_done=3, minutes=60),
        row("a2", date="2027-02-01", state="done", channel="letter", minutes=30, outcome_counts={"meetings_booked": 1}),
        row("a3", date="2027-03-01", channel="visit", quantity_planned=2, minutes=30),
        row("a4", bucket="2027-W10", channel="offer", quantity_planned=4, value="48.00"),
    ]
    offers = [offer("t1", state="sent", sent="2027-02-02", amount="100.00", variable_cost="60.00", probability="50.00")]
    sold = [order("o1", date="2027-02-03", amount="80.00", variable_cost="50.00", origin="activity:a1")]
    found = figures(measure, "10.00", unit, rows=rows, offers=offers, orders=sold)
    assert [found.actual, found.scheduled] == [actual, scheduled]


def test_an_open_offer_towards_additional_purchase_is_scheduled() -> None:
    made = row("a1", date="2027-02-01", state="done", goal="g1")
    offers = [
        offer("t1", state="sent", sent="2027-02-02", amount="100.00", probability="50.00", activity="a1"),
        offer("t2", state="sent", sent="2027-02-02", amount="100.00", probability="50.00"),
    ]
    sold = [order("o1", date="2027-02-03", amount="80.00", purchase_kind="additional")]
    found = figures("additional_value", "900.00", "kr", rows=[made], offers=offers, orders=sold)
    assert told(found) == [80_00, 50_00, 820_00, 770_00]


def test_several_offers_to_one_newcomer_are_one_customer_at_most() -> None:
    offers = [offer(f"t{number}", state="sent", sent="2027-02-02", probability="50.00") for number in range(2)]
    found = figures("new_customers", "4.00", offers=offers)
    assert [found.actual, found.scheduled] == [0, 75]


def test_a_level_has_its_whole_target_as_pace_and_stays_where_it_is() -> None:
    ended = {"state": "closed", "opened": "2027-02-01T10:00", "closed": "2027-02-05"}
    cases = [case("c1", **ended, end_mood=2), case("c2", **ended, end_mood=-1)]
    found = figures("recovery_rate", "80.00", "percent", cases=cases)
    assert [found.actual, found.pace, found.ahead, found.run_rate] == [50_00, 80_00, -30_00, 50_00]
    assert found.status == "open"


def test_less_is_better_where_the_goal_points_down() -> None:
    cases = [case("c1", opened="2027-02-01T10:00", first_response="2027-02-01T16:00")]
    slow = figures("first_response", "4.00", "hours", cases=cases, direction="down")
    assert [slow.actual, slow.remaining, slow.ahead] == [6_00, 2_00, -2_00]
    quick = figures("first_response", "8.00", "hours", cases=cases, direction="down", as_of=dt.date(2027, 4, 1))
    assert [quick.remaining, quick.status] == [0, "reached"]


def test_what_the_program_cannot_count_is_what_was_told_last() -> None:
    measured = [{"on": "2027-01-20", "value": "10.00"}, {"on": "2027-02-10", "value": "25.00"}]
    found = figures("nps", "30.00", "points", measured=[*measured, {"on": "2027-03-01", "value": "90.00"}])
    assert [found.actual, found.scheduled, found.remaining] == [25_00, None, 5_00]
    own = figures(None, "12.00", measured=measured)
    assert own.actual == 25_00
    assert figures("nps", "30.00", "points").actual is None


@pytest.mark.parametrize(
    ("orders", "as_of", "stored", "status"),
    [
        (0, "2027-02-17", None, "open"),
        (2, "2027-02-17", None, "reached"),
        (0, "2027-04-01", None, "missed"),
        (0, "2027-03-31", None, "open"),
        (2, "2027-02-17", "dropped", "dropped"),
    ],
)
def test_a_goal_is_open_until_it_is_reached_or_its_time_is_over(
    orders: int, as_of: str, stored: str | None, status: str
) -> None:
    sold = [order(f"o{number}", date="2027-02-01") for number in range(orders)]
    found = figures(
        "orders", "2.00", orders=sold, as_of=dt.date.fromisoformat(as_of), **({"status": stored} if stored else {})
    )
    assert found.status == status


def test_a_vision_has_no_figures_and_is_never_missed() -> None:
    wish = basis(programme=programme(goals=[{"id": "g1", "title": "Bli bedre"}]), as_of=dt.date(2027, 4, 1))
    (found,) = goals_of(wish)
    figures = (found.target, found.actual, found.remaining, found.pace, found.ahead, found.run_rate, found.attainment)
    assert set(figures) == {None}
    assert found.status == "open"


def test_only_what_came_before_the_deadline_counts() -> None:
    sold = [order("o1", date="2027-01-20"), order("o2", date="2027-02-10")]
    found = figures("orders", "4.00", orders=sold, deadline="2027-01-31")
    assert [found.actual, found.elapsed, found.status] == [1_00, 1, "missed"]


def test_a_share_is_never_forecast_above_everything() -> None:
    assert goals_of(quarter())[1].run_rate == 100_00


def test_before_the_first_day_there_is_no_run_rate() -> None:
    found = figures("orders", "4.00", as_of=dt.date(2027, 1, 4))
    assert found.pace == 0
    assert found.run_rate is None


@given(st.integers(0, 40), st.integers(1, 40), st.integers(0, 40))
def test_the_figures_hang_together(sold: int, target: int, planned: int) -> None:
    rows = [phoned("a1", sold), row("a2", date="2027-03-01", channel="phone", quantity_planned=planned)]
    found = figures("attempts", f"{target}.00", rows=rows)
    assert found.actual is not None
    assert found.remaining == max(0, target - sold) * 100
    assert found.remaining_to_schedule == max(0, target - sold - planned) * 100
    assert found.with_scheduled == found.actual + planned * 100
    assert found.ahead == found.actual - (found.pace or 0)
