"""What is known of each customer: last and next contact, offers, orders, cases, all that happened."""

import datetime as dt

import pytest

from salgsplan_tui.domain.activity import Activity, Outcome, State
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.customer_history import CustomerRecord, customer_records, history
from salgsplan_tui.domain.customers import Contact, Customer, Stage
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.recurrence import Series
from tests.planning import NOW, STAMP, WEDNESDAY, offer, order, plan_of, row
from tests.sample import sample_plan

BERG = Customer(id="k1", name="Berg AS", stage=Stage.LEAD, contacts=(Contact(id="p1", name="Kari"),))


def berg(*rows: Activity, plan: Plan | None = None) -> CustomerRecord:
    return customer_records(plan or plan_of(*rows, customers=(BERG,)), NOW)["k1"]


@pytest.mark.parametrize(
    ("customer", "last", "days", "upcoming"),
    [
        ("k01", "a21", 8, "a27"),
        ("k02", "a24", 5, "a28"),
        ("k03", "a10", 27, "a34"),
        ("k04", "a25", 2, None),
        ("k05", "a17", 14, "a32"),
        ("k06", "a15", 19, None),
        ("k07", "a16", 15, "a34"),
        ("k08", "a21", 8, "a30"),
        ("k09", "a13", 21, "a38"),
        ("k10", None, None, None),
        ("k11", None, None, None),
        ("k12", "a20", 9, "a29"),
    ],
)
def test_the_sample_customers_last_and_next_contact(
    customer: str, last: str | None, days: int | None, upcoming: str | None
) -> None:
    record = customer_records(sample_plan(), NOW)[customer]
    assert record.last == (last and sample_plan().activity(last))
    assert record.days_since(WEDNESDAY) == days
    assert record.next == (upcoming and sample_plan().activity(upcoming))


def test_the_sample_customers_without_a_next_step_and_with_something_open() -> None:
    records = customer_records(sample_plan(), NOW)
    assert [each for each, record in records.items() if record.lacks_next_step] == ["k04", "k06", "k11"]
    offered = {each: record.offered for each, record in records.items() if record.open_offers}
    assert offered == {"k01": 45_000_00, "k02": 78_000_00, "k05": 120_000_00, "k07": 64_000_00}
    assert [each for each, record in records.items() if record.open_cases] == ["k12"]
    assert sum(record.bought for record in records.values()) == 185_700_00
    assert records["k03"].last_order == dt.date(2027, 1, 21)


def test_a_call_that_nobody_answered_is_no_contact() -> None:
    met = row("a1", date="2027-02-01", state="done", outcome="reached", customers=("k1",))
    unmet = row("a2", date="2027-02-10", state="done", outcome="no_answer", contacts=("p1",))
    planned = row("a3", date="2027-02-12", contacts=("p1",))
    assert berg(met, unmet, planned).last == met
    assert berg(unmet).last is None


def test_of_a_call_session_each_call_counts_for_itself() -> None:
    calls = ({"contact": "p1", "outcome": "no_answer"}, {"contact": "p9", "outcome": "reached"})
    session = row("a1", date="2027-02-10", state="done", outcome="reached", contacts=("p9",), calls=calls)
    assert berg(session).rows == (session,)
    assert berg(session).last is None
    answered = session.changed_to(calls=(session.calls[0].changed_to(outcome=Outcome.REACHED),))
    assert berg(answered).last == answered


def test_what_goes_to_everybody_is_no_contact_with_anybody() -> None:
    plan = sample_plan()
    press = row("z1", date="2027-02-16", state="done", outcome="other", channel="press", customers=("k04",))
    own = row("z2", date="2027-02-16", state="done", outcome="other", kind="internal", customers=("k04",))
    records = customer_records(plan.with_activity(press).with_activity(own), NOW)
    assert records["k04"].last == plan.activity("a25")
    assert press in records["k04"].rows


def test_the_next_contact_is_the_first_open_row_from_today_on() -> None:
    overdue = row("a1", date="2027-02-16", customers=("k1",))
    draft = row("a2", customers=("k1",))
    today = row("a3", date="2027-02-17", start="07:00", customers=("k1",))
    week = row("a4", bucket="2027-W07", contacts=("p1",))
    assert berg(overdue, draft).next is None
    assert berg(overdue, draft).lacks_next_step
    assert berg(overdue, week, today).next == today
    assert berg(overdue, week).next == week


def test_an_occurrence_of_a_series_is_a_next_contact_and_one_that_was_touched_counts_as_it_stands() -> None:
    rule = {"id": "s1", "title": "Ring Kari", "rrule": "FREQ=WEEKLY", "first": "2027-02-03", "contacts": ("p1",)}
    plan = plan_of(customers=(BERG,), series=(checked_fields(Series, rule),))
    found = berg(plan=plan).next
    assert found is not None
    assert (found.id, found.date) == ("s1-20270217", WEDNESDAY)
    done = found.changed_to(state=State.DONE, outcome=Outcome.REACHED)
    touched = berg(plan=plan.with_activity(done))
    assert touched.last == done
    assert touched.next is not None
    assert touched.next.date == dt.date(2027, 2, 24)


def test_who_is_no_target_or_sleeps_needs_no_next_step() -> None:
    def lacking(stage: Stage) -> bool:
        plan = plan_of(customers=(BERG.changed_to(stage=stage),))
        return customer_records(plan, NOW)["k1"].lacks_next_step

    assert [stage for stage in Stage if not lacking(stage)] == [
        Stage.UNKNOWN,
        Stage.DORMANT,
        Stage.LOST,
        Stage.NOT_TARGET,
    ]


def test_a_cancelled_order_is_none() -> None:
    record = CustomerRecord(BERG, orders=(order("o1", amount=10), order("o2", date="2027-02-18", cancelled=True)))
    assert (record.bought, record.last_order) == (10, WEDNESDAY)


def test_the_history_tells_everything_the_newest_first() -> None:
    step = {"from": "lead", "to": "offered", "on": "2027-02-09"}
    changed = checked_fields(Customer, {"id": "k1", "name": "Berg AS", "stage": "offered", "stage_changes": [step]})
    made = CustomerRecord(
        changed,
        rows=(row("a1", date="2027-02-01"), row("a2", customers=("k1",))),
        offers=(offer("t1", state="sent", sent="2027-02-08", created=STAMP),),
        orders=(order("o1"),),
    )
    assert [getattr(event.what, "id", "stage") for event in history(made)] == ["a2", "o1", "stage", "t1", "a1"]
