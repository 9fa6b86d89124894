"""What was left undone, since when, and when it is asked why something is put off once more."""

import datetime as dt

import pytest

from salgsplan_tui.domain.activity import Activity, Reschedule
from salgsplan_tui.domain.carry_over import left_since, left_today, left_undone, rows_in_leave, wants_reason
from salgsplan_tui.domain.dates import day_span
from salgsplan_tui.domain.days_off import Half
from salgsplan_tui.domain.leave import take_leave
from salgsplan_tui.domain.placement import Placement
from tests.planning import NOW, STAMP, WEDNESDAY, plan_of, row

MONDAY = dt.datetime(2027, 2, 22, 8, 0)


def ids(rows: tuple[Activity, ...]) -> list[str]:
    return [each.id for each in rows]


def test_what_should_have_been_over_before_today_was_left_undone() -> None:
    plan = plan_of(
        row("done", date="2027-02-16", state="done"),
        row("idea"),
        row("week6", bucket="2027-W06"),
        row("week7", bucket="2027-W07"),
        row("yesterday", date="2027-02-16"),
        row("campaign", date="2027-02-10", end_date="2027-02-19"),
        row("early", date="2027-02-17", start="07:00", minutes=30),
        row("later", date="2027-02-17", start="10:00"),
    )
    assert ids(left_undone(plan, NOW)) == ["week6", "yesterday"]


def test_on_monday_everything_open_of_last_week_was_left_undone() -> None:
    plan = plan_of(
        row("bucket", bucket="2027-W07"),
        row("monday", date="2027-02-15"),
        row("friday", date="2027-02-19", start="14:30", minutes=45),
        row("today", date="2027-02-22"),
    )
    left = left_undone(plan, MONDAY)
    assert ids(left) == ["bucket", "monday", "friday"]
    assert left_since(left, MONDAY.date()) == "last_week"


@pytest.mark.parametrize(
    ("days", "today", "since"),
    [
        (["2027-02-16"], WEDNESDAY, "yesterday"),
        (["2027-02-16", "2027-02-15"], WEDNESDAY, "before"),
        (["2027-02-10", "2027-02-12"], WEDNESDAY, "last_week"),
        (["2027-02-19"], MONDAY.date(), "last_week"),
        (["2027-02-21"], MONDAY.date(), "last_week"),
        (["2027-02-05"], MONDAY.date(), "before"),
    ],
)
def test_since_when_is_told_by_the_rows_themselves(days: list[str], today: dt.date, since: str) -> None:
    assert left_since([row(f"r{at}", date=day) for at, day in enumerate(days)], today) == since


def moved(times: int, **fields: object) -> Activity:
    event = Reschedule(from_="2027-02-01", to="2027-02-02", at=STAMP)
    return row("r1", **fields).changed_to(reschedules=(event,) * times)


@pytest.mark.parametrize(
    ("times", "to", "asked"),
    [
        (0, Placement(dt.date(2027, 2, 18)), False),
        (1, Placement(dt.date(2027, 2, 18)), False),
        (2, Placement(dt.date(2027, 2, 18)), True),
        (5, Placement(dt.date(2027, 2, 18)), True),
        (2, Placement(bucket="2027-W08"), True),
        (2, Placement(), True),
        (2, Placement(WEDNESDAY, dt.time(15)), False),
        (2, Placement(dt.date(2027, 2, 16)), False),
        (2, Placement(bucket="2027-W07"), False),
    ],
)
def test_the_third_time_it_is_asked_why(times: int, to: Placement, asked: bool) -> None:  # noqa: FBT001  # an expectation
    assert wants_reason(moved(times, date="2027-02-17"), to) is asked


def test_the_first_placing_of_a_bucket_row_is_no_putting_off() -> None:
    assert not wants_reason(moved(2, bucket="2027-W06"), Placement(dt.date(2027, 2, 18)))


@pytest.mark.parametrize(
    ("half", "hit"),
    [
        (None, ["untimed", "early", "noon", "late"]),
        ("morning", ["early", "noon"]),
        ("afternoon", ["noon", "late"]),
    ],
)
def test_the_rows_in_the_time_off_are_those_to_move(half: Half | None, hit: list[str]) -> None:
    plan = plan_of(
        row("untimed", date="2027-02-17"),
        row("early", date="2027-02-17", start="09:00", minutes=60),
        row("noon", date="2027-02-17", start="11:30", minutes=60),
        row("late", date="2027-02-17", start="14:00", minutes=60),
        row("over", date="2027-02-17", start="08:00", minutes=10, state="done"),
        row("campaign", date="2027-02-17", end_date="2027-02-26"),
    )
    assert ids(rows_in_leave(take_leave(plan, day_span(WEDNESDAY), half=half), WEDNESDAY)) == hit


def test_a_row_of_leave_is_not_moved_out_of_the_leave_it_makes() -> None:
    plan = plan_of(row("own", date="2027-02-17", channel="internal", type="leave"), row("r1", date="2027-02-17"))
    assert ids(rows_in_leave(plan, WEDNESDAY)) == ["r1"]
    assert rows_in_leave(plan_of(row("r1", date="2027-02-17")), WEDNESDAY) == ()


def test_the_rest_of_today_is_what_stands_on_it_and_goes_on_no_longer() -> None:
    plan = plan_of(
        row("a1", date="2027-02-17", start="15:00"),
        row("a2", date="2027-02-17", start="09:00"),
        row("a3", date="2027-02-17", end_date="2027-02-19"),
        row("a4", date="2027-02-16"),
        row("a5", date="2027-02-17", state="done", outcome="reached"),
        row("a6", date="2027-02-17", channel="internal", type="leave"),
        row("a7", date="2027-02-16", end_date="2027-02-17"),
    )
    assert [each.id for each in left_today(plan, NOW)] == ["a7", "a2", "a1"]
