"""The first start."""

import datetime as dt

import pytest
from textual.widgets import Static

from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.language import Language, set_language
from salgsplan_tui.tui.dialogs.welcome import LookAtDemo, Welcome, WelcomeDialog
from salgsplan_tui.tui.settings_words import hours_of
from tests.tui.dialogs.host import Host, answer_to, opened
from tests.tui.dialogs.sample import TODAY, read_goal
from tests.tui.keys import press_fast

FIVE_DAYS = ("mon", "tue", "wed", "thu", "fri")


def dialog(language: Language = "nb") -> WelcomeDialog:
    return WelcomeDialog(language=language, name="ingrid", today=TODAY, read_goal=read_goal, speak=set_language)


def said(app: Host[Welcome | LookAtDemo | None]) -> str:
    return " ".join(str(each.visual) for each in app.screen.query(Static))


async def welcomed(*keys: str, language: Language = "nb") -> Welcome:
    answer = await answer_to(dialog(language), *keys, language=language)
    assert isinstance(answer, Welcome)
    return answer


async def test_enter_all_the_way_takes_what_is_proposed_and_skips_the_goal() -> None:
    answer = await welcomed("enter", "enter", "tab", "enter", "enter")
    hours = dict.fromkeys(FIVE_DAYS, "08:00-16:00")
    assert answer.settings == {"language": "nb", "name": "ingrid", "role": "seller", "working_hours": hours}
    assert answer.goal is None
    assert checked_fields(Settings, answer.settings).working_minutes(0) == 450


async def test_the_language_of_the_surroundings_is_proposed_and_spoken() -> None:
    async with opened(dialog("en"), language="en") as (app, _pilot):
        assert "Working hours" in said(app)


async def test_the_language_changes_as_it_is_chosen() -> None:
    async with opened(dialog()) as (app, pilot):
        assert "Arbeidstid" in said(app)
        await press_fast(pilot, "down")
        assert "Working hours" in said(app)
        await press_fast(pilot, "up")
        assert "Arbeidstid" in said(app)


async def test_what_was_typed_stays_when_the_language_changes() -> None:
    answer = await welcomed("1", *" solvang", "shift+tab", "2", "ctrl+s", "escape")
    assert (answer.settings["name"], answer.settings["language"]) == ("ingrid solvang", "en")


async def test_role_and_hours_are_asked_for() -> None:
    keys = ["1", "enter", "right", "right", "tab", *["backspace"] * 11, *"9-15.30", "enter", "escape"]
    answer = await welcomed(*keys)
    assert answer.settings["role"] == "both"
    assert answer.settings["working_hours"] == dict.fromkeys(FIVE_DAYS, "09:00-15:30")


async def test_hours_that_are_not_understood_are_asked_for_again() -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, "1", "enter", "tab", *"x", "ctrl+s")
        assert app.screen.focused is not None
        assert app.screen.focused.id == "hours"


async def test_the_first_goal_is_asked_for() -> None:
    answer = await welcomed("ctrl+s", *"8 ordre innen 31.3.", "enter")
    assert answer.goal is not None
    assert (answer.goal.unit, answer.goal.target, answer.goal.deadline) == ("count", 8_00, dt.date(2027, 3, 31))


async def test_a_vision_is_told_so_and_taken_all_the_same() -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, "ctrl+s", *"bli bedre på salg")
        assert "Foreløpig er det en visjon" in said(app)
        await press_fast(pilot, "enter")
        assert isinstance(app.answers[0], Welcome)
        assert app.answers[0].goal is not None
        assert not app.answers[0].goal.is_concrete


@pytest.mark.parametrize("keys", [["d"], ["down", "down", "enter"], ["1", "f2"]])
async def test_a_look_at_the_sample_comes_before_anything_else(keys: list[str]) -> None:
    answer = await answer_to(dialog(), *keys)
    assert isinstance(answer, LookAtDemo)


async def test_escape_asks_another_time() -> None:
    assert await answer_to(dialog(), "escape") is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("08:00–16:00", (dt.time(8), dt.time(16))),
        ("8-16", (dt.time(8), dt.time(16))),
        ("0730 - 1530", (dt.time(7, 30), dt.time(15, 30))),
        ("8.30–15", (dt.time(8, 30), dt.time(15))),
        ("16-8", None),
        ("25-26", None),
        ("hele dagen", None),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, hours: tuple[dt.time, dt.time] | None) -> None:
    assert hours_of(text) == hours
