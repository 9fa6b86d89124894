"""The rules held against rows: who in them may not be contacted so, when it is planned and when it begins."""

import datetime as dt
from dataclasses import replace

import pytest

from salgsplan_tui.domain import life
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.contact_checks import (
    findings_now,
    findings_of,
    is_blocked,
    people_of,
    refuse_blocked,
    reminders_of,
)
from salgsplan_tui.domain.customers import Contact, Customer, Objection, Reservation
from salgsplan_tui.domain.day_plan import day_plan, week_plan
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.storage.packaged import catalogue
from salgsplan_tui.storage.packaged_rules import contact_rules
from tests.planning import NOW, STAMP, WEDNESDAY, plan_of, row

NO = Objection(at=STAMP)
KARI = Contact(id="p1", name="Kari Berg")
PER = Contact(id="p2", name="Per Berg", objection=NO)
BERG = Customer(id="k1", name="Berg AS", contacts=(KARI, PER))
BENTE = Customer(id="k2", name="Bente", kind="consumer", contacts=(Contact(id="k2", name="Bente"),))
ALI = Customer(
    id="k3",
    name="Ali",
    kind="consumer",
    contacts=(Contact(id="k3", name="Ali", reservation=Reservation(checked=WEDNESDAY)),),
)


def plan(*rows: Activity, customers: tuple[Customer, ...] = (BERG, BENTE, ALI)) -> Plan:
    return replace(plan_of(*rows, customers=customers), channels=catalogue()[0], contact_rules=contact_rules())


def call(identity: str = "a1", **fields: object) -> Activity:
    return row(identity, **{"channel": "phone", "type": "call", "date": "2027-02-17", "start": "10:00"} | fields)


def rules(findings: tuple[object, ...]) -> list[str]:
    return [f"{each.who} {each.rule.id}" for each in findings]  # type: ignore[attr-defined]  # each is a Finding


def test_those_a_row_is_for_are_its_contacts_and_the_customers_without_one() -> None:
    one = call(contacts=["p1", "gone"], customers=["k1", "k2", "gone"])
    found = [(customer.id, contact.id if contact else None) for customer, contact in people_of(plan(), one)]
    assert found == [("k1", "p1"), ("k2", "k2")]


def test_each_person_of_a_row_is_looked_at_and_blocks_come_first() -> None:
    found = findings_of(plan(), call(contacts=["k2", "p1", "p2"]), NOW)
    assert rules(found) == ["p2 objection", "k2 register_this_month"]


def test_a_firm_has_asked_when_it_itself_or_all_its_people_have() -> None:
    itself = BERG.changed_to(contacts=(KARI, Contact(id="k1", name="Berg AS", objection=NO)))
    everyone = BERG.changed_to(contacts=(KARI.changed_to(objection=NO), PER))
    one = call(customers=["k1"])
    assert rules(findings_of(plan(customers=(itself,)), one, NOW)) == ["k1 objection"]
    assert rules(findings_of(plan(customers=(everyone,)), one, NOW)) == ["k1 objection"]
    assert rules(findings_of(plan(), one, NOW)) == []
    assert rules(findings_of(plan(customers=(itself,)), call(contacts=["p1"]), NOW)) == ["p1 objection"]


def test_own_work_and_what_the_customer_asked_for_are_let_alone() -> None:
    for fields in ({"kind": "internal"}, {"kind": "private"}, {"purpose": "agreed"}, {"purpose": "service"}):
        assert findings_of(plan(), call(contacts=["p2"], **fields), NOW) == ()


def test_a_row_whose_day_is_not_sure_is_not_held_to_hours() -> None:
    saturday = call(date="2027-02-20", contacts=["k3"])
    assert rules(findings_of(plan(), saturday, NOW)) == ["k3 phone_hours"]
    week = row("a2", channel="phone", bucket="2027-W07", contacts=["k3"])
    overdue = call("a3", date="2027-02-14", contacts=["k3"])
    idea = row("a4", channel="phone", contacts=["k3"])
    assert [findings_of(plan(), each, NOW) for each in (week, overdue, idea)] == [(), (), ()]


def test_the_first_call_is_blocked_only_when_it_begins() -> None:
    one = call(contacts=["k2"])
    ten = NOW.replace(hour=10)
    assert rules(findings_of(plan(one), one, ten)) == ["k2 register_this_month"]
    assert rules(findings_now(plan(one), one, ten)) == ["k2 register_before_first"]
    met = call("a0", date="2027-01-04", state="done", contacts=["k2"])
    assert rules(findings_now(plan(one, met), one, ten)) == ["k2 register_this_month"]
    bought = BENTE.changed_to(last_order=2027)
    assert rules(findings_now(plan(one, customers=(bought,)), one, ten)) == ["k2 register_this_month"]


def test_a_row_begins_now_and_not_when_it_was_planned() -> None:
    saturday = call(date="2027-02-20", contacts=["k3"])
    assert findings_now(plan(saturday), saturday, NOW.replace(hour=10)) == ()
    assert rules(findings_now(plan(saturday), saturday, NOW)) == ["k3 phone_hours"]


def test_a_call_that_is_forbidden_now_does_not_begin() -> None:
    with pytest.raises(RefusedError, match="contact_blocked") as refused:
        life.start(plan(call(contacts=["p2"])), "a1", now=NOW, at=STAMP)
    assert refused.value.values["name"] == "Per Berg"
    assert refused.value.values["rule"] == "objection"
    assert refused.value.values["lift"] is not None


def test_a_warning_lets_it_begin() -> None:
    met = call("a0", date="2027-01-04", state="done", contacts=["k2"])
    after = life.start(plan(call(contacts=["k2"]), met), "a1", now=NOW.replace(hour=10), at=STAMP)
    assert after.activity("a1").state == "in_progress"


def test_what_stood_against_a_row_before_a_change_is_only_marked() -> None:
    before = call(contacts=["p2"])
    refuse_blocked(plan(), before.changed_to(title="Ring Per igjen"), NOW, before=before)
    with pytest.raises(RefusedError):
        refuse_blocked(plan(), before, NOW)
    with pytest.raises(RefusedError):
        refuse_blocked(plan(), before, NOW, before=call(contacts=["p1"]))


def test_a_settled_row_is_neither_refused_nor_marked() -> None:
    done = call(contacts=["p2"], state="done")
    refuse_blocked(plan(), done, NOW)
    assert not is_blocked(plan(), done, NOW)
    assert is_blocked(plan(), call(contacts=["p2"]), NOW)


def test_reminders_come_once() -> None:
    notes = reminders_of(plan(), call(contacts=["k2", "k3"]), NOW)
    assert [note.id for note in notes] == ["number_shown", "written_acceptance"]


def test_the_warnings_of_a_day_and_a_week_name_the_rule() -> None:
    book = plan(call(contacts=["p2"]), row("a2", channel="phone", bucket="2027-W07", contacts=["p2"]))
    today = [(each.code, each.ids, each.date) for each in day_plan(book, WEDNESDAY, NOW).warnings]
    assert today == [("contact_rule", ("a1",), WEDNESDAY)]
    week = [(each.code, each.ids, each.date) for each in week_plan(book, "2027-W07", NOW).warnings]
    assert week == [("contact_rule", ("a2",), dt.date(2027, 2, 15)), ("contact_rule", ("a1",), WEDNESDAY)]
