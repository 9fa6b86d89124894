"""Counting a call session."""

from salgsplan_tui.domain.activity import Outcome
from salgsplan_tui.tui.dialogs.tally import Call, Tally
from salgsplan_tui.tui.dialogs.tally_view import tally_text


def tally(*calls: Call) -> Tally:
    counted = Tally()
    for call in calls:
        counted = counted.with_call(call)
    return counted


def test_every_call_is_an_attempt_and_a_meeting_is_somebody_reached() -> None:
    counted = tally("attempt", "attempt", "reached", "meeting")
    assert (counted.attempts, counted.reached) == (4, 2)
    assert counted.counts == (("reached", 2), ("meetings_booked", 1))


def test_the_session_came_to_the_best_that_came_of_it() -> None:
    assert tally().outcome is None
    assert tally("attempt").outcome is Outcome.NO_ANSWER
    assert tally("attempt", "objected").outcome is Outcome.REACHED
    assert tally("meeting", "attempt").outcome is Outcome.MEETING_BOOKED


def test_the_last_call_can_be_taken_back_with_its_person() -> None:
    counted = tally("reached").with_call("objected", "p05")
    assert counted.objected == ("p05",)
    assert counted.counts == (("reached", 2), ("meetings_booked", 0), ("objected", 1))
    assert counted.without_last() == tally("reached")
    assert tally().without_last() == tally()


def test_the_calls_are_drawn_in_order() -> None:
    drawn = tally_text(tally("attempt", "reached", "meeting"), 16).plain
    assert drawn.endswith("3 av 16 ringt  +nm")
