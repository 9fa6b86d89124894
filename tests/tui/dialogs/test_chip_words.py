"""What was understood, in words; and what stands behind the words."""

import pytest

from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.language import Language, set_language
from salgsplan_tui.tui.dialogs.chip_words import understood
from salgsplan_tui.tui.dialogs.repeat_words import repeat_words
from salgsplan_tui.tui.dialogs.suggestions import suggestion
from tests.tui.dialogs.sample import read, sample, sample_plan


def chips(text: str, room: int = 200) -> str:
    return understood(sample_plan(), read(text), room).plain.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("messe Oslo Spektrum 12.-14.3 45k", "fre 12.3. – søn 14.3. 2027 · uke 10"),
        ("brev til 200 kunder à 22kr uke 43 #gjenkjøp", "uke 43 (25.–31. oktober 2027)"),
        ("brev til 200 kunder à 22kr uke 43 #gjenkjøp", "200 brev"),
        ("brev til 200 kunder à 22kr uke 43 #gjenkjøp", "4 400 kr"),
        ("brev til 200 kunder à 22kr uke 43 #gjenkjøp", "#gjenkjøp"),
        ("tilbud Granholt innen fre verdi:48000", "innen fredag 19. februar 2027 · uke 7"),
        ("tilbud Granholt innen fre verdi:48000", "verdi 48 000 kr"),
        ("ringeøkt hver virkedag 9-10 til 18.3", "↻ hver virkedag til 18. mars 2027"),
        ("linkedin-post annenhver tors 08:30 20m", "↻ annenhver torsdag"),
        ("møte Marit fre 13-14:30 sted:Drammen km:40 !1", "13:00–14:30"),
        ("møte Marit fre 13-14:30 sted:Drammen km:40 !1", "sted: Drammen"),
        ("møte Marit fre 13-14:30 sted:Drammen km:40 !1", "40 km"),
        ("ring Marit mål:m1 :: husk kaffe", "mål: Ordreinngang 480 000 kr"),
        ("ring Marit mål:m1 :: husk kaffe", "✎ husk kaffe"),
        ("ring Marit -> avtalt møte; møte Marit tir 13", "✓ møte avtalt"),
        ("ring Marit -> avtalt møte; møte Marit tir 13", "→ møte Marit tir 13"),
        ("møte Nordfjord AS fre", "! Nordfjord AS er ny"),
    ],
)
def test_everything_understood_is_shown(text: str, words: str) -> None:
    assert words in chips(text)


def test_chips_are_whole_on_their_line() -> None:
    lines = chips("ring Marit fre 10:00 30m 150kr", 40).split("\n")
    assert max(map(len, lines)) <= 41
    assert " fredag 19. februar 2027 · uke 7  " in lines


def test_a_step_after_another_tells_what_it_repeats() -> None:
    again = understood(sample_plan(), read("fre", sample("a27")), 200).plain
    assert "☎ Ring Bjørkely: svar på tilbud T04" in again
    assert "09:00–09:30" in again


@pytest.mark.parametrize(
    ("rule", "nb", "en"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "hver virkedag", "every workday"),
        ("FREQ=WEEKLY;BYDAY=MO,TH", "hver mandag og torsdag", "every Monday and Thursday"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "hver mandag, onsdag og fredag", "every Monday, Wednesday and Friday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "annenhver torsdag", "every other Thursday"),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=TH", "torsdag hver 3. uke", "Thursday every 3 weeks"),
        ("FREQ=DAILY", "hver dag", "every day"),
        ("FREQ=MONTHLY;INTERVAL=3", "hver 3. måned", "every 3 months"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "hver måned den 15.", "every month on the 15."),
        ("FREQ=DAILY;COUNT=5", "hver dag 5 ganger", "every day 5 times"),
        ("FREQ=MONTHLY;BYDAY=2TU", "andre tirsdag i hver måned", "the second Tuesday of every month"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "siste fredag i hver måned", "the last Friday of every month"),
    ],
)
def test_a_repeat_is_said_in_words(rule: str, nb: str, en: str) -> None:
    said: dict[Language, str] = {}
    for spoken in ("nb", "en"):
        set_language(spoken)
        said[spoken] = repeat_words(series(rrule=rule))
    set_language("nb")
    assert said == {"nb": nb, "en": en}


def series(**fields: object) -> Series:
    return checked_fields(Series, {"id": "s1", "first": "2027-02-18"} | fields)


def test_a_repeat_tells_until_when() -> None:
    assert repeat_words(series(rrule="FREQ=DAILY", until="2027-03-18")) == "hver dag til 18. mars 2027"


def test_a_repeat_tells_what_it_waits_for() -> None:
    assert repeat_words(series(after="14d")) == "14 dager etter at den forrige er ferdig"
    assert repeat_words(series(after="1wd")) == "1 arbeidsdag etter at den forrige er ferdig"


def test_a_repeat_tells_what_becomes_of_one_on_a_red_day() -> None:
    weekly = "FREQ=WEEKLY;BYDAY=TH"
    assert repeat_words(series(rrule=weekly, on_holiday="next")) == "hver torsdag · helligdag: neste arbeidsdag"
    assert repeat_words(series(rrule=weekly, on_holiday="skip")) == "hver torsdag · ikke på helligdager"
    assert repeat_words(series(rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", on_holiday="skip")) == "hver virkedag"


@pytest.mark.parametrize(
    "typed", ["mar", "ring", "ring m", "ring xyz", "", "ring Marit Haugstad", "ring Marit Haugstad "]
)
def test_nothing_is_suggested_for_a_first_word_a_letter_or_a_whole_name(typed: str) -> None:
    assert suggestion(typed, len(typed), sample_plan()) is None


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("ring jon fre", "ring Jonas Wærum fre"),
        ("ring jonas wae fre", "ring Jonas Wærum fre"),
        ("ring waer fre", "ring Jonas Wærum fre"),
        ("ring @ jonas", "ring @Ali Demir jonas"),
    ],
)
def test_a_name_is_suggested_by_any_part_and_the_rest_of_the_line_is_kept(typed: str, text: str) -> None:
    cursor = len(typed.removesuffix(" fre").removesuffix(" jonas"))
    found = suggestion(typed, cursor, sample_plan())
    assert found is not None
    assert found.text.replace('"', "") == text


def test_a_suggestion_tells_the_firm() -> None:
    found = suggestion("ring jon", len("ring jon"), sample_plan())
    assert found is not None
    assert found.words == "Jonas Wærum · Granholt Eiendom AS"
