"""Words in raw bytes: found in every spelling that folds alike, and never missed."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.fold import fold
from salgsplan_tui.storage.emitter import value
from salgsplan_tui.storage.raw_words import RawWord

LETTERS = st.text('aAeosæÆøØåÅäöéÖßþíÐđñłćœijth²nN-.,"\\\n 1ēẽớ', max_size=14)


def finds(word: str, text: str) -> bool:
    found = RawWord.of(word)
    return found is None or found.found_in(text.encode())


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("odegard", "Ødegård"),
        ("ODEGAARD", "Ødegård"),
        ("ødegård", "ODEGAARD"),
        ("asen", "Aasen"),
        ("aasen", "Åsen"),
        ("laerer", "LÆRER"),
        ("lærer", "Laerer"),
        ("erer", "lærer"),
        ("strasse", "Straße"),
        ("thorir", "Þórir"),
        ("cafe", "Cafe\u0301"),
        ("odegard", normalize("NFD", "Ødegård")),
        ("nguyen", "Nguyễn"),
        ("22", "ring 22 33 44 55"),
        ("8,5", "8,5 %"),
        ("m2", "40 m²"),
    ],
)
def test_a_word_is_found_however_it_is_spelt(word: str, text: str) -> None:
    assert fold(word) in fold(text)
    assert finds(word, text)


@pytest.mark.parametrize(("word", "text"), [("odegard", "Ødegaarden"), ("berg", "Borg"), ("22", "23"), (".", "a")])
def test_what_is_not_there_is_mostly_not_found(word: str, text: str) -> None:
    assert finds(word, text) is (fold(word) in fold(text))


@pytest.mark.parametrize("word", ['"', "\\", "«»", "日本", ""])
def test_what_may_be_written_otherwise_in_a_file_is_left_to_the_parser(word: str) -> None:
    assert RawWord.of(word) is None


@given(LETTERS, st.integers(0, 14), st.integers(1, 6), st.sampled_from(["NFC", "NFD"]))
def test_no_part_of_a_text_is_missed(text: str, start: int, length: int, form: str) -> None:
    stored = normalize("NFD" if form == "NFD" else "NFC", text)
    for word in fold(text)[start : start + length].split():
        assert finds(word, value(stored)), (word, stored)
