"""What is missing in the plan becomes rows of a week, and then nothing is missing."""

from itertools import count

from salgsplan_tui.domain import edits
from salgsplan_tui.domain.basis import Basis, basis_of
from salgsplan_tui.domain.funnel import Funnel, funnel_of
from salgsplan_tui.domain.missing_rows import missing_rows
from salgsplan_tui.storage.packaged import catalogue
from tests.domain.programmes import basis, programme
from tests.planning import STAMP, order
from tests.sample_quarter import quarter


def funnel(found: Basis) -> Funnel:
    made = funnel_of(found)
    assert made is not None
    return made


def test_the_samples_thirteen_calls_and_seven_meetings_are_planned_this_week_with_their_time() -> None:
    found, ids = quarter(), count(1)
    rows = tuple(
        missing_rows(
            found, funnel(found), "2027-W07", {"attempts": "Ringe", "meetings": "Møter"}, lambda: f"new{next(ids)}"
        )
    )
    assert [(each.title, each.bucket, each.quantity_planned, each.minutes, each.goal) for each in rows] == [
        ("Ringe", "2027-W07", 13, 102, "m1"),
        ("Møter", "2027-W07", 7, 578, "m1"),
    ]
    plan = found.plan
    for each in rows:
        plan = edits.add(plan, each, at=STAMP)
    after = funnel(basis_of(plan, found.programme, found.as_of))
    assert (after.missing.attempts, after.missing.meetings) == (0, 0)


def test_their_channels_types_and_units_are_the_catalogues() -> None:
    found, channels = basis(), catalogue()[0]
    for each in missing_rows(found, funnel(found), "2027-W07", {"attempts": "", "meetings": ""}, lambda: "n1"):
        kind = channels.type(each.channel, each.type)
        assert kind is not None
        assert kind.unit == each.unit


def test_where_nothing_is_missing_nothing_is_added() -> None:
    sold = [order("o1", amount="500000.00", date="2027-01-20")]
    found = basis(programme=programme(), orders=sold)
    assert list(missing_rows(found, funnel(found), "2027-W07", {"attempts": "", "meetings": ""}, lambda: "n1")) == []
