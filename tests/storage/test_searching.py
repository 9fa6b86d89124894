"""Searches in raw bytes: they may find too much, and never too little of what stands in a plausible file."""

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.activity import State
from salgsplan_tui.storage.searching import (
    ids,
    last_day,
    later_blocks,
    may_concern_later_days,
    names_one_of,
    open_rows,
)
from tests.folders import block, file

DONE = block("a1", state='"done"')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (file(DONE), False),
        (file(DONE, block("a2", state='"cancelled"', costs='[{ planned = "5.00" }]')), False),
        (file(DONE, block("a2")), True),
        (file(DONE, block("a2", state="'confirmed'")), True),
        (file(DONE, block("a2", state='"done"', end_date="2027-02-19")), True),
        (file(DONE, '[[activity]]\nid = "a2"\n'), True),
        ('schema = 1\nactivity = [{ id = "a1" }]\n', True),
        ("schema = 1\n", False),
    ],
)
def test_a_week_may_concern_later_days_where_something_is_open_or_lasts(text: str, expected: bool) -> None:  # noqa: FBT001  # an expectation
    assert may_concern_later_days(text.encode()) is expected


def test_the_open_blocks_of_a_week_are_cut_out_whole() -> None:
    text = file(DONE, "# my own\n" + block("a2", notes='"""\nto\nlinjer\n"""'), DONE.replace("a1", "a3"))
    assert later_blocks(text.encode()) == b"\n" + block("a2", notes='"""\nto\nlinjer\n"""').encode()


@pytest.mark.parametrize(
    "text",
    [
        file(DONE, block("a2", notes='"""\n[[activity]]\nstate = "planned"\n"""')),
        file(DONE, block("a2")).replace("\n", "\r\n"),
        file(DONE, block("a2")).replace("[[activity]]", "[[ activity ]]"),
        file(DONE, '[[activity]]\nid = "a2"\n'),
        'schema = 1\nactivity = [{ id = "a1" }]\n',
    ],
)
def test_blocks_that_cannot_be_told_apart_are_left_to_the_parser(text: str) -> None:
    assert later_blocks(text.encode()) is None


@given(st.lists(st.tuples(st.sampled_from(list(State)), st.text("a\"'\n[]#=", max_size=12)), max_size=6))
def test_no_open_row_is_missed(rows: list[tuple[State, str]]) -> None:
    from salgsplan_tui.storage.emitter import value  # noqa: PLC0415  # to write what hypothesis makes up

    blocks = [block(f"a{at}", state=f'"{state}"', notes=value(notes)) for at, (state, notes) in enumerate(rows)]
    data = file(*blocks).encode()
    found = later_blocks(data) if may_concern_later_days(data) else b""
    whole = tomli.loads(data.decode()).get("activity", [])
    cut = whole if found is None else tomli.loads(found.decode()).get("activity", [])
    opened = [row["id"] for row in whole if row["state"] in {"draft", "planned", "confirmed", "in_progress"}]
    assert set(opened) <= {row["id"] for row in cut}
    assert all(row in whole for row in cut)


def test_open_rows_are_counted_without_drafts() -> None:
    states = ("planned", "draft", "done", "in_progress", "skipped", "confirmed")
    assert open_rows(file(*(block(f"a{state}", state=f'"{state}"') for state in states)).encode()) == 3
    assert open_rows(file('[[activity]]\nid = "a2"\n').encode()) == 1


def test_ids_are_found_by_their_beginning() -> None:
    data = file(block("a26"), block("a27"), "[[activity]]\n'id'='a281'\n", block("b1", notes="'a29'")).encode()
    assert ids(data, "a2") == ["a26", "a27", "a281"]
    assert ids(data, "a26") == ["a26"]
    assert ids(data) == ["a26", "a27", "a281", "b1"]
    assert ids(data, "c") == []


def test_a_plans_last_day_is_found() -> None:
    assert last_day(b'schema = 1\nend_note = "x"\nstart = 2027-01-04\nend = 2027-03-31\n') == "2027-03-31"
    assert last_day(b"schema = 1\n") is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('contacts = ["p01", "p02"]', True),
        ("contacts = ['p01']", True),
        ('contacts = ["p011"]', False),
        ('notes = "about p01"', False),
        ("", False),
    ],
)
def test_a_file_that_names_somebody_by_id_is_found(text: str, named: bool) -> None:  # noqa: FBT001  # an expectation
    assert names_one_of(text.encode(), ["p01", "k9"]) is named
