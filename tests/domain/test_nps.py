"""Whether the customers would recommend us: which answers count, and the score of enough of them (chapter 4.12)."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.customer_edits import note_nps
from salgsplan_tui.domain.customers import Contact, Customer, NpsAnswer
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.forgetting import forget
from salgsplan_tui.domain.goal_counts import counted
from salgsplan_tui.domain.goal_evidence import evidence_of
from salgsplan_tui.domain.nps import Given, answers_in, net_promoter_score, score_of
from salgsplan_tui.domain.programme import Goal, Measurement
from tests.domain.programmes import basis

AT = dt.datetime(2027, 2, 17, 9, tzinfo=dt.UTC)
TODAY = AT.date()


def asked(*scores: int, date: str = "2027-02-01") -> Basis:
    fields = [
        {"id": f"k{at:02}", "name": f"K{at}", "nps": [{"date": date, "score": score}]}
        for at, score in enumerate(scores)
    ]
    return basis(customers=tuple(checked_fields(Customer, each) for each in fields))


def test_nine_promoters_seven_passives_and_four_detractors_of_twenty_are_25() -> None:
    found = answers_in(asked(*[9] * 5, *[10] * 4, *[7] * 3, *[8] * 4, 0, 3, 5, 6))
    assert (found.promoters, found.passives, found.detractors) == (9, 7, 4)
    assert found.score == 25


def test_below_ten_answers_there_is_a_list_and_no_score() -> None:
    nine, ten = answers_in(asked(*[9] * 9)), answers_in(asked(*[9] * 10))
    assert (len(nine.given), nine.are_few) == (9, True)
    assert nine.score is None
    assert (len(ten.given), ten.are_few) == (10, False)
    assert ten.score == 100
    assert not answers_in(basis()).are_few


def test_the_latest_answer_of_each_customer_in_the_days_that_have_come_counts() -> None:
    dates = [("2026-12-31", 1), ("2027-02-02", 9), ("2027-01-05", 3), ("2027-02-02", 8), ("2027-03-01", 0)]
    told = [{"date": date, "score": score} for date, score in dates]
    customer = checked_fields(Customer, {"id": "k1", "name": "K", "nps": told})
    (found,) = answers_in(basis(customers=(customer,))).given
    assert (found.answer.date, found.answer.score) == (dt.date(2027, 2, 2), 8)
    old = checked_fields(Customer, {"id": "k1", "name": "K", "nps": told[:1]})
    assert answers_in(basis(customers=(old,))).given == ()


@given(st.lists(st.integers(0, 10), min_size=10, max_size=40))
def test_the_score_lies_between_minus_and_plus_a_hundred_and_everybody_is_one_of_three(scores: list[int]) -> None:
    found = answers_in(asked(*scores))
    assert found.score is not None
    assert -100 <= found.score <= 100
    assert found.promoters + found.passives + found.detractors == len(scores)
    assert found.score == Fraction(100 * (found.promoters - found.detractors), len(scores))


@pytest.mark.parametrize(("score", "expected"), [(10, 100), (9, 100), (8, 0), (7, 0), (6, -100), (0, -100)])
def test_nine_promotes_seven_is_passive_and_six_detracts(score: int, expected: int) -> None:
    assert net_promoter_score([score]) == expected
    assert net_promoter_score([]) is None


@pytest.mark.parametrize("text", ["11", "-1", "ni", "", "9.5", "99999999999", "٣"])
def test_what_is_no_answer_is_told(text: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        score_of(text)
    assert caught.value.key == "not_an_nps"


@pytest.mark.parametrize(("text", "score"), [("0", 0), (" 9 ", 9), ("10", 10), ("07", 7)])
def test_a_whole_number_from_0_to_10_is_an_answer(text: str, score: int) -> None:
    assert score_of(text) == score


def test_an_answer_is_dated_today_and_another_of_today_is_corrected() -> None:
    plan = asked(7).plan
    for score in (3, 9):
        plan = note_nps(plan, "k00", score, today=TODAY, at=AT)
    assert [(each.date, each.score) for each in plan.customers["k00"].nps] == [(dt.date(2027, 2, 1), 7), (TODAY, 9)]
    assert plan.customers["k00"].changed == AT


def test_a_goal_is_counted_from_enough_answers_and_else_as_it_was_told() -> None:
    told = Measurement(on=dt.date(2027, 2, 10), value=40_00)
    goal = Goal(id="g1", title="NPS 30", measure="nps", unit="points", target=30_00, measured=(told,))
    few, enough = asked(*[9] * 9), asked(*[9] * 9, 0)
    assert counted(few, goal).actual == 40_00
    assert counted(few, goal.changed_to(measured=())).actual is None
    assert counted(enough, goal).actual == 80_00
    assert [type(each.item) for each in evidence_of(few, goal).actual] == [Measurement, *[Given] * 9]
    assert [type(each.item) for each in evidence_of(enough, goal).actual] == [Given] * 10
    early = goal.changed_to(deadline=dt.date(2027, 1, 31))
    assert counted(enough.until(dt.date(2027, 1, 31)), early).actual == 40_00


def test_a_person_who_was_forgotten_leaves_the_figure_behind_and_no_word() -> None:
    answer = checked_fields(NpsAnswer, {"date": "2027-02-01", "score": 9, "said": "Kari roste Per"})
    fields = {"id": "k1", "name": "Kari Bø", "kind": "consumer"}
    person = checked_fields(Customer, fields).changed_to(nps=(answer,), contacts=(Contact(id="k1", name="Kari Bø"),))
    plan = forget(basis(customers=(person,)).plan, "k1", salt="s", today=TODAY, at=AT)
    assert plan.customers["k1"].nps == (NpsAnswer(date=dt.date(2027, 2, 1), score=9),)
