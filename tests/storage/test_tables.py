"""Values as tables of files, and back."""

import datetime as dt

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.activity import Activity, CostItem, Outcome, Reason, Reschedule, State
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.programme import Goal, SalesPlan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.storage.row_edits import row_text
from salgsplan_tui.storage.tables import ARRAYS, Row, differences, row_from, settings_from, table_of
from tests.planning import STAMP, row

FULL = Activity(
    id="a1",
    title="Ring «Kari»\n\tog Berg",
    channel="phone",
    type="call",
    kind="service",
    purpose="agreed",
    state=State.DONE,
    date=dt.date(2027, 2, 17),
    end_date=dt.date(2027, 2, 18),
    start=dt.time(9, 5),
    minutes=30,
    actual_minutes=0,
    due=dt.date(2027, 2, 19),
    priority=1,
    customers=("k1", "k2"),
    contacts=("p1",),
    audience="60 borettslag",
    place="Oslo",
    quantity_planned=3,
    quantity_done=0,
    unit="calls",
    costs=(CostItem(planned=50_000, actual=-100), CostItem(kind="ads", line="b2")),
    km_planned=12,
    value=99,
    outcome=Outcome.ORDER,
    outcome_counts={"reached": 2},
    reason=Reason.ILL,
    tags=("messe",),
    private=True,
    next="a2",
    occurrence=dt.date(2027, 2, 17),
    reschedules=(checked_fields(Reschedule, {"from": "2027-W06", "to": "2027-02-17", "by": "customer", "at": STAMP}),),
    notes="x",
    created=STAMP,
    changed=STAMP,
)


def read_back(value: Row) -> Row:
    array = ARRAYS[type(value)]
    return row_from(type(value), tomli.loads(row_text(value))[array][0])


def test_an_activity_with_everything_reads_back_as_it_was() -> None:
    assert read_back(FULL) == FULL
    assert list(table_of(FULL)) == [key for key in Activity.field_annotations if key in table_of(FULL)]


@given(
    st.builds(
        dict,
        title=st.text(max_size=20),
        minutes=st.none() | st.integers(0, 600),
        start=st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0)),
        date=st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2999, 12, 31)),
        tags=st.lists(st.text(max_size=5), max_size=3).map(tuple),
        value=st.none() | st.integers(-(10**9), 10**9),
        outcome_counts=st.dictionaries(st.text(max_size=5), st.integers(0, 9), max_size=3),
        notes=st.none() | st.text(max_size=40),
        private=st.booleans(),
        mine=st.none() | st.integers() | st.text(max_size=5),
    )
)
def test_any_activity_reads_back_as_it_was(fields: dict[str, object]) -> None:
    given_fields = {key: value for key, value in fields.items() if value is not None}
    value = checked_fields(Activity, {"id": "a1", "state": "planned"} | given_fields)
    assert table_of(read_back(value)) == table_of(value)


def test_what_is_as_usual_is_left_out_and_the_state_never() -> None:
    assert table_of(row("a1")) == {"id": "a1", "title": "Row a1", "state": "draft"}
    assert table_of(CUSTOMER) == {"id": "k1", "name": "Berg AS", "class": "A"}


CUSTOMER = checked_fields(Customer, {"id": "k1", "name": "Berg AS", "class": "A"})


def test_a_series_stands_flat_with_the_keys_of_its_activity() -> None:
    table = {
        "id": "s1",
        "title": "Lunsj",
        "rrule": "FREQ=DAILY",
        "first": dt.date(2027, 2, 18),
        "minutes": 30,
        "mine": 1,
    }
    value = row_from(Series, table)
    assert table_of(value) == table
    assert list(table_of(value)) == ["id", "title", "rrule", "first", "minutes", "mine"]
    assert read_back(value) == value
    assert read_back(CUSTOMER) == CUSTOMER


@pytest.mark.parametrize(
    ("table", "state"),
    [({"date": dt.date(2027, 2, 17)}, "planned"), ({"bucket": "2027-W07"}, "planned"), ({}, "draft")],
)
def test_a_row_without_a_state_is_planned_where_it_stands_somewhere(table: dict[str, object], state: str) -> None:
    found = row_from(Activity, {"id": "a1"} | table)
    assert isinstance(found, Activity)
    assert found.state == state


def test_what_was_chosen_in_the_settings_is_written_even_where_it_is_the_usual() -> None:
    chosen = Settings().changed_to(name="Ingrid", lunch_minutes=30, working_hours=Settings().working_hours)
    table = table_of(chosen)
    hours = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), "08:00-16:00")
    assert table == {"name": "Ingrid", "working_hours": hours, "lunch_minutes": 30}
    assert settings_from(table) == chosen
    assert table_of(Settings()) == {}


def test_a_plan_says_its_kind_and_status() -> None:
    plan = SalesPlan(
        id="q1", start=dt.date(2027, 1, 4), end=dt.date(2027, 3, 31), goals=(Goal(id="g1", title="Vekst"),)
    )
    assert list(table_of(plan)) == ["id", "kind", "start", "end", "status", "goals"]


def test_differences_are_new_values_and_none_where_a_key_is_gone() -> None:
    assert differences({"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 3, "d": 4}) == {"b": 3, "c": None, "d": 4}
