"""Every key that the program can raise, report or notice has its sentence, with values that are given."""

import datetime as dt
from pathlib import Path

import pytest

from salgsplan_tui.language import LANGUAGES, Language, _, set_language
from salgsplan_tui.language.error_texts import ERRORS
from salgsplan_tui.language.messages import TEXTS, placeholders, refusal, sentence
from salgsplan_tui.language.notice_texts import NOTICES
from salgsplan_tui.language.problem_texts import PROBLEMS
from tests.language.used_keys import uses, words


def test_the_scan_finds_what_it_looks_for() -> None:
    keys = {use.key for use in uses()}
    assert {"no_activity", "outcome_needed", "reason_needed"} <= keys


def test_every_key_in_the_source_has_its_sentence() -> None:
    missing = sorted({f"{use.key} ({use.where})" for use in uses() if use.key not in TEXTS})
    assert missing == [], f"add these to language/error_texts.py, problem_texts.py or notice_texts.py: {missing}"


def test_every_sentence_is_said_somewhere() -> None:
    unused = sorted(TEXTS.keys() - words())
    assert unused == [], f"nobody says these, take them out of their table and of language/nb.po: {unused}"


def test_every_sentence_has_a_wording_whose_values_are_given() -> None:
    asked = [
        f"{use.where}: the sentence of {use.key} wants {sorted(placeholders(TEXTS[use.key][-1]))}"
        for use in uses()
        if use.key in TEXTS and use.values is not None
        if not any(placeholders(wording) <= use.values for wording in TEXTS[use.key])
    ]
    assert asked == []


@pytest.mark.parametrize("table", [ERRORS, NOTICES, PROBLEMS])
def test_each_table_is_in_alphabetical_order(table: dict[str, object]) -> None:
    assert list(table) == sorted(table)


def test_no_key_has_two_sentences() -> None:
    assert len(TEXTS) == len(ERRORS) + len(NOTICES) + len(PROBLEMS)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_sentence_begins_like_one_and_ends_like_one(code: Language) -> None:
    set_language(code)
    for text in (text for wordings in TEXTS.values() for text in wordings):
        assert _(text)[0] in "{“«" or _(text)[0].isupper(), text
        assert _(text)[-1] in ".?", text


def test_a_sentence_is_said_with_its_values_in_the_language_spoken() -> None:
    set_language("nb")
    assert sentence("no_activity", {"id": "a26"}) == "Det finnes ingen aktivitet a26."
    assert sentence("disk_full", {"path": Path("/plan")}).startswith("Ingenting ble lagret, for disken er full: /plan.")
    set_language("en")
    assert sentence("no_activity", {"id": "a26"}) == "There is no activity a26."


def test_days_times_and_minutes_are_written_as_people_write_them() -> None:
    set_language("nb")
    moved = {"date": dt.date(2026, 10, 8), "start": dt.time(8, 0)}
    assert sentence("past_moved", moved).endswith("flyttet til torsdag 8. oktober 2026 08:00.")
    assert sentence("duration_mismatch", {"minutes": 60, "other": 10}).endswith("det 1 t, men teksten sier 10 m.")
    assert sentence("thousands", {"text": "1.500", "number": 1500}) == "«1.500» er lest som 1\xa0500."
    assert sentence("holiday", {"date": dt.date(2027, 3, 26), "holiday": "good_friday"}).startswith(
        "Rød dag fredag 26."
    )


@pytest.mark.parametrize(
    ("candidates", "said"),
    [(["Kari Lie"], "Kari Lie"), (["Kari", "Per"], "Kari eller Per"), (("Kari", "Per", "Tor"), "Kari, Per eller Tor")],
)
def test_several_candidates_are_offered_as_a_choice(candidates: object, said: str) -> None:
    set_language("nb")
    assert sentence("ambiguous", {"id": "ka", "candidates": candidates}) == f"«ka» kan bety {said}. Skriv mer av den."


def test_of_several_wordings_the_first_is_said_whose_values_are_all_known() -> None:
    set_language("nb")
    assert sentence("no_such_date", {"text": "29.2.2027", "next": 2028}).endswith("Neste år som har den, er 2028.")
    assert sentence("no_such_date", {"text": "31.4.", "next": None}) == "«31.4.» er ikke en dato som finnes."
    assert sentence("no_such_date", {"day": 31}) == "Datoen finnes ikke."


def test_a_value_from_a_file_cannot_steer_the_terminal() -> None:
    set_language("en")
    said = sentence("no_activity", {"id": "Kari\x1b[2J\nNordmann {path}"})
    assert said == "There is no activity Kari␛[2J Nordmann {path}."
    assert sentence("inline", {"path": Path("a\x1b.toml"), "name": "x"}).count("␛") == 1
    assert "\x1b" not in sentence("\x1b", {"why": ["\x1b"]})


def test_a_value_that_is_not_given_leaves_a_mark_instead_of_no_sentence() -> None:
    set_language("en")
    assert sentence("no_activity", {}) == "There is no activity ?."
    assert sentence("duration_mismatch", {"minutes": "x"}) == "From start to end is x, but the text says ?."


def test_a_key_without_a_sentence_is_told_by_its_name_and_values() -> None:
    set_language("en")
    said = "Something is wrong that has no words yet: brand_new (path = a.toml, line = 3)."
    assert sentence("brand_new", {"path": "a.toml", "line": 3}) == said


def test_a_refused_change_names_file_and_line_once() -> None:
    set_language("nb")
    fault = {"path": Path("weeks/2027/2027-W07.toml"), "line": 41}
    said = refusal("wrong_value", {**fault, "field": "minutes"})
    assert said == "Ingenting ble lagret: weeks/2027/2027-W07.toml:41: minutes har en verdi som ikke kan brukes."
    assert refusal("not_toml", {**fault, "reason": "x"}).count("2027-W07.toml") == 1
    assert refusal("no_activity", {"id": "a1"}) == sentence("no_activity", {"id": "a1"})
