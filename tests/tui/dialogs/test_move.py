"""Moving: a few words or a day in the month."""

import datetime as dt
from collections.abc import Sequence

import pytest

from salgsplan_tui.domain.activity import Reason
from salgsplan_tui.domain.month_grid import DayLoad
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.tui.dialogs.month_view import day_at, month_content
from salgsplan_tui.tui.dialogs.move import MoveChoice, MoveDialog
from tests.tui.dialogs.host import answer_to, opened
from tests.tui.dialogs.sample import NOW, TODAY, read_when, sample, sample_plan
from tests.tui.keys import press_fast


def dialog(*identities: str) -> MoveDialog:
    rows = [sample(identity) for identity in identities or ("a26",)]
    return MoveDialog(sample_plan(), rows, now=NOW, read_when=read_when)


async def moved(*keys: str, identity: str = "a26") -> MoveChoice:
    choice = await answer_to(dialog(identity), *keys)
    assert choice is not None
    return choice


def day(number: int, start: dt.time | None = dt.time(9)) -> Placement:
    return Placement(dt.date(2027, 2, number), start)


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (["enter"], day(17, dt.time(12))),
        ([*"fre", "enter"], day(19)),
        ([*"fre 13", "enter"], day(19, dt.time(13))),
        ([*"+3d", "enter"], day(20)),
        ([*"uke 9", "enter"], Placement(bucket="2027-W09")),
        (["right", "enter"], day(18)),
        (["down", "enter"], day(24)),
        (["right", "right", "left", "enter"], day(18)),
        (["pagedown", "enter"], Placement(dt.date(2027, 3, 17), dt.time(9))),
        ([*"fre", "down", "enter"], day(26)),
        ([*"fre 13", "down", "right", "enter"], day(27, dt.time(13))),
    ],
)
async def test_an_overdue_row_goes_where_it_is_told(keys: Sequence[str], place: Placement) -> None:
    assert (await moved(*keys)).places == {"a26": place}


async def test_a_time_alone_keeps_the_day() -> None:
    assert (await moved(*"1030", "enter", identity="a29")).places == {"a29": day(17, dt.time(10, 30))}


async def test_words_that_are_not_understood_are_kept() -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, *"blåmandag", "enter")
        assert app.answers == []


async def test_the_arrows_walk_in_the_words_once_they_are_typed() -> None:
    assert (await moved(*"re", "left", "left", "f", "enter")).places == {"a26": day(19)}


async def test_a_reason_is_offered_and_takes_two_keys() -> None:
    choice = await moved(*"fre", "tab", "1", "enter")
    assert (choice.reason, choice.by) == (Reason.CUSTOMER_ASKED, "customer")


async def test_who_moved_it_can_be_told() -> None:
    choice = await moved(*"fre", "tab", "b", "b", "shift+tab", "enter")
    assert (choice.by, choice.reason) == ("leader", None)


async def test_own_words_stand_after_the_note_sign() -> None:
    choice = await moved(*"fre :: ferja er innstilt", "enter")
    assert (choice.reason_text, choice.places) == ("ferja er innstilt", {"a26": day(19)})


async def test_several_rows_find_a_place_each() -> None:
    choice = await answer_to(dialog("a26", "a27"), "enter")
    assert choice is not None
    assert choice.places == {"a26": day(17, dt.time(12)), "a27": day(17, dt.time(9, 30))}


async def test_several_rows_go_to_a_day_with_their_own_times() -> None:
    choice = await answer_to(dialog("a26", "a29"), *"fre", "enter")
    assert choice is not None
    assert choice.places == {"a26": day(19), "a29": day(19, dt.time(14))}


async def test_a_click_chooses_a_day_and_two_take_it() -> None:
    async with opened(dialog()) as (app, pilot):
        await pilot.click("MonthView", offset=(5 + 4 * 5 + 1, 5))
        await press_fast(pilot, "enter")
        assert app.answers[0] is not None
        assert app.answers[0].places == {"a26": day(26)}


async def test_escape_leaves_it_where_it_is() -> None:
    assert await answer_to(dialog(), *"fre", "escape") is None


def test_a_month_tells_red_days_and_full_days_by_a_sign() -> None:
    loads = {date: DayLoad(date, 0, 450) for date in (dt.date(2027, 3, number) for number in range(1, 32))}
    loads[dt.date(2027, 3, 10)] = DayLoad(dt.date(2027, 3, 10), 900, 450)
    drawn = month_content(dt.date(2027, 3, 17), TODAY, loads).plain.split("\n")
    assert drawn[0].strip() == "mars 2027"
    assert drawn[1] == "uke  man  tir  ons  tor  fre  lør  søn"
    assert drawn[3].rstrip() == " 10    8    9   10!  11   12   13  •14"
    assert drawn[5].rstrip() == " 12   22   23   24  •25  •26   27  •28"


@pytest.mark.parametrize(
    ("cell", "found"),
    [((5, 2), dt.date(2027, 2, 1)), ((39, 5), dt.date(2027, 2, 28)), ((2, 3), None), ((10, 1), None), ((10, 7), None)],
)
def test_a_cell_of_the_month_is_a_day(cell: tuple[int, int], found: dt.date | None) -> None:
    assert day_at(TODAY, *cell) == found
