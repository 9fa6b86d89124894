"""The next free place in the working hours."""

import datetime as dt

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import week_span
from salgsplan_tui.domain.free_time import first_gap, next_free
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from tests.planning import NOW, plan_of, row

WEEK = week_span("2027-W07")


def placed(plan: Plan, activity: Activity, *, now: dt.datetime = NOW) -> Placement:
    return next_free(activity, now, lambda _weeks: plan)


def day_plan_of(*more: Activity) -> Plan:
    return plan_of(
        row("call", date="2027-02-17", start="09:00", minutes=30),
        row("meeting", date="2027-02-17", start="11:00", minutes=60),
        row("case", date="2027-02-17", start="14:00", minutes=30),
        *more,
    )


def test_an_overdue_row_goes_to_the_first_gap_of_its_length_today() -> None:
    overdue = row("session", date="2027-02-16", start="09:00", minutes=120)
    assert placed(day_plan_of(overdue), overdue) == Placement(dt.date(2027, 2, 17), dt.time(12))


def test_a_short_row_takes_a_shorter_gap() -> None:
    overdue = row("short", date="2027-02-16", start="09:00", minutes=45)
    assert placed(day_plan_of(overdue), overdue) == Placement(dt.date(2027, 2, 17), dt.time(8))


def test_the_time_that_has_passed_is_not_free_and_quarters_are_kept() -> None:
    overdue = row("short", date="2027-02-16", start="09:00", minutes=45)
    now = NOW.replace(hour=9, minute=37)
    assert placed(day_plan_of(overdue), overdue, now=now) == Placement(dt.date(2027, 2, 17), dt.time(9, 45))


def test_a_row_ahead_goes_to_a_place_after_its_own() -> None:
    plan = day_plan_of()
    assert placed(plan, plan.activity("meeting")) == Placement(dt.date(2027, 2, 17), dt.time(12))


def test_a_full_afternoon_leads_to_the_next_working_day() -> None:
    overdue = row("long", date="2027-02-16", start="09:00", minutes=300)
    assert placed(day_plan_of(overdue), overdue) == Placement(dt.date(2027, 2, 18), dt.time(8))


def test_weekends_red_days_and_leave_are_not_free() -> None:
    leave = row("leave", channel="internal", type="leave", kind="private", date="2027-03-24", minutes=450)
    late = row("late", date="2027-03-23", start="15:00", minutes=60)
    now = dt.datetime(2027, 3, 23, 16, 0)
    # Wednesday is leave, Thursday to Monday are Easter.
    assert placed(plan_of(leave, late), late, now=now) == Placement(dt.date(2027, 3, 30), dt.time(8))


def test_a_row_without_a_time_goes_to_a_day_with_room() -> None:
    plan = plan_of(row("full", date="2027-02-17", minutes=440), row("idea", date="2027-02-16", minutes=60))
    assert placed(plan, plan.activity("idea")) == Placement(dt.date(2027, 2, 18))


def test_a_row_of_a_week_is_placed_in_that_week() -> None:
    plan = plan_of(row("offer", bucket="2027-W09", minutes=60))
    assert placed(plan, plan.activity("offer")) == Placement(dt.date(2027, 3, 1))


def test_a_fair_of_several_days_begins_on_the_next_working_day() -> None:
    fair = row("fair", channel="trade_fair", date="2027-02-10", end_date="2027-02-12", start="09:00", minutes=1260)
    assert placed(plan_of(fair), fair) == Placement(dt.date(2027, 2, 17), dt.time(9))


def test_rows_that_are_placed_together_do_not_take_the_same_place() -> None:
    first, second = (row(each, date="2027-02-16", start="09:00", minutes=60) for each in ("first", "second"))
    plan = plan_of(first, second)
    taken = first.changed_to(date=dt.date(2027, 2, 17), start=dt.time(8))
    assert next_free(second, NOW, lambda _weeks: plan, [taken]) == Placement(dt.date(2027, 2, 17), dt.time(9))


def test_only_the_weeks_looked_at_are_asked_for() -> None:
    asked: list[str] = []
    overdue = row("session", date="2027-02-16", start="09:00", minutes=120)
    plan = plan_of(overdue)

    def weeks(keys: object) -> Plan:
        asked.extend(str(key) for key in (keys if isinstance(keys, list) else []))
        return plan

    next_free(overdue, NOW, weeks)
    assert asked == ["2027-W07"]


def test_a_plan_that_is_full_for_three_months_gives_the_next_working_day() -> None:
    days = [dt.date(2027, 2, 17) + dt.timedelta(days=number) for number in range(100)]
    full = [row(f"f{number}", date=day.isoformat(), start="08:00", minutes=480) for number, day in enumerate(days)]
    overdue = row("session", date="2027-02-16", start="09:00", minutes=120)
    assert placed(plan_of(*full, overdue), overdue) == Placement(dt.date(2027, 2, 17), dt.time(9))


def test_a_row_of_the_week_goes_to_the_weeks_first_gap_that_fits() -> None:
    letters = row("letters", bucket="2027-W07", minutes=90)
    assert first_gap(day_plan_of(letters), letters, WEEK, NOW) == Placement(dt.date(2027, 2, 17), dt.time(9, 30))
    long = row("long", bucket="2027-W07", minutes=200)
    assert first_gap(day_plan_of(long), long, WEEK, NOW) == Placement(dt.date(2027, 2, 18), dt.time(8))


def test_past_days_have_no_gap_and_a_full_week_none_at_all() -> None:
    letters = row("letters", bucket="2027-W07", minutes=90)
    assert first_gap(day_plan_of(letters), letters, week_span("2027-W06"), NOW) is None
    full = [row(f"d{day}", date=f"2027-02-{day}", start="08:00", minutes=480) for day in range(17, 20)]
    assert first_gap(plan_of(letters, *full), letters, WEEK, NOW) is None


def test_a_row_of_a_day_gets_a_time_on_that_day_and_one_with_a_deadline_before_it() -> None:
    of_friday = row("friday", date="2027-02-19", minutes=60)
    assert first_gap(day_plan_of(of_friday), of_friday, WEEK, NOW) == Placement(dt.date(2027, 2, 19), dt.time(8))
    due = row("due", bucket="2027-W07", due="2027-02-17", minutes=200)
    assert first_gap(day_plan_of(due), due, WEEK, NOW) is None
