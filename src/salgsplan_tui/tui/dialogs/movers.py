"""Who moved an activity, in words."""

from typing import Final

from salgsplan_tui.domain.activity import MovedBy
from salgsplan_tui.language import N_, _

MOVERS: Final[dict[MovedBy, str]] = {
    "me": N_("moved by me"),
    "customer": N_("moved by the customer"),
    "leader": N_("moved by the leader"),
    "other": N_("moved by others"),
}
"""In the order in which they are offered."""


def mover_name(by: MovedBy) -> str:
    """Return who moved it."""
    return _(MOVERS[by])
