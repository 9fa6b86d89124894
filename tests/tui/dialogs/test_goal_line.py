"""A goal has a number, a unit and a deadline; a vision has not (S1, S23, S37)."""

import datetime as dt

import pytest

from salgsplan_tui.tui.dialogs.goal_line import NewGoal, read_goal
from tests.tui.dialogs.sample import read_when

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
        ("8 innen 31.3", None, 8_00, END_OF_MARCH),
        ("bli bedre på salg", None, None, None),
        ("bli bedre på salg innen 31.3", None, None, END_OF_MARCH),
        ("", None, None, None),
    ],
)
def test_a_line_tells_number_unit_and_deadline(
    text: str, unit: str | None, target: int | None, deadline: dt.date | None
) -> None:
    goal = read_goal(text, read_when)
    assert (goal.unit, goal.target, goal.deadline) == (unit, target, deadline)
    assert goal.is_concrete is (None not in (unit, target, deadline))


def test_the_words_stay_as_they_were_typed() -> None:
    assert read_goal("  8   ordre innen 31.3. ", read_when).title == "8 ordre innen 31.3."


@pytest.mark.parametrize("text", ["9" * 40 + " kr", "1.2.3.4.5,6 kr", "[red]8[/] ordre", "8 " * 200, "\x1b[31m8 ordre"])
def test_nothing_a_person_types_breaks_it(text: str) -> None:
    assert isinstance(read_goal(text, read_when), NewGoal)
