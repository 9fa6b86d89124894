"""Words broken over two lines: between syllables, as a reader expects, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.language.syllables import last_break


@pytest.mark.parametrize(
    ("most", "broken"),
    [
        (8, "Service-besøk"),
        (9, "Tilbuds-gjennomgang"),
        (12, "Demonstra-sjon"),
        (5, "Ukes-gjennomgang"),
        (13, "Distribusjons-kanal"),
        (6, "Radio-spott"),
        (5, "Kunde-besøk"),
        (6, "Nyhets-brev"),
        (9, "Presenta-tion"),
        (6, "web-møte"),
        (4, "Opp-følging"),
    ],
)
def test_a_word_is_broken_between_two_syllables(most: int, broken: str) -> None:
    head, _, rest = broken.partition("-")
    word = head + ("-" if head == "web" else "") + rest
    at = last_break(word, most)
    assert at is not None
    assert (word[:at].rstrip("-"), word[at:]) == (head, rest)


@pytest.mark.parametrize("word", ["Straks", "nå", "SMS", "12345678", ""])
def test_a_word_of_one_syllable_is_kept_whole(word: str) -> None:
    assert last_break(word, 20) is None


@given(st.text(), st.integers(0, 40))
def test_something_is_left_on_both_sides_and_no_more_than_fits(word: str, most: int) -> None:
    at = last_break(word, most)
    assert at is None or 2 <= at <= min(most, len(word) - 3)
