"""What comes in is made fit to be kept: nothing that hides, turns or commands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.exchange.cleaning import LONGEST, LONGEST_NOTE, hides, is_formula, line, note
from salgsplan_tui.language.safe import safe_line


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Kari \t Berg ", "Kari Berg"),
        ("Kari\x1b]2;pwned\x07 Berg", "Kari Berg"),
        ("Kari\x1b]52;c;cHduZWQ=\x1b\\ Berg", "Kari Berg"),
        ("\x1b[2J\x1b[HKari", "Kari"),
        ("Kari\x9b31m", "Kari"),
        ("Kari\u202egreB", "KarigreB"),
        ("\ufeffKari\u200b", "Kari"),
        ("A\u030ase", "Åse"),
        ("Kari\r\nBerg", "Kari Berg"),
        ("x" * 500, "x" * LONGEST),
    ],
)
def test_a_line_is_one_line_of_what_can_be_seen(text: str, kept: str) -> None:
    assert line(text) == kept


def test_a_note_keeps_its_lines() -> None:
    assert note("  en \r\nto\n\n\n\n\ntre\x07 ") == "en\nto\n\ntre"
    assert len(note("x" * 20_000)) == LONGEST_NOTE


@given(st.text())
def test_whatever_comes_in_is_safe_on_a_terminal(text: str) -> None:
    kept = line(text)
    assert not hides(kept)
    assert "\x1b" not in kept
    assert "\x1b" not in note(text)
    assert line(kept) == kept
    assert safe_line(kept) == safe_line(safe_line(kept))


@pytest.mark.parametrize("text", ["=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+1+1", "-2", "+cmd|x", '=HYPERLINK("x")'])
def test_a_formula_is_known(text: str) -> None:
    assert is_formula(text)


@pytest.mark.parametrize("text", ["Kari", "- ukjent", "3M", "+ Pluss AS", "Berg = Lie"])
def test_a_name_is_no_formula(text: str) -> None:
    assert not is_formula(text)
