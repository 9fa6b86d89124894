"""The money view: cost budget, own sales goal, channels, profit, market, offers and orders (interaction.md 3)."""

from typing import Final

from textual.binding import Binding

from salgsplan_tui.tui.activity_actions import ActivityActions
from salgsplan_tui.tui.money_actions import MoneyActions

_OF_ACTIVITIES: Final = tuple(
    binding for binding in ActivityActions.BINDINGS if isinstance(binding, Binding) and binding.id != "activity.open"
)
"""The keys that act on activities, of which there are none here; what the cursor stands on can be opened."""
_MARKING: Final = frozenset({"view.mark", "view.mark_all", "view.unmark"})
_OF_THE_DAY: Final = {"plan.carry_over": "carry_over", "plan.ill": "ill"}


class MoneyView(MoneyActions):
    """One programme's money, sheet by sheet."""

    without = frozenset(str(binding.id) for binding in _OF_ACTIVITIES) | _MARKING | _OF_THE_DAY.keys()

    def allows(self, action: str) -> bool:
        """Leave out the keys that act on activities and days."""
        of_activities = {binding.action.partition("(")[0] for binding in _OF_ACTIVITIES}
        return action not in of_activities | set(_OF_THE_DAY.values())
