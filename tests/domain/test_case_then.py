"""A service case as it stood on an earlier day: by its stamps, its waits and what it came to before it was reopened."""

import datetime as dt

import pytest

from salgsplan_tui.domain.case_then import case_on
from salgsplan_tui.domain.service import CaseState, Reopening, ServiceCase, Waiting


def at(day: int, hour: int = 9) -> dt.datetime:
    return dt.datetime(2027, 2, day, hour)


LONG = ServiceCase(
    id="s1",
    customer="k1",
    state=CaseState.CLOSED,
    opened=at(1),
    first_response=at(2),
    acknowledged=at(3),
    waiting=(Waiting(since=at(4), until=at(6)),),
    agreed=at(6),
    solution="Ny pumpe",
    escalated=at(8),
    resolved=at(9),
    followed_up=dt.date(2027, 2, 10),
    closed=dt.date(2027, 2, 12),
    end_mood=2,
    result="buyers_joy",
)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (1, CaseState.REPORTED),
        (2, CaseState.HEARD),
        (3, CaseState.ACKNOWLEDGED),
        (5, CaseState.WAITING_CUSTOMER),
        (6, CaseState.SOLUTION_AGREED),
        (8, CaseState.ESCALATED),
        (9, CaseState.RESOLVED),
        (11, CaseState.FOLLOWED_UP),
        (12, CaseState.CLOSED),
        (28, CaseState.CLOSED),
    ],
)
def test_its_state_is_that_of_its_last_stamp_then(day: int, state: CaseState) -> None:
    then = case_on(LONG, dt.date(2027, 2, day))
    assert then is not None
    assert then.state is state
    assert (then.solution is None) == (day < 6)
    assert (then.end_mood is None) == (day < 9)


def test_one_that_came_later_was_not_there() -> None:
    assert case_on(LONG, dt.date(2027, 1, 31)) is None


def test_one_that_was_opened_again_later_was_closed() -> None:
    told = {name: getattr(LONG, name) for name in Reopening.field_keys if name not in {"at", "reason"}}
    empty = dict.fromkeys((*told, "agreed"))
    again = LONG.changed_to(**empty, state=CaseState.REOPENED, reopened=(Reopening(at=at(20), **told),))
    then = case_on(again, dt.date(2027, 2, 14))
    assert then is not None
    assert (then.state, then.end_mood, then.reopened) == (CaseState.CLOSED, 2, ())
    assert case_on(again, dt.date(2027, 2, 20)) == again
