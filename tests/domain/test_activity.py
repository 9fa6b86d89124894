"""An activity knows its days, its end, and whether it is overdue."""

import datetime as dt

import pytest

from salgsplan_tui.domain.activity import Activity, Outcome, Reason, State
from salgsplan_tui.domain.checking import MisfitError, checked
from salgsplan_tui.domain.dates import Span
from tests.planning import NOW, row


def test_a_row_of_the_sample_file_is_read_whole() -> None:
    activity = checked(
        Activity,
        {
            "id": "a17",
            "title": "Behovsmøte Kvernsletta kommune",
            "channel": "meeting",
            "state": "done",
            "date": dt.date(2027, 2, 3),
            "start": "11:00",
            "minutes": 60,
            "customers": ["k05"],
            "costs": [{"kind": "material", "line": "b1", "planned": "120.50"}],
            "outcome": "offer_wanted",
            "outcome_counts": {"offers_wanted": 1},
            "reschedules": [{"from": "2027-01-28", "to": "2027-02-03", "by": "customer", "reason": "customer_asked"}],
        },
    )
    assert activity.start == dt.time(11)
    assert activity.costs[0].planned == 12050
    assert activity.outcome is Outcome.OFFER_WANTED
    assert activity.reschedules[0].from_ == "2027-01-28"
    assert activity.reschedules[0].reason is Reason.CUSTOMER_ASKED


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes": "30"},
        {"minutes": True},
        {"minutes": -1},
        {"date": "17.2.2027"},
        {"date": "2027-02-30"},
        {"date": dt.date(9999, 12, 31)},
        {"date": dt.date(1, 1, 1)},
        {"date": dt.datetime(2027, 2, 17, tzinfo=dt.UTC)},
        {"start": 34200},
        {"start": "9:00"},
        {"state": "finished"},
        {"priority": 4},
        {"value": 1250.0},
        {"value": 1250},
        {"customers": "k05"},
        {"id": "../../etc/passwd"},
        {"costs": [{"planned": 5}]},
    ],
)
def test_a_wrong_kind_of_value_in_a_file_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(MisfitError):
        checked(Activity, {"id": "a1", "title": "x"} | wrong)


def test_a_key_of_a_newer_program_is_kept() -> None:
    activity = row("a1", colour="green")
    assert activity.extra_fields == {"colour": "green"}


def test_a_row_covers_its_days_up_to_the_day_after_the_last() -> None:
    fair = row("a38", date="2027-03-10", end_date="2027-03-12")
    assert fair.span == Span(dt.date(2027, 3, 10), dt.date(2027, 3, 13))
    assert row("a1", bucket="2026-W53").span == Span(dt.date(2026, 12, 28), dt.date(2027, 1, 4))
    assert row("a1").span is None


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        ({"date": "2027-02-17", "start": "09:00", "minutes": 30}, "2027-02-17T09:30"),
        ({"date": "2027-02-17", "start": "23:30", "minutes": 60}, "2027-02-18T00:30"),
        ({"date": "2027-02-17"}, "2027-02-18T00:00"),
        ({"date": "2027-03-10", "end_date": "2027-03-12", "start": "09:00", "minutes": 60}, "2027-03-13T00:00"),
        ({"bucket": "2027-W07"}, "2027-02-22T00:00"),
    ],
)
def test_a_row_is_over_at_its_last_minute(fields: dict[str, object], end: str) -> None:
    assert row("a1", **fields).end == dt.datetime.fromisoformat(end)


def test_what_should_have_been_over_is_overdue_until_it_is_settled() -> None:
    yesterday = row("a26", date="2027-02-16", start="09:00", minutes=120)
    assert yesterday.overdue(NOW)
    assert not yesterday.changed_to(state=State.DONE).overdue(NOW)
    assert not yesterday.changed_to(state=State.DRAFT).overdue(NOW)
    assert not row("a27", date="2027-02-17", start="09:00", minutes=30).overdue(NOW)
    assert row("a0", bucket="2027-W06").overdue(NOW)
    assert not row("a0", bucket="2027-W07").overdue(NOW)
    assert not row("idea").overdue(NOW)
