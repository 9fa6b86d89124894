"""The examples of interaction.md 4, each with its full reading. Now is Wednesday 2026-10-07 09:15, week 41."""

from collections.abc import Mapping

import pytest

from tests.domain.quick_add.lines import codes, reading, refused, told

CALL = {"channel": "phone", "type": "call", "unit": "calls"}
KARI = {"customers": ["k01"], "contacts": ["p01"]}
PLANNED = {"state": "planned"}

TABLE: list[tuple[str, Mapping[str, object], list[str]]] = [
    (
        "ring Kari fre 10:00 30m 150kr",
        CALL
        | KARI
        | PLANNED
        | {"title": "ring Kari", "date": "2026-10-09", "start": "10:00:00", "minutes": 30}
        | {"costs": [{"planned": "150.00"}]},
        [],
    ),
    (
        "call Kari fri 10:00 30m",
        CALL | KARI | PLANNED | {"title": "call Kari", "date": "2026-10-09", "start": "10:00:00", "minutes": 30},
        [],
    ),
    (
        "møte Nordfjord AS tir 13-14:30 sted:Drammen #nysalg",
        PLANNED
        | {"title": "møte Nordfjord AS", "channel": "meeting", "type": "meeting", "unit": "meetings"}
        | {"date": "2026-10-13", "start": "13:00:00", "minutes": 90, "customers": ["n01"]}
        | {"place": "Drammen", "tags": ["nysalg"]},
        ["new_customer"],
    ),
    (
        "brev til 200 kunder à 22kr uke 43 #gjenkjøp",
        PLANNED
        | {"title": "brev til 200 kunder", "channel": "letter", "type": "letter", "unit": "letters"}
        | {"bucket": "2026-W43", "minutes": 180, "audience": "200 kunder", "quantity_planned": 200}
        | {"costs": [{"planned": "4400.00"}], "tags": ["gjenkjøp"]},
        [],
    ),
    (
        "annonse Fagbladet 3.11 12 500 kr",
        PLANNED
        | {"title": "annonse Fagbladet", "channel": "advertisement", "type": "advertisement"}
        | {"unit": "insertions", "date": "2026-11-03", "minutes": 60, "costs": [{"planned": "12500.00"}]}
        | {"material_due": "2026-10-29"},
        [],
    ),
    (
        "messe Oslo Spektrum 12.-14.11 45k",
        PLANNED
        | {"title": "messe Oslo Spektrum", "channel": "trade_fair", "type": "trade_fair", "unit": "conversations"}
        | {"date": "2026-11-12", "end_date": "2026-11-14", "minutes": 840, "costs": [{"planned": "45000.00"}]}
        | {"material_due": "2026-10-07"},
        [],
    ),
    (
        "ring Tor i morgen kl 10.30",
        CALL
        | PLANNED
        | {"title": "ring Tor", "customers": ["k03"], "date": "2026-10-08", "start": "10:30:00", "minutes": 10},
        [],
    ),
    (
        "ring Tor tor halv ti",
        CALL
        | PLANNED
        | {"title": "ring Tor", "customers": ["k03"], "date": "2026-10-08", "start": "09:30:00", "minutes": 10},
        [],
    ),
    (
        "følg opp tilbud Hansen om 3 dager !1",
        PLANNED
        | {"title": "følg opp tilbud Hansen", "channel": "offer_followup", "type": "offer_followup"}
        | {"unit": "calls", "customers": ["k02"], "date": "2026-10-10", "minutes": 10, "priority": 1},
        ["weekend"],
    ),
    (
        "besøk @hansen uke 46 2t 380kr :: ta med prøver",
        PLANNED
        | {"title": "besøk hansen", "channel": "visit", "type": "single", "unit": "visits", "customers": ["k02"]}
        | {"bucket": "2026-W46", "minutes": 120, "costs": [{"planned": "380.00"}], "notes": "ta med prøver"},
        [],
    ),
    (
        "tilbud Berg innen fre verdi:48000",
        PLANNED
        | {"title": "tilbud Berg", "channel": "offer", "type": "offer", "unit": "offers", "customers": ["k05"]}
        | {"due": "2026-10-09", "bucket": "2026-W41", "minutes": 60, "value": "48000.00"},
        [],
    ),
    (
        "telefon 40 stk denne uka mål:møter",
        CALL
        | PLANNED
        | {"title": "telefon 40 stk", "bucket": "2026-W41", "quantity_planned": 40, "minutes": 400, "goal": "møter"},
        ["unknown_goal"],
    ),
    (
        '"ring fredag" kampanje november 5000,-',
        PLANNED | {"title": "ring fredag kampanje", "bucket": "2026-11", "costs": [{"planned": "5000.00"}]},
        ["no_channel"],
    ),
    (
        "ring kari 08:00",
        CALL | KARI | PLANNED | {"title": "ring kari", "date": "2026-10-08", "start": "08:00:00", "minutes": 10},
        ["past_moved"],
    ),
]


@pytest.mark.parametrize(("line", "fields", "notices"), TABLE, ids=[line for line, _, _ in TABLE])
def test_a_line_of_the_table_reads_as_it_says(line: str, fields: Mapping[str, object], notices: list[str]) -> None:
    found = reading(line)
    assert told(found.activity) == fields
    assert codes(found) == notices
    assert found.doubts == ()


def test_a_new_firm_is_made_once_and_said() -> None:
    found = reading("møte Nordfjord AS tir 13-14:30 sted:Drammen #nysalg")
    assert [(each.id, each.name, each.kind) for each in found.customers] == [("n01", "Nordfjord AS", "company")]
    assert found.notices[0].values == {"name": "Nordfjord AS"}


def test_a_call_session_every_working_day_begins_tomorrow_where_todays_hour_has_passed() -> None:
    found = reading("ringeøkt hver virkedag 9-10 til 18.12")
    assert found.series is not None
    assert found.series.rrule == "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    assert (str(found.series.first), str(found.series.until)) == ("2026-10-08", "2026-12-18")
    assert told(found.activity) == {
        "title": "ringeøkt", "channel": "phone", "type": "call_session", "unit": "calls", "state": "planned",
        "date": "2026-10-08", "start": "09:00:00", "minutes": 60, "series": "n01", "occurrence": "2026-10-08",
    }  # fmt: skip
    assert found.activity.id == "n01-20261008"


def test_a_post_every_second_thursday_begins_on_the_next_one() -> None:
    found = reading("linkedin-post annenhver tors 08:30 20m")
    assert found.series is not None
    assert (found.series.rrule, str(found.series.first)) == ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-10-08")
    assert told(found.activity) == {
        "title": "linkedin-post", "channel": "social_media", "type": "social_media", "unit": "posts",
        "state": "planned", "date": "2026-10-08", "start": "08:30:00", "minutes": 20, "series": "n01",
        "occurrence": "2026-10-08",
    }  # fmt: skip


def test_a_call_with_its_outcome_and_a_meeting_after_it() -> None:
    found = reading("ring Kari -> avtalt møte; møte Kari tir 13 1t")
    assert told(found.activity) == CALL | KARI | {
        "title": "ring Kari", "state": "done", "date": "2026-10-07", "minutes": 10, "outcome": "meeting_booked",
        "next": "n02",
    }  # fmt: skip
    assert told(found.next) == KARI | {
        "title": "møte Kari", "channel": "meeting", "type": "meeting", "unit": "meetings", "state": "planned",
        "date": "2026-10-13", "start": "13:00:00", "minutes": 60, "previous": "n01",
    }  # fmt: skip
    assert found.result is not None
    assert found.result.outcome == "meeting_booked"


def test_a_call_without_an_answer_and_the_same_call_two_days_later() -> None:
    found = reading("call Kari -> no answer; +2d")
    assert told(found.activity) == CALL | KARI | {
        "title": "call Kari", "state": "done", "date": "2026-10-07", "minutes": 10, "outcome": "no_answer",
        "next": "n02",
    }  # fmt: skip
    assert told(found.next) == CALL | KARI | {
        "title": "call Kari", "state": "planned", "date": "2026-10-09", "minutes": 10, "previous": "n01",
    }  # fmt: skip


def test_a_time_that_is_none_is_refused_and_pointed_at() -> None:
    assert refused("ring Kari 25:00") == ("not_a_time", "25:00")
