"""Edits of this occurrence, this and later, and the whole series; what is past stays as it was."""

import datetime as dt
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain import edits, life
from salgsplan_tui.domain.activity import Outcome, Reason
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.results import Result
from salgsplan_tui.domain.series_edits import Revision, Scope, SeriesPart, end, remove, repeat, revise
from tests.planning import NOW, STAMP, WEDNESDAY, plan_of, row

SPRING = Span(dt.date(2027, 1, 1), dt.date(2027, 4, 15))
THURSDAYS = "FREQ=WEEKLY;BYDAY=TH"


def thursdays(**fields: object) -> Series:
    given = {
        "id": "s1",
        "title": "Ringeøkt",
        "start": "09:00",
        "minutes": 60,
        "rrule": THURSDAYS,
        "first": "2027-01-14",
    }
    return checked_fields(Series, given | fields)


def scope(part: SeriesPart) -> Scope:
    return Scope(part, WEDNESDAY, "s2")


def days(plan: Plan, span: Span = SPRING) -> list[str]:
    return [f"{each.date:%d.%m} {each.start:%H} {each.title}" for each in plan.during(span) if each.date and each.start]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(f"2027-{text}")


BEFORE = ["14.01 09 Ringeøkt", "21.01 09 Ringeøkt", "28.01 09 Ringeøkt", "04.02 09 Ringeøkt", "11.02 09 Ringeøkt"]
"""What lies behind on Wednesday 17 February."""
AHEAD = ["18.02", "25.02", "04.03", "11.03", "18.03", "25.03", "01.04", "08.04"]


def test_only_this_one_is_changed() -> None:
    plan = revise(plan_of(series=(thursdays(),)), "s1-20270304", scope("this"), Revision({"title": "Ring"}), at=STAMP)
    assert days(plan) == BEFORE + [f"{each} 09 {'Ring' if each == '04.03' else 'Ringeøkt'}" for each in AHEAD]


def test_this_and_later_are_changed_and_the_series_is_split() -> None:
    plan = revise(plan_of(series=(thursdays(),)), "s1-20270304", scope("later"), Revision({"title": "Ring"}), at=STAMP)
    assert days(plan) == [
        *BEFORE, "18.02 09 Ringeøkt", "25.02 09 Ringeøkt", *(f"{each} 09 Ring" for each in AHEAD[2:]),
    ]  # fmt: skip
    assert (plan.series["s1"].until, plan.series["s2"].first) == (day("03-03"), day("03-04"))


def test_the_whole_series_is_changed_in_place() -> None:
    plan = revise(plan_of(series=(thursdays(),)), "s1-20270304", scope("all"), Revision({"minutes": 45}), at=STAMP)
    assert {each.minutes for each in plan.during(SPRING)} == {45}
    assert list(plan.series) == ["s1"]


def test_what_was_done_keeps_what_it_was() -> None:
    plan = plan_of(series=(thursdays(),))
    plan = life.done(plan, "s1-20270211", Result(Outcome.REACHED), now=NOW, at=STAMP)
    after = revise(plan, "s1-20270304", scope("all"), Revision({"title": "Ny"}), at=STAMP)
    assert after.activity("s1-20270211") == plan.activity("s1-20270211")


def test_moving_this_and_later_gives_the_rule_another_weekday_and_time() -> None:
    to = Placement(day("03-05"), dt.time(13))
    plan = revise(plan_of(series=(thursdays(),)), "s1-20270304", scope("later"), Revision(to=to), at=STAMP)
    assert days(plan) == [
        *BEFORE, "18.02 09 Ringeøkt", "25.02 09 Ringeøkt",
        *(f"{each} 13 Ringeøkt" for each in ("05.03", "12.03", "19.03", "26.03", "02.04", "09.04")),
    ]  # fmt: skip


def test_moving_the_whole_series_leaves_what_is_past() -> None:
    to = Placement(day("03-05"), dt.time(9))
    plan = revise(plan_of(series=(thursdays(),)), "s1-20270304", scope("all"), Revision(to=to), at=STAMP)
    assert days(plan)[:7] == [*BEFORE, "19.02 09 Ringeøkt", "26.02 09 Ringeøkt"]


def test_an_exception_goes_along_and_keeps_what_was_set_by_hand() -> None:
    plan = plan_of(series=(thursdays(),))
    plan = edits.change(plan, "s1-20270311", at=STAMP, title="Med Kari", minutes=60)
    plan = life.move(plan, "s1-20270318", Placement(day("03-22"), dt.time(15)), at=STAMP)
    after = revise(
        plan, "s1-20270304", scope("later"), Revision({"title": "Ny"}, Placement(day("03-02"), dt.time(10))), at=STAMP
    )
    assert days(after, Span(day("03-01"), day("04-01"))) == [
        "02.03 10 Ny", "09.03 10 Med Kari", "22.03 15 Ny", "23.03 10 Ny", "30.03 10 Ny",
    ]  # fmt: skip
    assert after.activity("s1-20270311").series == "s2"


def test_a_count_goes_on_where_it_was() -> None:
    plan = plan_of(series=(thursdays(rrule=f"{THURSDAYS};COUNT=10"),))
    after = revise(plan, "s1-20270304", scope("later"), Revision({"title": "Ny"}), at=STAMP)
    assert (len(days(plan)), len(days(after))) == (10, 10)
    assert after.series["s2"].rrule == f"{THURSDAYS};COUNT=3"


def test_every_second_week_keeps_its_weeks() -> None:
    plan = plan_of(series=(thursdays(rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),))
    after = revise(plan, "s1-20270225", scope("later"), Revision(to=Placement(day("02-26"), dt.time(9))), at=STAMP)
    assert [each[:5] for each in days(after)] == [
        "14.01", "28.01", "11.02", "26.02", "12.03", "26.03", "09.04",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "first", "chosen", "to", "dates"),
    [
        ("FREQ=MONTHLY;BYDAY=2TU", "01-12", "03-09", "03-17", ["12.01", "09.02", "17.03", "21.04"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", "01-29", "02-26", "02-25", ["29.01", "25.02", "25.03", "29.04"]),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "01-15", "02-15", "02-16", ["15.01", "16.02", "16.03", "16.04"]),
        ("FREQ=WEEKLY;BYDAY=MO,WE", "02-15", "02-22", "02-23", ["15.02", "17.02", "23.02", "24.02"]),
        ("FREQ=DAILY;INTERVAL=10", "02-01", "02-11", "02-12", ["01.02", "12.02", "22.02", "04.03"]),
    ],
)
def test_each_kind_of_rule_follows_a_move(rule: str, first: str, chosen: str, to: str, dates: list[str]) -> None:
    series = thursdays(rrule=rule, first=f"2027-{first}")
    identity = f"s1-2027{chosen.replace('-', '')}"
    plan = revise(
        plan_of(series=(series,)), identity, scope("later"), Revision(to=Placement(day(to), dt.time(9))), at=STAMP
    )
    assert [each[:5] for each in days(plan, Span(SPRING.start, day("05-01")))][:4] == dates


def test_another_rule_holds_from_this_one_on() -> None:
    monthly = checked_fields(Series, {"id": "x1", "rrule": "FREQ=MONTHLY;BYMONTHDAY=1", "first": "2027-03-04"})
    plan = revise(plan_of(series=(thursdays(),)), "s1-20270304", scope("later"), Revision(rule=monthly), at=STAMP)
    assert [each[:5] for each in days(plan)] == [*(each[:5] for each in BEFORE), "18.02", "25.02", "01.04"]


def test_a_series_cannot_be_put_into_a_week() -> None:
    with pytest.raises(RefusedError, match="series_needs_date"):
        revise(
            plan_of(series=(thursdays(),)), "s1-20270304", scope("later"), Revision(to=Placement(bucket="2027-W10")),
            at=STAMP,
        )  # fmt: skip


CANCEL = partial(life.cancel, at=STAMP, reason=Reason.ILL)


def test_cancelling_this_and_later_ends_the_series() -> None:
    plan = life.move(plan_of(series=(thursdays(),)), "s1-20270318", Placement(day("03-22"), dt.time(9)), at=STAMP)
    plan = end(plan, "s1-20270304", scope("later"), CANCEL, CANCEL, at=STAMP)
    states = [(f"{each.date:%d.%m}", each.state.value) for each in plan.during(SPRING)][5:]
    assert states == [("18.02", "planned"), ("25.02", "planned"), ("04.03", "cancelled"), ("22.03", "cancelled")]


def test_cancelling_the_whole_series_settles_what_was_missed() -> None:
    plan = end(plan_of(series=(thursdays(),)), "s1-20270304", scope("all"), CANCEL, CANCEL, at=STAMP)
    assert [(f"{each.date:%d.%m}", each.state.value) for each in plan.during(SPRING)] == [
        *((each[:5], "skipped") for each in BEFORE), ("04.03", "cancelled"),
    ]  # fmt: skip
    assert plan.overdue(NOW) == ()


def test_doing_the_last_one_ends_the_series() -> None:
    done = partial(life.done, result=Result(Outcome.ORDER), now=NOW, at=STAMP)
    plan = end(
        plan_of(series=(thursdays(),)), "s1-20270211", scope("later"), done, partial(life.skip, at=STAMP), at=STAMP
    )
    assert [(f"{each.date:%d.%m}", each.state.value) for each in plan.during(SPRING)][-2:] == [
        ("04.02", "planned"), ("11.02", "done"),
    ]  # fmt: skip


@pytest.mark.parametrize(("part", "left"), [("this", 12), ("later", 7), ("all", 0)])
def test_removing_takes_out_what_is_meant(part: SeriesPart, left: int) -> None:
    plan = remove(plan_of(series=(thursdays(),)), "s1-20270304", scope(part), at=STAMP)
    assert len(days(plan)) == left


def test_removing_the_whole_series_leaves_what_was_done() -> None:
    plan = life.done(plan_of(series=(thursdays(),)), "s1-20270211", Result(Outcome.REACHED), now=NOW, at=STAMP)
    plan = remove(plan, "s1-20270304", scope("all"), at=STAMP)
    assert [each.id for each in plan.during(SPRING)] == ["s1-20270211"]


def test_a_row_that_stood_alone_becomes_the_first_of_a_series() -> None:
    plan = plan_of(row("a1", date="2027-02-18", start="09:00", title="Ringeøkt", notes="Husk listen"))
    plan = repeat(plan, "a1", thursdays(first="2027-02-18"), at=STAMP)
    assert days(plan) == [f"{each} 09 Ringeøkt" for each in AHEAD]
    assert plan.activity("a1").series == "s1"


def test_a_row_without_a_series_has_no_others() -> None:
    with pytest.raises(RefusedError, match="no_series"):
        remove(plan_of(row("a1", date="2027-02-18")), "a1", scope("all"), at=STAMP)


def test_the_next_one_stands_some_days_after_the_last_was_done() -> None:
    plan = plan_of(series=(thursdays(rrule=None, after="14d", first="2027-02-11"),))
    assert [each.date for each in plan.during(SPRING)] == [day("02-11")]
    plan = life.done(plan, "s1-20270211", Result(Outcome.REACHED), now=NOW, at=STAMP)
    assert [each.date for each in plan.during(SPRING)] == [day("02-11"), day("03-03")]
    plan = life.reopen(plan, "s1-20270211", at=STAMP)
    assert [each.date for each in plan.during(SPRING)] == [day("02-11")]


@pytest.mark.parametrize("settled", ["skip", "cancel", "remove"])
def test_one_that_is_let_go_is_followed_by_the_next(settled: str) -> None:
    plan = plan_of(series=(thursdays(rrule=None, after="5wd", first="2027-02-18"),))
    steps = {"skip": partial(life.skip, at=STAMP), "cancel": CANCEL, "remove": partial(edits.remove, at=STAMP)}
    plan = steps[settled](plan, "s1-20270218")
    assert [each.date for each in plan.during(SPRING) if each.is_open] == [day("02-25")]


RULES = st.sampled_from(
    [
        THURSDAYS, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "FREQ=DAILY", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=WEEKLY;COUNT=9",
        "FREQ=DAILY;INTERVAL=3",
    ]
)  # fmt: skip


@given(RULES, st.integers(0, 60), st.integers(-10, 20), st.sampled_from(["later", "all"]), st.data())
def test_no_edit_of_a_series_touches_what_lies_before_today(
    rule: str, chosen: int, shift: int, part: SeriesPart, data: st.DataObject
) -> None:
    plan = plan_of(series=(thursdays(rrule=rule),))
    rows = list(plan.occurrences(Span(WEDNESDAY, dt.date(2027, 9, 1))))
    if not rows:
        return
    one = rows[chosen % len(rows)]
    if data.draw(st.booleans()):
        plan = edits.change(plan, rows[0].id, at=STAMP, notes="x")
    to = Placement((one.date or WEDNESDAY) + dt.timedelta(days=shift), dt.time(14))
    after = revise(plan, one.id, scope(part), Revision({"title": "Ny"}, to), at=STAMP)
    until = WEDNESDAY if part == "all" else (one.occurrence or WEDNESDAY)
    past = Span(SPRING.start, min(until, WEDNESDAY + dt.timedelta(days=min(0, shift))))
    assert [(each.id, each.date, each.start) for each in after.during(past)] == [
        (each.id, each.date, each.start) for each in plan.during(past)
    ]


@given(RULES, st.integers(0, 60), st.sampled_from(["later", "all"]))
def test_a_new_title_changes_no_date(rule: str, chosen: int, part: SeriesPart) -> None:
    plan = plan_of(series=(thursdays(rrule=rule),))
    rows = list(plan.occurrences(Span(WEDNESDAY, dt.date(2027, 9, 1))))
    if not rows:
        return
    after = revise(plan, rows[chosen % len(rows)].id, scope(part), Revision({"title": "Ny"}), at=STAMP)
    whole = Span(SPRING.start, dt.date(2027, 12, 31))
    assert [each.date for each in after.during(whole)] == [each.date for each in plan.during(whole)]
