"""When something is to be done: days, weeks, months, times, deadlines. Now is Wednesday 2026-10-07 09:15."""

import datetime as dt

import pytest

from tests.domain.quick_add.lines import codes, reading, refused

DAYS = [
    ("i dag", "2026-10-07"),
    ("idag", "2026-10-07"),
    ("today", "2026-10-07"),
    ("i morgen", "2026-10-08"),
    ("tomorrow", "2026-10-08"),
    ("i overmorgen", "2026-10-09"),
    ("the day after tomorrow", "2026-10-09"),
    ("i går", "2026-10-06"),
    ("fredag", "2026-10-09"),
    ("Friday", "2026-10-09"),
    ("på fredag", "2026-10-09"),
    ("on Friday", "2026-10-09"),
    ("fre.", "2026-10-09"),
    ("onsdag", "2026-10-07"),
    ("tirs", "2026-10-13"),
    ("lordag", "2026-10-10"),
    ("lør", "2026-10-10"),
    ("søn", "2026-10-11"),
    ("neste fredag", "2026-10-16"),
    ("next fri", "2026-10-16"),
    ("neste man", "2026-10-12"),
    ("denne fredag", "2026-10-09"),
    ("forrige mandag", "2026-10-05"),
    ("om 3 dager", "2026-10-10"),
    ("om to dager", "2026-10-09"),
    ("om en uke", "2026-10-14"),
    ("in two weeks", "2026-10-21"),
    ("om 2 måneder", "2026-12-07"),
    ("+3d", "2026-10-10"),
    ("+1u", "2026-10-14"),
    ("+2w", "2026-10-21"),
    ("3.11", "2026-11-03"),
    ("3.11.", "2026-11-03"),
    ("03.11", "2026-11-03"),
    ("3.11.27", "2027-11-03"),
    ("3.11.2027", "2027-11-03"),
    ("3. november", "2026-11-03"),
    ("3 nov", "2026-11-03"),
    ("den 3. november", "2026-11-03"),
    ("3. november 2027", "2027-11-03"),
    ("3rd of November", "2026-11-03"),
    ("on the 3rd of November", "2026-11-03"),
    ("den 12.", "2026-10-12"),
    ("den 6.", "2026-11-06"),
    ("fredag den 9.", "2026-10-09"),
    ("the 13th", "2026-10-13"),
    ("on the 31st", "2026-10-31"),
    ("2026-12-01", "2026-12-01"),
    ("7.10", "2026-10-07"),
    ("6.10", "2027-10-06"),
    ("1. mars", "2027-03-01"),
    ("fredag 9.10", "2026-10-09"),
    ("fri 9 Oct", "2026-10-09"),
    ("tirsdag uke 43", "2026-10-20"),
    ("uke 43 tirsdag", "2026-10-20"),
    ("tirsdag neste uke", "2026-10-13"),
    ("fredag om to uker", "2026-10-23"),
    ("fre uke 41", "2026-10-09"),
    ("3.11 uke 45", "2026-11-03"),
]


@pytest.mark.parametrize(("words", "day"), DAYS, ids=[words for words, _ in DAYS])
def test_a_day_is_read_and_leaves_the_title(words: str, day: str) -> None:
    found = reading(f"rydde {words}").activity
    assert (str(found.date), found.start, found.bucket, found.title) == (day, None, None, "rydde")


SPANS = [
    ("12.-14.11", "2026-11-12", "2026-11-14"),
    ("12-14.11", "2026-11-12", "2026-11-14"),
    ("12.–14. november", "2026-11-12", "2026-11-14"),
    ("12-14 Nov", "2026-11-12", "2026-11-14"),
    ("12. - 14. november", "2026-11-12", "2026-11-14"),
    ("12. til 14. november", "2026-11-12", "2026-11-14"),
    ("fra 12.11 til 14.11", "2026-11-12", "2026-11-14"),
    ("12.11-14.11.2027", "2027-11-12", "2027-11-14"),
    ("30.12-2.1", "2026-12-30", "2027-01-02"),
    ("30.12.2026-2.1", "2026-12-30", "2027-01-02"),
    ("5.10-9.10", "2026-10-05", "2026-10-09"),
    ("man-ons", "2026-10-12", "2026-10-14"),
    ("uke 45-47", "2026-11-02", "2026-11-22"),
    ("uke 52–2", "2026-12-21", "2027-01-17"),
    ("mandag til onsdag", "2026-10-12", "2026-10-14"),
]


@pytest.mark.parametrize(("words", "first", "last"), SPANS, ids=[words for words, _, _ in SPANS])
def test_several_days_are_read_with_the_last_one_included(words: str, first: str, last: str) -> None:
    found = reading(f"messe {words}").activity
    assert (str(found.date), str(found.end_date), found.title) == (first, last, "messe")


BUCKETS = [
    ("uke 43", "2026-W43"),
    ("u43", "2026-W43"),
    ("week 43", "2026-W43"),
    ("w43", "2026-W43"),
    ("i uke 43", "2026-W43"),
    ("uke 41", "2026-W41"),
    ("uke 40", "2027-W40"),
    ("uke 53", "2026-W53"),
    ("uke 43 2027", "2027-W43"),
    ("2026-W43", "2026-W43"),
    ("denne uka", "2026-W41"),
    ("this week", "2026-W41"),
    ("neste uke", "2026-W42"),
    ("november", "2026-11"),
    ("i november", "2026-11"),
    ("in November", "2026-11"),
    ("oktober", "2026-10"),
    ("september", "2027-09"),
    ("mars 2028", "2028-03"),
    ("neste måned", "2026-11"),
    ("this month", "2026-10"),
    ("Q4", "2026-Q4"),
    ("q1", "2027-Q1"),
    ("Q2 2028", "2028-Q2"),
    ("4. kvartal", "2026-Q4"),
    ("next quarter", "2027-Q1"),
]


@pytest.mark.parametrize(("words", "bucket"), BUCKETS, ids=[words for words, _ in BUCKETS])
def test_a_week_month_or_quarter_is_a_bucket(words: str, bucket: str) -> None:
    found = reading(f"rydde {words}").activity
    assert (found.bucket, found.date, found.title, found.state) == (bucket, None, "rydde", "planned")


TIMES = [
    ("10:30", "10:30", None),
    ("8:05", "08:05", None),
    ("kl 14", "14:00", None),
    ("kl. 14", "14:00", None),
    ("klokka 14.30", "14:30", None),
    ("kl 1430", "14:30", None),
    ("kl14", "14:00", None),
    ("kl 10.10", "10:10", None),
    ("at 14", "14:00", None),
    ("at 2pm", "14:00", None),
    ("2 pm", "14:00", None),
    ("2:30pm", "14:30", None),
    ("12am", "00:00", None),
    ("noon", "12:00", None),
    ("halv ti", "09:30", None),
    ("halv 10", "09:30", None),
    ("kl halv elleve", "10:30", None),
    ("kvart over ni", "09:15", None),
    ("kvart på ti", "09:45", None),
    ("half past nine", "09:30", None),
    ("quarter to ten", "09:45", None),
    ("kl ti", "10:00", None),
    ("9-10", "09:00", 60),
    ("13-14:30", "13:00", 90),
    ("13:00–14:30", "13:00", 90),
    ("13 - 14:30", "13:00", 90),
    ("kl 9-10", "09:00", 60),
    ("fra 9 til 10", "09:00", 60),
    ("kl 9 til 10.30", "09:00", 90),
    ("2-3pm", "14:00", 60),
    ("11am-1pm", "11:00", 120),
    ("20-24", "20:00", 240),
]


@pytest.mark.parametrize(("words", "start", "minutes"), TIMES, ids=[words for words, _, _ in TIMES])
def test_a_time_is_read_and_leaves_the_title(words: str, start: str, minutes: int | None) -> None:
    found = reading(f"rydde i morgen {words}")
    assert (f"{found.activity.start:%H:%M}", found.activity.minutes) == (start, minutes)
    assert (str(found.activity.date), found.activity.title) == ("2026-10-08", "rydde")
    assert codes(found) == ["no_channel"]


@pytest.mark.parametrize(
    ("words", "start"), [("10.30", "10:30"), ("fre 14.45", "14:45"), ("halv to", "13:30"), ("14.30-16", "14:30")]
)
def test_a_time_that_could_be_something_else_is_said(words: str, start: str) -> None:
    found = reading(f"ring Kari {words}")
    assert f"{found.activity.start:%H:%M}" == start
    assert codes(found) == ["read_as_time"]


HOURS = [
    ("fre 14", "2026-10-09", "14:00"),
    ("fredag 9", "2026-10-09", "09:00"),
    ("friday, 9", "2026-10-09", "09:00"),
    ("i dag 14", "2026-10-07", "14:00"),
    ("i morgen 9", "2026-10-08", "09:00"),
    ("tomorrow 9", "2026-10-08", "09:00"),
    ("neste fredag 9", "2026-10-16", "09:00"),
    ("fre 9.10 14", "2026-10-09", "14:00"),
    ("fre 0", "2026-10-09", "00:00"),
]


@pytest.mark.parametrize(("words", "day", "start"), HOURS, ids=[words for words, _, _ in HOURS])
def test_a_bare_number_right_after_a_weekday_or_today_is_an_hour(words: str, day: str, start: str) -> None:
    found = reading(f"rydde {words}").activity
    assert (str(found.date), f"{found.start:%H:%M}", found.quantity_planned) == (day, start, None)


@pytest.mark.parametrize("line", ["telefon 12", "telefon uke 43 12", "telefon 3.11 12", "telefon november 12"])
def test_a_bare_number_anywhere_else_is_a_quantity_and_never_a_day_of_the_month(line: str) -> None:
    found = reading(line).activity
    assert (found.quantity_planned, found.start) == (12, None)
    assert found.date is None or found.date.day == 3


@pytest.mark.parametrize("line", ["meet Berg Oct 12", "meet Berg October 12th", "meet Berg October 12, 2026"])
def test_a_number_after_an_english_month_is_its_day(line: str) -> None:
    assert str(reading(line, language="en").activity.date) == "2026-10-12"


def test_a_weekday_means_today_only_while_its_time_has_not_passed() -> None:
    assert str(reading("ring Kari onsdag 10:00").activity.date) == "2026-10-07"
    assert str(reading("ring Kari onsdag 09:15").activity.date) == "2026-10-07"
    assert str(reading("ring Kari onsdag 09:00").activity.date) == "2026-10-14"


def test_a_time_gone_by_is_the_next_working_day_past_weekends_and_holidays() -> None:
    friday = dt.datetime(2026, 10, 9, 16)
    found = reading("ring Kari 15:00", now=friday)
    assert (str(found.activity.date), codes(found)) == ("2026-10-12", ["past_moved"])
    before_holidays = dt.datetime(2026, 12, 24, 16)
    assert str(reading("ring Kari 15:00", now=before_holidays).activity.date) == "2026-12-28"


def test_a_time_that_is_still_to_come_is_today() -> None:
    found = reading("ring Kari 14:00")
    assert (str(found.activity.date), codes(found)) == ("2026-10-07", [])


def test_hours_from_now_are_counted_from_the_clock() -> None:
    found = reading("ring Kari om 2 timer").activity
    assert (str(found.date), f"{found.start:%H:%M}") == ("2026-10-07", "11:15")


def test_a_deadline_alone_puts_a_row_into_its_week() -> None:
    for line in ("tilbud Berg innen fre", "tilbud Berg by Friday", "tilbud Berg frist: fre", "tilbud Berg senest 9.10"):
        found = reading(line).activity
        assert (str(found.due), found.bucket, found.date, found.title) == (
            "2026-10-09",
            "2026-W41",
            None,
            "tilbud Berg",
        )


def test_a_deadline_beside_a_day_leaves_the_row_on_its_day() -> None:
    found = reading("tilbud Berg i morgen 10:00 innen fre").activity
    assert (str(found.date), str(found.due), found.bucket) == ("2026-10-08", "2026-10-09", None)


def test_a_deadline_of_a_week_is_its_last_working_day() -> None:
    found = reading("tilbud Berg innen uke 45").activity
    assert (str(found.due), found.bucket) == ("2026-11-06", "2026-W45")
    end_of_week = reading("tilbud Berg by end of week").activity
    assert (str(end_of_week.due), end_of_week.bucket) == ("2026-10-09", "2026-W41")


def test_a_saturday_and_a_public_holiday_are_said_but_not_of_leave() -> None:
    assert codes(reading("ring Kari lørdag")) == ["weekend"]
    found = reading("ring Kari 25.12")
    assert codes(found) == ["holiday"]
    assert found.notices[0].values["holiday"] == "christmas_day"
    assert codes(reading("ferie 25.12")) == []


def test_a_weekday_and_a_date_that_disagree_leave_both_readings() -> None:
    found = reading("ring Hansen mandag 25.12")
    assert codes(found) == ["weekday_mismatch", "holiday"]
    (doubt,) = found.doubts
    assert [str(choice["date"]) for choice in doubt.choices] == ["2026-12-25", "2026-12-28"]
    assert str(found.activity.date) == "2026-12-25"


def test_from_start_to_end_and_a_duration_that_disagree_leave_both_readings() -> None:
    found = reading("ring Kari fre 10-11 10m")
    assert codes(found) == ["duration_mismatch"]
    (doubt,) = found.doubts
    assert [choice["minutes"] for choice in doubt.choices] == [60, 10]
    assert reading("ring Kari fre 10-11 60m").doubts == ()


REFUSALS = [
    ("ring Kari 10:75", "not_a_time", "10:75"),
    ("ring Kari kl 25", "not_a_time", "25"),
    ("ring Kari fre 24", "not_a_time", "24"),
    ("ring Kari 13pm", "not_a_time", "13pm"),
    ("ring Kari fre 14-13", "time_order", "14-13"),
    ("ring Kari 10:00 11:00", "two_times", "11:00"),
    ("ring Kari 30.2", "no_such_date", "30.2"),
    ("ring Kari 31.11.2026", "no_such_date", "31.11.2026"),
    ("ring Kari 31. november", "no_such_date", "31. november"),
    ("ring Kari 2026-02-30", "no_such_date", "2026-02-30"),
    ("ring Kari 32.12", "not_a_date", "32.12"),
    ("ring Kari 12/10", "not_a_date", "12/10"),
    ("ring Kari uke 54", "no_such_week", "uke 54"),
    ("ring Kari 2027-W53", "no_such_week", "2027-W53"),
    ("ring Kari om 99999 dager", "no_such_date", "om 99999 dager"),
    ("ring Kari fredag mandag", "two_dates", "mandag"),
    ("ring Kari 3.11 4.11", "two_dates", "4.11"),
    ("ring Kari 3.11 uke 44", "two_dates", "uke 44"),
    ("ring Kari november uke 43", "two_dates", "november"),
    ("messe 14.-12.11.2026", "days_order", "14.-12.11.2026"),
    ("ring Kari uke 43 10:00", "time_needs_a_day", "10:00"),
    ("tilbud Berg innen fre kl 12", "due_has_time", "kl 12"),
    ("tilbud Berg innen 12:00", "due_has_time", "12:00"),
    ("tilbud Berg innen 12.-14.11", "due_is_a_day", "12.-14.11"),
    ("ring Kari før fredag", "beside_date", "før fredag"),
    ("ring Kari after 14:00", "beside_date", "after 14:00"),
]


@pytest.mark.parametrize(("line", "key", "words"), REFUSALS, ids=[line for line, _, _ in REFUSALS])
def test_what_is_no_day_or_time_is_refused_with_its_place(line: str, key: str, words: str) -> None:
    assert refused(line) == (key, words)


def test_week_53_is_refused_where_there_is_none_and_the_next_year_that_has_one_is_named() -> None:
    with pytest.raises(Exception, match="no_such_week") as caught:
        reading("ring Kari uke 53", now=dt.datetime(2027, 10, 7, 9))
    assert caught.value.args[1] == {"text": "uke 53", "week": 53, "year": 2027, "next": 2032}


def test_the_29th_of_february_is_refused_naming_the_next_leap_year() -> None:
    with pytest.raises(Exception, match="no_such_date") as caught:
        reading("ring Kari 29.2")
    assert caught.value.args[1]["next"] == 2028
