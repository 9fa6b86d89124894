"""Short questions: an answer is one key."""

from collections.abc import Sequence

import pytest

from salgsplan_tui.domain.activity import Reason
from salgsplan_tui.tui.dialogs.choice_list import KEYS, Choice, keyed
from salgsplan_tui.tui.dialogs.choose import ChooseDialog, series_choices
from salgsplan_tui.tui.dialogs.reason import ReasonChoice, ReasonDialog
from tests.tui.dialogs.host import answer_to, opened
from tests.tui.keys import press_fast


def test_entries_get_digits_and_then_letters_around_those_that_name_their_own() -> None:
    names = [Choice(number, str(number)) for number in range(12)]
    assert "".join(choice.key for choice in keyed([Choice(99, "own", "1"), *names])) == "1234567890abc"


def test_entries_beyond_the_last_key_have_none() -> None:
    many = keyed([Choice(number, str(number)) for number in range(len(KEYS) + 1)])
    assert many[-1].key == ""


@pytest.mark.parametrize(
    ("keys", "answer"),
    [(["enter"], "this"), (["f"], "later"), (["h"], "all"), (["j", "enter"], "later"), (["down", "enter"], "later")],
)
async def test_a_series_is_asked_about_with_letters_far_apart(keys: Sequence[str], answer: str) -> None:
    assert await answer_to(ChooseDialog("?", series_choices()), *keys) == answer


async def test_escape_answers_nothing() -> None:
    assert await answer_to(ChooseDialog("?", series_choices()), "escape") is None


async def test_a_click_chooses() -> None:
    async with opened(ChooseDialog("?", series_choices())) as (app, pilot):
        await pilot.click("ChoiceList", offset=(5, 1))
        assert app.answers == ["later"]


async def test_names_from_a_file_are_text_and_no_markup() -> None:
    wild = [Choice(1, "[red]Kari[/]"), Choice(2, "[@click=app.quit]\x1b[31mOla\n")]
    async with opened(ChooseDialog("[/x] \x1b]0;", wild)) as (app, pilot):
        await press_fast(pilot, "2")
        assert app.answers == [2]


async def test_a_digit_gives_the_reason() -> None:
    assert await answer_to(ReasonDialog("?", needed=True), "2") == ReasonChoice(Reason.ILL)


async def test_own_words_alone_are_another_reason() -> None:
    keys = ["tab", *"båten gikk", "enter"]
    assert await answer_to(ReasonDialog("?", needed=True), *keys) == ReasonChoice(Reason.OTHER, "båten gikk")


async def test_own_words_go_with_a_reason() -> None:
    keys = ["tab", *"feber", "shift+tab", "2"]
    assert await answer_to(ReasonDialog("?", needed=True), *keys) == ReasonChoice(Reason.ILL, "feber")


async def test_a_reason_that_is_needed_cannot_be_left_out() -> None:
    async with opened(ReasonDialog("?", needed=True)) as (app, pilot):
        await press_fast(pilot, "tab", "enter")
        assert app.answers == []


async def test_where_no_reason_is_needed_enter_goes_on_without() -> None:
    assert await answer_to(ReasonDialog("?", needed=False), "enter") == ReasonChoice(None)
