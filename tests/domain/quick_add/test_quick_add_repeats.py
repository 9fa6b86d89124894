"""Lines that repeat become a rule with its first day. Now is Wednesday 2026-10-07 09:15."""

import datetime as dt
from itertools import islice

import pytest

from salgsplan_tui.domain.dates import Span
from tests.domain.quick_add.lines import codes, reading, refused

RULES = [
    ("hver fredag", "FREQ=WEEKLY;BYDAY=FR", "2026-10-09"),
    ("hver fre", "FREQ=WEEKLY;BYDAY=FR", "2026-10-09"),
    ("every Friday", "FREQ=WEEKLY;BYDAY=FR", "2026-10-09"),
    ("fredager", "FREQ=WEEKLY;BYDAY=FR", "2026-10-09"),
    ("on Mondays", "FREQ=WEEKLY;BYDAY=MO", "2026-10-12"),
    ("hver mandag og onsdag", "FREQ=WEEKLY;BYDAY=MO,WE", "2026-10-07"),
    ("hver man, ons og fre", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "2026-10-07"),
    ("hver dag", "FREQ=DAILY", "2026-10-07"),
    ("every day", "FREQ=DAILY", "2026-10-07"),
    ("daglig", "FREQ=DAILY", "2026-10-07"),
    ("hver virkedag", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-10-07"),
    ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-10-07"),
    ("hver uke", "FREQ=WEEKLY;BYDAY=WE", "2026-10-07"),
    ("hver uke på fredag", "FREQ=WEEKLY;BYDAY=FR", "2026-10-09"),
    ("ukentlig fre", "FREQ=WEEKLY;BYDAY=FR", "2026-10-09"),
    ("annenhver tors", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-10-08"),
    ("every other thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-10-08"),
    ("annenhver uke fredag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-10-09"),
    ("hver annen uke", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "2026-10-07"),
    ("hver 2. uke", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "2026-10-07"),
    ("hver 2 uke", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "2026-10-07"),
    ("every 2 weeks", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "2026-10-07"),
    ("hver 3. fredag", "FREQ=WEEKLY;INTERVAL=3;BYDAY=FR", "2026-10-09"),
    ("hver tredje uke", "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE", "2026-10-07"),
    ("hver 14. dag", "FREQ=DAILY;INTERVAL=14", "2026-10-07"),
    ("hver måned", "FREQ=MONTHLY;BYMONTHDAY=7", "2026-10-07"),
    ("hver måned den 15.", "FREQ=MONTHLY;BYMONTHDAY=15", "2026-10-15"),
    ("hver 15.", "FREQ=MONTHLY;BYMONTHDAY=15", "2026-10-15"),
    ("hvert kvartal", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=7", "2026-10-07"),
    ("hvert år", "FREQ=YEARLY", "2026-10-07"),
    ("hver siste fredag i måneden", "FREQ=MONTHLY;BYDAY=-1FR", "2026-10-30"),
    ("every first monday of the month", "FREQ=MONTHLY;BYDAY=1MO", "2026-11-02"),
    ("hver fredag fra 2.11", "FREQ=WEEKLY;BYDAY=FR", "2026-11-06"),
    ("hver fredag fra uke 45", "FREQ=WEEKLY;BYDAY=FR", "2026-11-06"),
    ("hver fredag x10", "FREQ=WEEKLY;BYDAY=FR;COUNT=10", "2026-10-09"),
    ("hver fredag 10 ganger", "FREQ=WEEKLY;BYDAY=FR;COUNT=10", "2026-10-09"),
]


@pytest.mark.parametrize(("words", "rule", "first"), RULES, ids=[words for words, _, _ in RULES])
def test_a_repeat_is_a_rule_whose_first_day_is_an_occurrence(words: str, rule: str, first: str) -> None:
    found = reading(f"rydde {words}")
    assert found.series is not None
    assert (found.series.rrule, str(found.series.first), found.series.until) == (rule, first, None)
    assert (found.activity.title, str(found.activity.date), str(found.activity.occurrence)) == ("rydde", first, first)
    span = Span(found.series.first, found.series.first + dt.timedelta(days=800))
    assert next(iter(found.series.dates(span))) == found.series.first


UNTIL = [
    "hver fredag til 18.12",
    "every friday until 18 Dec",
    "hver fredag t.o.m. 18.12",
    "hver fredag til og med 18. desember",
    "hver fredag fra 2.10.2026 til 18.12",
]


@pytest.mark.parametrize("words", UNTIL)
def test_a_repeat_may_have_a_last_day(words: str) -> None:
    found = reading(f"ring Kari {words} 10:00")
    assert found.series is not None
    assert (str(found.series.until), found.activity.title) == ("2026-12-18", "ring Kari")


def test_the_first_day_is_today_only_while_the_time_has_not_passed() -> None:
    for words, first in (("10:00", "2026-10-07"), ("09:00", "2026-10-14"), ("10", "2026-10-07")):
        assert str(reading(f"ring Kari hver onsdag {words}").activity.date) == first
    assert str(reading("planlegging hver dag 8:30").activity.date) == "2026-10-08"


def test_every_working_day_leaves_public_holidays_out() -> None:
    found = reading("ringeøkt hver virkedag 9-10", now=dt.datetime(2026, 12, 24, 12))
    assert found.series is not None
    assert found.series.on_holiday == "skip"
    days = found.series.dates(Span(dt.date(2026, 12, 24), dt.date(2027, 2, 1)))
    assert [str(day) for day in islice(days, 5)] == [
        "2026-12-28",
        "2026-12-29",
        "2026-12-30",
        "2026-12-31",
        "2027-01-04",
    ]


def test_the_rule_holds_what_every_occurrence_is_made_from() -> None:
    found = reading("ring Kari hver fre 10:00 30m 150kr #fast")
    assert found.series is not None
    template = found.series.activity
    assert (template.id, found.activity.series, found.activity.id) == ("n01", "n01", "n01-20261009")
    assert (template.date, template.customers, template.tags) == (None, ("k01",), ("fast",))
    assert found.series.occurrence(dt.date(2026, 10, 16)).minutes == 30


def test_a_first_day_on_a_public_holiday_is_said() -> None:
    assert codes(reading("ring Kari hver fredag fra 25.12")) == ["holiday"]


@pytest.mark.parametrize("line", ["ring hver kunde på lista", "besøk hver avdeling", "each customer gets a call"])
def test_each_of_something_else_is_no_repeat(line: str) -> None:
    found = reading(line)
    assert (found.series, found.activity.title) == (None, line)


REFUSALS = [
    ("ring Kari hver fre og hver man", "two_repeats", "hver man"),
    ("ring Kari hver 0. uke", "not_a_repeat", "hver 0. uke"),
    ("ring Kari hver 15. november", "not_a_repeat", "hver 15. november"),
    ("ring Kari hver fre til 8.10", "until_before_first", "hver fre"),
    ("ring Kari hver fre innen 18.12", "cannot_repeat", "hver fre"),
    ("ring Kari hver fre -> nådd", "cannot_repeat", "hver fre"),
    ("ring Kari -> nådd; hver fre", "cannot_repeat", "hver fre"),
    ("ring Kari hver fre mandag", "two_dates", "mandag"),
]


@pytest.mark.parametrize(("line", "key", "words"), REFUSALS, ids=[line for line, _, _ in REFUSALS])
def test_what_cannot_repeat_is_refused_with_its_place(line: str, key: str, words: str) -> None:
    assert refused(line) == (key, words)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("ringeøkt 14 dager etter ferdig", "14d"),
        ("ringeøkt hver 14. dag etter ferdig", "14d"),
        ("ringeøkt hver 2. uke etter utført", "14d"),
        ("ringeøkt 5 virkedager etter forrige", "5wd"),
        ("call session 5 working days after done", "5wd"),
        ("call session every 3 weeks after completion", "21d"),
        ("call session to dager after it is done", "2d"),
    ],
)
def test_a_repeat_that_waits_for_the_last_one(text: str, after: str) -> None:
    found = reading(text).series
    assert found is not None
    assert (found.rrule, found.after, found.on_holiday, found.first) == (None, after, "next", dt.date(2026, 10, 7))


@pytest.mark.parametrize(
    ("words", "on_holiday"),
    [
        ("helligdag:neste", "next"), ("holiday:next", "next"), ("helligdag:forrige", "previous"),
        ("holiday:previous", "previous"), ("helligdager:hopp", "skip"), ("holidays:keep", "keep"),
    ],
)  # fmt: skip
def test_a_repeat_says_what_becomes_of_red_days(words: str, on_holiday: str) -> None:
    found = reading(f"ringeøkt hver torsdag {words}")
    assert found.series is not None
    assert found.series.on_holiday == on_holiday
    assert found.activity.title == "ringeøkt"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ringeøkt fredag helligdag:neste", "only_repeats"),
        ("ringeøkt hver fredag helligdag:kanskje", "unknown_on_holiday"),
        ("ringeøkt hver fredag helligdag:neste holiday:skip", "given_twice"),
    ],
)
def test_what_cannot_become_of_red_days_is_refused(text: str, key: str) -> None:
    assert refused(text)[0] == key
