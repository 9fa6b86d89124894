"""Looks back are the seller's own: four competences from 1 to 5, and nothing of them is told unasked (S6)."""

from dataclasses import replace
from fractions import Fraction

import pytest

from salgsplan_tui.domain.checking import checked_fields
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.reflection import Reflection, average_degrees
from salgsplan_tui.domain.reflection_edits import reflect, reflection_on, remove_reflection
from tests.planning import STAMP, plan_of


def reflection(identity: str, **fields: object) -> Reflection:
    return checked_fields(Reflection, {"id": identity, "date": "2027-02-17"} | fields)


def test_the_last_one_on_a_case_is_the_one_that_counts() -> None:
    plan = reflect(plan_of(), reflection("r1", case="s1", date="2027-02-10"), at=STAMP)
    plan = reflect(plan, reflection("r2", case="s1", tolerance=4), at=STAMP)
    found = reflection_on(plan, "s1")
    assert found is not None
    assert (found.id, dict(found.degrees), found.shared) == ("r2", {"tolerance": 4}, False)
    assert reflection_on(plan, "s2") is None
    assert plan.knows("r1")


def test_averages_tell_how_many_they_are_of() -> None:
    listed = [reflection("r1", knowledge=2, social=5), reflection("r2", knowledge=3)]
    assert average_degrees(listed) == {"knowledge": (Fraction(5, 2), 2), "social": (Fraction(5), 1)}


def test_one_is_taken_out_again() -> None:
    plan = remove_reflection(reflect(plan_of(), reflection("r1"), at=STAMP), "r1")
    assert plan.reflections == {}
    with pytest.raises(NotFoundError):
        remove_reflection(plan, "r1")


def test_a_plan_shows_none_of_them_even_when_it_is_printed() -> None:
    plan = replace(plan_of(), reflections={"r1": reflection("r1", text="Jeg ble sint")})
    assert "sint" not in repr(plan)
