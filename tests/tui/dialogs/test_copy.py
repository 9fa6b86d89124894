"""Copying a day or a week: words for a day copy the day, words for a week its week."""

import datetime as dt

import pytest

from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.tui.dialogs.copy import CopyDialog
from salgsplan_tui.tui.dialogs.must_dos import MustDosDialog
from tests.tui.dialogs.host import answer_to, opened
from tests.tui.dialogs.sample import TODAY, read_when, sample_plan
from tests.tui.keys import press_fast
from tests.tui.pictures import picture


def dialog() -> CopyDialog:
    proposed = Placement(bucket="2027-W08")
    return CopyDialog(TODAY, proposed=proposed, read_when=read_when, weeks=lambda _weeks: sample_plan())


@pytest.mark.parametrize(
    ("typed", "to", "is_week", "ids"),
    [
        ("", dt.date(2027, 2, 22), True, ["w1", "a26", "a27", "a28", "a29", "a30", "a31"]),
        ("uke 9", dt.date(2027, 3, 1), True, ["w1", "a26", "a27", "a28", "a29", "a30", "a31"]),
        ("fre 26.2", dt.date(2027, 2, 26), False, ["a27", "a28", "a29"]),
    ],
)
async def test_words_tell_whether_the_day_or_its_week_is_copied(
    typed: str, to: dt.date, *, is_week: bool, ids: list[str]
) -> None:
    choice = await answer_to(dialog(), *typed, "enter")
    assert choice is not None
    assert (choice.to, choice.is_week) == (to, is_week)
    assert [row.id for row in choice.copies.rows] == ids
    assert choice.again(sample_plan(), TODAY) == choice.copies


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("mars", "Si en dag eller en uke."),
        ("25:00", "✗"),
        ("25.3", "skjærtorsdag"),
    ],
)
async def test_what_cannot_be_copied_is_told_and_the_dialog_stays(typed: str, told: str) -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, *typed, "enter")
        assert not app.answers
        assert told in picture(app)
        await press_fast(pilot, "escape")
        assert app.answers == [None]


async def test_the_must_dos_are_three_lines_and_empty_ones_are_none() -> None:
    must_dos = MustDosDialog("uke 7", ("Få svar", "Tilbud"))
    assert await answer_to(must_dos, *("backspace",) * 7, "enter", "enter", *"Ring", "enter") == ("Tilbud", "Ring")
    assert await answer_to(MustDosDialog("uke 7", ()), "up", *"Ring", "ctrl+s") == ("Ring",)
    assert await answer_to(MustDosDialog("uke 7", ("Få svar",)), "escape") is None
    four = MustDosDialog("uke 7", ("1", "2", "3", "4"))
    assert await answer_to(four, "ctrl+s") == ("1", "2", "3", "4")
