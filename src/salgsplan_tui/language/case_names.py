"""The names of how far a service case has come, and of what it came to (chapter 3.7)."""

from typing import Final

from salgsplan_tui.language import N_, _

_STATES: Final = {
    "reported": N_("reported"),
    "heard": N_("heard"),
    "acknowledged": N_("acknowledged"),
    "solution_agreed": N_("solution agreed"),
    "resolved": N_("resolved"),
    "followed_up": N_("followed up"),
    "closed": N_("ended"),
    "waiting_customer": N_("waiting for the customer"),
    "escalated": N_("raised to the leader"),
    "reopened": N_("reopened"),
}
_RESULTS: Final = {
    "buyers_joy": N_("buyer's joy"),
    "satisfied": N_("satisfied"),
    "neutral": N_("neutral"),
    "dissatisfied": N_("dissatisfied"),
    "lost": N_("lost customer"),
    "rejected": N_("rejected"),
}


def case_state_name(code: str) -> str:
    """Return how far a service case has come, in words."""
    return _(_STATES[code])


def case_result_name(code: str) -> str:
    """Return what a service case came to, in words; a code that is not known stands for itself."""
    return _(_RESULTS[code]) if code in _RESULTS else code
