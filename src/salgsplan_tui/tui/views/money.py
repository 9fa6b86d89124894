"""The money view: cost budget, own sales goal, channels, profit, market, offers and orders (interaction.md 3)."""

from typing import Final

from salgsplan_tui.tui.activity_actions import KEYS_OF_ACTIVITIES
from salgsplan_tui.tui.money_actions import MoneyActions

_MARKING: Final = frozenset({"view.mark", "view.mark_all", "view.unmark"})
_OF_THE_DAY: Final = {"plan.carry_over": "carry_over", "plan.ill": "ill"}


class MoneyView(MoneyActions):
    """One programme's money, sheet by sheet."""

    without = frozenset(KEYS_OF_ACTIVITIES) | _MARKING | _OF_THE_DAY.keys()

    def allows(self, action: str) -> bool:
        """Leave out the keys that act on activities and days."""
        return action not in {*KEYS_OF_ACTIVITIES.values(), *_OF_THE_DAY.values()}
