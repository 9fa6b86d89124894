"""Days off: leave, illness and closed days are taken out of what can be worked, everywhere in the same way."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.checking import MisfitError, checked_fields
from salgsplan_tui.domain.dates import Span, day_span, inclusive, week_span
from salgsplan_tui.domain.day_plan import capacity_of, day_plan, week_plan
from salgsplan_tui.domain.days_off import DaysOff, Half, Leave, Why
from salgsplan_tui.domain.free_time import next_free, working_hours
from salgsplan_tui.domain.holidays import count_workdays
from salgsplan_tui.domain.leave import end_leave, take_leave
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.recurrence import Series
from tests.planning import NOW, WEDNESDAY, plan_of, row

FRIDAY = dt.date(2027, 2, 19)
WEEK = week_span("2027-W07")
FEBRUARY = [dt.date(2027, 2, number) for number in range(1, 29)]


def off(plan: Plan, first: dt.date, last: dt.date | None = None, half: Half | None = None, kind: Why = "leave") -> Plan:
    return take_leave(plan, inclusive(first, last or first), half=half, kind=kind)


def test_one_entry_needs_no_more_than_its_first_day() -> None:
    entry = checked_fields(Leave, {"start": "2027-07-12"})
    assert (entry.id, entry.end, entry.kind, entry.half) == ("2027-07-12", dt.date(2027, 7, 12), "leave", None)


def test_an_entry_that_ends_before_it_begins_is_none() -> None:
    with pytest.raises(MisfitError):
        checked_fields(Leave, {"start": "2027-07-12", "end": "2027-07-11"})


def test_a_day_off_holds_nothing_and_half_a_day_half() -> None:
    plan = off(off(plan_of(), WEDNESDAY), FRIDAY, half="afternoon")
    assert capacity_of(plan, day_span(WEDNESDAY), ()) == 0
    assert capacity_of(plan, day_span(FRIDAY), ()) == 225
    assert week_plan(plan, "2027-W07", NOW).capacity_minutes == 3 * 450 + 225


def test_two_halves_are_a_whole_day() -> None:
    plan = off(off(plan_of(), FRIDAY, half="afternoon"), FRIDAY, half="morning")
    assert sorted(plan.leave) == ["2027-02-19", "2027-02-19-2"]
    assert FRIDAY in plan.days_off
    assert capacity_of(plan, day_span(FRIDAY), ()) == 0


def test_the_afternoon_of_a_short_day_is_off_anyway() -> None:
    short = dt.date(2027, 3, 24)
    assert capacity_of(off(plan_of(), short, half="afternoon"), day_span(short), ()) == 225
    assert capacity_of(off(plan_of(), short, half="morning"), day_span(short), ()) == 0


def test_leave_in_the_calendar_and_a_row_of_leave_come_to_the_same() -> None:
    days = {"date": "2027-02-18", "end_date": "2027-02-19"}
    of_row = plan_of(row("l1", channel="internal", type="leave", kind="private", **days))
    of_calendar = off(plan_of(), dt.date(2027, 2, 18), FRIDAY)
    for plan in (of_row, of_calendar):
        assert [day for day in WEEK.days() if day in plan.days_off] == [dt.date(2027, 2, 18), FRIDAY]
        assert week_plan(plan, "2027-W07", NOW).capacity_minutes == 3 * 450
        assert count_workdays(WEEK, plan.days_off) == 3
        assert [each.code for each in week_plan(plan, "2027-W07", NOW).warnings] == ["leave", "leave"]


def test_a_row_of_leave_with_a_time_only_fills_its_hours() -> None:
    plan = plan_of(row("l1", channel="internal", type="leave", date="2027-02-19", start="12:00", minutes=240))
    assert FRIDAY not in plan.days_off


def test_free_time_is_found_outside_what_is_off() -> None:
    late = row("late", date="2027-02-16", start="15:00", minutes=60)
    plan = off(off(plan_of(late), WEDNESDAY), dt.date(2027, 2, 18), half="morning")
    assert next_free(late, NOW, lambda _weeks: plan) == Placement(dt.date(2027, 2, 18), dt.time(12))
    fair = row("fair", date="2027-02-15", end_date="2027-02-16")
    assert next_free(fair, NOW, lambda _weeks: plan) == Placement(dt.date(2027, 2, 18))


def test_work_begins_or_ends_at_noon_on_half_a_day_off() -> None:
    noon = dt.datetime(2027, 2, 19, 12)
    assert working_hours(off(plan_of(), FRIDAY, half="morning"), FRIDAY) == (noon, noon.replace(hour=16))
    assert working_hours(off(plan_of(), FRIDAY, half="afternoon"), FRIDAY) == (noon.replace(hour=8), noon)
    assert working_hours(off(plan_of(), FRIDAY), FRIDAY) is None


def test_a_series_of_working_days_passes_over_days_off_and_another_one_does_not() -> None:
    rule = {"title": "Ringeøkt", "rrule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "first": "2027-02-01"}
    working = checked_fields(Series, {"id": "s1", "on_holiday": "skip"} | rule)
    stubborn = checked_fields(Series, {"id": "s2"} | rule)
    plan = off(plan_of(series=(working, stubborn)), WEDNESDAY, FRIDAY)
    assert [each.series for each in plan.occurrences(WEEK)].count("s1") == 2
    assert [each.series for each in plan.occurrences(WEEK)].count("s2") == 5
    assert not plan.holds("s1-20270217")


def test_rows_for_others_on_a_day_off_are_warned_about() -> None:
    call = row("c1", date="2027-02-19", start="09:00", minutes=30, kind="customer")
    late = row("c2", date="2027-02-19", start="13:00", minutes=30, kind="customer")
    some_time = row("c3", date="2027-02-19", kind="customer")
    own = row("c4", date="2027-02-19", start="15:00", minutes=30, kind="internal")
    plan = plan_of(call, late, some_time, own)

    def warned(plan: Plan) -> list[tuple[str, ...]]:
        return [each.ids for each in day_plan(plan, FRIDAY, NOW).warnings if each.code == "leave"]

    assert warned(plan) == []
    assert warned(off(plan, FRIDAY)) == [("c3", "c1", "c2")]
    assert warned(off(plan, FRIDAY, half="afternoon")) == [("c2",)]
    assert warned(off(plan, FRIDAY, half="morning")) == [("c1",)]


def test_a_red_day_in_a_holiday_is_told_as_a_red_day() -> None:
    ascension = dt.date(2027, 5, 6)
    plan = off(plan_of(row("c1", date="2027-05-06", kind="customer")), dt.date(2027, 5, 3), dt.date(2027, 5, 7))
    assert [each.code for each in day_plan(plan, ascension, NOW).warnings] == ["holiday"]


def test_a_day_in_the_middle_is_taken_back_and_the_rest_stays() -> None:
    whole = off(plan_of(), dt.date(2027, 7, 12), dt.date(2027, 7, 30))
    plan = end_leave(whole, day_span(dt.date(2027, 7, 20)))
    assert [(each.id, f"{each.start:%d}-{each.end:%d}") for each in plan.leave.values()] == [
        ("2027-07-12", "12-19"),
        ("2027-07-21", "21-30"),
    ]


def test_illness_in_a_holiday_takes_the_place_of_the_holiday() -> None:
    plan = off(plan_of(), dt.date(2027, 7, 12), dt.date(2027, 7, 30))
    plan = off(plan, dt.date(2027, 7, 12), dt.date(2027, 7, 14), kind="ill")
    assert [each.kind for each in plan.days_off.on(dt.date(2027, 7, 14))] == ["ill"]
    assert [each.kind for each in plan.days_off.on(dt.date(2027, 7, 15))] == ["leave"]


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(FEBRUARY), st.integers(1, 6)), max_size=8))
def test_what_is_taken_is_off_and_what_is_ended_is_not(steps: list[tuple[bool, dt.date, int]]) -> None:
    plan, expected = plan_of(), set[dt.date]()
    for taken, first, length in steps:
        span = Span(first, first + dt.timedelta(days=length))
        plan = take_leave(plan, span) if taken else end_leave(plan, span)
        expected = expected | set(span.days()) if taken else expected - set(span.days())
    everyone = Span(FEBRUARY[0], dt.date(2027, 3, 10))
    assert {day for day in everyone.days() if day in plan.days_off} == expected
    assert all(identity == each.id for identity, each in plan.leave.items())


def test_days_off_without_entries_hold_nothing() -> None:
    assert WEDNESDAY not in DaysOff()
    assert replace(plan_of(), leave={}).days_off.on(WEDNESDAY) == ()
