"""Forgetting a person: no text has them any more, everything else stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.customers import NAMELESS, Consent, Contact, Customer
from salgsplan_tui.domain.errors import NotFoundError, RefusedError
from salgsplan_tui.domain.forgetting import Identity, forget, identity_of, salt_of
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.texts import texts_in
from tests.planning import STAMP, WEDNESDAY, plan_of, row

KARI = Contact(
    id="p1", name="Kari Berg", phone="+47 900 00 001", email="kari@berg.example", notes="liker fisk",
    consents=(Consent(channel="email", given=WEDNESDAY),),
)  # fmt: skip
BERG = Customer(id="k1", name="Berg AS", contacts=(KARI, Contact(id="p2", name="Per", notes="kjenner Kari Berg")))
WHO = identity_of(BERG, KARI)


def gone(plan: Plan, identity: str = "p1") -> Plan:
    return forget(plan, identity, salt="s", today=WEDNESDAY, at=STAMP)


@pytest.mark.parametrize(
    "text",
    [
        "Ring Kari Berg",
        "kari  berg",
        "Kari Bergs bil",
        "KARI@berg.example",
        "tlf 90000001",
        "+4790000001",
        "900 00 001",
    ],
)
def test_a_person_is_known_however_it_is_written(text: str) -> None:
    assert WHO.is_in(text)
    assert not WHO.is_in(WHO.scrubbed(text))


@pytest.mark.parametrize("text", ["Kari", "Berg AS", "Karianne Bergersen", "190000001", "okari@berg.example"])
def test_who_is_somebody_else_is_let_alone(text: str) -> None:
    assert WHO.scrubbed(text) == text


def test_a_name_of_one_word_is_only_looked_for() -> None:
    bente = Identity(("Bente",))
    assert bente.scrubbed("Ring Bente") == "Ring Bente"
    assert bente.is_in("Ring Bente")


def test_nothing_of_the_person_is_left_and_all_else_is() -> None:
    before = plan_of(
        row("a1", date="2027-02-17", contacts=["p1"], title="Ring Kari Berg", notes="nr 900 00 001", state="done"),
        row("a2", date="2027-02-18", contacts=["p2"], title="Ring Per"),
        customers=(BERG,),
    )
    after = gone(before)
    assert not any(
        WHO.is_in(text)
        for part in (after.customers, after.sheets["2027-W07"].activities)
        for text in texts_in(tuple(part.values()))
    )
    stop, per = after.customers["k1"].contacts
    assert (stop.name, stop.notes, stop.consents, stop.is_forgotten) == (NAMELESS, None, (), True)
    assert per.notes == "kjenner –"
    assert after.activity("a1").changed_to(changed=None) == before.activity("a1").changed_to(
        title="Ring –", notes="nr –"
    )
    assert after.activity("a2") == before.activity("a2")


def test_one_salt_serves_all_stop_rows() -> None:
    after = gone(plan_of(customers=(BERG,)))
    assert salt_of(after, "other") == "s"
    assert salt_of(plan_of(customers=(BERG,)), "other") == "other"


def test_who_is_not_there_or_is_forgotten_already_is_refused() -> None:
    after = gone(plan_of(customers=(BERG,)))
    with pytest.raises(RefusedError, match="already_forgotten"):
        gone(after)
    with pytest.raises(NotFoundError):
        gone(after, "p9")


@given(st.text(max_size=60))
def test_a_text_without_the_person_stays_as_it_is(text: str) -> None:
    if not WHO.is_in(text):
        assert WHO.scrubbed(text) == text
