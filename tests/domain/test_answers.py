"""Answers to what many have met: a number, names, or both; who is new becomes a lead that is from there."""

import pytest

from salgsplan_tui.domain.answers import Answers, Arrival, Asker, answers_meant, ids_needed, respond
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.customers import Customer, Stage
from salgsplan_tui.domain.errors import NotUnderstoodError, RefusedError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.storage.packaged_words import words
from tests.planning import STAMP, WEDNESDAY, plan_of, row

AD = row("a1", date="2027-02-10", title="Annonse i Inneluft", state="done", outcome="other")
BERG = checked_fields(Customer, {"id": "k1", "name": "Berg AS", "contacts": [{"id": "p1", "name": "Kari Berg"}]})


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3", Answers(3)),
        ("0", Answers(0)),
        ("Kari Nordmann", Answers(1, (Asker("Kari Nordmann"),))),
        ("1 Kari, Ola", Answers(2, (Asker("Kari"), Asker("Ola")))),
        (" 5 Ola Hansen (Berg AS), ", Answers(5, (Asker("Ola Hansen", "Berg AS"),))),
    ],
)
def test_a_number_names_or_both_are_meant(text: str, meant: Answers) -> None:
    assert answers_meant(text) == meant


@pytest.mark.parametrize("text", ["", "  ", ",", "-2", "1234567", "(,)"])
def test_what_is_neither_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstoodError, match="not_answers"):
        answers_meant(text)


def answered(text: str) -> Plan:
    answers = answers_meant(text)
    ids = tuple(f"n{number}" for number in range(ids_needed(answers)))
    plan = plan_of(AD, customers=(BERG,))
    return respond(plan, "a1", answers, Arrival(words(), ids, WEDNESDAY, STAMP))


def test_a_person_becomes_a_lead_whose_source_is_the_activity() -> None:
    plan = answered("2 Kari Nordmann")
    assert plan.activity("a1").outcome_counts == {"responses": 2}
    made = plan.customers["n0"]
    assert (made.name, made.kind, made.stage) == ("Kari Nordmann", "consumer", Stage.LEAD)
    assert [(each.id, each.source, each.source_date) for each in made.contacts] == [
        ("n0", "Annonse i Inneluft", WEDNESDAY)
    ]


def test_somebody_at_a_firm_is_put_there_known_or_new() -> None:
    plan = answered("Ola Hansen (berg as), Eva Lie (Dal Bygg AS), Vik kommune")
    assert [each.name for each in plan.customers["k1"].contacts] == ["Kari Berg", "Ola Hansen"]
    new = {each.name: each for key, each in plan.customers.items() if key != "k1"}
    assert [each.name for each in new["Dal Bygg AS"].contacts] == ["Eva Lie"]
    assert (new["Vik kommune"].kind, new["Vik kommune"].contacts) == ("public", ())


def test_who_is_known_already_stays_as_it_is() -> None:
    plan = answered("Kari Berg, Berg AS, Kari Berg (Berg AS)")
    assert {**plan.customers} == {"k1": BERG}
    assert plan.activity("a1").outcome_counts == {"responses": 3}


def test_what_is_not_done_has_no_answers() -> None:
    plan = plan_of(row("a1", date="2027-02-17"))
    with pytest.raises(RefusedError, match="not_done"):
        respond(plan, "a1", Answers(1), Arrival(words(), (), WEDNESDAY, STAMP))
