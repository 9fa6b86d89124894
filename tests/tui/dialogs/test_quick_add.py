"""A new activity in one line: what is understood is shown, what is refused is kept."""

import datetime as dt

import pytest
from textual.widgets import Static

from salgsplan_tui.domain.quick_add import Reading
from salgsplan_tui.tui.dialogs.quick_add import QuickAddDialog, QuickAddResult
from salgsplan_tui.tui.dialogs.quick_line import QuickLine
from tests.tui.dialogs.host import Host, answer_to, opened
from tests.tui.dialogs.sample import read, sample_plan
from tests.tui.keys import press_fast


def dialog(text: str = "") -> QuickAddDialog:
    return QuickAddDialog(read, sample_plan(), text)


def below(app: Host[QuickAddResult]) -> str:
    return str(app.screen.query_one("#below", Static).visual)


async def taken(*keys: str) -> Reading:
    result = await answer_to(dialog(), *keys)
    assert result is not None
    assert result.reading is not None
    return result.reading


async def test_a_line_that_is_understood_is_taken_with_enter() -> None:
    reading = await taken(*"ring Marit fre 10:00 30m 150kr", "enter")
    activity = reading.activity
    assert (activity.contacts, activity.date, activity.start) == (("p01",), dt.date(2027, 2, 19), dt.time(10))


async def test_chips_tell_weekday_date_and_week_number_while_typing() -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, *"ring Marit")
        assert "Marit Haugstad" in below(app)
        await press_fast(pilot, *" fre 150kr")
        assert "☎ telefonsamtale" in below(app)
        assert "fredag 19. februar 2027 · uke 7" in below(app)
        assert "150\N{NO-BREAK SPACE}kr" in below(app)


async def test_a_refused_text_is_pointed_at_and_kept() -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, *"ring Marit 25:00", "enter")
        assert app.answers == []
        assert app.screen.query_one(QuickLine).text == "ring Marit 25:00"
        carets, sentence = below(app).split("\n")
        assert carets == "           ^^^^^"
        assert sentence.startswith("✗ «25:00» er ikke et klokkeslett")


async def test_escape_gives_the_text_back_for_the_next_time() -> None:
    assert await answer_to(dialog(), *"ring Mar", "escape") == QuickAddResult("ring Mar")


async def test_a_text_from_the_last_time_is_gone_on_with() -> None:
    result = await answer_to(dialog("ring Marit"), *" fre", "enter")
    assert result is not None
    assert result.text == "ring Marit fre"


async def test_an_empty_line_is_not_taken() -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, "enter")
        assert app.answers == []


@pytest.mark.parametrize(("key", "day"), [("1", 19), ("2", 22)])
async def test_a_doubt_is_asked_about(key: str, day: int) -> None:
    reading = await taken(*"ring Marit mandag 19.2", "enter", key)
    assert reading.activity.date == dt.date(2027, 2, day)
    assert not reading.doubts


async def test_a_doubt_that_is_not_answered_keeps_the_line() -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, *"ring Marit fre 10-11 10m", "enter", "escape")
        assert app.answers == []
        assert app.screen.query_one(QuickLine).text == "ring Marit fre 10-11 10m"


async def test_a_duration_in_doubt_is_told_with_the_times_it_gives() -> None:
    reading = await taken(*"ring Marit fre 10-11 10m", "enter", "2")
    assert reading.activity.minutes == 10


async def test_a_name_of_two_people_is_asked_about() -> None:
    reading = await taken(*"ring @a fre", "enter", "1", "enter")
    assert len(reading.activity.customers) == 1


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("ring @mar", 'ring @"Marit Haugstad" '),
        ("ring mari", "ring Marit Haugstad "),
        ("møte med kvern", "møte med Kvernsletta kommune "),
    ],
)
async def test_tab_takes_the_name_that_is_suggested(typed: str, text: str) -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, *typed, "tab")
        assert app.screen.query_one(QuickLine).text == text


async def test_tab_with_nothing_to_suggest_leaves_the_line_as_it_is() -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, *"xyz", "tab", *"!")
        assert app.screen.query_one(QuickLine).text == "xyz!"


async def test_wild_text_is_shown_as_text() -> None:
    wild = 'ring "[red]x[/] \x1b[31m \x1b]0;t\x07" :: [@click=app.quit] ' + "å" * 5000
    async with opened(dialog(wild)) as (app, _pilot):
        assert app.screen.query_one(QuickLine).text == wild
        assert "\x1b" not in below(app)
