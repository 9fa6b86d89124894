"""Every figure of a goal opens what it was counted from, and that adds up to the figure."""

from fractions import Fraction

import pytest

from salgsplan_tui.domain.goal_counts import COUNTS, counted
from salgsplan_tui.domain.goal_evidence import evidence_of, serving
from salgsplan_tui.domain.measures import MEASURES
from salgsplan_tui.domain.programme import Goal, Measurement
from tests.sample_quarter import TODAY, quarter

_ADDS_UP = (
    "order_value", "orders", "contribution_margin", "new_customers", "additional_value", "offers",
    "offer_value", "attempts", "reached", "meetings_booked", "meetings", "activities", "hours",
)  # fmt: skip


def goal(measure: str | None, **fields: object) -> Goal:
    return Goal(id="g1", title="").changed_to(measure=measure, **fields)


@pytest.mark.parametrize("measure", _ADDS_UP)
def test_what_is_behind_a_figure_adds_up_to_it(measure: str) -> None:
    basis = quarter()
    evidence, figures = evidence_of(basis, goal(measure)), counted(basis, goal(measure))
    assert evidence.actual
    assert sum((each.counts or Fraction(0) for each in evidence.actual), Fraction(0)) == figures.actual


@pytest.mark.parametrize(
    "measure", ["order_value", "orders", "contribution_margin", "offers", "attempts", "meetings", "activities", "hours"]
)
def test_what_lies_ahead_adds_up_too(measure: str) -> None:
    basis = quarter()
    ahead = evidence_of(basis, goal(measure)).scheduled
    assert sum((each.counts or Fraction(0) for each in ahead), Fraction(0)) == counted(basis, goal(measure)).scheduled


@pytest.mark.parametrize("measure", sorted(COUNTS))
def test_a_figure_that_is_counted_has_something_behind_it(measure: str) -> None:
    if counted(quarter(), goal(measure)).actual:
        assert evidence_of(quarter(), goal(measure)).actual


def test_a_measure_of_ones_own_is_told_day_by_day() -> None:
    told = (Measurement(on=TODAY, value=25_00), Measurement(on=TODAY.replace(day=1), value=10_00))
    assert [each.item for each in evidence_of(quarter(), goal("smiles", measured=told)).actual] == [told[1], told[0]]
    assert "smiles" not in MEASURES


def test_the_rows_that_serve_a_goal_name_it_or_hang_under_what_does() -> None:
    basis = quarter()
    found = {row.id for row in serving(basis, basis.programme.goals[1])}
    assert {"a05", "a18", "a28"} <= found
    assert "a02" not in found
