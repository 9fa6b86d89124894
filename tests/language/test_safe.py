"""Nothing that a file or a paste holds can steer the terminal or upset the layout."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from salgsplan_tui.language.safe import ELLIPSIS, clip, safe, safe_line, width

_ASSIGNED = [
    chr(code) for code in (*range(0x20000), *range(0xE0000, 0xE0200)) if unicodedata.category(chr(code)) != "Cn"
]
"""Nearly all that has a meaning in the Unicode of this Python; Rich knows a newer one."""

known = st.characters(exclude_categories=["Cn"])
anything = st.text(known) | st.text("a é漢👍🏽e\u0301\u200d\ufe0f\x1b\n\t\r☎")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ring Kari om tilbud på 4\xa0400 kr – «ja»", "Ring Kari om tilbud på 4\xa0400 kr – «ja»"),
        ("Kari \x1b]2;pwned\x1b\\", "Kari ␛]2;pwned␛\\"),
        ("\x1b[2J\x1b[H", "␛[2J␛[H"),
        ("\x9b31m rød \x00\x07\x7f", "�31m rød ␀␇␡"),
        ("abc\u202edef\u2066ghi\u200f", "abcdefghi"),
        ("\ufeffKari\u200b Nord\u00admann", "Kari Nordmann"),
        ("👨\u200d👩\u200d👧 ☎\ufe0f", "👨👩👧 ☎"),
        ("tag\U000e0041\U000e007f", "tag"),
        ("half \ud83d", "half �"),
        ("[red]nei[/red] [@click=app.quit]", "[red]nei[/red] [@click=app.quit]"),
        ("مرحبا العالم שלום नमस्ते ไทย 日本語", "مرحبا العالم שלום नमस्ते ไทย 日本語"),
    ],
)
def test_signs_that_steer_are_shown_or_left_out_and_words_stay(text: str, shown: str) -> None:
    assert safe(text) == safe_line(text) == shown


def test_lines_and_tabs_stay_in_a_text_of_several_lines() -> None:
    assert safe("en\r\nto\n\ttre\u2028fire\rfem") == "en\nto\n\ttre\nfire␍fem"


def test_lines_and_tabs_are_spaces_on_one_line() -> None:
    assert safe_line("en\r\nto\n\ttre\u2029fire") == "en to  tre fire"


@given(anything)
def test_no_sign_that_steers_gets_through(text: str) -> None:
    kinds = {unicodedata.category(sign) for sign in safe(text) if sign not in "\n\t"}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
    assert safe(safe(text)) == safe(text)
    assert safe_line(text).splitlines() in ([], [safe_line(text)])
    safe(text).encode()


def test_no_sign_without_a_glyph_gets_through() -> None:
    got_through = {sign for sign in _ASSIGNED if unicodedata.category(sign) == "Cf" and safe(sign)}
    assert all("SIGN" in name or "MARK" in name or "END OF" in name for name in map(unicodedata.name, got_through))
    assert not got_through & set(
        "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u200b\u200d"
    )


def test_every_sign_is_as_wide_as_the_screens_count_it() -> None:
    shown = {sign: safe_line(sign) for sign in _ASSIGNED}
    assert {sign: width(text) for sign, text in shown.items() if width(text) != cell_len(text)} == {}


@given(anything)
@example("🫩 new in Unicode 16")
def test_a_text_is_as_wide_as_the_screens_count_it(text: str) -> None:
    assert width(safe_line(text)) == cell_len(safe_line(text))


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        *(("Ring Kari", 9, "Ring Kari"), ("Ring Kari", 8, "Ring Ka…"), ("Ring Kari", 1, "…"), ("Ring", 0, "")),
        *(("漢字漢字", 8, "漢字漢字"), ("漢字漢字", 7, "漢字漢…"), ("漢字漢字", 6, "漢字…"), ("漢字", 2, "…")),
        *(
            ("Cafe\u0301 Opera", 5, "Cafe\u0301…"),
            ("Cafe\u0301", 4, "Cafe\u0301"),
            ("👍🏽👍🏽", 3, "👍🏽…"),
            ("", 5, ""),
        ),
        *(("Ødegård", 7, "Ødegård"), ("Ødegård", 6, "Ødegå…"), ("Ring", -1, "")),
    ],
)
def test_a_text_is_cut_to_its_cells_with_a_sign_that_it_goes_on(text: str, cells: int, shown: str) -> None:
    assert clip(text, cells) == shown


@given(anything.map(safe_line), st.integers(0, 30))
def test_a_cut_text_fits_and_keeps_as_much_as_fits(text: str, cells: int) -> None:
    cut = clip(text, cells)
    assert cell_len(cut) <= cells
    if cut != text and cells:
        kept = cut.removesuffix(ELLIPSIS)
        assert text.startswith(kept)
        assert cell_len(text) > cells
        assert cell_len(cut) + cell_len(text[len(kept)]) > cells
        assert cell_len(text[len(kept)]) > 0


def test_an_ordinary_title_is_not_even_copied() -> None:
    title = "Ringeøkt: A- og B-emner"
    assert safe_line(title) is title
    assert clip(title, 80) is title
