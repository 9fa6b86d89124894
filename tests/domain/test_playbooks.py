"""Playbooks: a chain around one date, moved as a whole as far as it is open."""

import datetime as dt

import pytest

from salgsplan_tui.domain import life
from salgsplan_tui.domain.activity import Reason
from salgsplan_tui.domain.checking import MisfitError, checked_fields
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.playbook import Playbook
from salgsplan_tui.domain.playbooks import (
    Run,
    anchors_moved,
    move_run,
    open_steps,
    playbook_called,
    rows_in_run,
    rows_of,
    start,
)
from salgsplan_tui.storage.packaged import catalogue
from salgsplan_tui.storage.packaged_playbooks import playbooks
from tests.planning import STAMP, plan_of

FAIR = checked_fields(
    Playbook,
    {
        "code": "fair",
        "nb": "Fagmesse",
        "en": "Trade fair",
        "words": ["messe"],
        "steps": [
            {"nb": "Følg opp", "en": "Follow up", "offset": "3wd"},
            {"nb": "Inviter", "en": "Invite", "offset": "-8wd", "minutes": 120, "channel": "phone"},
            {"nb": "Messe", "en": "Fair", "offset": "0d", "start": "09:00"},
            {"nb": "Bestill", "en": "Book", "offset": "-60d"},
        ],
    },
)
DAY = dt.date(2027, 3, 10)
RUN = Run(FAIR, DAY, ("r1", "x1", "x2", "x3", "x4"), "nb")


def running() -> Plan:
    return start(plan_of(), rows_of(RUN, plan_of()), at=STAMP)


def dates(plan: Plan) -> list[str]:
    return [f"{row.date:%d.%m} {row.title}" for row in rows_in_run(plan, "r1") if row.date]


def test_each_step_stands_so_long_from_the_date() -> None:
    assert dates(running()) == ["09.01 Bestill", "26.02 Inviter", "10.03 Messe", "15.03 Følg opp"]


def test_steps_skip_red_days() -> None:
    easter = rows_of(Run(FAIR, dt.date(2027, 3, 24), RUN.ids, "en"), plan_of())
    assert [f"{row.date:%d.%m} {row.title}" for row in easter if row.date][-1] == "01.04 Follow up"


def test_a_run_moves_as_far_as_it_is_open() -> None:
    plan = life.skip(running(), "x4", at=STAMP)
    plan = move_run(plan, "r1", dt.date(2027, 3, 17), at=STAMP)
    assert dates(plan) == ["09.01 Bestill", "05.03 Inviter", "17.03 Messe", "22.03 Følg opp"]
    assert plan.activity("x3").start == dt.time(9)


def test_a_run_of_which_nothing_is_open_cannot_be_moved() -> None:
    with pytest.raises(NotFoundError, match="no_run"):
        move_run(plan_of(), "r1", DAY, at=STAMP)


@pytest.mark.parametrize("name", ["fair", "Fagmesse", "MESSE", "trade", "fagm"])
def test_a_playbook_is_called_by_code_name_word_or_beginning(name: str) -> None:
    assert playbook_called({"fair": FAIR}, name) is FAIR


def test_an_unknown_playbook_is_told() -> None:
    with pytest.raises(NotFoundError, match="no_playbook"):
        playbook_called({"fair": FAIR}, "lansering")


def test_the_packaged_playbooks_name_known_channels_and_types() -> None:
    channels = catalogue()[0]
    for playbook in playbooks().values():
        assert any(step.offset == "0d" for step in playbook.steps)
        for step in playbook.steps:
            assert channels.type(step.channel, step.type) is not None, step


@pytest.mark.parametrize("offset", ["3", "3w", "", "-3 d", "1000d"])
def test_an_offset_is_days_or_working_days(offset: str) -> None:
    with pytest.raises(MisfitError):
        checked_fields(
            Playbook, {"code": "x", "nb": "X", "en": "X", "steps": [{"nb": "a", "en": "a", "offset": offset}]}
        )


def test_the_date_of_a_run_changes_with_its_anchor_alone() -> None:
    rows = rows_in_run(running(), "r1")
    to = {row.id: Placement(dt.date(2027, 3, 17)) for row in rows}
    assert anchors_moved(rows, to) == {"r1": dt.date(2027, 3, 17)}
    assert anchors_moved(rows, {row.id: Placement(row.date, dt.time(11)) for row in rows}) == {}
    assert anchors_moved(rows, {row.id: Placement(bucket="2027-W11") for row in rows}) == {}
    assert anchors_moved([row for row in rows if row.offset != "0d"], to) == {}


def test_the_steps_still_open_are_told_beside_the_one_that_is_moved() -> None:
    plan = life.skip(running(), "x4", at=STAMP)
    assert [row.title for row in open_steps(plan, "r1", besides={"x3"})] == ["Inviter", "Følg opp"]


def test_every_step_that_moves_tells_why() -> None:
    plan = move_run(running(), "r1", dt.date(2027, 3, 17), at=STAMP, by="customer", reason=Reason.CUSTOMER_ASKED)
    events = [event for row in rows_in_run(plan, "r1") for event in row.reschedules]
    assert [(event.by, event.reason) for event in events] == [("customer", Reason.CUSTOMER_ASKED)] * 4
