"""When the reviews of a month and a quarter are due, and in which week's file it is noted how far they came."""

import datetime as dt
from dataclasses import replace

import pytest

from salgsplan_tui.domain.dates import inclusive
from salgsplan_tui.domain.leave import take_leave
from salgsplan_tui.domain.period_review import (
    due_on,
    due_reviews,
    home_of,
    month_to_review,
    note_progress,
    progress_of,
    quarter_to_review,
)
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sheet import Progress
from tests.planning import NOW, plan_of
from tests.sample_quarter import quarter_plan

NONE: tuple[str, ...] = ()


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("on", "due"),
    [
        ("2027-02-17", NONE),
        ("2027-02-28", NONE),
        ("2027-03-01", ("2027-02",)),
        ("2027-03-05", ("2027-02",)),
        ("2027-03-08", NONE),
        ("2027-03-19", NONE),
        ("2027-03-22", ("2027-Q1",)),  # the fifth working day from the end: Easter takes four
        ("2027-03-31", ("2027-Q1",)),
        ("2027-04-01", ("2027-03", "2027-Q1")),
        ("2027-04-07", ("2027-03", "2027-Q1")),
        ("2027-04-08", NONE),
        ("2027-05-01", NONE),  # a red Saturday
        ("2027-05-03", ("2027-04",)),
        ("2027-05-10", ("2027-04",)),  # Ascension Day and a Sunday lie between
        ("2027-05-11", NONE),
        ("2027-12-31", ("2027-Q4",)),
        ("2028-01-03", ("2027-12", "2027-Q4")),
        ("0001-01-01", NONE),
        ("9999-12-31", NONE),
    ],
)
def test_the_first_five_working_days_of_a_month_and_the_last_of_a_quarter(on: str, due: tuple[str, ...]) -> None:
    assert due_on(plan_of(), day(on)) == due


def test_own_days_off_do_not_count() -> None:
    plan = take_leave(plan_of(), inclusive(day("2027-03-01"), day("2027-03-02")))
    assert [due_on(plan, day(each)) for each in ("2027-03-01", "2027-03-09")] == [NONE, ("2027-02",)]


def test_only_what_a_programme_was_worked_by_and_is_not_finished_is_offered() -> None:
    plan, first = quarter_plan(), day("2027-03-01")
    assert due_reviews(plan, first) == ("2027-02",)
    assert due_reviews(plan_of(), first) == NONE
    assert due_reviews(replace(plan, sales_plans={}), first) == NONE
    assert due_reviews(note_progress(plan, "2027-02", reached=4), first) == ("2027-02",)
    assert due_reviews(note_progress(plan, "2027-02", reached=7, done=NOW), first) == NONE
    archived = {key: each.changed_to(status="archived") for key, each in plan.sales_plans.items()}
    assert due_reviews(replace(plan, sales_plans=archived), first) == NONE


@pytest.mark.parametrize(
    ("period", "week"),
    [("2027-02", "2027-W09"), ("2027-03", "2027-W13"), ("2027-Q1", "2027-W13"), ("2026-12", "2026-W53")],
)
def test_its_progress_stands_with_the_week_that_begins_what_follows_or_ends_the_quarter(period: str, week: str) -> None:
    assert home_of(period) == week
    plan: Plan = note_progress(plan_of(), period, reached=2)
    assert list(plan.sheets) == [week]
    assert progress_of(plan, period) == Progress(2)


@pytest.mark.parametrize(
    ("on", "month", "quarter"),
    [
        ("2027-02-17", "2027-01", "2026-Q4"),
        ("2027-03-01", "2027-02", "2027-Q1"),
        ("2027-04-30", "2027-03", "2027-Q1"),
        ("2027-01-01", "2026-12", "2026-Q4"),
    ],
)
def test_what_is_looked_back_on_from_a_day(on: str, month: str, quarter: str) -> None:
    assert (month_to_review(day(on)), quarter_to_review(day(on))) == (month, quarter)
