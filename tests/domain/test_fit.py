"""Will it fit: the weeks left against plan and need, and which rows to drop or move (chapter 4.14, S12)."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.fit import fit_of, minutes_needed
from salgsplan_tui.domain.fit_advice import advice
from salgsplan_tui.domain.funnel import funnel_of
from tests.domain.programmes import ORDER_GOAL, basis, phoned, programme
from tests.planning import row
from tests.sample_quarter import quarter

NO_GOAL = programme(goals=[])


def full(identity: str, day: str, minutes: int = 450, **fields: object) -> Activity:
    usual: dict[str, object] = {"date": day, "minutes": minutes, "goal": "m1", "kind": "customer"}
    return row(identity, **{**usual, **fields})


def test_the_weeks_run_from_the_day_to_the_end_without_holidays_and_leave() -> None:
    fit = fit_of(basis(), None)
    weeks = {week.week: week.capacity for week in fit.weeks}
    assert next(iter(weeks)) == "2027-W07"
    assert list(weeks)[-1] == "2027-W13"
    assert weeks["2027-W07"] == 3 * 450
    assert weeks["2027-W12"] == 2 * 450 + 225
    assert weeks["2027-W13"] == 2 * 450


def test_the_samples_quarter_fits() -> None:
    fit = fit_of(quarter(), funnel_of(quarter()))
    assert fit.fits
    assert fit.needed == Fraction(13 * 720, 92) + Fraction(7 * 825, 10)


def test_what_is_missing_takes_as_long_as_it_took_so_far() -> None:
    calls = [phoned("a1", 40)]
    funnel = funnel_of(basis(*calls))
    assert funnel is not None
    assert (
        minutes_needed(basis(*calls), funnel)
        == (funnel.missing.attempts or 0) * 3 + (funnel.missing.meetings or 0) * 60
    )
    assert minutes_needed(basis(), None) == 0


def test_what_a_goal_needs_has_to_fit_before_its_deadline() -> None:
    early = basis(programme=programme(goals=[ORDER_GOAL | {"deadline": "2027-02-19"}]))
    fit = fit_of(early, funnel_of(early))
    assert [week.share > 0 for week in fit.weeks] == [True, *[False] * 6]
    assert fit.needed < fit.capacity
    assert not fit.fits
    assert fit.breaks is fit.weeks[0]


def test_the_earliest_week_that_is_too_full_is_where_it_breaks() -> None:
    rows = [full(f"a{number}", f"2027-03-0{number}", 700) for number in range(1, 6)]
    fit = fit_of(basis(*rows, programme=NO_GOAL), None)
    assert fit.breaks is not None
    assert (fit.breaks.week, fit.breaks.short) == ("2027-W09", 3500 - 2250)


def test_overdue_rows_and_rows_without_a_day_take_time_too() -> None:
    overdue, week, month = (
        full("a1", "2027-02-10", 60),
        row("b1", bucket="2027-W08", minutes=30),
        row("b2", bucket="2027-03", minutes=90),
    )
    fit = fit_of(basis(overdue, week, month, programme=NO_GOAL), None)
    planned = {each.week: each.planned for each in fit.weeks if each.planned}
    assert planned == {"2027-W07": 60, "2027-W08": 30, "2027-W13": 90}


def test_a_programme_that_is_over_has_no_weeks() -> None:
    fit = fit_of(basis(as_of=dt.date(2027, 4, 1)), None)
    assert (fit.weeks, fit.fits, fit.breaks) == ((), True, None)


@given(st.lists(st.integers(0, 600), max_size=10))
def test_planned_and_free_are_the_capacity(lengths: list[int]) -> None:
    rows = [full(f"a{at}", f"2027-03-{1 + at:02}", minutes) for at, minutes in enumerate(lengths)]
    for week in fit_of(basis(*rows, programme=NO_GOAL), None).weeks:
        assert week.planned + week.free == week.capacity


@pytest.mark.parametrize(
    ("fields", "rule", "to"),
    [
        ({"goal": None}, "serves_no_goal", None),
        ({"priority": 3}, "could_wait", None),
        ({}, "room_later", "2027-W11"),
    ],
)
def test_each_rule_says_which_row_and_where_to(fields: dict[str, object], rule: str, to: str | None) -> None:
    rows = [full(f"a{number}", f"2027-03-0{number}", 450, state="confirmed") for number in range(1, 6)]
    rows.append(full("x1", "2027-03-05", 60, **fields))
    rows.append(full("y1", "2027-03-08", 2230, state="confirmed"))
    (found,) = advice(fit_of(basis(*rows, programme=NO_GOAL), None))
    assert (found.rule, found.row.id, found.minutes, found.week, found.to) == (rule, "x1", 60, "2027-W09", to)


def test_calls_in_a_week_in_which_few_are_reached_are_moved_out_of_it() -> None:
    rows = [full(f"a{number}", f"2027-02-{21 + number}", 450, state="confirmed") for number in range(1, 6)]
    rows.append(full("x1", "2027-02-26", 60, channel="phone"))
    (found,) = advice(fit_of(basis(*rows, programme=NO_GOAL), None))
    assert (found.rule, found.to) == ("few_reached", "2027-W10")


@pytest.mark.parametrize("fields", [{"state": "confirmed"}, {"priority": 1}, {"due": "2027-03-05"}])
def test_what_others_count_on_is_left_where_it_is(fields: dict[str, object]) -> None:
    rows = [full(f"a{number}", f"2027-03-0{number}", 460, **fields) for number in range(1, 6)]
    assert advice(fit_of(basis(*rows, programme=NO_GOAL), None)) == ()


def test_a_plan_that_fits_needs_no_advice() -> None:
    assert advice(fit_of(quarter(), funnel_of(quarter()))) == ()
