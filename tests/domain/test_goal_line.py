"""A goal has a number, a unit and a deadline; a vision has not (S1, S23, S37)."""

import datetime as dt

import pytest

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.goal_line import NewGoal
from tests.tui.dialogs.sample import read_goal

END_OF_MARCH = dt.date(2027, 3, 31)


@pytest.mark.parametrize(
    ("text", "unit", "target", "deadline"),
    [
        ("8 ordre innen 31.3.", "count", 8_00, END_OF_MARCH),
        ("480 000 kr innen 31.3", "kr", 480_000_00, END_OF_MARCH),
        ("ordreinngang kr 480 000 innen 31.3", "kr", 480_000_00, END_OF_MARCH),
        ("selge for 1,2 mill kr innen mars", "kr", 1_200_000_00, END_OF_MARCH),
        ("NOK 480,000 by 31.3", "kr", 480_000_00, END_OF_MARCH),
        ("12k kroner innen fredag", "kr", 12_000_00, dt.date(2027, 2, 19)),
        ("80 % gjenkjøp innen 31. mars 2027", "percent", 80_00, END_OF_MARCH),
        ("8 orders by 31 March", "count", 8_00, END_OF_MARCH),
        ("37,5 timer hos kunder innen uke 8", "hours", 37_50, dt.date(2027, 2, 28)),
        ("12 møter", "count", 12_00, None),
        ("NPS 30 innen 31.3", "points", 30_00, END_OF_MARCH),
        ("NPS +30 innen 31.3", "points", 30_00, END_OF_MARCH),
        ("30 NPS by 31.3", "points", 30_00, END_OF_MARCH),
        ("gjenkjøp 75 innen 31.3", "percent", 75_00, END_OF_MARCH),
        ("omsetning 8 innen 31.3", None, 8_00, END_OF_MARCH),
        ("90 % fra egen aktivitet innen 2030", "percent", 90_00, dt.date(2030, 12, 31)),
        ("300 orders by 2028.", "count", 300_00, dt.date(2028, 12, 31)),
        ("8 innen 31.3", None, 8_00, END_OF_MARCH),
        ("bli bedre på salg", None, None, None),
        ("bli bedre på salg innen 31.3", None, None, END_OF_MARCH),
        ("", None, None, None),
    ],
)
def test_a_line_tells_number_unit_and_deadline(
    text: str, unit: str | None, target: int | None, deadline: dt.date | None
) -> None:
    goal = read_goal(text)
    assert (goal.unit, goal.target, goal.deadline) == (unit, target, deadline)
    assert goal.is_concrete is (None not in (unit, target, deadline))


@pytest.mark.parametrize("text", ["8 ordre innen tir 31.3.", "8 orders by Tuesday 31.3"])
def test_a_weekday_that_does_not_fit_the_date_is_told_and_is_no_goal(text: str) -> None:
    goal = read_goal(text)
    assert (goal.deadline, goal.weekday_says) == (END_OF_MARCH, dt.date(2027, 3, 30))
    with pytest.raises(NotUnderstoodError) as refused:
        goal.goal("m1")
    assert refused.value.key == "weekday_mismatch"
    assert read_goal("8 ordre innen ons 31.3.").weekday_says is None


def test_the_words_stay_as_they_were_typed() -> None:
    assert read_goal("  8   ordre innen 31.3. ").title == "8 ordre innen 31.3."


@pytest.mark.parametrize("text", ["9" * 40 + " kr", "1.2.3.4.5,6 kr", "[red]8[/] ordre", "8 " * 200, "\x1b[31m8 ordre"])
def test_nothing_a_person_types_breaks_it(text: str) -> None:
    assert isinstance(read_goal(text), NewGoal)


@pytest.mark.parametrize(
    ("text", "measure", "area"),
    [
        ("8 ordre innen 31.3.", "orders", "order_intake"),
        ("480 000 kr innen 31.3.", "order_value", "order_intake"),
        ("ordreinngang 480 000 kr innen 31.3.", "order_value", "order_intake"),
        ("merkjøp for 90 000 kr innen 31.3.", "additional_value", "additional_purchase"),
        ("80 % gjenkjøp innen 31.3.", "repurchase_rate", "repurchase"),
        ("4 nye kunder innen 31.3.", "new_customers", "new_sales"),
        ("4 new customers by 31.3", "new_customers", "new_sales"),
        ("12 møter innen 31.3.", "meetings", "activity"),
        ("200 calls by 31.3", "attempts", "activity"),
        ("80 % fornøyde kunder innen 31.3.", "recovery_rate", "service"),
        ("90 % beholdt innen 31.3.", "retention", "loyalty"),
        ("NPS 30 innen 31.3.", "nps", "loyalty"),
        ("90 % fra egen aktivitet innen 31.3.", "own_sale_share", "order_intake"),
        ("3 bøker innen 31.3.", None, "order_intake"),
    ],
)
def test_the_words_tell_what_is_counted(text: str, measure: str | None, area: str) -> None:
    goal = read_goal(text).goal("g1")
    assert (goal.measure, goal.area) == (measure, area)
    assert not goal.is_vision


def test_a_time_to_answer_is_to_be_short() -> None:
    assert read_goal("svartid 4 timer innen 31.3.").goal("g1").direction == "down"
    assert read_goal("8 ordre innen 31.3.").goal("g1").direction == "up"


@pytest.mark.parametrize(("text", "is_vision"), [("bli bedre på salg", True), ("8 ordre innen 31.3.", False)])
def test_a_wish_is_told_from_a_goal(text: str, is_vision: bool) -> None:  # noqa: FBT001  # a case's own answer
    assert read_goal(text).goal("g1").is_vision is is_vision
