"""Copying a day or a week to another."""

import datetime as dt
from dataclasses import replace

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.copying import Copies, copies_of_day, copies_of_week, paste
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.plan import Plan
from tests.planning import STAMP, WEDNESDAY, plan_of, row

MONDAY_9 = dt.date(2027, 3, 1)


def pasted(plan: Plan, copies: Copies) -> dict[str, Activity]:
    """Return the new rows by the id of what they are a copy of."""
    after = paste(plan, copies, {each.id: f"new-{each.id}" for each in copies.rows}, at=STAMP)
    return {each.id.removeprefix("new-"): each for each in after.stored() if each.id.startswith("new-")}


def test_a_week_keeps_its_weekdays_and_times_and_starts_anew() -> None:
    plan = plan_of(
        row("done", date="2027-02-15", start="08:30", minutes=60, state="done", outcome="reached", next="call"),
        row("call", date="2027-02-17", start="09:00", minutes=30, due="2027-02-18", customers=("k01",)),
        row("letters", bucket="2027-W07", due="2027-02-19", minutes=120),
    )
    new = pasted(plan, copies_of_week(plan, WEDNESDAY, MONDAY_9))
    assert (new["done"].date, new["done"].start, new["done"].state) == (MONDAY_9, dt.time(8, 30), "planned")
    assert (new["done"].outcome, new["done"].next) == (None, None)
    assert (new["call"].date, new["call"].due) == (dt.date(2027, 3, 3), dt.date(2027, 3, 4))
    assert new["call"].customers == ("k01",)
    assert (new["letters"].bucket, new["letters"].due) == ("2027-W09", dt.date(2027, 3, 5))


def test_the_old_week_stays_as_it_was() -> None:
    plan = plan_of(row("call", date="2027-02-17", start="09:00", minutes=30))
    copies = copies_of_week(plan, WEDNESDAY, MONDAY_9)
    assert paste(plan, copies, {"call": "new"}, at=STAMP).sheets["2027-W07"] == plan.sheets["2027-W07"]


def test_red_days_and_own_days_off_are_left_out_and_told() -> None:
    plan = plan_of(*(row(f"d{day}", date=f"2027-02-{day}") for day in range(15, 20)))
    plan = replace(plan, leave={"l1": Leave(id="l1", start=dt.date(2027, 3, 22), end=dt.date(2027, 3, 22))})
    copies = copies_of_week(plan, WEDNESDAY, dt.date(2027, 3, 22))
    assert [each.id for each in copies.rows] == ["d16", "d17"]
    assert copies.days_off == (dt.date(2027, 3, 22), dt.date(2027, 3, 25), dt.date(2027, 3, 26))


def test_what_was_called_off_repeats_itself_or_is_leave_is_not_copied() -> None:
    plan = plan_of(
        row("off", date="2027-02-17", state="cancelled", reason="ill"),
        row("missed", date="2027-02-17", state="skipped"),
        row("s1-20270217", date="2027-02-17", series="s1", occurrence="2027-02-17"),
        row("leave", date="2027-02-17", channel="internal", type="leave"),
    )
    assert copies_of_day(plan, WEDNESDAY, MONDAY_9).rows == ()


def test_a_day_goes_to_any_other_day_and_several_days_stay_as_many() -> None:
    plan = plan_of(
        row("fair", date="2027-02-17", end_date="2027-02-18"),
        row("earlier", date="2027-02-16", end_date="2027-02-18"),
        row("logged", date="2027-02-17", state="done", outcome="other", actual_minutes=25),
    )
    copies = copies_of_day(plan, WEDNESDAY, dt.date(2027, 2, 19))
    new = pasted(plan, copies)
    assert sorted(new) == ["fair", "logged"]
    assert (new["fair"].date, new["fair"].end_date) == (dt.date(2027, 2, 19), dt.date(2027, 2, 20))
    assert (new["logged"].minutes, new["logged"].actual_minutes) == (25, None)


def test_only_what_has_a_new_id_is_copied() -> None:
    plan = plan_of(row("a1", date="2027-02-17"), row("b1", date="2027-02-17"))
    after = paste(plan, copies_of_day(plan, WEDNESDAY, MONDAY_9), {"a1": "new"}, at=STAMP)
    assert [each.id for each in after.on(MONDAY_9)] == ["new"]


def test_week_53_is_followed_by_week_1() -> None:
    plan = plan_of(row("a1", bucket="2026-W53"), row("b1", date="2026-12-30"))
    copies = copies_of_week(plan, dt.date(2026, 12, 30), dt.date(2027, 1, 6))
    new = pasted(plan, copies)
    assert (new["a1"].bucket, new["b1"].date) == ("2027-W01", dt.date(2027, 1, 6))
