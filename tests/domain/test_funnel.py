"""The funnel counted back from a goal: exact, and rounded up at every step (chapter 4.1-4.2)."""

import datetime as dt
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.basis import Basis, basis_of
from salgsplan_tui.domain.funnel import Steps, funnel_of, need, per_day, workdays_left
from salgsplan_tui.domain.funnel_rates import Rate, Rates, measured, own_rates, plan_rates
from salgsplan_tui.domain.plan_parts import PlanRates
from tests.domain.programmes import ORDER_GOAL, basis, phoned, programme
from tests.planning import offer, order, row
from tests.sample_quarter import quarter

PLANNED = plan_rates(PlanRates(reached=50_00, meeting=25_00, offer=75_00, hit=50_00, average_order=40_000_00))
shares = st.integers(1, 100_00).map(lambda number: Rate(Fraction(number, 100_00)))
rates = st.builds(Rates, shares, shares, shares, shares, st.integers(1, 10**8).map(lambda ore: Rate(Fraction(ore))))
KNOWN = {"reached": "50.00", "meeting": "25.00", "offer": "75.00", "hit": "50.00", "average_order": "40000.00"}


def test_the_worked_example_needs_256_attempts_and_five_a_day() -> None:
    steps = need(480_000_00, PLANNED)
    assert steps == Steps(orders=12, offers=24, meetings=32, reached=128, attempts=256)
    assert per_day(steps.attempts, 60) == 5


def test_the_published_example_comes_to_2000_calls() -> None:
    each = (Fraction(10), Fraction(35), Fraction(50), Fraction(40))
    reached, meeting, offer_rate, hit = (Rate(share / 100) for share in each)
    assert need(14_00, Rates(reached, meeting, offer_rate, hit, Rate(Fraction(100)))) == Steps(14, 35, 70, 200, 2000)


def test_the_rest_needs_less_and_after_the_open_offers_less_still() -> None:
    assert need(294_300_00, PLANNED) == Steps(8, 16, 22, 88, 176)
    assert need(161_500_00, PLANNED) == Steps(5, 10, 14, 56, 112)


def test_a_goal_with_an_earlier_deadline_is_counted_up_to_that() -> None:
    early = programme(goals=[ORDER_GOAL | {"deadline": "2027-02-26"}])
    rows = [
        row(f"a{day}", date=f"2027-0{day}", channel="phone", quantity_planned=10) for day in ("2-25", "2-26", "3-01")
    ]
    whole, found = funnel_of(basis(*rows)), funnel_of(basis(*rows, programme=early))
    assert whole is not None
    assert found is not None
    assert (whole.planned_ahead.attempts, found.planned_ahead.attempts) == (30, 20)
    assert (workdays_left(basis(), whole), workdays_left(basis(), found), workdays_left(basis(), None)) == (28, 8, 28)


@pytest.mark.parametrize(("number", "percent", "expected"), [(21, 70, 30), (42, 70, 60), (21, 35, 60), (42, 35, 120)])
def test_no_float_makes_a_step_too_many(number: int, percent: int, expected: int) -> None:
    assert ceil(number / (percent / 100)) == expected + 1
    rate = Rate(Fraction(percent, 100))
    assert need(number, Rates(rate, rate, rate, rate, Rate(Fraction(1)))).offers == expected


@given(st.integers(0, 10**11), st.integers(0, 10**11), rates)
def test_the_need_never_falls_when_the_goal_rises(one: int, other: int, each: Rates) -> None:
    less, more = (need(amount, each) for amount in sorted((one, other)))
    for step in ("orders", "offers", "meetings", "reached", "attempts"):
        assert getattr(less, step) <= getattr(more, step)


@given(st.integers(0, 10**11), rates)
def test_every_step_needs_at_least_as_many_as_the_next(amount: int, each: Rates) -> None:
    steps = need(amount, each)
    assert None not in (steps.orders, steps.offers, steps.meetings, steps.reached, steps.attempts)
    assert (steps.orders or 0) <= (steps.offers or 0) <= (steps.meetings or 0) <= (steps.reached or 0)


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        ("average_order", Steps(None, None, None, None, None)),
        ("hit", Steps(12, None, None, None, None)),
        ("offer", Steps(12, 24, None, None, None)),
        ("meeting", Steps(12, 24, 32, None, None)),
        ("reached", Steps(12, 24, 32, 128, None)),
    ],
)
@pytest.mark.parametrize("value", [None, "0.00"])
def test_a_rate_that_is_missing_or_0_leaves_the_steps_after_it_untold(
    gone: str, expected: Steps, value: str | None
) -> None:
    told = {**KNOWN, gone: value} if value else {key: each for key, each in KNOWN.items() if key != gone}
    funnel = funnel_of(basis(programme=programme(rates=told)))
    assert funnel is not None
    assert funnel.need == expected
    assert funnel.missing.attempts is None


def test_nothing_is_needed_when_the_goal_is_reached() -> None:
    funnel = funnel_of(basis(orders=[order("o1", amount="500000.00", date="2027-01-20")]))
    assert funnel is not None
    assert funnel.rest == 0
    assert (funnel.remaining, funnel.coverage) == (Steps(0, 0, 0, 0, 0), None)


def test_a_goal_in_orders_counts_orders() -> None:
    goal = {
        "id": "m1",
        "title": "Tolv",
        "measure": "orders",
        "unit": "count",
        "target": "12.00",
        "deadline": "2027-03-31",
    }
    sold = [order("o1", amount="1.00", date="2027-01-20"), order("o2", amount="1.00", date="2027-01-21")]
    out = [offer("t1", state="sent", sent="2027-02-01", amount="9.00", probability="60.00")]
    funnel = funnel_of(basis(programme=programme(goals=[goal]), orders=sold, offers=out))
    assert funnel is not None
    assert (funnel.need.orders, funnel.remaining_before.orders, funnel.remaining.orders) == (12, 10, 10)
    assert funnel.rest_after_pipeline == 9_40


def test_without_a_goal_of_order_intake_there_is_no_funnel() -> None:
    assert funnel_of(basis(programme=programme(goals=[]))) is None


def test_an_offer_without_a_probability_is_as_likely_as_planned() -> None:
    out = [offer("t1", state="sent", sent="2027-02-01", amount="100000.00")]
    funnel = funnel_of(basis(offers=out))
    assert funnel is not None
    assert funnel.rest - funnel.rest_after_pipeline == 50_000_00


def test_few_cases_are_drawn_towards_the_plan_and_twenty_are_not() -> None:
    half = Rate(Fraction(1, 2))
    assert measured(4, 6, half) == Rate(Fraction(9, 16), 6, is_smoothed=True)
    assert measured(0, 0, half) == Rate(Fraction(1, 2), 0, is_smoothed=True)
    assert measured(4, 20, half) == Rate(Fraction(1, 5), 20)
    assert measured(4, 19, half).is_smoothed


def test_without_a_planned_rate_the_measured_one_counts_and_nothing_makes_none() -> None:
    assert measured(1, 4, Rate(None)) == Rate(Fraction(1, 4), 4, is_smoothed=True)
    assert measured(0, 0, Rate(None)) == Rate(None)


def test_own_rates_are_measured_from_calls_meetings_offers_and_orders() -> None:
    rows = [phoned("a1", 40, reached=10, booked=2), row("a2", date="2027-01-06", state="done", channel="meeting")]
    rates = own_rates(basis(*rows))
    assert (rates.reached, rates.reached.is_smoothed) == (Rate(Fraction(1, 4), 40), False)
    assert rates.meeting.value == (2 + 10 * Fraction(1, 4)) / 20
    assert rates.is_smoothed


def test_the_samples_own_rates_say_which_rest_on_few_cases() -> None:
    rates = own_rates(quarter())
    assert (rates.reached.value, rates.meeting.value) == (Fraction(49, 92), Fraction(12, 49))
    assert rates.hit == Rate(Fraction(9, 16), 6, is_smoothed=True)
    funnel = funnel_of(quarter(), rates)
    assert funnel is not None
    assert funnel.rates.is_smoothed
    assert funnel.need.attempts != 256


def test_what_is_planned_ahead_tells_what_it_gives_at_the_rates() -> None:
    rows = [row(f"a{day}", date=f"2027-03-{day:02}", channel="phone", quantity_planned=10) for day in range(1, 6)]
    rows.append(row("m1", bucket="2027-W10", channel="visit", quantity_planned=3))
    funnel = funnel_of(basis(*rows))
    assert funnel is not None
    assert funnel.planned_ahead == Steps(orders=1, offers=2, meetings=3, reached=25, attempts=50)
    written = row("t1", date="2027-03-01", channel="offer", quantity_planned=5)
    with_offers = funnel_of(basis(*rows, written))
    assert with_offers is not None
    assert (with_offers.planned_ahead.offers, with_offers.planned_ahead.orders) == (5, 2)


@given(st.integers(0, 400))
def test_one_call_more_in_the_plan_is_one_missing_less(number: int) -> None:
    def missing(calls: int) -> int | None:
        planned = [row("a1", date="2027-03-01", channel="phone", quantity_planned=calls)]
        funnel = funnel_of(basis(*planned))
        return None if funnel is None else funnel.missing.attempts

    assert missing(number) == max(0, 256 - number)


def test_the_figures_are_as_of_a_day() -> None:
    early: Basis = basis_of(quarter().plan, quarter().programme, dt.date(2027, 1, 20))
    funnel = funnel_of(early)
    assert funnel is not None
    assert early.orders == ()
    assert funnel.rest == 480_000_00
    assert {each.id for each in early.open_offers} == {"t01", "t02", "t03", "t04", "t05"}
