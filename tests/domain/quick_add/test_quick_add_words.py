"""Titles, literals, signs, notes, channels and chips of a line."""

import datetime as dt

import pytest

from salgsplan_tui.domain.programme import ActivityProgramme, Goal, SalesPlan
from tests.domain.quick_add.lines import PEOPLE, codes, plan_with, reading, refused

TITLES = [
    ("ring Kari", "ring Kari"),
    ("  ring   Kari  ", "ring Kari"),
    ("ring Kari, fre 10, om tilbud", "ring Kari, om tilbud"),
    ("fre 10:00 ring Kari 30m", "ring Kari"),
    ("ring Kari fre.", "ring Kari"),
    ("møte (fre 10) med Kari", "møte med Kari"),
    ("rydde lager - fre", "rydde lager"),
    ("ring\tKari\nfre", "ring Kari"),
    ("ring Kari i kveld", "ring Kari i kveld"),
    ("brev til 200 kunder à 22kr", "brev til 200 kunder"),
    ("tilbud Berg verdi:48000 !1 #nysalg sted:Oslo km:46", "tilbud Berg"),
    ("Webinar: inneklima fre", "Webinar: inneklima"),
    ('"ring fredag" kampanje', "ring fredag kampanje"),
    ("“ring fredag” kampanje", "ring fredag kampanje"),
    (r"ring \fredag i morgen", "ring fredag"),
    (r"kampanje \#1 fre", "kampanje #1"),
    (r"kampanje \"stor\" fre", 'kampanje "stor"'),
    ('skjerm 24" til Berg', 'skjerm 24" til Berg'),
    ("se https://eksempel.no/a:b fre", "se https://eksempel.no/a:b"),
    ("skriv til kari@eksempel.no fre", "skriv til kari@eksempel.no"),
    ("kjøp kaffe foo:bar", "kjøp kaffe foo:bar"),
    ("50% rabatt fre", "50% rabatt"),
    ("a->b fre", "a->b"),
]


@pytest.mark.parametrize(("line", "title"), TITLES, ids=[line for line, _ in TITLES])
def test_the_title_is_what_became_nothing_else(line: str, title: str) -> None:
    assert reading(line).activity.title == title


def test_letters_composed_and_decomposed_read_alike() -> None:
    found = reading("mo\u0308te lo\u0308rdag").activity
    assert found.title == "möte lördag"
    decomposed = reading("ring Kari pa\u030a lo\u0308rdag").activity
    assert decomposed.title == "ring Kari på lördag"
    assert str(reading("besøk Berg pa\u030a fredag").activity.date) == "2026-10-09"


SIGNS = [
    ("#nysalg", "tags", ("nysalg",)),
    ("#ny-salg #a #ny-salg", "tags", ("ny-salg", "a")),
    ('#"ny kunde"', "tags", ("ny kunde",)),
    ("!1", "priority", 1),
    ("pri:3", "priority", 3),
    ("priority:2", "priority", 2),
    ("sted:Drammen", "place", "Drammen"),
    ('sted:"Oslo S"', "place", "Oslo S"),
    ("place: Drammen", "place", "Drammen"),
    ("mål:møter", "goal", "møter"),
    ("goal:meetings", "goal", "meetings"),
    ("program:vår", "programme", "vår"),
    ("verdi:48000", "value", 48000_00),
    ("value:48k", "value", 48000_00),
    ("verdi: 48 000 kr", "value", 48000_00),
    ("formål:markedsføring", "purpose", "marketing"),
    ("purpose:service", "purpose", "service"),
    ("km:46", "km_planned", 46),
    ("kanal:sms", "channel", "sms"),
    ("channel:phone", "channel", "phone"),
    ("kanal:ringeøkt", "type", "call_session"),
    (":: ta med prøver, kl 10", "notes", "ta med prøver, kl 10"),
]


@pytest.mark.parametrize(("words", "field", "value"), SIGNS, ids=[words for words, _, _ in SIGNS])
def test_a_sign_sets_its_field_and_leaves_the_title(words: str, field: str, value: object) -> None:
    found = reading(f"rydde {words}").activity
    assert (getattr(found, field), found.title) == (value, "rydde")


def test_a_goal_and_a_programme_are_found_by_id_or_title() -> None:
    sales_plan = SalesPlan(
        id="mp1",
        start=dt.date(2026, 1, 1),
        end=dt.date(2026, 12, 31),
        goals=(Goal(id="m1", title="32 kundemøter"), Goal(id="m2", title="Ordre fra nye kunder")),
        programmes=(ActivityProgramme(id="ap1", title="Nysalg borettslag"),),
    )
    plan = plan_with(*PEOPLE, sales_plans=(sales_plan,))
    found = {text: reading(f"rydde mål:{text}", plan=plan).activity.goal for text in ("M2", "ordre", "kundem", "annet")}
    assert found == {"M2": "m2", "ordre": "m2", "kundem": "m1", "annet": "annet"}
    assert reading("rydde program:nysalg", plan=plan).activity.programme == "ap1"
    assert refused('rydde mål:"kunde"', plan=plan) == ("ambiguous_goal", 'mål:"kunde"')
    assert reading("rydde mål:32", plan=plan).activity.goal == "m1"


def test_a_goal_and_a_programme_that_nobody_knows_are_said() -> None:
    found = reading("ring Kari mål:3 program:alt")
    assert (found.activity.goal, found.activity.programme) == ("3", "alt")
    assert [(each.code, each.values) for each in found.notices] == [
        ("unknown_goal", {"text": "3"}),
        ("unknown_programme", {"text": "alt"}),
    ]


def test_of_two_plans_with_the_same_names_the_one_of_the_rows_day_is_meant() -> None:
    plans = tuple(
        SalesPlan(
            id=f"q{number}",
            start=dt.date(2026 + number // 4, number % 4 * 3 + 1, 1),
            end=dt.date(2026 + number // 4, number % 4 * 3 + 3, 30 + number % 4 % 3),
            goals=(Goal(id=f"m{number}", title="Ordre fra nye kunder"),),
            programmes=(ActivityProgramme(id=f"ap{number}", title="Nysalg"),),
        )
        for number in (3, 4)
    )
    plan = plan_with(*PEOPLE, sales_plans=plans)
    lines = {"fre": ("m3", "ap3"), "12.1": ("m4", "ap4"), "": ("m3", "ap3"), "uke 3": ("m4", "ap4")}
    for when, ids in lines.items():
        found = reading(f"ring Kari {when} mål:ordre program:nysalg", plan=plan)
        assert (found.activity.goal, found.activity.programme) == ids
        assert {each.kind: each.text for each in found.chips if each.kind in {"goal", "programme"}} == {
            "goal": ids[0],
            "programme": ids[1],
        }
    assert refused("ring Kari 1.6.2028 mål:ordre", plan=plan) == ("ambiguous_goal", "mål:ordre")


CHANNELS = [
    ("ring Kari", "phone", "call"),
    ("Call Kari", "phone", "call"),
    ("ringeøkt fre", "phone", "call_session"),
    ("ringeokt fre", "phone", "call_session"),
    ("følg opp Kari", "phone", "follow_up"),
    ("følg opp tilbud Hansen", "offer_followup", "offer_followup"),
    ("follow up offer Hansen", "offer_followup", "offer_followup"),
    ("mote Kari", "meeting", "meeting"),
    ("besok Berg", "visit", "single"),
    ("besøksrunde Follo", "visit", "round"),
    ("trade fair Oslo", "trade_fair", "trade_fair"),
    ("linkedin-post", "social_media", "social_media"),
    ("e-post til Kari", "email", "one"),
    ("e-post til 200 kunder", "email", "many"),
    ("sms til Kari og Per", "sms", "many"),
    ("ta fri fredag", "internal", "leave"),
    ("ferie uke 28", "internal", "leave"),
    ("leave Friday", "internal", "leave"),
    ("ring Kari om møte", "phone", "call"),
    ("Kari: møte fre", "meeting", "meeting"),
    ("frokostmøte Berg", "meeting", "meeting"),
    ("weekly report", "internal", "report"),
    ("ring Kari kanal:sms", "sms", "one"),
]


@pytest.mark.parametrize(("line", "channel", "kind"), CHANNELS, ids=[line for line, _, _ in CHANNELS])
def test_the_first_channel_word_tells_the_channel_and_type(line: str, channel: str, kind: str) -> None:
    found = reading(line)
    assert (found.activity.channel, found.activity.type) == (channel, kind)
    assert "no_channel" not in codes(found)


def test_kind_purpose_and_unit_come_from_the_type_unless_the_line_says_them() -> None:
    leave = reading("ta fri fredag").activity
    assert (leave.kind, leave.private, leave.purpose, leave.unit) == ("private", True, "internal", "days")
    service = reading("service hos Berg fre").activity
    assert (service.kind, service.purpose, service.unit) == ("service", "service", "cases")
    assert reading("ring Kari formål:avtalt").activity.purpose == "agreed"
    assert reading("ring Kari").activity.purpose == "marketing"


def test_a_line_without_a_channel_word_has_none_and_that_is_said() -> None:
    found = reading("kjøpe blomster fre")
    assert (found.activity.channel, found.activity.type, codes(found)) == (None, None, ["no_channel"])


def test_a_row_without_a_day_or_bucket_is_a_draft() -> None:
    assert reading("ring Kari").activity.state == "draft"
    assert reading("ring Kari fre").activity.state == "planned"
    assert reading("ring Kari november").activity.state == "planned"


def test_chips_name_what_was_understood_and_where() -> None:
    line = "ring Kari fre 9.10 10-11 150kr #fast !1 sted:Oslo 3 stk :: husk pris"
    chips = [(chip.kind, chip.text, line[chip.start : chip.end]) for chip in reading(line).chips]
    assert chips == [
        ("channel", "phone", "ring"),
        ("whom", "Kari Nordmann", "Kari"),
        ("date", "2026-10-09", "fre 9.10"),
        ("time", "10:00-11:00", "10-11"),
        ("cost", "150.00", "150kr"),
        ("tag", "fast", "#fast"),
        ("priority", "1", "!1"),
        ("place", "Oslo", "sted:Oslo"),
        ("quantity", "3", "3 stk"),
        ("note", "husk pris", "husk pris"),
    ]


def test_chips_of_a_span_a_deadline_a_repeat_and_an_outcome() -> None:
    def chips(line: str) -> list[tuple[str, str]]:
        return [(chip.kind, chip.text) for chip in reading(line).chips]

    assert ("date", "2026-11-12/2026-11-14") in chips("messe 12.-14.11")
    assert ("due", "2026-10-09") in chips("tilbud Berg innen fre")
    assert ("bucket", "2026-W43") in chips("brev uke 43")
    assert ("repeat", "FREQ=WEEKLY;BYDAY=FR") in chips("ring Kari hver fre til 18.12")
    assert ("repeat", "UNTIL=2026-12-18") in chips("ring Kari hver fre til 18.12")
    assert ("outcome", "reached") in chips("ring Kari -> nådd; +2d")
    assert ("next", "+2d") in chips("ring Kari -> nådd; +2d")
    assert ("audience", "200 kunder") in chips("brev til 200 kunder")
    assert ("value", "48000.00") in chips("tilbud Berg verdi:48000")


REFUSALS = [
    ("", "no_words", ""),
    ("   ", "no_words", "   "),
    ("fre 10:00", "no_words", "fre 10:00"),
    ('ring "Kari', "unclosed_quote", '"'),
    ("ring Kari !4", "not_a_priority", "!4"),
    ("ring Kari pri:høy", "not_a_priority", "pri:høy"),
    ("ring Kari !1 pri:2", "given_twice", "pri:2"),
    ("møte sted:", "value_missing", "sted"),
    ("ring Kari kanal:tull", "unknown_channel", "kanal:tull"),
    ("ring Kari formål:tull", "unknown_purpose", "formål:tull"),
    ("ring Kari km:4,5", "not_a_number", "km:4,5"),
]


@pytest.mark.parametrize(("line", "key", "words"), REFUSALS, ids=[line for line, _, _ in REFUSALS])
def test_a_sign_that_is_not_understood_is_refused_with_its_place(line: str, key: str, words: str) -> None:
    assert refused(line) == (key, words)
