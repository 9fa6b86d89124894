"""Will it reach the goal, at what cost, and what is to be done today?"""

from fractions import Fraction

import pytest

from salgsplan_tui.domain.goals import GoalFigures
from salgsplan_tui.domain.programme import Goal
from salgsplan_tui.domain.standing import Verdict, expected_end, standing, verdict
from tests.domain.programmes import basis, programme
from tests.planning import row
from tests.sample_quarter import quarter


def test_the_sample_stands_as_in_its_golden_values() -> None:
    found = standing(quarter())
    assert found.main is not None
    assert found.main.goal.id == "m1"
    assert verdict(found.main) == "short"
    assert [found.main.ahead, expected_end(found.main)] == [-70_300_00, Fraction(348_187_50)]
    assert (found.costs.budget, found.costs.forecast, found.costs.variance) == (108_000_00, 99_918_80, 8_081_20)
    assert (found.calls_a_day, found.calls_today) == (4, 1)
    assert found.funnel is not None
    assert (found.funnel.missing.attempts, found.funnel.missing.meetings) == (13, 7)
    assert [each.goal.id for each in found.goals] == ["m1", "m2", "m3", "m4", "m5"]


def test_a_programme_without_goals_asks_for_nothing_today() -> None:
    found = standing(basis(row("a1", date="2027-02-17", channel="phone"), programme=programme(goals=[])))
    assert (found.main, found.calls_a_day, found.calls_today) == (None, None, 1)


@pytest.mark.parametrize(
    ("actual", "scheduled", "elapsed", "expected"),
    [
        (100, 0, Fraction(1, 2), "reached"),
        (60, 0, Fraction(1, 2), "at_this_rate"),
        (40, 60, Fraction(1, 2), "with_scheduled"),
        (40, 10, Fraction(1, 2), "short"),
        (0, None, None, "unknown"),
        (None, None, Fraction(1, 2), "unknown"),
    ],
)
def test_the_verdict_tells_by_what_it_is_reached(
    actual: int | None, scheduled: int | None, elapsed: Fraction | None, expected: Verdict
) -> None:
    goal = Goal(id="g1", title="", unit="count", target=100)
    figures = GoalFigures(
        goal=goal,
        actual=None if actual is None else Fraction(actual),
        scheduled=None if scheduled is None else Fraction(scheduled),
        elapsed=elapsed,
        grows=True,
        is_over=False,
    )
    assert verdict(figures) == expected


def test_a_goal_that_shall_go_down_ends_at_the_lower_forecast() -> None:
    goal = Goal(id="g1", title="", unit="hours", target=4_00, direction="down")
    figures = GoalFigures(goal, Fraction(3_00), Fraction(2_00), None, grows=False, is_over=False)
    assert (verdict(figures), expected_end(figures)) == ("at_this_rate", Fraction(3_00))
