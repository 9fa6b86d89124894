"""Somebody wants no more contact: marked at once, and everything that was planned with them stops."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain import life
from salgsplan_tui.domain.activity import Activity, Outcome, Reason, State
from salgsplan_tui.domain.checking import checked
from salgsplan_tui.domain.contact_checks import findings_of
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.objecting import everyone_in, ids_beside, stopped, with_objections
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.results import Result
from salgsplan_tui.storage.packaged_rules import contact_rules
from tests.planning import NOW, STAMP, WEDNESDAY, plan_of, row

KARI, PER = Contact(id="p1", name="Kari Berg"), Contact(id="p2", name="Per Berg")
BERG = Customer(id="k1", name="Berg AS", contacts=(KARI, PER))
LIE = Customer(id="k2", name="Lie AS", contacts=(Contact(id="p3", name="Una Lie"),))
BENTE = Customer(id="k3", name="Bente", kind="consumer")
BOOK = (BERG, LIE, BENTE)


def plan(*rows: Activity, series: tuple[Series, ...] = ()) -> Plan:
    return plan_of(*rows, customers=BOOK, series=series)


def call(identity: str, **fields: object) -> Activity:
    return row(identity, **{"channel": "phone", "date": "2027-03-03", "customers": ["k1"], "contacts": ["p1"]} | fields)


def series(**fields: object) -> Series:
    table = {"id": "s1", "rrule": "FREQ=WEEKLY;BYDAY=WE", "first": "2027-02-03", "title": "Ringe Kari"}
    return checked(Series, table | {"channel": "phone", "customers": ["k1"], "contacts": ["p1"]} | fields)


def without(book: Plan, *people: str) -> Plan:
    return with_objections(book, people, today=WEDNESDAY, at=STAMP)


def states(book: Plan) -> dict[str, str]:
    return {each.id: each.state.value for each in book.stored()}


def test_open_marketing_rows_are_cancelled_because_the_customer_asked_wherever_they_lie() -> None:
    before = plan(
        call("a1"),
        call("a2", date="2027-12-01"),
        row("a3", bucket="2027-11", contacts=["p1"]),
        row("a4", contacts=["p1"]),
        call("a5", date="2027-02-16"),  # overdue, and still to be done
    )
    after = without(before, "p1")
    assert set(states(after).values()) == {"cancelled"}
    assert {each.reason for each in after.stored()} == {Reason.CUSTOMER_ASKED}
    assert [each.id for each in stopped(before, after).cancelled] == ["a3", "a4", "a5", "a1", "a2"]


def test_what_is_settled_their_own_case_and_what_they_asked_for_stays() -> None:
    before = plan(
        call("a1", state="done", outcome="reached"),
        call("a2", purpose="service", kind="service"),
        call("a3", purpose="agreed"),
        call("a4", kind="internal"),
        call("a5", contacts=["p2"]),
    )
    assert states(without(before, "p1")) == states(before)


def test_a_row_with_others_goes_on_without_the_person() -> None:
    before = plan(
        call("a1", customers=["k1", "k2"], contacts=["p1", "p3"]),
        call("a2", contacts=["p1", "p2"]),
        call("a3", audience="60 borettslag"),
    )
    after = without(before, "p1")
    rows = {each.id: (each.state, each.customers, each.contacts) for each in after.stored()}
    assert rows == {
        "a1": (State.PLANNED, ("k2",), ("p3",)),
        "a2": (State.PLANNED, ("k1",), ("p2",)),
        "a3": (State.PLANNED, (), ()),
    }
    found = stopped(before, after)
    assert (found.cancelled, [each.id for each in found.continued]) == ((), ["a1", "a2", "a3"])


def test_a_firm_is_called_no_more_when_all_its_people_have_said_so() -> None:
    before = plan(call("a1", contacts=[]))
    once = without(before, "p1")
    assert states(once) == {"a1": "planned"}
    assert states(without(once, "p2")) == {"a1": "cancelled"}


def test_a_private_person_is_named_by_the_customer_alone() -> None:
    before = plan(call("a1", customers=["k3"], contacts=[]))
    after = without(before, "k3")
    assert states(after) == {"a1": "cancelled"}
    assert after.customers["k3"].contacts[0].objection is not None


def test_a_series_ends_with_its_next_occurrence_which_is_cancelled() -> None:
    before = plan(series=(series(),))
    after = without(before, "p1")
    assert states(after) == {"s1-20270217": "cancelled"}
    assert after.series["s1"].until == WEDNESDAY
    assert after.on(WEDNESDAY + dt.timedelta(weeks=1)) == ()
    assert [each.id for each in stopped(before, after).cancelled] == ["s1-20270217"]


def test_a_touched_occurrence_is_cancelled_like_any_row() -> None:
    touched = life.confirm(plan(series=(series(),)), "s1-20270303", at=STAMP)
    assert states(without(touched, "p1")) == {"s1-20270303": "cancelled", "s1-20270217": "cancelled"}


def test_a_series_with_others_goes_on_without_the_person() -> None:
    before = plan(series=(series(contacts=["p1", "p2"]),))
    after = without(before, "p1")
    assert after.series["s1"].activity.contacts == ("p2",)
    assert after.series["s1"].until is None
    assert [each.id for each in stopped(before, after).continued] == ["s1"]


def test_a_series_that_is_over_is_left_alone() -> None:
    over = series(until="2027-02-10")
    assert without(plan(series=(over,)), "p1").series["s1"] == over


def test_the_outcome_stops_everything_in_one_edit() -> None:
    before = plan(call("a1", date="2027-02-17"), call("a2"))
    after = life.done(before, "a1", Result(Outcome.OBJECTED), now=NOW, at=STAMP)
    assert states(after) == {"a1": "done", "a2": "cancelled"}


def test_several_rows_with_the_same_person_are_all_done() -> None:
    before = plan(call("a1", date="2027-02-17"), call("a2", date="2027-02-17"), call("a3"))
    after = life.all_done(before, ("a1", "a2"), Result(Outcome.OBJECTED), now=NOW, at=STAMP)
    assert states(after) == {"a1": "done", "a2": "done", "a3": "cancelled"}


def test_in_a_session_only_those_who_said_so_are_left_out() -> None:
    session = call("a1", date="2027-02-17", customers=["k1", "k2"], contacts=["p1", "p3"])
    before = plan(session, call("a2"), call("a3", customers=["k2"], contacts=["p3"]))
    after = life.done(before, "a1", Result(Outcome.REACHED, objected=("p3",)), now=NOW, at=STAMP)
    assert states(after) == {"a1": "done", "a2": "planned", "a3": "cancelled"}
    assert after.activity("a1").contacts == ("p1", "p3")


def test_who_is_in_a_row_and_by_which_ids_others_name_them() -> None:
    book = plan()
    assert everyone_in(book, call("a1")) == ("p1",)
    assert everyone_in(book, call("a1", contacts=[])) == ("p1", "p2")
    assert everyone_in(book, call("a1", customers=["k3"], contacts=[])) == ("k3",)
    assert set(ids_beside(book, call("a1", customers=[]))) == {"p1", "k1"}


def test_nobody_objecting_changes_nothing() -> None:
    before = plan(call("a1"))
    assert without(before) is before


PEOPLE = ["p1", "p2", "p3", "k3"]


@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from(PEOPLE), unique=True), st.sampled_from(["marketing", "service"])),
        max_size=6,
    ),
    st.lists(st.sampled_from(PEOPLE), min_size=1, unique=True),
)
def test_afterwards_no_open_marketing_row_names_who_objected(
    rows: list[tuple[list[str], str]], people: list[str]
) -> None:
    book = plan(*(call(f"a{n}", contacts=named, customers=[], purpose=why) for n, (named, why) in enumerate(rows)))
    after = replace(without(book, *people), contact_rules=contact_rules())
    for each in after.stored():
        if each.is_open and each.purpose == "marketing":
            assert not {*each.contacts} & {*people}
            assert findings_of(after, each, NOW) == ()
    assert after.sheets.keys() == book.sheets.keys()


@pytest.mark.parametrize("people", [("p1",), ("p1", "p2"), ("k3",)])
def test_said_twice_it_is_the_same(people: tuple[str, ...]) -> None:
    once = without(plan(call("a1"), series=(series(),)), *people)
    assert without(once, *people) == once
