"""The words for what is known of offers and service cases; plain functions, no widgets (style guide 16)."""

from typing import Final

from salgsplan_tui.domain.sales import OfferState
from salgsplan_tui.domain.service import CaseState
from salgsplan_tui.language import N_, _

_OFFERS: Final[dict[OfferState, str]] = {
    "draft": N_("draft"),
    "sent": N_("out"),
    "won": N_("won"),
    "lost": N_("lost"),
    "withdrawn": N_("withdrawn"),
    "expired": N_("expired"),
}
_CASES: Final[dict[CaseState, str]] = {
    CaseState.REPORTED: N_("reported"),
    CaseState.HEARD: N_("heard"),
    CaseState.ACKNOWLEDGED: N_("acknowledged"),
    CaseState.SOLUTION_AGREED: N_("solution agreed"),
    CaseState.RESOLVED: N_("resolved"),
    CaseState.FOLLOWED_UP: N_("followed up"),
    CaseState.CLOSED: N_("closed"),
    CaseState.WAITING_CUSTOMER: N_("waiting for the customer"),
    CaseState.ESCALATED: N_("raised to the leader"),
    CaseState.REOPENED: N_("reopened"),
}


def offer_state_name(state: OfferState) -> str:
    """Return the state of an offer in words."""
    return _(_OFFERS[state])


def case_state_name(state: CaseState) -> str:
    """Return how far a service case has come, in words."""
    return _(_CASES[state])
