"""The packaged words of quick add: every table is there, and its codes are those the program knows."""

from dataclasses import fields
from typing import get_args

import tomli

from salgsplan_tui.domain.activity import Outcome, Purpose
from salgsplan_tui.domain.customers import CustomerKind
from salgsplan_tui.domain.measures import TOPICS
from salgsplan_tui.domain.programme import Unit
from salgsplan_tui.domain.quick_add import Phrases, Words
from salgsplan_tui.storage.packaged import FOLDER, catalogue
from salgsplan_tui.storage.packaged_words import words

FOUND = words()


def codes(table: Phrases) -> set[str]:
    return set(table.codes.values())


def test_every_table_of_the_file_is_read_and_none_is_empty() -> None:
    tables = tomli.loads((FOLDER / "words.toml").read_text("utf-8"))
    names = {field.name.removesuffix("_") for field in fields(Words)} - {"legal_spellings"}
    assert tables.keys() - {"schema"} == names
    assert all(getattr(FOUND, field.name) for field in fields(Words))


def test_no_word_stands_twice_in_a_table() -> None:
    tables = tomli.loads((FOLDER / "words.toml").read_text("utf-8"))
    for name, table in tables.items():
        if name != "schema":
            every = [word.casefold() for listed in table.values() for word in listed]
            assert len(every) == len(set(every)), name


def test_codes_are_those_the_program_knows() -> None:
    assert codes(FOUND.weekdays) == codes(FOUND.weekdays_many) == {str(number) for number in range(7)}
    assert codes(FOUND.months) == {str(number) for number in range(1, 13)}
    assert codes(FOUND.outcomes) == set(Outcome)
    assert codes(FOUND.purposes) == set(get_args(Purpose))
    assert codes(FOUND.near) == {"next", "this", "last"}
    assert codes(FOUND.units) == {"minute", "hour", "day", "week", "month", "quarter", "year"}
    assert codes(FOUND.legal_forms) | codes(FOUND.legal_words) <= set(get_args(CustomerKind))
    assert codes(FOUND.counts) - {"attempts"} <= catalogue()[0].measures.keys()
    assert codes(FOUND.goal_units) <= set(get_args(Unit))
    assert codes(FOUND.goal_topics) == {topic for topic, _unit in TOPICS}
    for table in (FOUND.numbers, FOUND.single, FOUND.ordinals, FOUND.days, FOUND.durations, FOUND.scales):
        assert all(code.removeprefix("-").isdigit() for code in codes(table))


def test_dates_to_be_read_with_care_are_dates() -> None:
    dates = FOUND.weekdays.codes.keys() | FOUND.months.codes.keys()
    for table in (FOUND.weak_dates, FOUND.name_dates, FOUND.months_en):
        assert table.codes.keys() <= dates


def test_long_words_are_known_without_norwegian_letters_and_short_ones_are_not() -> None:
    assert FOUND.weekdays.code("lordag") == FOUND.weekdays.code("loerdag") == "5"
    assert "son" not in FOUND.weekdays
