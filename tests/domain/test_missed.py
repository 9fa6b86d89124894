"""Missed occurrences: told one by one as far as that helps, and the rest counted (a year away is no flood)."""

import datetime as dt

import pytest

from salgsplan_tui.domain import edits, life
from salgsplan_tui.domain.activity import Outcome
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.missed import count_older, settle_older
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.results import Result
from tests.planning import NOW, STAMP, plan_of


def series(identity: str = "s1", **fields: object) -> Series:
    given = {"id": identity, "title": "Ringeøkt", "start": "09:00", "minutes": 60, "first": "2026-02-02"}
    return checked_fields(Series, given | fields)


DAILY = series(rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", on_holiday="skip")
WEEKLY = series("s2", rrule="FREQ=WEEKLY;BYDAY=FR")
MONTHLY = series("s3", rrule="FREQ=MONTHLY;BYMONTHDAY=3")


def told(plan: Plan, now: dt.datetime = NOW) -> list[str]:
    return [each.id for each in plan.overdue(now)]


def test_of_each_series_the_last_one_and_those_of_the_last_week_are_told() -> None:
    plan = plan_of(series=(DAILY, WEEKLY, MONTHLY))
    assert told(plan) == [
        "s3-20270203", "s1-20270210", "s1-20270211", "s1-20270212", "s2-20270212", "s1-20270215", "s1-20270216",
    ]  # fmt: skip


def test_after_a_year_away_there_is_no_flood() -> None:
    plan, later = plan_of(series=(DAILY, WEEKLY, MONTHLY)), dt.datetime(2028, 2, 17, 8, 0)
    assert len(told(plan, later)) <= 8
    assert count_older(plan, later, ()) > 500
    assert len(plan.overdue(later, older=True)) == len(told(plan, later)) + count_older(plan, later, ())


def test_what_was_touched_is_not_missed() -> None:
    plan = plan_of(series=(WEEKLY,))
    plan = life.done(plan, "s2-20270212", Result(Outcome.REACHED), now=NOW, at=STAMP)
    assert told(plan) == []
    assert count_older(plan, NOW, {"s2-20270205"}) == count_older(plan, NOW, ()) - 1


def test_who_has_dealt_with_the_last_one_is_not_led_back_from_one_to_the_next() -> None:
    plan = life.skip(plan_of(series=(MONTHLY,)), "s3-20270203", at=STAMP)
    assert told(plan) == []


def test_one_of_today_is_missed_when_its_time_is_over() -> None:
    plan = plan_of(series=(series(rrule="FREQ=DAILY", first="2027-02-17"),))
    assert told(plan, NOW) == []
    assert told(plan, NOW.replace(hour=11)) == ["s1-20270217"]


def test_the_older_ones_are_settled_at_once_and_are_then_not_done() -> None:
    plan = settle_older(plan_of(series=(DAILY, MONTHLY)), NOW, at=STAMP)
    assert count_older(plan, NOW, ()) == 0
    assert told(plan) == told(plan_of(series=(DAILY, MONTHLY)))
    assert plan.activity("s1-20270209").state == "skipped"
    assert not any(sheet.activities for sheet in plan.sheets.values())


def test_of_weeks_that_nobody_has_looked_at_nothing_is_told() -> None:
    plan = plan_of(series=(WEEKLY, MONTHLY))
    known = Plan(**(vars(plan) | {"seen": frozenset({"2027-W06", "2027-W07"})}))
    assert told(known) == ["s2-20270212"]


@pytest.mark.parametrize("hour", [8, 12])
def test_a_row_that_was_only_looked_at_more_closely_is_told_once(hour: int) -> None:
    plan = edits.change(plan_of(series=(WEEKLY,)), "s2-20270212", at=STAMP, notes="Ring før 10")
    assert told(plan, NOW.replace(hour=hour)) == ["s2-20270212"]
