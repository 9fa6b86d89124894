"""The budget line of a cost: `linje:` names it, else the one that fits is taken; and what is refused."""

import datetime as dt
from collections.abc import Sequence

import pytest

from salgsplan_tui.domain.activity import Activity, CostItem
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.plan import Plan
from tests.domain.quick_add.lines import PEOPLE, attempt, plan_with, reading, refused
from tests.domain.sales_plans import sales_plan

AUTUMN = {"start": dt.date(2026, 10, 1), "end": dt.date(2026, 12, 31), "status": "active"}
SPRING = {"start": dt.date(2027, 1, 1), "end": dt.date(2027, 3, 31), "status": "active"}
LINES: Sequence[object] = (
    {"id": "b1", "title": "Reise og bil", "mileage": True},
    {"id": "b2", "title": "Annonser og fagtidsskrift"},
    {"id": "b3", "title": "Annet"},
    {"id": "b4", "title": "Trykk og porto"},
)


def plan(lines: Sequence[object] = LINES) -> Plan:
    programmes = [{"id": "ap1", "title": "Nysalg"}]
    return plan_with(
        *PEOPLE,
        sales_plans=(
            sales_plan("q4", **AUTUMN, budget_lines=lines, programmes=programmes),
            sales_plan("q1", **SPRING, budget_lines=[{"id": "c1", "title": "Annonser"}]),
        ),
    )


def line_of(text: str, **fields: object) -> str | None:
    (item,) = reading(text, plan=plan(), **fields).activity.costs  # type: ignore[arg-type]  # as reading takes them
    return item.line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("ring Kari fre 150kr linje:b2", "b2"),
        ("ring Kari fre 150kr line:B2", "b2"),
        ("ring Kari linje:trykk fre 150kr", "b4"),
        ('ring Kari fre 150kr budsjettlinje:"Annonser og fag"', "b2"),
        ("call Kari friday 150kr line:porto", "b4"),
        ("annonse Fagbladet 3.11 12 500 kr linje:ingen", None),
        ("ad Fagbladet 3.11 12,500 kr line:none", None),
        ("annonse Fagbladet 3.11 12 500 kr", "b2"),
        ("brev til 200 kunder à 22kr uke 43", "b4"),
        ("annonse Fagbladet 3.2.2027 12 500 kr", "c1"),
        ("annonse Fagbladet 3.2.2027 12 500 kr program:nysalg", "b2"),
        ("annonse Fagbladet 3.2.2027 12 500 kr linje:c1", "c1"),
        ("annonse Fagbladet 12 500 kr hver mandag", "b2"),
        ("ring Kari fre 150kr", None),
    ],
)
def test_a_cost_is_held_against_the_line_named_or_the_one_that_fits(text: str, line: str | None) -> None:
    assert line_of(text) == line


def test_every_cost_of_a_line_is_held_against_the_line_named() -> None:
    found = reading("brev uke 43 480 kr 1920 kr linje:b3", plan=plan())
    assert [(item.planned, item.line) for item in found.activity.costs] == [(480_00, "b3"), (1920_00, "b3")]
    assert found.activity.title == "brev"
    assert [(chip.kind, chip.text) for chip in found.chips][-1] == ("line", "b3")


def test_what_was_paid_without_a_plan_is_held_against_the_usual_line() -> None:
    assert line_of("annonse i Fagbladet -> annet 300kr") == "b2"


@pytest.mark.parametrize(
    ("text", "key", "at"),
    [
        ("ring Kari fre 150kr linje:kantine", "unknown_line", "linje:kantine"),
        ("ring Kari fre 150kr linje:ann", "ambiguous_line", "linje:ann"),
        ("ring Kari fre linje:b2", "line_without_cost", "linje:b2"),
        ("ring Kari fre 150kr linje:b2 line:b3", "given_twice", "line:b3"),
        ("ring Kari fre 150kr linje:", "value_missing", "linje"),
        ("annonse 1.6.2028 150kr linje:b2", "no_budget_lines", "linje:b2"),
    ],
)
def test_what_is_no_line_of_the_programme_is_pointed_out(text: str, key: str, at: str) -> None:
    assert refused(text, plan=plan()) == (key, at)


def test_the_lines_there_are_are_named() -> None:
    def candidates(words: str) -> object:
        error = attempt(f"ring Kari fre 150kr linje:{words}", plan=plan())
        assert isinstance(error, NotUnderstoodError)
        return error.values["candidates"]

    assert candidates("kantine") == ("b1 Reise og bil", "b2 Annonser og fagtidsskrift", "b3 Annet", "b4 Trykk og porto")
    assert candidates("ann") == ("b2 Annonser og fagtidsskrift", "b3 Annet")


def test_a_programme_without_lines_holds_nothing_and_says_nothing() -> None:
    found = reading("annonse Fagbladet 3.11 12 500 kr", plan=plan(lines=()))
    assert found.activity.costs == (CostItem(planned=12_500_00, line=None),)


SPENT = CostItem(kind="print", line="b4", planned=100_00, committed=50_00, actual=20_00)
BASE = Activity(id="a1", title="Brev", date=dt.date(2026, 10, 5), costs=(SPENT,), outcome_counts={})


def test_the_same_again_at_another_sum_keeps_kind_and_line() -> None:
    (item,) = reading("fre 200kr", plan=plan(), base=BASE).activity.costs
    assert (item.kind, item.line, item.planned, item.actual) == ("print", "b4", 200_00, 0)


def test_what_a_row_costs_can_be_held_against_another_line_without_saying_how_much() -> None:
    found = reading("linje:b2", plan=plan(), base=BASE)
    assert found.given == {"costs"}
    assert [item.line for item in found.activity.costs] == ["b2"]


def test_several_lines_are_not_made_one() -> None:
    base = BASE.changed_to(costs=(SPENT, SPENT.changed_to(line="b2")))
    error = attempt("linje:b3", plan=plan(), base=base)
    assert isinstance(error, NotUnderstoodError)
    assert error.key == "several_lines"
