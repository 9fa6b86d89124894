"""What figures are counted from: the rows of the period, as known on a day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.basis import basis_of, running_programme
from salgsplan_tui.domain.counting import booked, done_number, planned_number, reached, worked_minutes
from tests.domain.programmes import basis, programme
from tests.domain.sales_plans import plan_with, sales_plan, whole_programme
from tests.planning import case, offer, order, row

DAY = dt.date(2027, 2, 17)


def test_rows_belong_by_their_date_or_by_their_week_month_or_quarter() -> None:
    rows = [
        row("a1", date="2027-01-04"),
        row("a2", date="2027-03-31"),
        row("a3", date="2027-04-01"),
        row("a4", date="2027-01-03"),
        row("b1", bucket="2027-W13"),
        row("b2", bucket="2027-Q2"),
        row("b3", bucket="2027-02"),
        row("i1"),
    ]
    assert [each.id for each in basis(*rows).rows] == ["b1", "b3", "a1", "a2"]


def test_what_belongs_to_another_programme_is_not_counted() -> None:
    other = whole_programme("q2", goals=[], programmes=[{"id": "other-ap", "title": "Andre"}])
    rows = [row("a1", date="2027-02-17", programme="other-ap"), row("a2", date="2027-02-17", programme="ap1")]
    rows.append(row("a3", date="2027-02-17", programme="other-ap", goal="m1"))
    assert [each.id for each in basis(*rows, plans=[other]).rows] == ["a2", "a3"]


def test_done_ahead_and_due_are_told_by_the_day() -> None:
    rows = [
        row("a1", date="2027-02-16", state="done"),
        row("a2", date="2027-02-17", state="done"),
        row("a3", date="2027-02-16"),
        row("a4", date="2027-02-17"),
        row("a5", date="2027-02-18", state="cancelled"),
        row("a6", date="2027-02-18", state="confirmed"),
    ]
    found = basis(*rows)
    assert [each.id for each in found.done] == ["a1", "a2"]
    assert [each.id for each in found.ahead] == ["a3", "a4", "a6"]
    assert [each.id for each in found.due] == ["a1", "a3"]


def test_an_offer_decided_later_was_still_open_then() -> None:
    won = offer("t1", state="won", sent="2027-01-15", decided="2027-02-20")
    late = offer("t2", state="sent", sent="2027-02-18")
    old = offer("t3", state="sent", sent="2026-12-01")
    draft = offer("t4", state="draft")
    found = basis(offers=[won, late, old, draft])
    assert {each.id for each in found.open_offers} == {"t1", "t3"}
    assert found.decided == ()
    assert [each.id for each in found.offers] == ["t1"]


def test_orders_that_were_called_off_or_lie_ahead_do_not_count() -> None:
    sold = [
        order("o1", date="2027-02-17", amount="10.00"),
        order("o2", date="2027-02-16", amount="10.00", cancelled=True),
        order("o3", date="2027-02-18", amount="10.00"),
        order("o4", date="2027-01-10", amount="10.00", credit="4.00"),
        order("o5", date="2027-01-11", amount="10.00", credit="10.00"),
    ]
    assert [(each.id, each.net) for each in basis(orders=sold).orders] == [("o4", 600), ("o1", 1000)]


def test_cases_count_when_they_ended_in_the_period() -> None:
    closed = {"state": "closed", "opened": "2026-12-20T10:00"}
    cases = [
        case("c1", **closed, closed="2027-01-10"),
        case("c2", **closed, followed_up="2026-12-30"),
        case("c3", **closed, resolved="2027-01-05T10:00"),
        case("c4"),
    ]
    assert [each.id for each in basis(cases=cases).closed_cases] == ["c1", "c3"]


def test_working_days_leave_out_holidays_and_own_leave() -> None:
    plain = basis()
    assert (plain.workdays, plain.workdays_passed) == (60, 32)
    away = row("v1", channel="internal", type="leave", kind="private", date="2027-02-08", end_date="2027-02-12")
    assert (basis(away).workdays, basis(away).workdays_passed) == (55, 27)


@given(st.dates(dt.date(2026, 12, 1), dt.date(2027, 5, 1)))
def test_the_elapsed_share_runs_from_nothing_to_everything(day: dt.date) -> None:
    found = basis_of(basis().plan, programme(), day)
    assert found.elapsed is not None
    assert 0 <= found.elapsed <= 1
    assert (found.elapsed == 0) is (day <= dt.date(2027, 1, 4))


def test_a_period_without_working_days_has_no_pace() -> None:
    weekend = basis_of(plan_with(), sales_plan(start="2027-01-09", end="2027-01-10"), DAY)
    assert weekend.elapsed is None


def test_an_active_programme_runs_before_a_draft_and_the_youngest_of_several() -> None:
    plans = [
        whole_programme("q0", start="2026-01-01", end="2027-12-30", status="draft"),
        whole_programme("q1", status="active"),
        whole_programme("q2", status="active", start="2027-02-01"),
        whole_programme("q3", start="2027-02-10"),
        whole_programme("q4", status="closed", start="2027-02-15"),
        sales_plan("mp", kind="market_plan", status="active"),
    ]
    found = running_programme(plan_with(*plans), DAY)
    assert found is not None
    assert found.id == "q2"
    assert running_programme(plan_with(*plans), dt.date(2028, 1, 1)) is None


@pytest.mark.parametrize(
    ("fields", "planned", "done"),
    [({}, 1, 1), ({"quantity_planned": 0}, 0, 0), ({"quantity_planned": 16, "quantity_done": 12}, 16, 12)],
)
def test_a_row_without_a_number_counts_for_one(fields: dict[str, object], planned: int, done: int) -> None:
    call = row("a1", date="2027-02-17", state="done", **fields)
    assert (planned_number(call), done_number(call)) == (planned, done)


@pytest.mark.parametrize(
    ("outcome", "met", "led_to"),
    [("reached", 1, 0), ("no_answer", 0, 0), ("meeting_booked", 1, 1), ("call_back", 0, 0), ("no", 1, 0), (None, 0, 0)],
)
def test_a_single_call_is_counted_by_its_outcome(outcome: str | None, met: int, led_to: int) -> None:
    call = row("a1", date="2027-02-17", state="done", channel="phone", outcome=outcome)
    assert (reached(call), booked(call)) == (met, led_to)
    letter = row("a1", date="2027-02-17", state="done", channel="letter", outcome="reached")
    assert reached(letter) == 0


def test_minutes_are_the_planned_ones_where_nobody_told_others() -> None:
    assert worked_minutes(row("a1", minutes=30)) == 30
    assert worked_minutes(row("a1", minutes=30, actual_minutes=0)) == 0
    assert worked_minutes(row("a1")) == 0
