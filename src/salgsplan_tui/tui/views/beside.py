"""A view with a panel of figures beside it, which the keys can go into and come back from."""

from typing import Final

from textual import events
from textual.binding import Binding

from salgsplan_tui.language import N_
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.views.view import PlannerView
from salgsplan_tui.tui.widgets.figure_panel import FigurePanel

PANEL_KEY: Final = Binding("right,l", "panel", N_("figures beside"), show=False, id="cursor.right")
"""The way into the panel; the day, which has its own keys on the arrows, has another."""


class PanelBeside(PlannerView):
    """A view whose keys act on its panel while that has the focus."""

    panel: FigurePanel

    @property
    def is_in_panel(self) -> bool:
        """Whether the cursor is among the figures beside."""
        return self.panel.has_focus

    @property
    def has_way_in(self) -> bool:
        """Whether the panel is in sight, and something in it opens."""
        return self.panel.can_focus and self.panel.display

    @property
    def panel_target(self) -> Target | None:
        """What the cursor in the panel stands on; None while it is elsewhere."""
        return self.panel.target if self.is_in_panel else None

    def action_panel(self) -> None:
        """Go into the panel; from there, back."""
        if self.is_in_panel:
            self.take_focus()
        elif self.has_way_in:
            self.screen.set_focus(self.panel)

    def on_figure_panel_left(self, message: FigurePanel.Left) -> None:
        """Go back to what the panel stands beside; not where another view is shown, which takes the keys itself."""
        message.stop()
        if self.display and (self.is_in_panel or self.screen.focused is None):
            self.take_focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what the keys act on now."""
        if event.widget is self.panel:
            self.follow_focus()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Say what the keys act on again."""
        if event.widget is self.panel:
            self.follow_focus()

    def follow_focus(self) -> None:
        """Tell of what the cursor stands on, here or in the panel."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out the way into a panel that is not in sight, or opens nothing."""
        if action == "panel":
            return self.has_way_in
        return super().check_action(action, parameters)
