"""The traps that interaction.md 4 names, each with what it has to give. Now is Wednesday 2026-10-07 09:15."""

import datetime as dt

import pytest

from tests.domain.quick_add.lines import codes, plan_with, reading, refused, told

TRAPS: list[tuple[str, dict[str, object], list[str]]] = [
    (
        "ta fri fredag",
        {"title": "ta fri", "channel": "internal", "type": "leave", "date": "2026-10-09", "private": True},
        [],
    ),
    (
        "messe 30.12-2.1",
        {"title": "messe", "channel": "trade_fair", "date": "2026-12-30", "end_date": "2027-01-02", "minutes": 1260},
        ["holiday"],
    ),
    (
        "møte Sol & Vind AS man 8",
        {"title": "møte Sol & Vind AS", "channel": "meeting", "date": "2026-10-12", "start": "08:00:00"},
        ["new_customer"],
    ),
    ("ring 22 33 44 55 Kari", {"title": "ring 22 33 44 55 Kari", "channel": "phone", "contacts": ["p01"]}, []),
    ("annonse 3m", {"title": "annonse", "channel": "advertisement", "minutes": 3}, ["read_as_minutes"]),
    (
        "lunsj med Kari og Per",
        {"title": "lunsj med Kari og Per", "customers": ["k01", "k02"], "contacts": ["p01"], "channel": "meeting"},
        [],
    ),
    ("ring Kari 10.10", {"title": "ring Kari", "date": "2026-10-10"}, ["weekend"]),
    ("ring Kari kl 10.10", {"title": "ring Kari", "date": "2026-10-07", "start": "10:10:00"}, []),
    ("ring Kari om to dager", {"title": "ring Kari", "date": "2026-10-09"}, []),
    ("letter to Hansen", {"title": "letter to Hansen", "customers": ["k02"]}, []),
    ("ring Kari uke 53", {"title": "ring Kari", "bucket": "2026-W53"}, []),
]


@pytest.mark.parametrize(("line", "fields", "notices"), TRAPS, ids=[line for line, _, _ in TRAPS])
def test_a_trap_is_read_as_it_is_meant(line: str, fields: dict[str, object], notices: list[str]) -> None:
    found = reading(line)
    assert {name: told(found.activity).get(name) for name in fields} == fields
    assert told(found.activity).get("quantity_planned") is None
    assert codes(found) == notices


def test_a_monday_that_is_a_friday_and_a_holiday_is_objected_to() -> None:
    found = reading("ring Hansen mandag 25.12")
    assert (codes(found), len(found.doubts)) == (["weekday_mismatch", "holiday"], 1)


def test_an_hour_that_lasts_ten_minutes_is_objected_to() -> None:
    found = reading("ring Kari fre 10-11 10m")
    assert (codes(found), len(found.doubts)) == (["duration_mismatch"], 1)


def test_week_53_of_2027_is_refused() -> None:
    later = dt.datetime(2027, 1, 4, 9)
    assert refused("ring Kari uke 54") == ("no_such_week", "uke 54")
    with pytest.raises(Exception, match="no_such_week"):
        reading("ring Kari uke 53", now=later)


NOBODY = plan_with()
NAMES_NOBODY_KNOWS = [
    ("ring Tor tor halv ti", "ring Tor", "2026-10-08"),
    ("ring Tor i morgen", "ring Tor", "2026-10-08"),
    ("ring tor i morgen", "ring tor", "2026-10-08"),
    ("ring tor fredag", "ring tor", "2026-10-09"),
    ("møte tor 10", "møte", "2026-10-08"),
    ("møte tor 8.10", "møte", "2026-10-08"),
    ("møte Mai fre 10", "møte Mai", "2026-10-09"),
    ("ring April 3. april", "ring April", "2027-04-03"),
    ("ring Jan 12.1", "ring Jan", "2027-01-12"),
    ("lunsj med August 12. august", "lunsj med August", "2027-08-12"),
]


@pytest.mark.parametrize(("line", "title", "day"), NAMES_NOBODY_KNOWS, ids=[line for line, _, _ in NAMES_NOBODY_KNOWS])
def test_a_name_that_is_a_date_is_no_date_though_nobody_of_that_name_is_known(line: str, title: str, day: str) -> None:
    found = reading(line, plan=NOBODY).activity
    assert (found.title, str(found.date), found.customers) == (title, day, ())
