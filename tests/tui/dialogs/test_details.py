"""Everything about one row."""

import pytest
from textual.widgets import Static

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.tui.dialogs.details import DetailsDialog
from salgsplan_tui.tui.dialogs.details_lines import as_text
from salgsplan_tui.tui.dialogs.details_text import fields
from salgsplan_tui.tui.dialogs.help import HelpDialog, KeyHelp, help_text, key_help
from tests.planning import row
from tests.tui.dialogs.host import answer_to, opened
from tests.tui.dialogs.sample import NOW, sample, sample_plan
from tests.tui.keys import press_fast


def told(activity: Activity, approach: str = "") -> str:
    text = as_text(fields(sample_plan(), activity, NOW, approach), 100).plain
    return "\n".join(line.rstrip() for line in text.replace("\N{NO-BREAK SPACE}", " ").split("\n"))


@pytest.mark.parametrize(
    "line",
    [
        "Tilstand  ● bekreftet",
        "Når       onsdag 17. februar 2027 · uke 7 · 11:00–12:00",
        "Hvem      Granholt Eiendom AS · A · kunde siden 2022",
        "          Jonas Wærum, driftssjef · ☎ 00 00 00 02",
        "          sist: tir 26.1. 09:00 Behovsmøte Granholt · tilbud ønsket",
        "Kostnad   275,60 kr planlagt · 52 km",
        "Flyttet   ons 10.2. → ons 17.2. · flyttet av kunden · syk",
        "          Spør om [Oslo]-kontoret.",
    ],
)
def test_a_row_tells_everything(line: str) -> None:
    assert line in told(sample("a28")).split("\n")


def test_a_result_is_told_with_its_counts() -> None:
    done = row("x9", state="done", outcome="meeting_booked", outcome_counts={"reached": 9, "meetings_booked": 3})
    assert "møte avtalt · nådd 9 · møter avtalt 3" in told(done)


def test_unknown_keys_are_shown_and_wild_text_is_text() -> None:
    text = told(row("x9", mood="[red]god[/]", notes="\x1b[31mrød\x1b]0;x\x07\n[@click=app.quit]"))
    assert "[red]god[/]" in text
    assert "[@click=app.quit]" in text
    assert "\x1b" not in text


def test_the_approach_of_the_type_stands_with_the_row() -> None:
    assert "Slik gjør du  Spør først" in told(sample("a27"), "Spør først").replace("         ", "  ")


def test_an_overdue_row_and_a_row_without_a_place_say_so() -> None:
    assert "Tilstand  ! planlagt · forfalt" in told(sample("a26"))
    assert "ikke plassert ennå" in told(row("x9"))


@pytest.mark.parametrize(
    ("key", "answer"), [("e", "edit"), ("d", "done"), ("m", "move"), ("o", "notes"), ("escape", None), ("enter", None)]
)
async def test_one_key_goes_on_from_here(key: str, answer: str | None) -> None:
    assert await answer_to(DetailsDialog(sample_plan(), sample("a28"), now=NOW), key) == answer


async def test_a_settled_row_offers_no_done_or_move() -> None:
    async with opened(DetailsDialog(sample_plan(), sample("a12"), now=NOW)) as (app, pilot):
        await press_fast(pilot, "d", "m")
        assert app.answers == []


async def test_long_notes_scroll() -> None:
    long = sample("a28").changed_to(notes="\n".join(f"linje {number}" for number in range(100)))
    async with opened(DetailsDialog(sample_plan(), long, now=NOW)) as (app, pilot):
        await press_fast(pilot, "j", "j", "k", "down")
        assert app.screen.query_one("VerticalScroll").scroll_y == 2


async def test_the_help_is_made_from_the_keys_that_are_bound_now() -> None:
    async with opened(DetailsDialog(sample_plan(), sample("a28"), now=NOW)) as (app, _pilot):
        found = key_help(app.screen)
    assert KeyHelp("e", "endre", "screen") in found
    assert [each.description for each in found if each.keys.startswith("esc")] == ["lukk"]


async def test_help_is_listed_and_closed_with_any_of_its_keys() -> None:
    keys = [KeyHelp("a", "ny", "screen"), KeyHelp("↑ k", "opp", "focus")]
    async with opened(HelpDialog("Taster", keys)) as (app, pilot):
        assert "a" in str(app.screen.query_one("#keys", Static).visual)
        await press_fast(pilot, "question_mark")
        assert app.answers == [None]


def test_help_stands_in_two_columns_where_there_is_room() -> None:
    keys = [KeyHelp(str(number), f"gjør {number}", "screen") for number in range(9)]
    assert len(help_text(keys, columns=1).plain.split("\n")) == 10
    assert len(help_text(keys, columns=2).plain.split("\n")) == 5
