"""What each channel takes of a week."""

from salgsplan_tui.domain.channel_totals import ChannelTotal, channel_totals
from salgsplan_tui.domain.day_plan import week_plan
from tests.planning import NOW, plan_of, row


def test_number_minutes_and_cost_of_each_channel_the_longest_first() -> None:
    plan = plan_of(
        row("a1", date="2027-02-16", minutes=120, channel="phone"),
        row("b1", date="2027-02-17", minutes=30, channel="phone"),
        row("c1", date="2027-02-17", minutes=60, channel="meeting", km_planned=52),
        row("d1", date="2027-02-18", minutes=500, channel="visit", state="cancelled"),
        row("e1", bucket="2027-W07", minutes=300),
    )
    assert channel_totals(week_plan(plan, "2027-W07", NOW)) == (
        ChannelTotal(None, 1, 300, 0),
        ChannelTotal("phone", 2, 150, 0),
        ChannelTotal("meeting", 1, 60, 27560),
    )


def test_a_week_without_anything_has_no_totals() -> None:
    assert channel_totals(week_plan(plan_of(), "2027-W07", NOW)) == ()
