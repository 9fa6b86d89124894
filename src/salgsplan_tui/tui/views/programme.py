"""The programme view: goals, strategies, activity programmes and the plans above (S1-S12; interaction.md 3)."""

from salgsplan_tui.tui.activity_actions import KEYS_OF_ACTIVITIES
from salgsplan_tui.tui.what_if import WhatIf


class ProgrammeView(WhatIf):
    """One sales plan at a time, sheet by sheet."""

    without = frozenset(KEYS_OF_ACTIVITIES) | {"plan.ill"}

    def allows(self, action: str) -> bool:
        """Leave out the keys that act on activities where the cursor stands on none, and that for a day of illness.

        `c` makes something on every line of this screen; an activity is confirmed where it is opened, or on the day.
        """
        return action not in {"ill", "confirm"} and (action not in KEYS_OF_ACTIVITIES.values() or bool(self.selected))
