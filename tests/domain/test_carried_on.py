"""What is overdue is carried on where it can still be done: not a fair that is over, nor what comes again."""

import datetime as dt

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.carried_on import unfinished

NOW = dt.datetime(2027, 3, 11, 8, 0)


def row(name: str, channel: str, kind: str, **more: object) -> Activity:
    made = Activity(id=name, title=name, channel=channel, type=kind, state=State.PLANNED, date=dt.date(2027, 3, 10))
    return made.changed_to(**more)


def test_what_can_still_be_done_is_carried_on_and_the_rest_stays_with_its_reason() -> None:
    found = unfinished(
        (
            row("call", "phone", "call"),
            row("fair", "trade_fair", "trade_fair"),
            row("fair-to-tomorrow", "trade_fair", "trade_fair", end_date=dt.date(2027, 3, 12)),
            row("week", "internal", "review"),
            row("plan", "internal", "planning"),
            row("again", "phone", "call", series="s1"),
            row("done", "phone", "call", state=State.DONE),
            row("ahead", "event", "event", date=dt.date(2027, 3, 20)),
        ),
        NOW,
    )
    assert [each.id for each in found.carried] == ["call", "plan"]
    assert {each.row.id: each.why for each in found.stays} == {
        "fair": "event_over",
        "week": "review_gone_by",
        "again": "series_goes_on",
    }
