"""Parts of a plan as people type them: a line each, so that a small upper plan takes five minutes."""

import datetime as dt
from itertools import count

import pytest

from salgsplan_tui.domain.dates import Span, inclusive
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.goal_line import NewGoal
from salgsplan_tui.domain.part_lines import (
    LineReader,
    benefits_in,
    budget_lines_in,
    department_in,
    focus_areas_in,
    goals_in,
    products_in,
    segments_in,
    strategies_in,
    told_anew,
)


def reader() -> LineReader:
    numbers = count(1)

    def amount(text: str) -> int:
        plain = text.replace(" ", "").removesuffix("kr")
        if not plain.isdecimal():
            raise NotUnderstoodError("not_a_number", text=text)
        return 100 * int(plain)

    def days(text: str) -> Span:
        if text != "10.3":
            raise NotUnderstoodError("bad_date", what=text)
        return inclusive(dt.date(2027, 3, 10), dt.date(2027, 3, 12))

    return LineReader(amount, days, NewGoal, lambda: f"n{next(numbers)}")


def test_lines_that_say_nothing_are_left_out() -> None:
    assert [(each.id, each.title) for each in focus_areas_in("Barnehager\n\n  Små   hoteller \n", reader())] == [
        ("n1", "Barnehager"),
        ("n2", "Små hoteller"),
    ]
    assert [each.title for each in strategies_in("Ring først", reader())] == ["Ring først"]
    assert [each.is_vision for each in goals_in("bli bedre", reader())] == [True]


def test_a_budget_line_ends_with_its_amount() -> None:
    found = budget_lines_in("Annonser 2027 118 000\nMesse: 45000 kr", reader())
    assert [(each.title, each.amount) for each in found] == [("Annonser", 2027_118_000_00), ("Messe", 45_000_00)]
    with pytest.raises(NotUnderstoodError) as refused:
        budget_lines_in("Annonser", reader())
    assert (refused.value.key, refused.value.values["text"]) == ("budget_line_line", "Annonser")


def test_a_product_may_have_a_target_and_a_floor_price() -> None:
    found = products_in("Aggregat 40000/36000\nLuftrenser 8 000\nFilter\nSerie 7/8", reader())
    assert [(each.title, each.target_price, each.floor_price, each.priority) for each in found] == [
        ("Aggregat", 40_000_00, 36_000_00, 1),
        ("Luftrenser", 8_000_00, None, 2),
        ("Filter", None, None, 3),
        ("Serie", 7_00, 8_00, 3),
    ]


def test_a_benefit_tells_whom_and_what() -> None:
    (found,) = benefits_in("barnehager: færre sykedager", reader())
    assert (found.segment, found.text) == ("barnehager", "færre sykedager")
    with pytest.raises(NotUnderstoodError):
        benefits_in("barnehager", reader())


def test_the_departments_work_tells_what_when_and_where() -> None:
    fair, plain = department_in("Fagmessen, 10.3, Messehallen, hall C\nKundekveld", reader())
    assert (fair.title, fair.start, fair.end, fair.place) == (
        "Fagmessen",
        dt.date(2027, 3, 10),
        dt.date(2027, 3, 12),
        "Messehallen, hall C",
    )
    assert (plain.start, plain.is_concrete) == (None, False)
    with pytest.raises(NotUnderstoodError):
        department_in("Fagmessen, en gang", reader())


def test_an_amount_alone_is_no_budget_line() -> None:
    with pytest.raises(NotUnderstoodError):
        budget_lines_in("30 000", reader())


def test_segments_are_their_titles() -> None:
    assert [each.title for each in segments_in("barnehager\nhoteller", reader())] == ["barnehager", "hoteller"]


@pytest.mark.parametrize(
    ("field", "line", "told"),
    [
        ("budget_lines", "Annonser 30 000", {"title": "Annonser", "amount": 30_000_00}),
        ("budget_lines", "30 000", {"amount": 30_000_00}),
        ("budget_lines", "Annonser", {"title": "Annonser"}),
        ("products", "Luftrenser 8500/7500", {"title": "Luftrenser", "target_price": 850000, "floor_price": 750000}),
        ("products", "Luftrenser", {"title": "Luftrenser"}),
        ("benefits", "hotell: ro", {"segment": "hotell", "text": "ro"}),
        ("activities", "Messe, 10.3", {"title": "Messe", "start": dt.date(2027, 3, 10), "end": dt.date(2027, 3, 12)}),
        ("strategies", "Ring først", {"title": "Ring først"}),
    ],
)
def test_a_line_changes_of_a_part_what_it_tells(field: str, line: str, told: dict[str, object]) -> None:
    assert told_anew(field, line, reader()) == told


@pytest.mark.parametrize("text", ["", "  ", "en\nto"])
def test_a_part_is_told_anew_in_one_line(text: str) -> None:
    with pytest.raises(NotUnderstoodError):
        told_anew("strategies", text, reader())
