"""Customers and contacts: what they say about themselves, and how far they have come."""

import datetime as dt

import pytest

from salgsplan_tui.domain.activity import Outcome
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.customers import Contact, Customer, Objection, Stage
from salgsplan_tui.domain.stages import BESIDE, LADDER, is_backward, suggested
from tests.planning import STAMP, WEDNESDAY


def customer(**fields: object) -> Customer:
    return checked_fields(Customer, {"id": "k1", "name": "Berg AS"} | fields)


@pytest.mark.parametrize(
    ("fields", "existing"),
    [
        ({}, False),
        ({"existing_since": 2020}, False),
        ({"running_agreement": True}, True),
        ({"last_order": "2026-02-17"}, True),
        ({"last_order": "2026-02-16"}, False),
        ({"last_order": 2027}, True),
        ({"last_order": 2026}, False),
        ({"last_order": "2027-02-18"}, False),
    ],
)
def test_a_customer_is_existing_by_an_order_within_a_year_or_an_agreement(
    fields: dict[str, object], *, existing: bool
) -> None:
    assert customer(**fields).is_existing(WEDNESDAY) is existing


def test_the_newest_order_of_the_sales_counts_too() -> None:
    assert customer(last_order=2020).is_existing(WEDNESDAY, dt.date(2027, 1, 21))


def test_a_consent_stands_from_the_day_it_was_given_until_it_is_withdrawn() -> None:
    contact = checked_fields(
        Contact,
        {
            "id": "p1",
            "name": "Kari",
            "consents": [{"channel": "email", "given": "2027-01-07", "withdrawn": "2027-02-01"}],
        },
    )
    days = [dt.date(2027, 1, 6), dt.date(2027, 1, 7), dt.date(2027, 1, 31), dt.date(2027, 2, 1)]
    assert [contact.consents_to("email", day) for day in days] == [False, True, True, False]
    assert not contact.consents_to("sms", days[1])


def test_an_objection_reaches_every_channel_or_those_it_names() -> None:
    assert Objection(at=STAMP).covers("phone")
    assert Objection(at=STAMP, channels=("email", "sms")).covers("sms")
    assert not Objection(at=STAMP, channels=("email",)).covers("phone")


def test_every_stage_stands_on_the_ladder_or_beside_it() -> None:
    assert {*LADDER, *BESIDE} == set(Stage)


@pytest.mark.parametrize(
    ("old", "new", "backward"),
    [
        (Stage.LEAD, Stage.OFFERED, False),
        (Stage.OFFERED, Stage.LEAD, True),
        (Stage.OFFERED, Stage.LOST, True),
        (Stage.UNKNOWN, Stage.NOT_TARGET, False),
        (Stage.DORMANT, Stage.INTERESTED, False),
        (Stage.DORMANT, Stage.LOST, False),
    ],
)
def test_a_step_back_or_off_the_ladder_is_backward(old: Stage, new: Stage, *, backward: bool) -> None:
    assert is_backward(old, new) is backward


@pytest.mark.parametrize(
    ("stage", "outcome", "to"),
    [
        (Stage.LEAD, Outcome.REACHED, Stage.CONTACTED),
        (Stage.OFFERED, Outcome.REACHED, None),
        (Stage.OFFERED, Outcome.ORDER, Stage.BOUGHT),
        (Stage.BOUGHT, Outcome.ORDER, Stage.REPURCHASED),
        (Stage.EXPANDED, Outcome.ORDER, None),
        (Stage.DORMANT, Outcome.MEETING_BOOKED, Stage.INTERESTED),
        (Stage.NOT_TARGET, Outcome.REACHED, None),
        (Stage.LEAD, Outcome.NO_ANSWER, None),
        (Stage.LEAD, None, None),
    ],
)
def test_an_outcome_suggests_a_stage_further_on(stage: Stage, outcome: Outcome | None, to: Stage | None) -> None:
    assert suggested(stage, outcome) is to
