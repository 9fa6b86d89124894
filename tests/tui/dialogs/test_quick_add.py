"""A new activity in one line: what is understood is shown, what is refused is kept."""

import datetime as dt
from dataclasses import replace

import pytest
from textual.widgets import Static

from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import BudgetLine
from salgsplan_tui.domain.programme import ActivityProgramme, Goal, SalesPlan
from salgsplan_tui.domain.quick_add import Reading
from salgsplan_tui.storage.packaged_words import words
from salgsplan_tui.tui.dialogs.quick_add import QuickAddDialog, QuickAddResult
from salgsplan_tui.tui.dialogs.quick_line import QuickLine
from salgsplan_tui.tui.dialogs.suggestions import KEYS
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


@pytest.mark.parametrize(
    ("typed", "shown", "text"),
    [
        ("annonse 900 kr linje:", "b2 Annonser", "annonse 900 kr linje:Annonser "),
        ("annonse 900 kr line:tr", "b4 Trykk og porto", 'annonse 900 kr line:"Trykk og porto" '),
        ("annonse 900 kr budsjettlinje:b4", "b4 Trykk og porto", 'annonse 900 kr budsjettlinje:"Trykk og porto" '),
        ('annonse 900 kr linje:"trykk og', "b4 Trykk og porto", 'annonse 900 kr linje:"Trykk og porto" '),
        ("ring Marit mål:nye", "4 nye kunder", 'ring Marit mål:"4 nye kunder" '),
        ("call Marit program:", "Nysalg", "call Marit program:Nysalg "),
    ],
)
async def test_tab_takes_what_the_programme_holds_after_a_key(typed: str, shown: str, text: str) -> None:
    async with opened(QuickAddDialog(read, _with_programme(), "")) as (app, pilot):
        await press_fast(pilot, *typed)
        assert below(app).startswith(f"tab {shown}")
        await press_fast(pilot, "tab")
        assert app.screen.query_one(QuickLine).text == text
        assert not below(app).startswith("tab ")  # it is taken: nothing more is suggested


def _with_programme() -> Plan:
    lines = (BudgetLine(id="b2", title="Annonser"), BudgetLine(id="b4", title="Trykk og porto"))
    goals = (Goal(id="m5", title="4 nye kunder"),)
    programmes = (ActivityProgramme(id="ap1", title="Nysalg"),)
    made = SalesPlan(
        id="q1",
        status="active",
        start=dt.date(2027, 1, 4),
        end=dt.date(2027, 3, 31),
        budget_lines=lines,
        goals=goals,
        programmes=programmes,
    )
    over = made.changed_to(id="q0", status="closed", budget_lines=(BudgetLine(id="b0", title="Avsluttet"),))
    return replace(sample_plan(), sales_plans={"q0": over, "q1": made})


def test_the_keys_after_which_something_is_suggested_are_those_that_quick_add_reads() -> None:
    read_as = {word: words().keys.code(word) for word in KEYS}
    assert read_as == dict(KEYS)
    assert {code for word in KEYS if (code := words().keys.code(word))} == {"line", "goal", "programme"}


async def test_tab_with_nothing_to_suggest_leaves_the_line_as_it_is() -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, *"xyz", "tab", *"!")
        assert app.screen.query_one(QuickLine).text == "xyz!"


async def test_wild_text_is_shown_as_text() -> None:
    wild = 'ring "[red]x[/] \x1b[31m \x1b]0;t\x07" :: [@click=app.quit] ' + "å" * 5000
    async with opened(dialog(wild)) as (app, _pilot):
        assert app.screen.query_one(QuickLine).text == wild
        assert "\x1b" not in below(app)
