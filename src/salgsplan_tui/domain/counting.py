"""What an activity counts for: attempts, people reached, meetings booked and held, minutes worked (chapter 4.1)."""

from typing import Final

from salgsplan_tui.domain.activity import Activity, Outcome

PHONE: Final = "phone"
"""The channel whose quantities are attempts."""
MEETINGS: Final = frozenset({"meeting", "visit", "demo", "distribution", "video_meeting", "site_visit"})
"""The channels whose quantities are meetings with customers."""
OFFER: Final = "offer"
"""The channel whose quantities are offers to be made."""

_REACHED: Final = frozenset(
    {
        Outcome.REACHED,
        Outcome.MEETING_BOOKED,
        Outcome.OFFER_WANTED,
        Outcome.OFFER_SENT,
        Outcome.ORDER,
        Outcome.NOT_NOW,
        Outcome.NO,
        Outcome.OBJECTED,
        Outcome.INFO_GIVEN,
    }
)
"""The outcomes that only somebody who was reached can give."""


def planned_number(row: Activity) -> int:
    """Return how many of its unit are planned; one where nothing is said."""
    return 1 if row.quantity_planned is None else row.quantity_planned


def done_number(row: Activity) -> int:
    """Return how many of its unit were done; as many as planned where nothing is said."""
    return planned_number(row) if row.quantity_done is None else row.quantity_done


def is_attempt(row: Activity) -> bool:
    """Say whether its quantity counts attempts to reach somebody."""
    return row.channel == PHONE


def is_meeting(row: Activity) -> bool:
    """Say whether its quantity counts meetings with customers."""
    return row.channel in MEETINGS


def reached(row: Activity) -> int:
    """Return how many people a done call reached; without a count, one if its outcome tells so."""
    if "reached" in row.outcome_counts:
        return row.outcome_counts["reached"]
    return int(is_attempt(row) and row.outcome in _REACHED)


def booked(row: Activity) -> int:
    """Return how many meetings a done activity led to; without a count, one if its outcome tells so."""
    if "meetings_booked" in row.outcome_counts:
        return row.outcome_counts["meetings_booked"]
    return int(row.outcome is Outcome.MEETING_BOOKED)


def worked_minutes(row: Activity) -> int:
    """Return the minutes a done activity took; its planned ones where nothing is said (decisions.md)."""
    return (row.minutes or 0) if row.actual_minutes is None else row.actual_minutes
