"""The next step that fits an outcome is a line that reads as what it says."""

import datetime as dt
from dataclasses import replace

import pytest

from salgsplan_tui.domain.activity import Outcome
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.quick_add import Reading
from salgsplan_tui.language import Language, set_language
from salgsplan_tui.tui.dialogs.next_steps import next_step_line
from tests.tui.dialogs.sample import TODAY, read, sample, sample_plan


def line(outcome: Outcome, identity: str = "a27") -> str:
    row = sample(identity)
    return next_step_line(sample_plan(), row, outcome, TODAY, lambda text: read(text, row))


@pytest.mark.parametrize(
    ("language", "outcome", "expected"),
    [
        ("nb", Outcome.MEETING_BOOKED, "møte Marit Haugstad fre 26.2"),
        ("en", Outcome.MEETING_BOOKED, "meeting Marit Haugstad fri 26.2"),
        ("nb", Outcome.OFFER_WANTED, "tilbud Marit Haugstad fre 19.2"),
        ("nb", Outcome.OFFER_SENT, "følg opp tilbud Marit Haugstad ons 24.2"),
        ("nb", Outcome.NO_ANSWER, "fre 19.2"),
        ("nb", Outcome.NO, ""),
        ("nb", Outcome.OBJECTED, ""),
    ],
)
def test_the_line_fits_the_outcome(language: Language, outcome: Outcome, expected: str) -> None:
    set_language(language)
    assert line(outcome) == expected
    set_language("nb")


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_line_is_understood_without_doubt_for_the_same_person(language: Language, outcome: Outcome) -> None:
    set_language(language)
    text = line(outcome)
    set_language("nb")
    if text:
        reading = read(text, sample("a27"))
        assert reading.activity.contacts == ("p01",)
        assert reading.activity.date is not None
        assert reading.activity.date > TODAY
        assert not reading.doubts


def test_a_meeting_comes_seven_working_days_later() -> None:
    assert read(line(Outcome.MEETING_BOOKED), sample("a27")).activity.date == dt.date(2027, 2, 26)


def test_nobody_to_call_means_no_line() -> None:
    assert line(Outcome.MEETING_BOOKED, "a30") == ""
    assert line(Outcome.MEETING_BOOKED, "a26") == ""


def test_own_work_has_no_next_step() -> None:
    assert line(Outcome.REACHED, "a31") == ""


def test_a_name_that_two_people_have_is_told_by_its_id() -> None:
    twin = Customer(
        id="k99", name="Marit Haugstad", kind="consumer", contacts=(Contact(id="p99", name="Marit Haugstad"),)
    )
    plan = replace(sample_plan(), customers={**sample_plan().customers, "k99": twin})
    row = sample("a27")

    def read_there(text: str) -> Reading:
        return read(text, row, plan)

    assert next_step_line(plan, row, Outcome.MEETING_BOOKED, TODAY, read_there) == "møte @p01 fre 26.2"
