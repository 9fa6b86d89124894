"""What the channels have given, with the golden figures of chapter 4.6 and 8.6."""

from fractions import Fraction
from pathlib import Path

from salgsplan_tui.domain.channel_results import ChannelResult, results_by_channel, what_if
from tests.planning import plan_of, row
from tests.tui.opening import sample, session_on


def test_the_samples_calls_cost_430_kroner_a_meeting(tmp_path: Path) -> None:
    session = session_on(sample(tmp_path / "home"))
    session.need_all()
    phone = results_by_channel(session.plan)["phone"]
    assert (phone.number, phone.contacts, phone.meetings) == (6, 49, 12)
    assert phone.cost == 5_160_00
    assert phone.cost_of(phone.meetings) == 430_00
    assert phone.cost_of(phone.contacts) == Fraction(5_160_00, 49)


def test_orders_count_in_the_channel_of_the_activity_they_came_from(tmp_path: Path) -> None:
    session = session_on(sample(tmp_path / "home"))
    session.need_all()
    results = results_by_channel(session.plan)
    assert {channel: each.orders for channel, each in results.items() if each.orders} == {
        "meeting": 1,
        "visit": 1,
        "distribution": 1,
        "email": 1,
    }


def test_what_was_not_done_gave_nothing_and_a_divisor_of_0_gives_no_value() -> None:
    plan = plan_of(row("r1", channel="phone", date="2027-02-17"))
    assert results_by_channel(plan) == {}
    assert ChannelResult().cost_of(0) is None
    assert ChannelResult().cost_of(None) is None


def test_without_sales_offers_and_orders_are_not_known() -> None:
    done = row("r1", channel="phone", date="2027-02-16", state="done", outcome="meeting_booked", contacts=["p1"])
    (result,) = results_by_channel(plan_of(done)).values()
    assert (result.contacts, result.meetings, result.offers, result.orders) == (1, 1, None, None)


def test_one_more_call_session_is_told_by_the_channels_own_figures(tmp_path: Path) -> None:
    session = session_on(sample(tmp_path / "home"))
    session.need_all()
    kind = session.plan.channels.type("phone", "call_session")
    assert kind is not None
    would = what_if(session.plan, "phone", kind)
    assert (would.cost, would.contacts, would.break_even) == (Fraction(860_00), Fraction(49, 6), 1)
    alone = what_if(plan_of(), "phone", kind)
    assert (alone.contacts, alone.break_even) == (None, None)
