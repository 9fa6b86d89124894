"""An offer is followed up in time where the customer was reached in the seven days after it went out."""

from dataclasses import replace

import pytest

from salgsplan_tui.domain.goal_counts import COUNTS
from salgsplan_tui.domain.offers_followed import followed_up, offers_to_follow
from salgsplan_tui.storage.packaged import catalogue
from tests.domain.programmes import basis
from tests.planning import offer, row
from tests.sample_quarter import quarter

CALL = {"channel": "phone", "state": "done", "outcome": "reached", "customers": ["k1"], "date": "2027-02-03"}


def told(row_fields: dict[str, object], **offer_fields: object) -> tuple[int, int]:
    """Return how many of how many offers were followed up: one of 1 February, and one row."""
    sent = offer("t1", **({"state": "sent", "sent": "2027-02-01"} | offer_fields))
    found = basis(row("a1", **({**CALL, **row_fields})), offers=(sent,))
    rate = followed_up(replace(found, plan=replace(found.plan, channels=catalogue()[0])))
    return int(rate.part), int(rate.whole)


def test_of_the_samples_offers_two_of_six_were_followed_up() -> None:
    found = {each.offer.id: each.row and each.row.id for each in offers_to_follow(quarter())}
    assert found == {"t02": None, "t03": None, "t04": None, "t05": "a08", "t07": "a24", "t08": None}
    counted = COUNTS["offers_followed_up"](quarter()).actual
    assert counted is not None
    assert round(counted) == 33_33


@pytest.mark.parametrize(
    "row_fields",
    [{}, {"date": "2027-02-08"}, {"channel": "offer_followup"}, {"channel": "meeting"}, {"channel": "email"}],
)
def test_whoever_was_reached_in_the_seven_days_was_followed_up(row_fields: dict[str, object]) -> None:
    assert told(row_fields) == (1, 1)


@pytest.mark.parametrize(
    "row_fields",
    [
        {"date": "2027-02-01"},
        {"date": "2027-02-09"},
        {"outcome": "no_answer"},
        {"outcome": "call_back"},
        {"customers": ["k2"]},
        {"state": "planned", "outcome": None},
        {"kind": "service"},
        {"channel": "webinar"},
        {"channel": "email", "type": "many"},
    ],
)
def test_what_is_too_late_reached_nobody_or_is_about_something_else_is_no_follow_up(
    row_fields: dict[str, object],
) -> None:
    assert told(row_fields) == (0, 1)


@pytest.mark.parametrize(
    "offer_fields",
    [
        {"state": "won", "decided": "2027-02-08"},
        {"sent": "2027-02-11"},
        {"state": "draft", "sent": None},
    ],
)
def test_an_offer_that_was_decided_at_once_or_still_has_its_days_is_left_out(offer_fields: dict[str, object]) -> None:
    assert told({}, **offer_fields) == (0, 0)
