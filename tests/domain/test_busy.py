"""When a row keeps the seller busy: its time, its days, the way there and back."""

import datetime as dt

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.busy import busy_on, travel_within
from salgsplan_tui.domain.dates import day_span
from tests.planning import WEDNESDAY, row


def clock(activity: Activity, day: dt.date) -> str:
    busy = busy_on(activity, day)
    return "-" if busy is None else f"{busy.start:%H:%M}-{busy.end:%H:%M}"


def test_a_row_is_busy_from_setting_out_until_back() -> None:
    visit = row("a1", date="2027-02-17", start="11:00", minutes=60, travel_before=30, travel_after=20)
    assert clock(visit, WEDNESDAY) == "10:30-12:20"
    assert visit.busy == busy_on(visit, WEDNESDAY)


def test_a_row_without_a_time_or_a_day_is_busy_at_no_time() -> None:
    assert row("a1", date="2027-02-17", minutes=60, travel_before=30).busy is None
    assert row("a1", bucket="2027-W07", minutes=60).busy is None
    assert clock(row("a1", date="2027-02-16", start="09:00", minutes=60), WEDNESDAY) == "-"


def test_a_fair_is_busy_each_working_day_and_travelled_to_once() -> None:
    fair = row(
        "a38", channel="trade_fair", date="2027-02-12", end_date="2027-02-16", start="09:00", minutes=1260,
        travel_before=90, travel_after=60,
    )  # fmt: skip
    days = [dt.date(2027, 2, day) for day in range(12, 17)]
    assert [clock(fair, day) for day in days] == ["07:30-16:00", "-", "-", "09:00-16:00", "09:00-17:00"]
    assert [travel_within(fair, day_span(day)) for day in days] == [90, 0, 0, 0, 60]


def test_a_campaign_is_busy_on_its_first_day_alone() -> None:
    spots = row("a35", channel="radio", date="2027-02-16", end_date="2027-03-02", start="09:00", minutes=30)
    assert (clock(spots, dt.date(2027, 2, 16)), clock(spots, WEDNESDAY)) == ("09:00-09:30", "-")


def test_minutes_of_a_fair_over_new_year_and_a_month_end_are_all_there() -> None:
    fair = row("a1", channel="event", date="2026-12-30", end_date="2027-01-04", start="10:00", minutes=241)
    days = [dt.date(2026, 12, 30) + dt.timedelta(days=number) for number in range(6)]
    assert [clock(fair, day) for day in days] == ["10:00-11:01", "10:00-11:00", "10:00-11:00", "-", "-", "10:00-11:00"]
