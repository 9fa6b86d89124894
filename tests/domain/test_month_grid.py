"""A month in whole weeks, and how full its days are."""

import datetime as dt

import pytest

from salgsplan_tui.domain.dates import Span, week_of
from salgsplan_tui.domain.month_grid import DayLoad, loads_of, month_later, month_weeks
from tests.planning import plan_of, row


def test_a_month_is_shown_in_the_weeks_it_touches() -> None:
    march = month_weeks(dt.date(2027, 3, 17))
    assert [week.start for week in march] == [dt.date(2027, 3, day) for day in (1, 8, 15, 22, 29)]


def test_february_that_begins_on_a_monday_has_four_weeks_and_may_2027_six() -> None:
    assert len(month_weeks(dt.date(2027, 2, 1))) == 4
    assert len(month_weeks(dt.date(2027, 5, 1))) == 6


def test_a_day_is_as_full_as_its_hours() -> None:
    plan = plan_of(
        row("a1", date="2027-02-17", minutes=225),
        row("b1", date="2027-02-17", minutes=60, state="cancelled"),
        row("c1", date="2027-02-18", minutes=45),
    )
    loads = loads_of(plan, week_of(dt.date(2027, 2, 17)))
    wednesday = loads[dt.date(2027, 2, 17)]
    assert (wednesday.planned_minutes, wednesday.capacity_minutes, wednesday.tenths) == (225, 450, 5)
    assert [load.planned_minutes for load in loads.values()] == [0, 0, 225, 45, 0, 0, 0]


def test_a_fair_and_leave_are_on_each_of_their_days() -> None:
    plan = plan_of(
        row("fair", channel="trade_fair", date="2027-03-10", end_date="2027-03-12", minutes=1260),
        row("leave", channel="internal", type="leave", kind="private", date="2027-03-15", end_date="2027-03-16"),
    )
    loads = loads_of(plan, Span(dt.date(2027, 3, 10), dt.date(2027, 3, 17)))
    assert [load.planned_minutes for load in loads.values()] == [420, 420, 420, 0, 0, 0, 0]
    assert [load.capacity_minutes for load in loads.values()] == [450, 450, 450, 0, 0, 0, 0]


@pytest.mark.parametrize(("minutes", "tenths"), [(0, 0), (1, 1), (450, 10), (451, 11), (2000, 11)])
def test_a_little_is_seen_and_too_much_is_too_much(minutes: int, tenths: int) -> None:
    assert DayLoad(dt.date(2027, 2, 17), minutes, 450).tenths == tenths


def test_work_on_a_red_day_is_too_much_and_rest_is_none() -> None:
    assert DayLoad(dt.date(2027, 5, 17), 30, 0).tenths == 11
    assert DayLoad(dt.date(2027, 5, 17), 0, 0).tenths == 0


def test_holidays_and_sundays_are_red_and_saturdays_are_not() -> None:
    red = [DayLoad(dt.date(2027, 5, day), 0, 0).is_red for day in (15, 16, 17, 18)]
    assert red == [False, True, True, False]


def test_a_month_later_keeps_the_day_or_takes_the_last() -> None:
    assert month_later(dt.date(2027, 1, 31), 1) == dt.date(2027, 2, 28)
    assert month_later(dt.date(2027, 1, 17), -1) == dt.date(2026, 12, 17)
