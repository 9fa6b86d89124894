"""How a goal or an improvement area ended: a code, or a word for it in either language."""

from collections.abc import Mapping
from typing import Final, get_args

from salgsplan_tui.domain.programme import GoalStatus
from salgsplan_tui.language.sorting import folded

ENDS: Final[tuple[GoalStatus, ...]] = get_args(GoalStatus)
_WORDS: Final[Mapping[GoalStatus, tuple[str, ...]]] = {
    "open": ("åpen", "åpent", "underveis", "jobbes med", "under way", "worked on"),
    "reached": ("nådd", "oppnådd", "innfridd", "achieved"),
    "missed": ("ikke nådd", "ikke oppnådd", "bommet", "not reached"),
    "dropped": ("droppet", "lagt bort", "oppgitt", "given up"),
}
"""What the screens call them in either language, and what people say besides."""
_ENDS: Final[Mapping[str, GoalStatus]] = {folded(word): end for end in ENDS for word in (end, *_WORDS[end])}


def end_meant(text: str) -> GoalStatus | None:
    """Return the end of this code or word, such as «ikke nådd»; None where there is none such."""
    return _ENDS.get(" ".join(folded(text).replace("-", " ").split()))
