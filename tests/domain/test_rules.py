"""The rules of repeating activities: what RFC 5545 may say in a plan of days, and nothing that never ends."""

import datetime as dt

import pytest

from salgsplan_tui.domain.checking import MisfitError, checked_fields
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.recurrence import Series

SPRING = Span(dt.date(2027, 1, 1), dt.date(2027, 7, 1))


def series(rule: str) -> Series:
    return checked_fields(Series, {"id": "s1", "rrule": rule, "first": dt.date(2027, 1, 4)})


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", 128),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", 13),
        ("FREQ=WEEKLY;COUNT=6", 6),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", 6),
        ("FREQ=MONTHLY;BYDAY=1MO", 6),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", 6),
        ("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=17", 1),
    ],
)
def test_a_rule_of_days_is_taken(rule: str, days: int) -> None:
    assert len(list(series(rule).dates(SPRING))) == days


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "weekly",
        "FREQ=SECONDLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2",
        "FREQ=DAILY;FREQ=WEEKLY",
        "INTERVAL=2",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;UNTIL=20270101",
        "DTSTART:20270101\nRRULE:FREQ=DAILY",
        "FREQ=WEEKLY;",
    ],
)
def test_any_other_rule_is_refused(rule: str) -> None:
    with pytest.raises(MisfitError):
        series(rule)
