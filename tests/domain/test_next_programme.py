"""The next quarter from this one: weekdays kept, red days left out, unfinished carried on, rates as measured."""

import datetime as dt
from itertools import count

import pytest

from salgsplan_tui.domain.activity import Reason, State
from salgsplan_tui.domain.dates import inclusive
from salgsplan_tui.domain.next_programme import NextProgramme, SteadyIds, Why, begin, next_programme, next_span
from tests.planning import STAMP
from tests.sample_quarter import quarter_plan

END = dt.datetime(2027, 3, 29, 8, 0)
"""In the quarter's last week: Easter Monday."""


@pytest.fixture(name="following", scope="module")
def _following() -> NextProgramme:
    numbers = count()
    plan = quarter_plan()
    return next_programme(plan, plan.sales_plans["q1-2027"], "2. kvartal", END, lambda: f"new-{next(numbers)}")


@pytest.mark.parametrize(
    ("first", "last", "start", "end"),
    [
        ("2027-01-01", "2027-03-31", "2027-04-01", "2027-06-30"),
        ("2027-01-04", "2027-03-31", "2027-04-01", "2027-06-30"),
        ("2027-10-01", "2027-12-31", "2028-01-01", "2028-03-31"),
        ("2027-02-01", "2027-02-28", "2027-03-01", "2027-03-31"),
        ("2027-02-15", "2027-02-21", "2027-02-22", "2027-02-28"),
        ("2027-02-20", "2027-02-28", "2027-03-01", "2027-03-09"),
    ],
)
def test_what_ends_with_a_month_goes_on_in_whole_months(first: str, last: str, start: str, end: str) -> None:
    days = [dt.date.fromisoformat(each) for each in (first, last, start, end)]
    assert next_span(inclusive(days[0], days[1])) == inclusive(days[2], days[3])


def test_the_new_programme_is_a_draft_with_open_goals_and_measured_rates(following: NextProgramme) -> None:
    new, old = following.programme, quarter_plan().sales_plans["q1-2027"]
    assert (new.title, new.status, new.start, new.end) == (
        "2. kvartal",
        "draft",
        dt.date(2027, 4, 1),
        dt.date(2027, 6, 30),
    )
    assert {goal.status for goal in new.goals} == {"open"}
    assert [goal.title for goal in new.goals] == [goal.title for goal in old.goals]
    assert {goal.deadline for goal in new.goals} == {dt.date(2027, 6, 30)}
    assert not {goal.id for goal in new.goals} & {goal.id for goal in old.goals}
    assert new.rates != old.rates
    assert new.rates is not None
    assert None not in (new.rates.reached, new.rates.meeting, new.rates.offer, new.rates.hit, new.rates.average_order)
    names = {each.id for each in new.strategies}
    assert {each.strategy for each in new.budget_lines} <= names | {"shared"}


def test_weekdays_are_kept_and_red_days_left_out(following: NextProgramme) -> None:
    copies = following.copies
    assert copies.days % 7 == 0
    assert copies.rows
    for row in copies.rows:
        moved = copies.moved(row.date)
        assert moved is None or (row.date is not None and moved.weekday() == row.date.weekday())
        assert moved is None or moved in following.programme.span
    assert {copies.moved(row.date) for row in copies.left_out} <= {dt.date(2027, 5, 6), dt.date(2027, 5, 17)}
    assert not [row for row in copies.rows if row.state in {State.CANCELLED, State.SKIPPED}]


def test_what_was_not_finished_goes_into_the_first_week_with_its_reason(following: NextProgramme) -> None:
    plan = quarter_plan()
    new_ids = {row.id: f"copy-{number}" for number, row in enumerate(following.copies.rows)}
    whys = {row.id: Why(Reason.LOWER_PRIORITY, "rakk det ikke") for row in following.carried}
    whys["a26"] = Why(Reason.ILL)
    after = begin(plan, following, new_ids, at=STAMP, whys=whys)
    assert following.carried
    for row in following.carried:
        now = after.activity(row.id)
        assert (now.date, now.bucket, now.state) == (None, "2027-W13", row.state)
        reason = Reason.ILL if row.id == "a26" else Reason.LOWER_PRIORITY
        assert now.reschedules[-1].reason is reason
        assert row.id not in new_ids
    for old_id, new_id in new_ids.items():
        old, new = plan.activity(old_id), after.activity(new_id)
        assert new.is_open
        assert new.goal == (None if old.goal is None else following.ids.get(old.goal, old.goal))
        assert all((item.committed, item.actual) == (0, 0) for item in new.costs)
    assert after.sales_plans[following.programme.id] == following.programme.changed_to(created=STAMP, changed=STAMP)


def test_what_belongs_to_days_gone_by_is_not_carried_on(following: NextProgramme) -> None:
    assert [(each.row.id, each.why) for each in following.stays] == [("a31", "review_gone_by"), ("a38", "event_over")]
    named = {row.id for row in (*following.carried, *following.copies.rows, *following.copies.left_out)}
    assert not named & {"a31", "a38"}


def test_an_edit_that_is_applied_again_gives_the_same_ids() -> None:
    numbers = count()
    ids = SteadyIds(lambda: f"n{next(numbers)}")
    first, second = ids.from_the_first(), ids.from_the_first()
    assert [first(), first(), second(), second(), second()] == ["n0", "n1", "n0", "n1", "n2"]
    assert ids.from_the_first()() == "n0"
