"""The way there and back, the material's deadline, and when it appears. Now is Wednesday 2026-10-07 09:15."""

import datetime as dt

import pytest

from tests.domain.quick_add.lines import reading, refused


@pytest.mark.parametrize(
    ("words", "ways"),
    [("reise:30m", (30, 30)), ("travel:30m+20m", (30, 20)), ("reise:1t30+45", (90, 45)), ("reisetid:20", (20, 20))],
)
def test_the_way_there_and_back(words: str, ways: tuple[int, int]) -> None:
    found = reading(f"møte Kari tir 13 1t {words}").activity
    assert (found.travel_before, found.travel_after, found.minutes) == (*ways, 60)


def test_a_deadline_of_material_and_when_it_appears() -> None:
    found = reading("annonse Fagbladet 10.11 materiell:3.11 vises:10.11-24.11").activity
    assert (found.date, found.material_due) == (dt.date(2026, 11, 10), dt.date(2026, 11, 3))
    assert (found.appears_from, found.appears_to) == (dt.date(2026, 11, 10), dt.date(2026, 11, 24))
    assert reading("ad 10.11 appears:fri", language="en").activity.appears_to == dt.date(2026, 10, 9)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("møte Kari fre reise:x", "not_a_duration"),
        ("møte Kari fre reise:10+10+10", "not_a_duration"),
        ("annonse 10.11 materiell:snart", "bad_date"),
        ("annonse 10.11 materiell:3.11-5.11", "due_is_a_day"),
        ("annonse 10.11 vises:31.2", "no_such_date"),
    ],
)
def test_what_is_no_way_and_no_day_is_refused(text: str, key: str) -> None:
    assert refused(text)[0] == key
