"""What service came to: the golden values of chapter 8.6, and each rate with its n."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales import Order
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.service_results import ServiceResults, usual_period
from tests.planning import NOW, WEDNESDAY, case, order, plan_of
from tests.sample_quarter import quarter_plan

QUARTER = Span(dt.date(2027, 1, 1), dt.date(2027, 4, 1))


def results(*cases: ServiceCase, orders: tuple[Order, ...] = (), now: dt.datetime = NOW) -> ServiceResults:
    plan = replace(plan_of(), cases={each.id: each for each in cases}, orders={each.id: each for each in orders})
    return ServiceResults(plan, QUARTER, now)


def test_the_golden_values_come_out_of_the_sample() -> None:
    plan = quarter_plan()
    found = ServiceResults(plan, usual_period(plan, WEDNESDAY), NOW)
    assert [len(found.opened), len(found.closed), len(found.open)] == [3, 2, 1]
    assert [found.response.value, found.response.n] == [Fraction(85, 2), 2]
    assert [found.resolution.value, found.resolution.n] == [Fraction(2205 + 2460, 2), 2]
    assert [found.recovery.part, found.recovery.whole] == [2, 2]
    assert [found.joy.part, found.joy.whole] == [1, 2]
    assert [found.lift.value, found.lift.n] == [3, 2]
    assert [found.repurchase.part, found.repurchase.whole, found.may_still_buy] == [1, 2, 1]
    assert [found.answered_in_time.part, found.solved_in_time.part, found.solved_in_time.whole] == [2, 1, 2]
    assert found.results == {"satisfied": 1, "buyers_joy": 1}
    assert found.late == found.without_next == ()
    assert found.cost.value == Fraction(1200_00 + 24 * 530 + 30 * 530, 2)


def test_of_no_cases_there_is_no_figure() -> None:
    found = results()
    assert [found.response.value, found.recovery.value, found.lift.value, found.cost.value] == [None, None, None, None]
    assert [found.repurchase.value, found.answered_in_time.value] == [None, None]


def test_an_order_counts_as_bought_again_for_ninety_days_and_the_first_one_never() -> None:
    closed = {"state": "closed", "opened": "2027-01-04T10:00", "resolved": "2027-01-05T10:00", "closed": "2027-01-06"}
    too_late = order("o1", date="2027-04-06")
    in_time = order("o2", date="2027-04-05")
    now = dt.datetime(2027, 4, 10, 8)
    assert results(case("s1", **closed), orders=(too_late,), now=now).repurchase.part == 0
    assert results(case("s1", **closed), orders=(in_time,), now=now).repurchase.part == 1
    assert results(case("s1", **closed, order="o2"), orders=(in_time,), now=now).repurchase.part == 0
    assert results(case("s1", **closed), orders=(too_late,), now=now).may_still_buy == 0
    assert results(case("s1", **closed, type="praise")).repurchase.whole == 0


def test_causes_are_told_the_most_frequent_first() -> None:
    cases = [case(f"s{number}", cause=cause) for number, cause in enumerate(["støy", "feil vare", "støy", ""])]
    assert results(*cases).causes == (("støy", 2), ("feil vare", 1))


def test_without_a_programme_the_figures_are_of_the_quarter() -> None:
    plan: Plan = plan_of()
    assert usual_period(plan, dt.date(2027, 2, 17)) == QUARTER
    assert usual_period(plan, dt.date(2027, 12, 31)) == Span(dt.date(2027, 10, 1), dt.date(2028, 1, 1))
