"""The purchase stages: which way is forward, and what an outcome suggests (chapter 3.6)."""

from collections.abc import Mapping
from typing import Final

from salgsplan_tui.domain.activity import Outcome
from salgsplan_tui.domain.customers import Stage

LADDER: Final = (
    Stage.UNKNOWN,
    Stage.LEAD,
    Stage.CONTACTED,
    Stage.INTERESTED,
    Stage.NEED_CLEAR,
    Stage.OFFERED,
    Stage.BOUGHT,
    Stage.REPURCHASED,
    Stage.EXPANDED,
    Stage.AMBASSADOR,
)
"""The way to a purchase and beyond, from the bottom."""
BESIDE: Final = (Stage.DORMANT, Stage.LOST, Stage.NOT_TARGET)
"""The stages beside the ladder."""

_SUGGESTED: Final[Mapping[Outcome, Stage]] = {
    Outcome.REACHED: Stage.CONTACTED,
    Outcome.INFO_GIVEN: Stage.CONTACTED,
    Outcome.MEETING_BOOKED: Stage.INTERESTED,
    Outcome.OFFER_WANTED: Stage.NEED_CLEAR,
    Outcome.OFFER_SENT: Stage.OFFERED,
    Outcome.ORDER: Stage.BOUGHT,
}


def is_backward(old: Stage, new: Stage) -> bool:
    """Say whether a step leads down the ladder or off it, which wants a reason."""
    if new in BESIDE:
        return old not in BESIDE and old is not Stage.UNKNOWN
    return old in LADDER and LADDER.index(new) < LADDER.index(old)


def suggested(stage: Stage, outcome: Outcome | None) -> Stage | None:
    """Return the stage further on that an outcome points to, or None; the person decides."""
    if outcome is Outcome.ORDER and stage in LADDER and LADDER.index(stage) >= LADDER.index(Stage.BOUGHT):
        return Stage.REPURCHASED if stage is Stage.BOUGHT else None
    to = None if outcome is None else _SUGGESTED.get(outcome)
    if to is None or stage is Stage.NOT_TARGET or (stage in LADDER and LADDER.index(to) <= LADDER.index(stage)):
        return None
    return to
