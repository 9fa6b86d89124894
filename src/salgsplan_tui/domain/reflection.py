"""How the seller coped, as they see it: four competences (S6); in no report unless they share it."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final, Literal

from salgsplan_tui.domain.fields import Day, Id, Moment, Value
from salgsplan_tui.domain.service import Degree

Competence = Literal["knowledge", "psychology", "social", "tolerance"]
COMPETENCES: Final[tuple[Competence, ...]] = ("knowledge", "psychology", "social", "tolerance")
"""Kunnskap, psykologisk kompetanse, sosiale ferdigheter og toleranse (S6)."""


class Reflection(Value):
    """One look back: 1 to 5 in each competence, as far as was said, and a text."""

    id: Id
    date: Day
    case: Id | None = None
    """The service case it is about; None for the week as a whole."""
    knowledge: Degree | None = None
    psychology: Degree | None = None
    social: Degree | None = None
    tolerance: Degree | None = None
    text: str | None = None
    shared: bool = False
    """The seller chose to tell it: only then may a report hold it."""
    created: Moment | None = None
    changed: Moment | None = None

    @property
    def degrees(self) -> Mapping[Competence, int]:
        """What was said of each competence."""
        told = {each: getattr(self, each) for each in COMPETENCES}
        return MappingProxyType({each: degree for each, degree in told.items() if degree is not None})


def average_degrees(reflections: Iterable[Reflection]) -> Mapping[Competence, tuple[Fraction, int]]:
    """Return the average of each competence and how many looks back told of it; those nobody told of are left out."""
    listed = tuple(reflections)
    found: dict[Competence, tuple[Fraction, int]] = {}
    for each in COMPETENCES:
        degrees = [reflection.degrees[each] for reflection in listed if each in reflection.degrees]
        if degrees:
            found[each] = Fraction(sum(degrees), len(degrees)), len(degrees)
    return found
