"""The timetable of three months: which weeks, which days, what is counted where, and that all ways of adding agree."""

import datetime as dt
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.dates import inclusive, week_key
from salgsplan_tui.domain.leave import take_leave
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.three_months import three_months, timetable, weeks_of
from salgsplan_tui.domain.timetable import Figures, Timetable, TimetableWeek, sum_of
from salgsplan_tui.domain.timetable_bars import bars_of, lanes_of
from tests.planning import WEDNESDAY, plan_of, row
from tests.tui.opening import sample, session_on


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    session = session_on(sample(tmp_path_factory.mktemp("demo") / "home"))
    session.need_all()
    return session.plan


@pytest.fixture(scope="module")
def spring(demo: Plan) -> Timetable:
    return timetable(demo, WEDNESDAY)


def week_of(table: Timetable, key: str) -> TimetableWeek:
    return next(week for week in table.weeks if week.key == key)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2027-02-17", "2027-05-16"),
        ("2027-01-01", "2027-03-31"),
        ("2027-11-30", "2028-02-29"),
        ("2026-11-30", "2027-02-28"),
        ("2026-11-29", "2027-02-28"),
        ("2026-11-28", "2027-02-27"),
        ("2027-01-31", "2027-04-30"),
    ],
)
def test_three_months_end_on_the_day_before_the_same_day_or_with_the_month(first: str, last: str) -> None:
    assert three_months(day(first)).last == day(last)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2999, 12, 31)))
def test_three_months_touch_13_or_14_weeks_of_which_the_first_and_last_hold_their_ends(start: dt.date) -> None:
    period = three_months(start)
    weeks = weeks_of(period)
    assert len(weeks) in {13, 14}
    assert period.start in weeks[0]
    assert period.last in weeks[-1]
    assert all(week.start.weekday() == 0 and len(week) == 7 for week in weeks)


def test_the_samples_spring_has_its_13_weeks_easter_and_the_first_of_may(spring: Timetable) -> None:
    assert [week.key for week in spring.weeks] == [f"2027-W{number:02}" for number in range(7, 20)]
    red = [each.date for week in spring.weeks for each in week.days if each.kind == "red" and each.date.weekday() < 6]
    assert [f"{each:%d.%m}" for each in red] == ["25.03", "26.03", "29.03", "01.05", "06.05"]
    bridges = [each.date for week in spring.weeks for each in week.days if each.kind == "bridge"]
    assert bridges == [day("2027-05-07")]


def test_over_new_year_week_53_stands_between_52_and_1() -> None:
    table = timetable(plan_of(row("a1", date="2027-01-01", minutes=60)), day("2026-12-16"))
    assert [week.key for week in table.weeks][:4] == ["2026-W51", "2026-W52", "2026-W53", "2027-W01"]
    assert [week.figures.activities for week in table.weeks][:4] == [0, 0, 1, 0]


def test_the_samples_weeks_have_their_minutes_costs_and_loads(spring: Timetable) -> None:
    told = {
        week.number: (week.figures.activities, week.figures.minutes, week.figures.cost, week.capacity_minutes)
        for week in spring.weeks
    }
    assert told == {
        7: (5, 255, 1_287_60, 3 * 450),
        8: (1, 120, 0, 2250),
        9: (4, 225, 12_065_60, 2250),
        10: (2, 1320, 42_318_00, 2250),
        11: (5, 675, 15_636_00, 2250),
        12: (2, 150, 339_20, 2 * 450 + 225),
        13: (2, 270, 106_00, 4 * 450),
        **dict.fromkeys((14, 15, 16, 17, 19), (0, 0, 0, 2250)),
        18: (0, 0, 0, 4 * 450),
    }
    loads = [None if week.load is None else round(float(week.load), 4) for week in spring.weeks]
    assert loads[:7] == [0.1889, 0.0533, 0.1, 0.5867, 0.34, 0.1333, 0.15]


def test_the_samples_total_is_what_is_ordered_and_planned_in_the_golden_values(spring: Timetable) -> None:
    assert spring.total == Figures(21, 3015, 90, 63_000_00 + 8_752_40)


def test_the_samples_channels_and_programmes_have_their_sums(spring: Timetable) -> None:
    channels = {line.code: (line.total.activities, line.total.minutes, line.total.cost) for line in spring.channels}
    assert channels["phone"] == (7, 690, 0)
    assert channels["trade_fair"] == (1, 1260, 42_318_00)
    assert channels["visit"] == (1, 300, 636_00)
    programmes = {line.code: (line.total.activities, line.total.cost) for line in spring.programmes}
    assert programmes == {
        "ap1": (6, 1_414_80),
        "ap2": (2, 275_60),
        "ap3": (6, 42_956_00),
        "ap4": (4, 27_106_00),
        "ap5": (1, 0),
        None: (2, 0),
    }


def test_the_samples_cells_hold_their_rows(spring: Timetable) -> None:
    wednesday = week_of(spring, "2027-W07").days[2]
    assert [each.id for each in wednesday.rows] == ["a27", "a28", "a29"]
    fair = week_of(spring, "2027-W10").days[2:5]
    assert [[each.id for each in one.rows] for one in fair] == [["a35", "a38"]] * 3
    assert [one.figures.minutes for one in fair] == [420, 420, 420]
    assert [one.figures.activities for one in fair] == [1, 0, 0]
    radio = next(line for line in spring.channels if line.code == "radio")
    assert [[each.id for each in cell.rows] for cell in radio.cells[2:5]] == [["a35"]] * 3


def test_the_samples_fairs_and_campaigns_are_bars_over_their_days(spring: Timetable) -> None:
    bars = {
        (week.number, bar.row.id): (bar.first, bar.last, bar.begins, bar.ends)
        for week in spring.weeks
        for bar in bars_of(week)
    }
    assert bars == {
        (9, "a35"): (2, 6, True, False),
        (10, "a35"): (0, 6, False, False),
        (10, "a38"): (2, 4, True, True),
        (11, "a35"): (0, 1, False, True),
        (11, "a42"): (3, 6, True, False),
        (12, "a42"): (0, 6, False, False),
        (13, "a42"): (0, 2, False, True),
    }
    assert [[bar.row.id for bar in lane] for lane in lanes_of(week_of(spring, "2027-W10"))] == [["a35"], ["a38"]]
    assert [[bar.row.id for bar in lane] for lane in lanes_of(week_of(spring, "2027-W11"))] == [["a35", "a42"]]


def test_the_samples_important_dates_are_told(spring: Timetable) -> None:
    told = {
        week.number: [(f"{each.date:%d.%m}", each.kind, each.id) for each in week.dates]
        for week in spring.weeks
        if week.dates
    }
    assert told[8] == [("22.02", "low_season", "winter_break"), ("24.02", "material", "a38")]
    assert told[10] == [("10.03", "fair", "a38"), ("12.03", "material", "a43")]
    assert told[12] == [
        ("22.03", "low_season", "holy_week"),
        ("24.03", "short_day", "wednesday_before_easter"),
        ("25.03", "holiday", "maundy_thursday"),
        ("26.03", "holiday", "good_friday"),
        ("27.03", "short_day", "easter_eve"),
        ("28.03", "holiday", "easter_sunday"),
    ]
    assert told[13] == [
        ("29.03", "holiday", "easter_monday"),
        *(("31.03", "goal", goal) for goal in ("m1", "m2", "m3", "m4", "m5")),
    ]
    assert told[17] == [("01.05", "holiday", "labour_day")]
    assert told[18] == [("06.05", "holiday", "ascension_day"), ("07.05", "bridge_day", "")]


def test_the_samples_weeks_without_a_customer_are_marked_though_a_tv_spot_runs(spring: Timetable) -> None:
    assert [week.number for week in spring.weeks if week.is_without_contact] == [13, 14, 15, 16, 17, 18, 19]


def test_a_week_without_working_time_is_no_gap_and_has_no_load() -> None:
    plan = take_leave(plan_of(), inclusive(day("2027-03-01"), day("2027-03-05")), title="Ferie")
    week = week_of(timetable(plan, WEDNESDAY), "2027-W09")
    assert (week.capacity_minutes, week.load, week.is_without_contact) == (0, None, False)
    assert {each.kind for each in week.days[:5]} == {"off"}
    assert [(each.kind, getattr(each.what, "title", "")) for each in week.dates] == [("leave", "Ferie")]


def test_days_before_today_are_shown_and_not_counted() -> None:
    plan = plan_of(row("a1", date="2027-02-15", minutes=60), row("a2", date="2027-02-17", minutes=30))
    table = timetable(plan, WEDNESDAY)
    assert [each.id for each in table.weeks[0].days[0].rows] == ["a1"]
    assert table.weeks[0].figures.minutes == table.total.minutes == 30
    assert [each.is_counted for each in table.weeks[0].days] == [False, False, True, True, True, True, True]


def test_a_contact_earlier_in_the_week_counts_against_the_gap() -> None:
    plan = plan_of(row("a1", date="2027-02-15", minutes=60, customers=["k01"], kind="customer"))
    assert not timetable(plan, WEDNESDAY).weeks[0].is_without_contact


def test_what_began_before_is_a_bar_and_its_cost_is_not_counted_again() -> None:
    before = row("a1", date="2027-01-20", end_date="2027-02-24", minutes=60, costs=[{"planned": "500.00"}])
    table = timetable(plan_of(before), WEDNESDAY)
    assert table.total == Figures()
    assert [bar.row.id for week in table.weeks[:2] for bar in bars_of(week)] == ["a1", "a1"]


def test_cancelled_rows_are_shown_and_not_counted() -> None:
    gone = row("a1", date="2027-02-18", end_date="2027-02-19", minutes=60, state="cancelled", reason="ill")
    table = timetable(plan_of(gone), WEDNESDAY)
    assert [each.id for each in table.weeks[0].days[3].rows] == ["a1"]
    assert table.total == Figures()
    assert bars_of(table.weeks[0]) == ()


def test_rows_of_the_week_count_in_it_and_those_of_a_month_stand_apart() -> None:
    plan = plan_of(
        row("a1", bucket="2027-W09", minutes=60, channel="letter"),
        row("a2", bucket="2027-03", minutes=30),
        row("a3", bucket="2027-06"),
    )
    table = timetable(plan, WEDNESDAY)
    week = week_of(table, "2027-W09")
    assert [each.id for each in week.undated] == ["a1"]
    assert week.figures == table.total == Figures(1, 60)
    assert [each.id for each in table.unplaced] == ["a2"]


def test_occurrences_of_a_series_count() -> None:
    series = checked_fields(
        Series,
        {"id": "s1", "title": "Ringeøkt", "rrule": "FREQ=WEEKLY;BYDAY=MO", "first": "2027-03-01", "until": "2027-03-31",
         "channel": "phone", "minutes": 60, "start": "09:00", "kind": "customer", "state": "planned"},
    )  # fmt: skip
    table = timetable(plan_of(series=(series,)), WEDNESDAY)
    assert [week.number for week in table.weeks if week.figures.activities] == [9, 10, 11, 12, 13]
    assert table.total.minutes == 300


def test_the_way_to_a_visit_fills_the_week_too() -> None:
    visit = row("a1", date="2027-02-24", start="10:00", minutes=60, travel_before=30, travel_after=30, channel="visit")
    week = timetable(plan_of(visit), WEDNESDAY).weeks[1]
    assert week.figures == Figures(1, 60, 60)
    assert week.load == Fraction(120, 2250)


def test_a_deadline_stands_in_its_week() -> None:
    offer = row("a1", date="2027-02-24", due="2027-03-03")
    week = week_of(timetable(plan_of(offer), WEDNESDAY), "2027-W09")
    assert [(each.kind, each.id) for each in week.dates if each.kind == "deadline"] == [("deadline", "a1")]


DATES = st.dates(dt.date(2027, 1, 20), dt.date(2027, 6, 10))
CHANNELS = st.sampled_from(["phone", "visit", "trade_fair", "radio", "own_one", None])
PROGRAMMES = st.sampled_from(["ap1", "ap2", "nysalg i øst", None])


@st.composite
def activities(draw: st.DrawFn) -> Activity:
    first = draw(DATES)
    last = first + dt.timedelta(days=draw(st.integers(0, 20)))
    week = draw(st.booleans())
    place = {"bucket": week_key(first)} if week else {"date": first.isoformat(), "end_date": last.isoformat()}
    return row(
        f"a{draw(st.integers(10, 10**9))}",
        **place,
        **{
            name: value
            for name in ("channel", "programme")
            if (value := draw({"channel": CHANNELS, "programme": PROGRAMMES}[name]))
        },
        minutes=draw(st.integers(0, 3000)),
        travel_before=draw(st.integers(0, 90)),
        costs=[{"planned": f"{draw(st.integers(0, 9999))}.{draw(st.integers(0, 99)):02}"}],
        km_planned=draw(st.integers(0, 200)),
        state=draw(st.sampled_from(["planned", "confirmed", "skipped"])),
    )


@given(st.lists(activities(), max_size=12, unique_by=lambda each: each.id), DATES)
def test_the_sums_over_days_weeks_channels_and_programmes_agree(rows: list[Activity], start: dt.date) -> None:
    table = timetable(plan_of(*rows), start)
    days = sum_of(each.figures for week in table.weeks for each in week.days if each.is_counted)
    undated = sum_of(share.figures for week in table.weeks for share in week.shares if share.day is None)
    assert days + undated == table.total
    for lines in (table.channels, table.programmes):
        assert sum_of(line.total for line in lines) == table.total
        for number, week in enumerate(table.weeks):
            assert sum_of(line.cells[number].figures for line in lines) == week.figures


@given(st.lists(activities(), max_size=8, unique_by=lambda each: each.id))
def test_two_timetables_that_follow_each_other_count_nothing_twice_and_leave_nothing_out(rows: list[Activity]) -> None:
    plan = plan_of(*(each for each in rows if each.date is not None))
    first, second, whole = (
        timetable(plan, start) for start in (day("2027-01-15"), day("2027-04-15"), day("2027-02-15"))
    )
    both = [each for table in (first, second) for week in table.weeks for each in week.days if each.is_counted]
    assert sum_of(each.figures for each in both if each.date in whole.period) == whole.total


@given(st.lists(activities(), max_size=12, unique_by=lambda each: each.id))
def test_bars_of_a_lane_do_not_meet_and_none_is_left_out(rows: list[Activity]) -> None:
    for week in timetable(plan_of(*rows), WEDNESDAY).weeks:
        lanes = lanes_of(week)
        assert sorted(bar.row.id for lane in lanes for bar in lane) == sorted(bar.row.id for bar in bars_of(week))
        for lane in lanes:
            assert all(before.last < after.first for before, after in pairwise(lane))
