"""Plan fulfilment against the frozen week: chapter 8.6's weeks 4, 6 and 7, and every fate a row can meet."""

import datetime as dt

from salgsplan_tui.domain import life
from salgsplan_tui.domain.activity import Activity, Reason, Reschedule, State
from salgsplan_tui.domain.fulfilment import Fate, freeze, fulfilment
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan, empty_plan
from tests.sample import sample_plan

NOW = dt.datetime(2027, 2, 17, 8)
AT = dt.datetime(2027, 2, 15, 7, tzinfo=dt.UTC)


def fates(plan: Plan, week: str, now: dt.datetime = NOW) -> dict[str, int]:
    return {fate.value: count for fate, count in fulfilment(plan, week, now).counts.items() if count}


def planned(identity: str, day: str, **fields: object) -> Activity:
    row = Activity(id=identity, title=identity, state=State.PLANNED, date=dt.date.fromisoformat(day))
    return row.changed_to(**fields)


def week_7(*rows: Activity) -> Plan:
    plan = empty_plan()
    for row in rows:
        plan = plan.with_activity(row)
    return freeze(plan, ["2027-W07"], AT)


def test_week_6_is_done_four_of_five_and_one_cancelled() -> None:
    found = fulfilment(sample_plan(), "2027-W06", NOW)
    assert fates(sample_plan(), "2027-W06") == {"done": 4, "cancelled": 1}
    assert found.rate.value is not None
    assert float(found.rate.value) == 0.8
    assert found.ad_hoc == ()


def test_week_4_is_done_four_of_five_and_one_moved_by_the_customer() -> None:
    found = fulfilment(sample_plan(), "2027-W04", NOW)
    assert fates(sample_plan(), "2027-W04") == {"done": 4, "moved": 1}
    moved = next(each for each in found.planned if each.fate is Fate.MOVED)
    assert (moved.id, moved.reason) == ("a17", Reason.CUSTOMER_ASKED)


def test_week_7_is_under_way() -> None:
    assert fates(sample_plan(), "2027-W07") == {"done": 1, "overdue": 1, "open": 5}


def test_what_came_after_the_week_was_frozen_is_ad_hoc_and_not_in_the_divisor() -> None:
    plan = week_7(planned("a1", "2027-02-16", state=State.DONE)).with_activity(planned("a2", "2027-02-17"))
    found = fulfilment(plan, "2027-W07", NOW)
    assert [row.id for row in found.ad_hoc] == ["a2"]
    assert (int(found.rate.part), int(found.rate.whole)) == (1, 1)


def test_a_row_put_off_within_its_week_is_done_late() -> None:
    put_off = Reschedule(from_="2027-02-15", to="2027-02-16")
    plan = week_7(planned("a1", "2027-02-16", state=State.DONE, reschedules=(put_off,)))
    assert fates(plan, "2027-W07") == {"late": 1}


def test_a_row_that_came_from_another_week_is_not_late() -> None:
    from_before = Reschedule(from_="2027-02-12", to="2027-02-16")
    plan = week_7(planned("a1", "2027-02-16", state=State.DONE, reschedules=(from_before,)))
    assert fates(plan, "2027-W07") == {"done": 1}


def test_done_after_the_deadline_is_late() -> None:
    plan = week_7(planned("a1", "2027-02-17", state=State.DONE, due=dt.date(2027, 2, 16)))
    assert fates(plan, "2027-W07") == {"late": 1}


def test_a_row_moved_out_of_the_week_is_moved_with_its_reason_even_when_it_is_done_there() -> None:
    plan = week_7(planned("a1", "2027-02-16"))
    plan = life.move(plan, "a1", Placement(dt.date(2027, 2, 23)), at=AT, reason=Reason.ILL)
    assert fates(plan, "2027-W07") == {"moved": 1}
    assert fulfilment(plan, "2027-W07", NOW).reasons == {Reason.ILL: 1}


def test_what_was_taken_out_as_a_mistake_stays_in_the_divisor() -> None:
    plan = week_7(planned("a1", "2027-02-16"), planned("a2", "2027-02-16", state=State.DONE)).without_activity("a1")
    assert fates(plan, "2027-W07") == {"done": 1, "gone": 1}
    assert fulfilment(plan, "2027-W07", NOW).rate.whole == 2


def test_a_week_that_nobody_has_changed_is_as_it_was_planned() -> None:
    plan = empty_plan().with_activity(planned("a1", "2027-03-01"))
    found = fulfilment(plan, "2027-W09", NOW)
    assert (found.taken, [each.fate for each in found.planned]) == (None, [Fate.OPEN])


def test_a_week_is_frozen_once() -> None:
    plan = week_7(planned("a1", "2027-02-16")).with_activity(planned("a2", "2027-02-17"))
    again = freeze(plan, ["2027-W07"], AT + dt.timedelta(days=1))
    assert again.sheets["2027-W07"].snapshot == plan.sheets["2027-W07"].snapshot


def test_an_empty_week_has_no_rate() -> None:
    assert fulfilment(empty_plan(), "2027-W07", NOW).rate.value is None
