"""The hour grid of a week: lines, lanes, bars, the days and hours that are shown."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import week_span
from salgsplan_tui.domain.settings import Settings, WorkingHours
from salgsplan_tui.domain.week_layout import Bar, Block, bars_of, blocks_of, shown_days, shown_hours
from tests.planning import WEDNESDAY, row

WEEK = week_span("2027-W07")


def timed(identity: str, start: str, minutes: int | None, **fields: object) -> Activity:
    return row(identity, date="2027-02-17", start=start, minutes=minutes, **fields)


def lanes(*rows: Activity) -> dict[str, tuple[int, int]]:
    return {block.id: (block.lane, block.lanes) for block in blocks_of(rows, WEDNESDAY, 30)}


def test_a_block_is_as_high_as_its_duration() -> None:
    (half,) = blocks_of([timed("a1", "09:00", 30)], WEDNESDAY, 30)
    (two,) = blocks_of([timed("a1", "09:00", 120)], WEDNESDAY, 30)
    (fine,) = blocks_of([timed("a1", "09:00", 120)], WEDNESDAY, 15)
    assert (half.lines, two.lines, fine.lines) == (range(18, 19), range(18, 22), range(36, 44))


def test_a_time_between_two_lines_takes_every_line_that_it_touches_and_one_at_least() -> None:
    (odd,) = blocks_of([timed("a1", "09:10", 30)], WEDNESDAY, 30)
    (point,) = blocks_of([timed("a1", "09:10", None)], WEDNESDAY, 30)
    assert (odd.lines, point.lines) == (range(18, 20), range(18, 19))


def test_the_way_there_and_back_takes_lines_of_its_own() -> None:
    (visit,) = blocks_of([timed("a1", "10:00", 60, travel_before=45, travel_after=30)], WEDNESDAY, 30)
    assert (visit.lines, visit.work) == (range(18, 23), range(20, 22))


def test_what_goes_past_midnight_ends_with_the_day() -> None:
    (late,) = blocks_of([timed("a1", "23:30", 120)], WEDNESDAY, 30)
    assert late.lines == range(47, 48)


def test_what_meets_stands_side_by_side_and_the_rest_alone() -> None:
    found = lanes(
        timed("a1", "09:00", 120), timed("b1", "10:00", 60), timed("c1", "10:30", 60), timed("d1", "13:00", 30)
    )
    assert found == {"a1": (0, 3), "b1": (1, 3), "c1": (2, 3), "d1": (0, 1)}


def test_a_lane_is_used_again_when_it_is_free() -> None:
    found = lanes(timed("a1", "09:00", 180), timed("b1", "09:00", 60), timed("c1", "10:30", 60))
    assert found == {"a1": (0, 2), "b1": (1, 2), "c1": (1, 2)}


def test_two_that_follow_one_another_stand_below_one_another() -> None:
    assert lanes(timed("a1", "09:00", 60), timed("b1", "10:00", 60)) == {"a1": (0, 1), "b1": (0, 1)}


def test_an_untimed_row_and_one_of_another_day_are_no_blocks() -> None:
    assert lanes(row("a1", date="2027-02-17"), row("b1", date="2027-02-18", start="09:00", minutes=30)) == {}


def test_a_fair_is_a_block_on_each_of_its_days() -> None:
    fair = row("f1", date="2027-03-10", end_date="2027-03-12", start="09:00", minutes=1260, channel="trade_fair")
    for day in (10, 11, 12):
        (block,) = blocks_of([fair], dt.date(2027, 3, day), 30)
        assert block.lines == range(18, 32)


TIMES = st.lists(st.tuples(st.integers(0, 1439), st.integers(0, 600), st.integers(0, 90)), max_size=12)


@given(TIMES, st.sampled_from([15, 30, 60]))
def test_no_two_blocks_of_a_lane_ever_meet_and_no_lane_is_one_too_many(
    times: list[tuple[int, int, int]], line_minutes: int
) -> None:
    rows = [
        timed(f"r{number:02}", f"{start // 60:02}:{start % 60:02}", minutes, travel_before=way)
        for number, (start, minutes, way) in enumerate(times)
    ]
    blocks = blocks_of(rows, WEDNESDAY, line_minutes)
    assert {block.id for block in blocks} == {each.id for each in rows}
    for block in blocks:
        assert 0 <= block.lane < block.lanes
        assert block.lines.start <= block.work.start < block.work.stop <= block.lines.stop
        assert block.lines.stop <= 24 * 60 // line_minutes
        most = max(sum(line in other.lines for other in blocks) for line in block.lines)
        assert most <= block.lanes
        for other in blocks:
            if other is not block and _meet(block, other):
                assert other.lane != block.lane
                assert other.lanes == block.lanes


def _meet(one: Block, other: Block) -> bool:
    return max(one.lines.start, other.lines.start) < min(one.lines.stop, other.lines.stop)


def test_what_lasts_several_days_is_a_bar_over_them() -> None:
    days = tuple(week_span("2027-W10").days())[:5]
    rows = [
        row("radio", date="2027-03-03", end_date="2027-03-16"),
        row("fair", date="2027-03-10", end_date="2027-03-12"),
        row("early", date="2027-03-08", end_date="2027-03-09"),
        row("single", date="2027-03-09", end_date="2027-03-09"),
        row("other", date="2027-03-15", end_date="2027-03-16"),
    ]
    assert bars_of(rows, days) == (
        Bar("radio", range(5), 0, since_before=True, goes_on=True),
        Bar("fair", range(2, 5), 1, since_before=False, goes_on=False),
        Bar("early", range(2), 1, since_before=False, goes_on=False),
    )


@pytest.mark.parametrize(
    ("date", "looked_at", "shown"),
    [("2027-02-19", WEDNESDAY, 5), ("2027-02-20", WEDNESDAY, 7), ("2027-02-19", dt.date(2027, 2, 21), 7)],
)
def test_the_weekend_is_folded_unless_it_is_used_or_looked_at(date: str, looked_at: dt.date, shown: int) -> None:
    assert len(shown_days(WEEK, [row("a1", date=date)], Settings(), looked_at)) == shown


def test_who_works_on_saturdays_sees_the_weekend() -> None:
    settings = Settings(working_hours={"sat": WorkingHours(start=dt.time(10), end=dt.time(15))})
    assert len(shown_days(WEEK, [], settings, WEDNESDAY)) == 7


def test_a_campaign_over_the_weekend_does_not_unfold_it() -> None:
    assert len(shown_days(WEEK, [row("a1", date="2027-02-15", end_date="2027-03-01")], Settings(), WEDNESDAY)) == 5


def test_the_hours_are_those_of_work_and_what_is_planned_around_them() -> None:
    days = tuple(WEEK.days())[:5]
    early = blocks_of([timed("a1", "07:30", 30)], WEDNESDAY, 30)
    late = blocks_of([timed("b1", "19:00", 90)], WEDNESDAY, 30)
    assert shown_hours(days, Settings(), (), 30) == range(8, 16)
    assert shown_hours(days, Settings(), (*early, *late), 30) == range(7, 21)
    assert shown_hours(days, Settings(working_hours={}), (), 30) == range(8, 16)
