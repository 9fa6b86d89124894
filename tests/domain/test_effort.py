"""Hours and kroner with and without a goal add up, by strategy and by focus area too (S12, S47)."""

from fractions import Fraction

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.effort import by_focus_area, by_programme, by_strategy, goal_directed
from salgsplan_tui.domain.programme_table import without_goal
from tests.domain.programmes import ORDER_GOAL, basis, programme
from tests.planning import row
from tests.sample_quarter import quarter


def _parts() -> Basis:
    own = programme(
        goals=[ORDER_GOAL | {"focus_area": "f2"}],
        strategies=[{"id": "s1", "title": "", "goals": ["m1"], "focus_area": "f1"}, {"id": "s2", "title": ""}],
        programmes=[
            {"id": "p1", "title": "", "strategy": "s1"},
            {"id": "p2", "title": "", "strategy": "s2"},
        ],
    )
    day = "2027-02-01"
    return basis(
        row("a1", date=day, programme="p1", minutes=60, costs=[{"kind": "other", "planned": "100.00"}]),
        row("a2", date=day, programme="p2", minutes=30),
        row("a3", date=day, goal="m1", minutes=90, actual_minutes=120, state="done"),
        row("a4", date=day, minutes=45, kind="internal"),
        row("a5", date=day, minutes=45, state="cancelled", reason="ill"),
        row("a6", date=day, minutes=45, private=True),
        row("a7", date=day, minutes=15, kind="service", goal="a goal nobody has made"),
        programme=own,
    )


def test_effort_is_parted_by_whether_it_serves_a_goal() -> None:
    found = goal_directed(_parts())
    assert [row.id for row in found.with_goal.rows] == ["a1", "a3"]
    assert [row.id for row in found.without_goal.rows] == ["a2", "a7"]
    assert [row.id for row in found.own_work.rows] == ["a4"]
    assert (found.with_goal.minutes, found.with_goal.cost, found.with_goal.done) == (180, 100_00, 1)
    assert found.whole.minutes == 270
    assert found.share == Fraction(180, 270)


def test_what_serves_no_goal_is_listed() -> None:
    assert [row.id for row in without_goal(_parts())] == ["a2", "a7"]


def test_each_strategy_has_the_effort_of_its_activity_programmes() -> None:
    assert {key: each.minutes for key, each in by_programme(_parts()).items()} == {"p1": 60, "p2": 30, None: 180}
    assert {key: each.minutes for key, each in by_strategy(_parts()).items()} == {"s1": 60, "s2": 30}


def test_each_focus_area_has_the_effort_of_its_goals_and_strategies() -> None:
    assert {key: [row.id for row in each.rows] for key, each in by_focus_area(_parts()).items()} == {
        "f1": ["a1"],
        "f2": ["a3"],
    }


def test_the_three_parts_of_the_sample_are_the_whole_of_it() -> None:
    sample = quarter()
    found = goal_directed(sample)
    assert found.whole.minutes == sum(each.minutes for each in by_programme(sample).values())
    assert found.whole.cost == sum(each.cost for each in by_programme(sample).values())
    assert len(found.whole.rows) == 46


def test_nothing_has_no_share() -> None:
    assert goal_directed(basis(programme=programme())).share is None
