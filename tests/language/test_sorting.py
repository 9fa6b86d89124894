"""Norwegian order, and searching that finds a name however it is typed."""

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from salgsplan_tui.language.sorting import folded, sort_key

_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"

norwegian = st.text(_ALPHABET + _ALPHABET.upper() + "aeéèüö -'.0123456789")
anything = norwegian | st.text()


def in_order(*texts: str) -> bool:
    """Say whether each of these sorts before the next."""
    return all(sort_key(first) < sort_key(second) for first, second in pairwise(texts))


def test_the_alphabet_ends_with_ae_oe_and_aa() -> None:
    assert in_order("Zakariassen", "Ærlig", "Øst", "Åse")
    assert in_order(*_ALPHABET)
    assert in_order(*(f"Be{letter}" for letter in _ALPHABET.upper()))


def test_double_a_is_sorted_as_the_letter_it_stands_for() -> None:
    assert in_order("Abel", "Øverli", "Aas", "Ås vest", "Aasen", "Åsen og sønn")
    assert in_order("Hamar", "Håkon", "Haakonsen")


def test_capitals_and_accents_count_only_between_equals() -> None:
    assert in_order("ande", "andé", "Andebu", "ANDENES")
    assert in_order("idé", "ideer")
    assert in_order("Kari", "kari nordmann", "Kari Å")


@pytest.mark.parametrize(
    ("foreign", "as_ours"), [("ä", "æ"), ("ö", "ø"), ("ü", "y"), ("ç", "c"), ("ð", "d"), ("ł", "l")]
)
def test_a_foreign_letter_stands_with_the_norwegian_one_it_is_nearest(foreign: str, as_ours: str) -> None:
    assert sort_key(f"B{foreign}rg")[0] == sort_key(f"B{as_ours}rg")[0]


def test_spaces_signs_and_figures_come_before_letters() -> None:
    assert in_order("Berg 2", "Berg AS", "Berg-Olsen", "Berga")
    assert in_order("{krøll}", "3M", "Alfa", "Åse", "Ωmega")


@given(st.lists(anything, unique=True))
def test_no_two_texts_share_a_place_in_the_order(texts: list[str]) -> None:
    assert in_order(*sorted(texts, key=sort_key))


@given(st.text(_ALPHABET + "é "))
def test_case_does_not_decide_between_different_words(text: str) -> None:
    assert sort_key(text)[:2] == sort_key(text.upper())[:2]


@given(anything)
def test_the_order_is_that_of_the_letters_however_they_are_encoded(text: str) -> None:
    assert sort_key(normalize("NFD", text))[0] == sort_key(normalize("NFC", text))[0]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        *(("odegard", "Stian Ødegård"), ("ODEGAARD", "Ødegård"), ("ødegård", "Odegaard")),
        *(("åsen", "Aasen"), ("aasen", "Åsen"), ("asen", "Aasen"), ("haakon", "Håkon")),
        *(("waerum", "Jonas Wærum"), ("wærum", "waerum@granholt.example"), ("cafe", "Café Opera"), ("é", "idE")),
        *(("muller", "Müller"), ("strasse", "Straße"), ("kari nordmann", "Kari\xa0Nordmann"), ("12", "１２")),
    ],
)
def test_a_name_is_found_however_it_is_typed(typed: str, found: str) -> None:
    assert folded(typed) in folded(found)


def test_letters_that_are_not_the_same_do_not_find_each_other() -> None:
    assert folded("berg") not in folded("Borg")
    assert folded("ø") not in folded("æ")


@given(anything)
@example("aaaa")
@example("㎒ ℡ Ⓐ İ ŉ ﬁ")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(anything | st.text("aåAÅæe̊ b"), st.integers(0, 50), st.integers(0, 50))
@example("baaab", 1, 3)
def test_every_part_of_a_text_finds_it(text: str, start: int, end: int) -> None:
    assert folded(text[start:end]) in folded(text)


@given(anything)
def test_a_text_is_found_in_capitals_and_in_any_encoding(text: str) -> None:
    assert folded(text.upper()) == folded(text)
    assert folded(normalize("NFC", text)) == folded(normalize("NFD", text))
