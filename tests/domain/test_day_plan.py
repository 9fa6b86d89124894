"""The day plan and the week plan: rows, load, cost, free time and warnings."""

import datetime as dt

from salgsplan_tui.domain.activity import State
from salgsplan_tui.domain.busy import minutes_within
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.day_plan import day_plan, gaps, week_plan
from tests.planning import NOW, WEDNESDAY, plan_of, row


def test_a_day_lists_untimed_rows_first_and_then_by_the_clock() -> None:
    plan = plan_of(
        row("a2", date="2027-02-17", start="11:00", minutes=60),
        row("a1", date="2027-02-17", start="09:00", minutes=30),
        row("a3", date="2027-02-17"),
        row("a4", date="2027-02-18"),
    )
    assert [each.id for each in day_plan(plan, WEDNESDAY, NOW).rows] == ["a3", "a1", "a2"]


def test_a_row_due_today_without_a_date_stands_among_todays() -> None:
    plan = plan_of(row("a1", bucket="2027-W07", due="2027-02-17"), row("a2", bucket="2027-W07", due="2027-02-19"))
    assert [each.id for each in day_plan(plan, WEDNESDAY, NOW).untimed] == ["a1"]


def test_a_campaign_that_began_last_week_is_on_today() -> None:
    plan = plan_of(row("a35", date="2027-02-08", end_date="2027-02-21", minutes=30))
    assert [each.id for each in plan.on(WEDNESDAY)] == ["a35"]


def test_planned_minutes_leave_out_what_was_cancelled_or_skipped() -> None:
    plan = plan_of(
        row("a1", date="2027-02-17", minutes=30),
        row("a2", date="2027-02-17", minutes=60, state="cancelled"),
        row("a3", date="2027-02-17", minutes=90, state="done"),
        row("a4", bucket="2027-W07", minutes=15),
    )
    assert day_plan(plan, WEDNESDAY, NOW).planned_minutes == 120
    assert week_plan(plan, "2027-W07", NOW).planned_minutes == 135


def test_overdue_minutes_stand_beside_the_days_own() -> None:
    plan = plan_of(row("a26", date="2027-02-16", minutes=120), row("a27", date="2027-02-17", minutes=30))
    today = day_plan(plan, WEDNESDAY, NOW)
    assert ([each.id for each in today.overdue], today.overdue_minutes, today.planned_minutes) == (["a26"], 120, 30)


def test_kilometres_and_outlays_are_the_days_cost() -> None:
    plan = plan_of(row("a28", date="2027-02-17", km_planned=52, costs=[{"planned": "100.50"}]))
    assert day_plan(plan, WEDNESDAY, NOW).planned_cost == 275_60 + 100_50


def test_a_fairs_minutes_lie_evenly_over_its_working_days() -> None:
    fair = row("a38", channel="trade_fair", date="2027-03-12", end_date="2027-03-15", minutes=841)
    shares = (
        [minutes_within(fair, Span(day, day + dt.timedelta(days=1))) for day in fair.span.days()] if fair.span else []
    )
    assert shares == [421, 0, 0, 420]


def test_a_campaigns_minutes_lie_on_its_first_day() -> None:
    spots = row("a35", channel="radio", date="2027-03-03", end_date="2027-03-16", minutes=30)
    assert minutes_within(spots, Span(dt.date(2027, 3, 3), dt.date(2027, 3, 4))) == 30
    assert minutes_within(spots, Span(dt.date(2027, 3, 8), dt.date(2027, 3, 15))) == 0


def test_capacity_knows_holidays_short_days_and_leave() -> None:
    easter = week_plan(plan_of(), "2027-W12", NOW)
    assert easter.capacity_minutes == 450 + 450 + 225
    leave = row("a1", channel="internal", type="leave", kind="private", date="2027-02-15", end_date="2027-02-16")
    assert week_plan(plan_of(leave), "2027-W07", NOW).capacity_minutes == 3 * 450


def test_free_time_lies_between_the_rows_and_within_the_working_day() -> None:
    rows = (
        row("a1", date="2027-02-17", start="09:00", minutes=30),
        row("a2", date="2027-02-17", start="11:00", minutes=60),
        row("a3", date="2027-02-17", start="11:30", minutes=10),
        row("a4", date="2027-02-17", start="13:00", minutes=60, state="cancelled"),
    )
    start, end = (dt.datetime.combine(WEDNESDAY, dt.time(hour)) for hour in (8, 16))
    free = [(gap.start.strftime("%H:%M"), gap.minutes) for gap in gaps(rows, start, end)]
    assert free == [("08:00", 60), ("09:30", 90), ("12:00", 240)]


def test_double_booking_red_days_and_full_days_are_warned_of() -> None:
    plan = plan_of(
        row("a1", date="2027-02-17", start="09:00", minutes=60),
        row("a2", date="2027-02-17", start="09:30", minutes=400),
        row("a3", date="2027-05-17", start="09:00", minutes=60),
        row("a4", date="2027-02-20", start="09:00", minutes=60),
    )
    warned = {(each.code, each.ids) for each in day_plan(plan, WEDNESDAY, NOW).warnings}
    assert warned == {("double_booked", ("a1", "a2")), ("overbooked", ("a1", "a2"))}
    assert [each.code for each in day_plan(plan, dt.date(2027, 5, 17), NOW).warnings] == ["holiday"]
    assert [each.code for each in day_plan(plan, dt.date(2027, 2, 20), NOW).warnings] == ["weekend"]


def test_rows_one_after_the_other_are_no_double_booking() -> None:
    plan = plan_of(
        row("a1", date="2027-02-17", start="09:00", minutes=60),
        row("a2", date="2027-02-17", start="10:00", minutes=60),
        row("a3", date="2027-02-17", start="09:15", minutes=60, state=State.CANCELLED),
    )
    assert day_plan(plan, WEDNESDAY, NOW).warnings == ()


def test_the_way_to_a_meeting_is_busy_time_beside_the_planned_minutes() -> None:
    plan = plan_of(row("a1", date="2027-02-17", start="11:00", minutes=60, travel_before=30, travel_after=45))
    today = day_plan(plan, WEDNESDAY, NOW)
    assert (today.planned_minutes, today.travel_minutes) == (60, 75)
    start, end = (dt.datetime.combine(WEDNESDAY, dt.time(hour)) for hour in (8, 16))
    assert [(gap.start.hour, gap.minutes) for gap in gaps(today.rows, start, end)] == [(8, 150), (12, 195)]


def test_setting_out_before_another_row_is_over_is_a_double_booking() -> None:
    plan = plan_of(
        row("a1", date="2027-02-17", start="09:00", minutes=60),
        row("a2", date="2027-02-17", start="10:15", minutes=60, travel_before=30),
    )
    assert [each.code for each in day_plan(plan, WEDNESDAY, NOW).warnings] == ["double_booked"]


def test_one_journey_from_a_visit_to_the_next_is_enough() -> None:
    def warned(start: str) -> list[str]:
        plan = plan_of(
            row("a1", date="2027-02-17", start="09:00", minutes=60, travel_after=30),
            row("a2", date="2027-02-17", start=start, minutes=60, travel_before=45),
        )
        return [each.code for each in day_plan(plan, WEDNESDAY, NOW).warnings]

    assert warned("10:45") == []
    assert warned("10:40") == ["double_booked"]


def test_travel_fills_a_day_too() -> None:
    plan = plan_of(row("a1", date="2027-02-17", start="09:00", minutes=400, travel_before=60))
    assert [each.code for each in day_plan(plan, WEDNESDAY, NOW).warnings] == ["overbooked"]


def test_a_meeting_on_the_second_day_of_a_fair_is_a_double_booking() -> None:
    plan = plan_of(
        row("a38", channel="trade_fair", date="2027-02-16", end_date="2027-02-18", start="09:00", minutes=1260),
        row("a1", date="2027-02-17", start="10:00", minutes=30),
    )
    assert [each.ids for each in day_plan(plan, WEDNESDAY, NOW).warnings if each.code == "double_booked"] == [
        ("a38", "a1")
    ]


def test_the_last_week_of_a_long_year_is_found() -> None:
    plan = plan_of(row("a1", date="2027-01-01"), row("a2", date="2027-01-04"))
    assert [each.id for each in week_plan(plan, "2026-W53", NOW).rows] == ["a1"]
    assert [each.id for each in week_plan(plan, "2027-W01", NOW).rows] == ["a2"]


def test_material_that_is_due_is_warned_of_until_it_is_delivered() -> None:
    plan = plan_of(
        row("a1", date="2027-02-17", material_due="2027-02-17"),
        row("a2", date="2027-02-17", material_due="2027-02-18"),
        row("a3", date="2027-02-17", material_due="2027-02-01", material_sent="2027-02-01"),
        row("a4", date="2027-02-17", material_due="2027-02-01"),
    )
    warned = [(each.code, each.ids) for each in day_plan(plan, WEDNESDAY, NOW).warnings]
    assert warned == [("material", ("a1",)), ("material", ("a4",))]
