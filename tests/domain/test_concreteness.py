"""Concrete plans say what, who, where, when and at what cost (S23)."""

from salgsplan_tui.domain.concreteness import is_concrete, missing_of
from salgsplan_tui.storage.packaged import catalogue
from tests.planning import row

CHANNELS = catalogue()[0]


def test_a_bare_wish_lacks_almost_everything() -> None:
    assert missing_of(row("a1", title="Selge mer"), CHANNELS) == ("who", "where", "when")


def test_a_call_to_somebody_on_a_day_is_concrete() -> None:
    call = row("a1", title="Ring Marit", channel="phone", type="call", contacts=["p1"], date="2027-02-17")
    assert is_concrete(call, CHANNELS)


def test_a_week_is_a_when_and_an_audience_is_a_who() -> None:
    letter = row("a1", title="Brev", channel="letter", audience="60 borettslag", bucket="2027-W09")
    assert missing_of(letter, CHANNELS) == ("cost",)


def test_what_usually_costs_has_to_say_what_it_costs() -> None:
    fields = {"channel": "advertisement", "audience": "byen", "date": "2027-02-17"}
    assert missing_of(row("a1", **fields), CHANNELS) == ("cost",)
    assert not missing_of(row("a1", **fields, costs=[{"kind": "ad_space", "planned": "9000.00"}]), CHANNELS)


def test_own_work_needs_nobody() -> None:
    review = row("a1", channel="internal", type="review", kind="internal", date="2027-02-19")
    assert is_concrete(review, CHANNELS)
