"""What a change did, in words."""

import pytest

from salgsplan_tui.language import set_language
from salgsplan_tui.language.said import place_in_words, said_in_words


@pytest.fixture(autouse=True)
def norwegian() -> None:
    set_language("nb")


@pytest.mark.parametrize(
    ("to", "start", "words"),
    [
        ("2027-02-19", "", "fre 19.2."),
        ("2027-02-19", "10:30", "fre 19.2. 10:30"),
        ("2027-W09", "", "uke 9"),
        ("2026-W53", "", "uke 53"),
        ("2027-03", "", "mars 2027"),
        ("2027-Q2", "", "2. kvartal 2027"),
        ("", "", "uten dato"),
    ],
)
def test_a_place_is_a_date_or_a_bucket(to: str, start: str, words: str) -> None:
    assert place_in_words(to, start) == words


def test_copies_are_counted_and_what_was_left_out_told() -> None:
    assert said_in_words("copied", {"count": 1, "left_out": 0, "to": "2027-02-26"}) == (
        "Kopierte 1 aktivitet til fre 26.2."
    )
    assert said_in_words("copied", {"count": 5, "left_out": 2, "to": "2027-W12"}) == (
        "Kopierte 5 aktiviteter til uke 12, 2 utelatt på fridager"
    )


def test_a_stretch_tells_how_long_it_takes_now() -> None:
    assert said_in_words("stretched", {"title": "Møte", "count": 1, "minutes": "90"}) == "«Møte» tar 1 t 30 m"
