"""«klage Olsen i dag 15:30» opens a service case with its next activity, in both languages."""

import datetime as dt
from dataclasses import replace
from typing import Final

import pytest

from salgsplan_tui.domain.activity import Outcome
from salgsplan_tui.domain.quick_add import Reading
from salgsplan_tui.domain.results import Result
from salgsplan_tui.domain.service import CaseState, ServiceCase
from salgsplan_tui.domain.taking import finish, take
from tests.domain.quick_add.lines import NOW, PEOPLE, plan_with, reading
from tests.planning import STAMP

PLAN: Final = plan_with(*PEOPLE)


def case_in(found: Reading) -> ServiceCase:
    assert found.case is not None
    return found.case


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("klage Olsen i dag 15:30", "nb", "complaint"),
        ("complaint Olsen today 15:30", "en", "complaint"),
        ("reklamasjon @Olsen i dag 15:30 30m", "nb", "claim"),
        ("claim Olsen today 15:30", "en", "claim"),
        ("servicesak Olsen i dag 15:30", "nb", "complaint"),
    ],
)
def test_a_complaint_opens_a_case_with_its_next_activity(text: str, language: str, kind: str) -> None:
    found = reading(text, language=language)
    case = case_in(found)
    assert (case.customer, case.type, case.state, case.channel) == ("k04", kind, CaseState.REPORTED, None)
    assert (case.opened, case.start_mood, case.activities) == (NOW, -1, (found.activity.id,))
    assert (found.activity.channel, found.activity.date, found.activity.start) == (
        "service",
        NOW.date(),
        dt.time(15, 30),
    )
    assert [each.code for each in found.notices] == ["case_opened_somehow"]
    plan = take(PLAN, found, now=NOW, at=STAMP)
    assert plan.cases[case.id].title == case.title
    assert plan.holds(found.activity.id)


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("klage Olsen på e-post i dag 15:30", "email"),
        ("klage Olsen per telefon. Feil filter", "phone"),
        ("reklamasjon Olsen via melding, feil filter", "direct_message"),
        ("complaint Olsen on the phone today", "phone"),
        ("claim Olsen by mail", "email"),
    ],
)
def test_how_it_came_in_is_read_and_told(text: str, channel: str) -> None:
    found = reading(text)
    assert case_in(found).channel == channel
    (notice,) = found.notices
    assert (notice.code, notice.values["channel"]) == (
        "case_opened",
        {each: PLAN.channels.name(channel, each) for each in ("nb", "en")},
    )


@pytest.mark.parametrize("text", ["klage Olsen på tilbudet", "klage Olsen på filteret", "klage Olsen brev"])
def test_what_it_is_about_is_no_way_it_came_in(text: str) -> None:
    assert case_in(reading(text)).channel is None


@pytest.mark.parametrize(
    "text",
    [
        "servicebesøk Olsen fre 10",
        "ring Olsen om klage fre 10",
        "klage i dag 15:30",
        "klage Olsen hver fredag",
        "ring Olsen fre",
    ],
)
def test_other_lines_open_none(text: str) -> None:
    assert reading(text).case is None


def test_it_goes_on_with_the_one_open_case_of_the_same_kind() -> None:
    known = ServiceCase(id="s1", customer="k04", opened=NOW, title="Klagen på støy")
    plan = replace(PLAN, cases={"s1": known})
    found = reading("klage Olsen fre 10", plan=plan)
    assert case_in(found) is known
    assert [each.code for each in found.notices] == ["case_goes_on"]
    assert take(plan, found, now=NOW, at=STAMP).cases["s1"].activities == (found.activity.id,)
    assert case_in(reading("reklamasjon Olsen fre 10", plan=plan)).id != "s1"
    closed = replace(PLAN, cases={"s1": known.changed_to(state=CaseState.CLOSED)})
    assert case_in(reading("klage Olsen fre 10", plan=closed)).id != "s1"


def test_what_was_done_already_was_the_first_answer() -> None:
    found = reading("klage Olsen i dag 08:30 -> informert")
    case = case_in(found)
    assert (case.state, case.opened, case.first_response) == (
        CaseState.HEARD,
        dt.datetime(2026, 10, 7, 8, 30),
        dt.datetime(2026, 10, 7, 8, 30),
    )
    plan = take(PLAN, found, now=NOW, at=STAMP)
    assert plan.activity(found.activity.id).state.value == "done"


def test_doing_the_activity_of_a_case_is_its_first_answer_unless_nobody_was_reached() -> None:
    found = reading("klage Olsen i dag 09:30")
    plan = take(PLAN, found, now=NOW, at=STAMP)
    later = NOW + dt.timedelta(hours=1)
    missed = finish(plan, (found.activity.id,), Result(Outcome.NO_ANSWER), None, now=later, at=STAMP)
    assert missed.cases[case_in(found).id].state is CaseState.REPORTED
    reached = finish(plan, (found.activity.id,), Result(Outcome.REACHED), None, now=later, at=STAMP)
    case = reached.cases[case_in(found).id]
    assert (case.state, case.first_response) == (CaseState.HEARD, dt.datetime(2026, 10, 7, 9, 30))
