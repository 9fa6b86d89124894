"""Edits of customers and contacts: each gives a new book, and leaves the old one as it was."""

import pytest

from salgsplan_tui.domain import customer_edits as edits
from salgsplan_tui.domain.customers import Contact, Customer, Stage
from salgsplan_tui.domain.errors import NotFoundError, RefusedError
from tests.planning import STAMP, WEDNESDAY, plan_of, row

KARI = Contact(id="p1", name="Kari Berg")
BERG = Customer(id="k1", name="Berg AS", stage=Stage.OFFERED, contacts=(KARI,))
OLA = Customer(id="k2", name="Ola Dunk", kind="consumer", contacts=(Contact(id="k2", name="Ola Dunk"),))
PLAN = plan_of(customers=(BERG, OLA))


def test_a_new_customer_is_stamped() -> None:
    plan = edits.add_customer(PLAN, Customer(id="k3", name="Lie AS"), at=STAMP)
    assert (plan.customers["k3"].created, plan.customers["k3"].changed) == (STAMP, STAMP)
    assert "k3" not in PLAN.customers


def test_a_customers_fields_are_set() -> None:
    plan = edits.change_customer(PLAN, "k1", at=STAMP, segment="kontor", potential=100_00)
    assert (plan.customers["k1"].segment, plan.customers["k1"].potential) == ("kontor", 100_00)


def test_a_step_forward_is_remembered() -> None:
    plan = edits.set_stage(PLAN, "k1", Stage.BOUGHT, today=WEDNESDAY, at=STAMP)
    step = plan.customers["k1"].stage_changes[0]
    assert (plan.customers["k1"].stage, step.from_, step.to, step.on) == (
        Stage.BOUGHT,
        Stage.OFFERED,
        Stage.BOUGHT,
        WEDNESDAY,
    )


def test_a_step_back_wants_a_reason() -> None:
    with pytest.raises(RefusedError, match="stage_reason_needed"):
        edits.set_stage(PLAN, "k1", Stage.LOST, today=WEDNESDAY, at=STAMP)
    plan = edits.set_stage(PLAN, "k1", Stage.LOST, today=WEDNESDAY, at=STAMP, reason="valgte en annen")
    assert plan.customers["k1"].stage_changes[0].reason == "valgte en annen"


def test_the_stage_it_has_is_no_step() -> None:
    assert edits.set_stage(PLAN, "k1", Stage.OFFERED, today=WEDNESDAY, at=STAMP) is PLAN


def test_contacts_come_change_and_leave() -> None:
    plan = edits.add_contact(PLAN, "k1", Contact(id="p2", name="Per Berg"), at=STAMP)
    plan = edits.change_contact(plan, "p2", at=STAMP, role="innkjøper")
    plan = edits.remove_contact(plan, "p1", at=STAMP)
    assert [(each.id, each.role) for each in plan.customers["k1"].contacts] == [("p2", "innkjøper")]


def test_a_consumer_has_one_name() -> None:
    plan = edits.change_contact(PLAN, "k2", at=STAMP, name="Ola Dunker")
    assert plan.customers["k2"].name == "Ola Dunker"


def test_who_stands_in_an_activity_is_not_a_mistake_to_remove() -> None:
    plan = plan_of(row("a1", date="2027-02-17", contacts=["p1"]), customers=(BERG,))
    with pytest.raises(RefusedError, match="still_named"):
        edits.remove_contact(plan, "p1", at=STAMP)
    with pytest.raises(RefusedError, match="still_named"):
        edits.remove_customer(plan, "k1")
    assert edits.remove_customer(PLAN, "k1").customers.keys() == {"k2"}


def test_who_is_not_there_cannot_be_changed() -> None:
    for edit in (edits.change_customer, edits.change_contact):
        with pytest.raises(NotFoundError):
            edit(PLAN, "k9", at=STAMP, name="X")
