"""A view that works at the desk of the screen it is a page of."""

from salgsplan_tui.tui.activity_actions import ActivityActions
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.views.view import PlannerView


class WorkingView(PlannerView):
    """A view that asks for changes and files, and opens what the screen opens."""

    @property
    def main(self) -> ActivityActions:
        """The screen that this view is a page of.

        Raises:
            TypeError: it is on another one.
        """
        screen = self.screen
        if not isinstance(screen, ActivityActions):
            raise TypeError(screen)
        return screen

    @property
    def desk(self) -> Desk:
        """The desk that the screen works with."""
        return self.main.desk
