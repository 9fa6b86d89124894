"""The programme view: goals, strategies, activity programmes and the plans above (S1-S12; interaction.md 3)."""

from typing import Final

from textual.binding import Binding

from salgsplan_tui.tui.activity_actions import ActivityActions
from salgsplan_tui.tui.what_if import WhatIf

_OF_ACTIVITIES: Final = {
    str(binding.id): binding.action.partition("(")[0]
    for binding in ActivityActions.BINDINGS
    if isinstance(binding, Binding) and binding.id != "activity.open"
}
"""The keys that act on activities, with their actions: here they do so only where the cursor stands on one."""


class ProgrammeView(WhatIf):
    """One sales plan at a time, sheet by sheet."""

    without = frozenset(_OF_ACTIVITIES) | {"plan.ill"}

    def allows(self, action: str) -> bool:
        """Leave out the keys that act on activities where the cursor stands on none, and that for a day of illness."""
        return action != "ill" and (action not in _OF_ACTIVITIES.values() or bool(self.selected))
