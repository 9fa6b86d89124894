"""The emitter: one way to write each value, readable by Python's own parser."""

import tomllib
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salgsplan_tui.domain.errors import NotWrittenError
from salgsplan_tui.storage import emitter
from salgsplan_tui.storage.document import same


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Ring «Kari» 👩‍💼", '"Ring «Kari» 👩‍💼"'),
        ('C:\\a "b"\t', r'"C:\\a \"b\"\t"'),
        ("\x1b[31m\x00\x7f\x9b\u202e\ufeff\u2028\r", r'"\u001B[31m\u0000\u007F\u009B\u202E\uFEFF\u2028\r"'),
        (True, "true"),
        (-45, "-45"),
        (1.5, "1.5"),
        (date(2027, 2, 17), "2027-02-17"),
        (datetime(2027, 2, 17, 8, tzinfo=timezone(timedelta(hours=1))), "2027-02-17T07:00:00Z"),
        (datetime(2027, 2, 17, 7, 0, 0, 250_000, tzinfo=UTC), "2027-02-17T07:00:00.250000Z"),
        (time(9, 30), '"09:30"'),
        (time(9, 30, 15), '"09:30:15"'),
        (("a", 'b"'), r'["a", "b\""]'),
        ([], "[]"),
        ({}, "{}"),
        ([{"kind": "ads", "line": None, "planned": "500.00"}], '[{ kind = "ads", planned = "500.00" }]'),
        ({"rule": "weekly", "days": ["mo"], "å b": 1}, '{ rule = "weekly", days = ["mo"], "å b" = 1 }'),
        ([["to\nlinjer"]], r'[["to\nlinjer"]]'),
    ],
)
def test_a_value_is_written_in_one_way(value: object, written: str) -> None:
    assert emitter.value(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Første\nAndre\n", '"""\nFørste\nAndre\n"""'),
        ("\n", '"""\n\n"""'),
        ('"""""\n"', '"""\n""\\"""\n\\""""'),
        ("\ta \\ \r\n\x1b", '"""\n\ta \\\\ \\r\n\\u001B"""'),
    ],
)
def test_text_with_line_breaks_is_written_as_it_reads(value: str, written: str) -> None:
    assert emitter.value(value) == written


def test_an_array_of_tables_too_wide_for_a_line_gets_a_line_for_each() -> None:
    cost = {"kind": "advertisement", "line": "marketing", "planned": "1250.00"}
    assert emitter.pair("costs", [cost]).count("\n") == 0
    assert emitter.pair("costs", [cost, cost]) == (
        "costs = [\n"
        '  { kind = "advertisement", line = "marketing", planned = "1250.00" },\n'
        '  { kind = "advertisement", line = "marketing", planned = "1250.00" },\n'
        "]"
    )


def test_a_block_has_its_keys_in_the_order_given_and_none_without_a_value() -> None:
    values = {"own": 1, "title": "Ring Kari", "id": "a26", "goal": None}
    written = emitter.block("activity", values, ("id", "title", "goal", "state"))
    assert written == '[[activity]]\nid = "a26"\ntitle = "Ring Kari"\nown = 1\n'


def test_a_file_has_its_schema_first_then_keys_tables_and_blocks() -> None:
    values = {
        "activity": [{"id": "a26"}, {"id": "a27"}],
        "week": {"must": ["Berg"], "focus": "salg"},
        "tags": [],
        "year": 2027,
        "schema": 1,
    }
    assert emitter.document(values, {"": ("year", "tags"), "week": ("focus", "must")}) == (
        "schema = 1\nyear = 2027\ntags = []\n\n"
        '[week]\nfocus = "salg"\nmust = ["Berg"]\n\n'
        '[[activity]]\nid = "a26"\n\n[[activity]]\nid = "a27"\n'
    )


def test_half_a_character_is_refused_before_anything_is_opened() -> None:
    with pytest.raises(NotWrittenError, match="not_text"):
        emitter.value(["Ring \udcff"])


@pytest.mark.parametrize("value", [None, [None], b"x", object(), timedelta(1)])
def test_what_toml_does_not_know_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        emitter.value(value)


scalars = st.one_of(
    st.text(),
    st.text(alphabet='"\n\\\r\t \x1b#[]'),
    st.integers(-(2**63), 2**63 - 1),
    st.booleans(),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1), timezones=st.timezones()),
    st.times(),
)
values = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12)


@settings(max_examples=60)
@given(st.dictionaries(st.text(), values))
def test_everything_written_is_read_back_by_pythons_own_parser(table: dict[str, object]) -> None:
    assert same(tomllib.loads(emitter.document(table)), emitter.plain(table))
    assert same(tomllib.loads(emitter.block("activity", table)), {"activity": [emitter.plain(table)]})
