"""What came of it after the arrow, and the next step after the semicolon. Now is Wednesday 2026-10-07 09:15."""

import pytest

from salgsplan_tui.domain.activity import Outcome
from tests.domain.quick_add.lines import codes, packaged_words, reading, refused, told

OUTCOMES = [
    ("nådd", Outcome.REACHED),
    ("reached", Outcome.REACHED),
    ("snakket", Outcome.REACHED),
    ("ikke svar", Outcome.NO_ANSWER),
    ("svarte ikke", Outcome.NO_ANSWER),
    ("fikk ikke svar", Outcome.NO_ANSWER),
    ("no answer", Outcome.NO_ANSWER),
    ("didn't answer", Outcome.NO_ANSWER),
    ("ring tilbake", Outcome.CALL_BACK),
    ("call back later", Outcome.CALL_BACK),
    ("avtalt møte", Outcome.MEETING_BOOKED),
    ("møte avtalt", Outcome.MEETING_BOOKED),
    ("Avtalt møte.", Outcome.MEETING_BOOKED),
    ("avtalt mote", Outcome.MEETING_BOOKED),
    ("meeting booked", Outcome.MEETING_BOOKED),
    ("booked meeting", Outcome.MEETING_BOOKED),
    ("tilbud ønsket", Outcome.OFFER_WANTED),
    ("wants offer", Outcome.OFFER_WANTED),
    ("tilbud sendt", Outcome.OFFER_SENT),
    ("offer sent", Outcome.OFFER_SENT),
    ("ordre", Outcome.ORDER),
    ("sold", Outcome.ORDER),
    ("ikke nå", Outcome.NOT_NOW),
    ("not now", Outcome.NOT_NOW),
    ("nei", Outcome.NO),
    ("no", Outcome.NO),
    ("ikke interessert", Outcome.NO),
    ("feil person", Outcome.WRONG_PERSON),
    ("vil ikke kontaktes", Outcome.OBJECTED),
    ("does not want contact", Outcome.OBJECTED),
    ("informert", Outcome.INFO_GIVEN),
    ("annet", Outcome.OTHER),
    ("svarte, avtalt møte", Outcome.MEETING_BOOKED),
    ("nådd, men ikke interessert", Outcome.NO),
]


@pytest.mark.parametrize(("words", "outcome"), OUTCOMES, ids=[words for words, _ in OUTCOMES])
def test_outcome_words_in_any_order_and_either_language(words: str, outcome: Outcome) -> None:
    found = reading(f"ring Kari -> {words}")
    assert (found.activity.outcome, found.activity.outcome_note, found.activity.state) == (outcome, None, "done")
    assert (str(found.activity.date), found.activity.title) == ("2026-10-07", "ring Kari")


def test_every_outcome_has_words() -> None:
    assert set(packaged_words().outcomes.codes.values()) == set(Outcome)


NOTES = [
    ("ikke svar, ringer igjen mandag", "ringer igjen mandag"),
    ("tilbud ønsket, vil ha demo først", "vil ha demo først"),
    ("avtalte et nytt møte", "avtalte et nytt møte"),
    ("nådd :: hyggelig samtale", "hyggelig samtale"),
    ("nådd, travel dag :: husk pris", "travel dag; husk pris"),
    ("nådd men ikke klar", "men ikke klar"),
]


@pytest.mark.parametrize(("words", "note"), NOTES, ids=[words for words, _ in NOTES])
def test_what_else_was_said_is_kept_as_a_note(words: str, note: str) -> None:
    found = reading(f"ring Kari -> {words}").activity
    assert (found.outcome_note or "").removeprefix("nådd ") == note


def test_numbers_minutes_costs_and_kilometres_of_what_came_of_it() -> None:
    found = reading("ringeøkt 20 samtaler -> 16 forsøk, nådd 9, 3 møter avtalt, 2t 380 kr 46 km")
    assert found.result is not None
    assert (found.result.outcome, found.result.counts) == (
        Outcome.MEETING_BOOKED,
        (("reached", 9), ("meetings_booked", 3)),
    )
    assert told(found.activity) == {
        "title": "ringeøkt 20 samtaler", "channel": "phone", "type": "call_session", "unit": "calls",
        "state": "done", "date": "2026-10-07", "minutes": 120, "actual_minutes": 120, "quantity_planned": 20,
        "quantity_done": 16, "outcome": "meeting_booked", "costs": [{"actual": "380.00"}], "km_actual": 46,
        "outcome_counts": {"reached": 9, "meetings_booked": 3},
    }  # fmt: skip


def test_the_amount_of_an_order_is_its_value_and_no_cost() -> None:
    found = reading("ring Kari -> ordre 48 000 kr").activity
    assert (found.outcome, found.value, found.costs) == (Outcome.ORDER, 48000_00, ())


def test_what_was_planned_counts_as_done_where_nothing_else_is_said() -> None:
    found = reading("brev til 60 kunder -> tilbud sendt").activity
    assert (found.quantity_planned, found.quantity_done) == (60, 60)


DONE_DAYS = [
    ("i går", "2026-10-06"),
    ("yesterday 14:00", "2026-10-06"),
    ("mandag", "2026-10-05"),
    ("fredag", "2026-10-02"),
    ("onsdag", "2026-10-07"),
    ("onsdag 14:00", "2026-09-30"),
    ("1.10", "2026-10-01"),
    ("1.12", "2025-12-01"),
    ("08:00", "2026-10-07"),
    ("14:00", "2026-10-07"),
]


@pytest.mark.parametrize(("words", "day"), DONE_DAYS, ids=[words for words, _ in DONE_DAYS])
def test_the_day_of_something_done_lies_behind(words: str, day: str) -> None:
    found = reading(f"ring Kari {words} -> nådd")
    assert (str(found.activity.date), codes(found)) == (day, [])


REFUSALS = [
    ("ring Kari ->", "outcome_missing", "->"),
    ("ring Kari -> ;", "outcome_missing", "->"),
    ("ring Kari -> blabla", "unknown_outcome", "blabla"),
    ("ring Kari -> ikke avtalt møte", "unknown_outcome", "ikke avtalt møte"),
    ("ring Kari -> har ikke fått avtalt møte", "unknown_outcome", "har ikke fått avtalt møte"),
    ("ring Kari -> møte ble ikke avtalt", "unknown_outcome", "møte ble ikke avtalt"),
    ("ring Kari -> avtalt møte og tilbud ønsket", "two_outcomes", "avtalt møte og tilbud ønsket"),
    ("ring Kari i morgen -> nådd", "done_ahead", "i morgen"),
    ("ring Kari uke 41 -> nådd", "done_needs_day", "uke 41"),
    ("ring Kari -> nådd; ring Per -> nådd", "next_is_done", "->"),
    ("ring Kari -> nådd; ring Per mandag 25.12", "weekday_mismatch", "mandag 25.12"),
    ("-> nådd", "no_words", ""),
]


@pytest.mark.parametrize(("line", "key", "words"), REFUSALS, ids=[line for line, _, _ in REFUSALS])
def test_an_outcome_that_is_not_understood_is_refused_with_its_place(line: str, key: str, words: str) -> None:
    assert refused(line) == (key, words)


def test_a_next_step_without_a_name_is_for_the_same_people_unless_it_is_the_sellers_own() -> None:
    step = reading("ring Kari mål:møter -> nådd; møte tir 13").next
    assert step is not None
    assert (step.title, step.customers, step.contacts, step.goal) == ("møte", ("k01",), ("p01",), "møter")
    own = reading("ring Kari -> nådd; rapport fredag").next
    assert own is not None
    assert own.customers == ()
    other = reading("ring Kari -> feil person; ring Per fre").next
    assert other is not None
    assert (other.customers, other.contacts) == (("k02",), ())


def test_items_alone_are_the_same_again_without_what_came_of_it() -> None:
    found = reading("ring Kari 20m 150kr #fast :: husk pris -> ikke svar 5m; +2d 14:00")
    assert told(found.next) == {
        "title": "ring Kari", "channel": "phone", "type": "call", "unit": "calls", "customers": ["k01"],
        "contacts": ["p01"], "minutes": 20, "costs": [{"planned": "150.00"}], "tags": ["fast"], "notes": "husk pris",
        "state": "planned", "date": "2026-10-09", "start": "14:00:00", "previous": "n01",
    }  # fmt: skip


def test_the_same_again_is_at_the_same_time_of_day() -> None:
    step = reading("ring Kari 09:00 -> ikke svar; i morgen").next
    assert step is not None
    assert f"{step.start:%H:%M}" == "09:00"


def test_an_empty_next_step_is_none() -> None:
    assert reading("ring Kari -> nådd; ").next is None


def test_after_a_base_items_alone_name_only_the_fields_they_change() -> None:
    base = reading("ring Kari fre 10:00 30m").activity
    given = {
        "+2d": {"date", "bucket"},
        "11:00": {"start"},
        "uke 45": {"date", "bucket"},
        "45m": {"minutes"},
        "!1": {"priority"},
        "500 kr": {"costs"},
        "innen fre": {"due"},
        "sted:Drammen #tett": {"place", "tags"},
        "Per": {"customers", "contacts"},
        "40 stk": {"quantity_planned", "unit"},
        ":: husk pris": {"notes"},
    }
    for text, fields in given.items():
        found = reading(text, base=base)
        assert found.given == fields, text
        assert found.activity.title == "ring Kari"
    assert str(reading("11:00", base=base).activity.date) == "2026-10-09"
    assert f"{reading('+2d', base=base).activity.start:%H:%M}" == "10:00"
    assert "title" in reading("ring Kari igjen", base=base).given
