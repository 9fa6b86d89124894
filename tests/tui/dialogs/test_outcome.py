"""Done: the outcome in one key, then the next step."""

import datetime as dt
from functools import partial

import pytest

from salgsplan_tui.domain.activity import Outcome
from salgsplan_tui.domain.results import Result
from salgsplan_tui.tui.dialogs.choice_list import keyed
from salgsplan_tui.tui.dialogs.outcome import OutcomeChoice, OutcomeDialog, outcome_choices
from salgsplan_tui.tui.dialogs.quick_line import QuickLine
from tests.tui.dialogs.host import answer_to, opened
from tests.tui.dialogs.sample import NOW, read, sample, sample_plan
from tests.tui.keys import press_fast


def dialog(identity: str = "a27") -> OutcomeDialog:
    row = sample(identity)
    return OutcomeDialog(sample_plan(), row, now=NOW, read=partial(read, base=row))


async def answered(*keys: str, identity: str = "a27") -> OutcomeChoice:
    choice = await answer_to(dialog(identity), *keys)
    assert choice is not None
    return choice


def test_each_outcome_has_its_key_in_every_language() -> None:
    keys = {choice.value: choice.key for choice in keyed(outcome_choices())}
    assert "".join(keys.values()) == "1234567890oia"
    assert keys[Outcome.MEETING_BOOKED] == "4"
    assert keys[Outcome.OBJECTED] == "o"


async def test_three_keys_are_done_with_a_meeting_as_the_next_step() -> None:
    choice = await answered("4", "enter")
    assert choice.result == Result(Outcome.MEETING_BOOKED)
    assert choice.next is not None
    step = choice.next.activity
    assert (step.title, step.channel, step.date) == ("møte Marit Haugstad", "meeting", dt.date(2027, 2, 26))
    assert step.contacts == ("p01",)


async def test_escape_skips_the_next_step_and_keeps_the_outcome() -> None:
    choice = await answered("4", "escape")
    assert (choice.result.outcome, choice.next) == (Outcome.MEETING_BOOKED, None)


async def test_escape_at_the_outcomes_leaves_it_open() -> None:
    assert await answer_to(dialog(), "escape") is None


async def test_the_next_step_can_be_changed_as_it_is_read() -> None:
    choice = await answered("4", *" 13 1t", "enter")
    assert choice.next is not None
    assert (choice.next.activity.start, choice.next.activity.minutes) == (dt.time(13), 60)
    assert choice.next_text == "møte Marit Haugstad fre 26.2 13 1t"


async def test_no_answer_proposes_the_same_call_again() -> None:
    choice = await answered("2", "enter")
    assert choice.next is not None
    step = choice.next.activity
    assert (step.title, step.date, step.start) == (sample("a27").title, dt.date(2027, 2, 19), dt.time(9))


async def test_where_nothing_follows_enter_goes_on_without() -> None:
    assert (await answered("9", "enter")).next is None


async def test_who_does_not_want_contact_is_not_asked_for_a_next_step() -> None:
    assert await answered("o") == OutcomeChoice(Result(Outcome.OBJECTED))


async def test_figures_and_a_note_can_be_told_first() -> None:
    keys = ["m", *"1t15", "enter", "q", "2", "enter", "c", *"1 500", "enter", "n", *"sa ja", "enter", "7", "escape"]
    told = Result(Outcome.ORDER, note="sa ja", minutes=75, quantity=2, actual_cost=1500_00)
    assert (await answered(*keys)).result == told


async def test_a_figure_that_is_not_understood_keeps_everything() -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, "m", *"tre", "enter", "4")
        assert app.answers == []
        assert app.screen.focused is not None
        assert app.screen.focused.id == "minutes"


async def test_a_next_step_that_is_not_understood_is_kept_for_editing() -> None:
    async with opened(dialog()) as (app, pilot):
        await press_fast(pilot, "4", *" 25:00", "enter")
        assert app.answers == []
        assert app.screen.query_one(QuickLine).text == "møte Marit Haugstad fre 26.2 25:00"


@pytest.mark.parametrize(
    ("keys", "result"),
    [
        ("++nm", Result(Outcome.MEETING_BOOKED, counts=(("reached", 2), ("meetings_booked", 1)), quantity=4)),
        ("+++-", Result(Outcome.NO_ANSWER, counts=(("reached", 0), ("meetings_booked", 0)), quantity=2)),
    ],
)
async def test_a_call_session_is_counted_one_key_a_call(keys: str, result: Result) -> None:
    assert (await answered(*keys, "enter", "escape", identity="a26")).result == result


async def test_a_session_without_calls_is_not_over_yet() -> None:
    async with opened(dialog("a26")) as (app, pilot):
        await press_fast(pilot, "enter")
        assert app.answers == []


async def test_who_objects_in_a_session_is_asked_for_by_name() -> None:
    choice = await answered("n", "o", "2", "enter", "escape", identity="a26")
    assert choice.result.objected == ("p07",)
    assert choice.result.counts == (("reached", 2), ("meetings_booked", 0), ("objected", 1))


async def test_somebody_else_may_object_and_escape_counts_nobody() -> None:
    choice = await answered("o", "3", "o", "escape", "enter", "escape", identity="a26")
    assert choice.result.objected == ()
    assert choice.result.quantity == 1
