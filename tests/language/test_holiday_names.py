"""Every holiday has a name in both languages."""

import datetime as dt
from collections.abc import Iterator

import pytest

from salgsplan_tui.domain.holidays import holidays_of, holidays_on
from salgsplan_tui.language import LANGUAGES, language, set_language
from salgsplan_tui.language.holiday_names import holiday_name


@pytest.fixture(autouse=True)
def _language_as_before() -> Iterator[None]:
    before = language()
    yield
    set_language(before)


def test_17_may_2027_has_two_names_in_both_languages() -> None:
    codes = [holiday.code for holiday in holidays_on(dt.date(2027, 5, 17))]
    set_language("nb")
    assert [holiday_name(code) for code in codes] == ["grunnlovsdagen", "2. pinsedag"]
    set_language("en")
    assert [holiday_name(code) for code in codes] == ["Constitution Day", "Whit Monday"]


def test_every_red_and_short_day_is_named_in_both_languages() -> None:
    codes = {holiday.code for holiday in holidays_of(2027)}
    names = {}
    for code in LANGUAGES:
        set_language(code)
        names[code] = {holiday_name(each) for each in codes}
        assert not names[code] & codes
    assert len(names["nb"]) == len(names["en"]) == len(codes) == 17
    assert not names["nb"] & names["en"]


def test_a_code_that_is_not_known_stands_for_itself() -> None:
    assert holiday_name("sami_national_day") == "sami_national_day"
