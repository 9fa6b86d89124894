"""The table of views: a line each, in the order of their keys; a view is loaded on its first visit."""

from importlib import import_module
from typing import Final, NamedTuple

from salgsplan_tui.language import N_
from salgsplan_tui.tui.views.view import PlannerView


class ViewEntry(NamedTuple):
    """A view: its key, its code, which is its module's name, its name, and its short name at 80 columns."""

    key: str
    code: str
    name: str
    short: str

    def load(self) -> type[PlannerView]:
        """Return the view's class, `DayView` in the module `day`.

        Raises:
            TypeError: there is none of that name.
        """
        module = import_module(f"salgsplan_tui.tui.views.{self.code}")
        found: object = getattr(module, f"{self.code.capitalize()}View", None)
        if isinstance(found, type) and issubclass(found, PlannerView):
            return found
        raise TypeError(self.code)


VIEWS: Final = (
    ViewEntry("1", "day", N_("Day"), N_("Day")),
    ViewEntry("2", "week", N_("Week"), N_("Week")),
    ViewEntry("3", "timetable", N_("Timetable"), N_("Timetable")),
    ViewEntry("5", "customers", N_("Customers"), N_("Customers")),
)
"""The views that exist."""


def load_views() -> None:
    """Load the code of all views while nobody waits for it, so that the first visit of one need not."""
    for view in VIEWS:
        view.load()
