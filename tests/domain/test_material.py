"""The material of what many meet: its usual deadline, the plans it stands in, and what goes along with a move."""

import datetime as dt

import pytest

from salgsplan_tui.domain import edits, life
from salgsplan_tui.domain.copying import copies_of_week, paste
from salgsplan_tui.domain.day_plan import day_plan, week_plan
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.important_dates import important_dates
from salgsplan_tui.domain.material import takes_material, usual_material_due, with_usual_material
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.series_edits import Revision, Scope, revise
from salgsplan_tui.storage.packaged import catalogue
from tests.planning import NOW, STAMP, WEDNESDAY, plan_of, row

CATALOGUE = catalogue()[0]
AD = row("a1", date="2027-03-19", material_due="2027-02-17", appears_from="2027-03-19", appears_to="2027-03-26")


@pytest.mark.parametrize(
    ("channel", "date", "due"),
    [
        ("advertisement", "2027-03-19", "2027-03-12"),  # five days before is a Sunday
        ("advertisement", "2027-02-19", "2027-02-17"),  # that would have been last week
        ("trade_journal", "2027-04-16", "2027-03-24"),  # three weeks before is the second day of Easter's
        ("advertisement", "2027-02-16", None),
        ("phone", "2027-03-19", None),
        (None, "2027-03-19", None),
    ],
)
def test_the_usual_deadline_is_the_lead_time_before_on_a_working_day_and_never_past(
    channel: str | None, date: str, due: str | None
) -> None:
    found = usual_material_due(CATALOGUE.type(channel), dt.date.fromisoformat(date), WEDNESDAY)
    assert (None if found is None else str(found)) == due


def test_a_deadline_that_was_given_stays() -> None:
    assert with_usual_material(plan_of(AD), AD, WEDNESDAY) == AD


def test_one_to_many_channels_and_those_with_a_lead_time_have_material() -> None:
    wanted = {"advertisement", "radio", "internet", "letter", "trade_fair"}
    assert {code for code in (*wanted, "phone", "visit") if takes_material(CATALOGUE, code, None)} == wanted


def test_a_deadline_stands_in_the_plan_of_its_day_until_it_is_ticked_off() -> None:
    plan = plan_of(AD)
    before, after = (WEDNESDAY + dt.timedelta(days=days) for days in (-1, 1))
    assert day_plan(plan, before, NOW).material == ()
    assert day_plan(plan, WEDNESDAY, NOW).material == (AD,)
    assert day_plan(plan, after, NOW).material == ()
    assert day_plan(plan, after, NOW + dt.timedelta(days=1)).material == (AD,)
    assert week_plan(plan, "2027-W07", NOW).material == (AD,)
    assert [(each.kind, each.date) for each in important_dates(plan, week_plan(plan, "2027-W07", NOW).span, ())] == [
        ("material", WEDNESDAY)
    ]
    sent = life.deliver_material(plan, "a1", today=WEDNESDAY, at=STAMP)
    assert sent.activity("a1").material_sent == WEDNESDAY
    assert day_plan(sent, WEDNESDAY, NOW).material == ()
    assert life.deliver_material(sent, "a1", today=WEDNESDAY, at=STAMP).activity("a1").material_sent is None


def test_what_stands_on_the_day_anyway_or_is_overdue_is_not_told_twice() -> None:
    here = row("a2", date="2027-02-17", material_due="2027-02-17")
    late = row("a3", date="2027-02-16", material_due="2027-02-12")
    settled = row("a4", date="2027-03-01", material_due="2027-02-17", state="cancelled")
    assert day_plan(plan_of(here, late, settled), WEDNESDAY, NOW).material == ()


def test_what_has_no_deadline_cannot_be_delivered() -> None:
    with pytest.raises(RefusedError, match="no_material"):
        life.deliver_material(plan_of(row("a1", date="2027-02-17")), "a1", today=WEDNESDAY, at=STAMP)


def test_deadline_and_appearance_go_along_with_a_move_and_what_was_delivered_stays() -> None:
    to = Placement(dt.date(2027, 3, 22))
    moved = life.move(plan_of(AD), "a1", to, at=STAMP).activity("a1")
    assert [str(each) for each in (moved.material_due, moved.appears_from, moved.appears_to)] == [
        "2027-02-20",
        "2027-03-22",
        "2027-03-29",
    ]
    sent = AD.changed_to(material_sent=WEDNESDAY)
    assert life.move(plan_of(sent), "a1", to, at=STAMP).activity("a1").material_due == AD.material_due


def test_a_deadline_that_is_set_with_the_move_wins() -> None:
    revision = Revision({"material_due": WEDNESDAY}, Placement(dt.date(2027, 3, 22)))
    revised = revise(plan_of(AD), "a1", Scope("this", WEDNESDAY, "n1"), revision, at=STAMP).activity("a1")
    assert (revised.material_due, revised.appears_from) == (WEDNESDAY, dt.date(2027, 3, 22))


def test_a_copy_has_its_own_deadline_and_a_duplicate_none() -> None:
    plan = plan_of(AD.changed_to(material_sent=WEDNESDAY))
    assert edits.duplicate(plan, "a1", "n1", at=STAMP).activity("n1").material_due is None
    copies = copies_of_week(plan, dt.date(2027, 3, 19), dt.date(2027, 4, 9))
    copied = paste(plan, copies, {"a1": "n1"}, at=STAMP).activity("n1")
    assert (copied.material_due, copied.material_sent) == (dt.date(2027, 3, 10), None)
