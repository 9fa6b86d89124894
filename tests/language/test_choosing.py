"""Which language is spoken: the flag, else the settings, else the locale."""

import subprocess
import sys

import pytest

from salgsplan_tui.language import LANGUAGES
from salgsplan_tui.language.choosing import choose_language, language_named


@pytest.mark.parametrize(
    ("flag", "setting", "environment", "spoken"),
    [
        ("en", "nb", {"LANG": "nb_NO.UTF-8"}, "en"),
        ("nb", "en", {"LANG": "en_GB.UTF-8"}, "nb"),
        (None, "en", {"LANG": "nb_NO.UTF-8"}, "en"),
        (None, None, {"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "nb_NO.UTF-8", "LANG": "nb_NO.UTF-8"}, "en"),
        (None, None, {"LC_MESSAGES": "en_GB.UTF-8", "LANG": "nb_NO.UTF-8"}, "en"),
        (None, None, {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_US"}, "en"),
        (None, None, {"LC_ALL": "C.UTF-8", "LANG": "en_GB.UTF-8"}, "nb"),
        (None, "klingon", {"LANG": "en_GB.UTF-8"}, "en"),
        (None, None, {"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_flag_stands_above_the_settings_and_these_above_the_locale(
    flag: str | None, setting: str | None, environment: dict[str, str], spoken: str
) -> None:
    assert choose_language(flag, setting, environment) == spoken


@pytest.mark.parametrize("name", ["nb", "nn", "no", "NB", "nb-NO", "nn_NO", "no_NO.ISO-8859-1", "nb_NO.UTF-8@euro"])
def test_every_kind_of_norwegian_is_answered_in_bokmal(name: str) -> None:
    assert choose_language(name, None, {}) == choose_language(None, None, {"LANG": name}) == "nb"


@pytest.mark.parametrize("name", ["en", "en_GB.UTF-8", "en-US", "EN"])
def test_every_kind_of_english_is_answered_in_english(name: str) -> None:
    assert choose_language(name, None, {}) == choose_language(None, None, {"LANG": name}) == "en"


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8", "c.utf8", ""])
def test_a_locale_that_says_nothing_means_norwegian(locale: str) -> None:
    assert choose_language(None, None, {"LANG": locale}) == choose_language(None, None, {}) == "nb"


@pytest.mark.parametrize("flag", ["de", "norsk!", "", "C"])
def test_a_flag_that_names_no_language_here_is_an_error(flag: str) -> None:
    with pytest.raises(ValueError, match=f"^{flag}$"):
        choose_language(flag, None, {})


def test_every_language_is_named_by_its_own_code() -> None:
    assert [language_named(code) for code in LANGUAGES] == list(LANGUAGES)


def test_the_locale_need_not_be_generated() -> None:
    script = """
import sys
from salgsplan_tui.language.choosing import choose_language
print(choose_language(None, None, {"LANG": "nn_NO.UTF-8"}), "locale" in sys.modules)
"""
    done = subprocess.run(  # noqa: S603  # our own script
        [sys.executable, "-c", script], env={"LC_ALL": "xx_YY.UTF-8"}, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["nb", "False"]
