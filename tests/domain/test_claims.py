"""The deadlines for claims are help from dated data: months from when the fault was found, years from delivery."""

import datetime as dt
from dataclasses import replace

from salgsplan_tui.domain.claims import claim_help
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.storage.packaged_claims import claim_deadlines
from tests.planning import case, plan_of


def plan_for(kind: str) -> Plan:
    return plan_of(customers=(Customer(id="k1", name="Ola").changed_to(kind=kind),))


def test_the_law_of_the_day_of_delivery_holds() -> None:
    told = {
        day: claim_help(plan_for("consumer"), case("s1", delivered=day), claim_deadlines())
        for day in ("2023-12-31", "2024-01-01")
    }
    assert [found and found.deadline.id for found in told.values()] == ["consumer", "consumer-2024"]
    assert {found and found.deadline.years for found in told.values()} == {2}


def test_a_consumer_is_told_of_the_law_on_work_and_a_firm_is_not() -> None:
    consumer, firm = (claim_help(plan_for(kind), case("s1"), claim_deadlines()) for kind in ("consumer", "company"))
    assert consumer is not None
    assert firm is not None
    assert "håndverkertjenesteloven § 22" in consumer.deadline.besides["nb"]
    assert not firm.deadline.besides


def test_a_consumer_has_two_months_from_the_fault_and_two_or_five_years_from_delivery() -> None:
    found = claim_help(
        plan_for("consumer"), case("s1", delivered="2024-02-29", discovered="2026-12-31"), claim_deadlines()
    )
    assert found is not None
    assert (found.deadline.id, found.notice_until) == ("consumer-2024", dt.date(2027, 2, 28))
    assert (found.last_day, found.long_last_day) == (dt.date(2026, 2, 28), dt.date(2029, 2, 28))


def test_a_firm_has_two_years_and_no_months() -> None:
    found = claim_help(plan_for("company"), case("s1"), claim_deadlines())
    assert found is not None
    assert (found.deadline.source, found.notice_until, found.last_day) == ("kjøpsloven § 32", None, None)


def test_a_question_has_none_and_a_rule_that_was_not_the_law_yet_says_nothing() -> None:
    assert claim_help(plan_for("company"), case("s1", type="question"), claim_deadlines()) is None
    later = [replace(each, valid_from=dt.date(2030, 1, 1)) for each in claim_deadlines()]
    assert claim_help(plan_for("company"), case("s1"), later) is None


def test_for_every_day_there_is_one_rule_for_each_buyer() -> None:
    for buyer, first in (("consumer", dt.date(2002, 7, 1)), ("business", dt.date(1989, 1, 1))):
        own = [each for each in claim_deadlines() if each.buyer == buyer]
        days = [first, dt.date(2023, 12, 31), dt.date(2024, 1, 1), dt.date(2030, 1, 1)]
        assert [sum(each.holds_on(day) for each in own) for day in days] == [1] * 4
        assert not any(each.holds_on(first - dt.timedelta(days=1)) for each in own)


def test_every_deadline_has_its_source_and_both_languages() -> None:
    for each in claim_deadlines():
        assert each.source
        assert all(each.says[language] for language in ("nb", "en"))
