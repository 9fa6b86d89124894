"""The way of a goal, week by week: what was reached, and the pace it is held against."""

import datetime as dt

from salgsplan_tui.domain.goal_curve import goal_curve
from tests.domain.programmes import ORDER_GOAL, basis, programme
from tests.planning import order
from tests.sample_quarter import quarter


def test_the_curve_of_the_sample_rises_to_what_was_won_and_the_pace_to_the_target() -> None:
    sample = quarter()
    curve = goal_curve(sample, sample.programme.goals[0])
    assert len(curve) == 13
    assert [point.actual for point in curve[:8]] == [
        0,
        0,
        96_000_00,
        124_000_00,
        179_200_00,
        185_700_00,
        185_700_00,
        None,
    ]
    assert curve[-1].pace == 480_000_00
    assert curve[0].last == dt.date(2027, 1, 10)
    assert [curve[0].pace, curve[5].pace] == [480_000_00 * 5 // 60, 480_000_00 * 30 // 60]


def test_a_level_has_no_way_to_go_and_neither_has_a_vision() -> None:
    sample = quarter()
    assert goal_curve(sample, sample.programme.goals[3]) == ()
    vision = ORDER_GOAL | {"target": None}
    wished = basis(programme=programme(goals=[{key: value for key, value in vision.items() if value is not None}]))
    assert goal_curve(wished, wished.programme.goals[0]) == ()


def test_a_goal_that_ends_earlier_ends_its_curve_there() -> None:
    early = ORDER_GOAL | {"deadline": "2027-01-20"}
    short = basis(programme=programme(goals=[early]), orders=[order("o1", date="2027-02-01", amount="100.00")])
    curve = goal_curve(short, short.programme.goals[0])
    assert [point.last.isoformat() for point in curve] == ["2027-01-10", "2027-01-17", "2027-01-20"]
    assert curve[-1].actual == 0
