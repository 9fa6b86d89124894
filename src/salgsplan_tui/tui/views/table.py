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
    keys: str = N_("Keys of this view")
    """The title of its help."""
    about: str = ""
    """What it shows and how one goes about in it, for its help."""

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
    ViewEntry(
        "1",
        "day",
        N_("Day"),
        N_("Day"),
        N_("Keys of the day"),
        N_(
            "What is overdue, the day as a timeline with its free time, what has no time, and the week beside it. "
            "Enter on free time plans something there. Tab goes to the figures beside, and Enter there opens the rows "
            "that one was counted from."
        ),
    ),
    ViewEntry(
        "2",
        "week",
        N_("Week"),
        N_("Week"),
        N_("Keys of the week"),
        N_(
            "The week by its hours; a block is as high as it lasts. m and the arrows move a block, f goes through the "
            "free time, Tab goes to what has no time and to the totals."
        ),
    ),
    ViewEntry(
        "3",
        "timetable",
        N_("Timetable"),
        N_("Timetable"),
        N_("Keys of the timetable"),
        N_(
            "What you do when in the next three months: days, channels or activity programmes by weeks, counted in "
            "activities, hours or kroner. The day under the cursor is listed below."
        ),
    ),
    ViewEntry(
        "4",
        "programme",
        N_("Programme"),
        N_("Prog."),
        N_("Keys of the programme"),
        N_(
            "Where you are going, how, by which activities, and how far you have come. Tab turns the sheets; Enter on "
            "a figure opens the rows it was counted from, , and . go to the programme before and after."
        ),
    ),
    ViewEntry(
        "5",
        "customers",
        N_("Customers"),
        N_("Customers"),
        N_("Keys of the customers"),
        N_(
            "Whom to contact, the most pressing first, and why. Filters add up; Esc shows all. Enter opens the card "
            "with all that has happened; a, n and r act on those who are marked or shown."
        ),
    ),
    ViewEntry(
        "6",
        "money",
        N_("Money"),
        N_("Money"),
        N_("Keys of the money"),
        N_(
            "What the programme may cost, has cost and will cost; your own sales goal; what each channel gives; what "
            "is left for each krone of wages; market and loyalty; offers and orders. Tab turns the sheets, and Enter "
            "shows what a figure was counted from."
        ),
    ),
    ViewEntry(
        "7",
        "service",
        N_("Service"),
        N_("Service"),
        N_("Keys of the service cases"),
        N_(
            "The cases by their clocks, from dissatisfaction to buyer's joy. d takes a case to its next step and asks "
            "for what the step wants to know; n plans its next activity. Tab goes to the figures and the improvement "
            "areas."
        ),
    ),
    ViewEntry(
        "8",
        "report",
        N_("Report"),
        N_("Rep."),
        N_("Keys of the reports"),
        N_(
            "The documents for your leader, as they will be. Tab turns to the next document, , and . to another "
            "period; Space leaves the section under the cursor out. w writes it, m makes a mail draft, H shows what "
            "was issued."
        ),
    ),
)
"""The views that exist."""


def load_views() -> None:
    """Load the code of all views while nobody waits for it, so that the first visit of one need not."""
    for view in VIEWS:
        view.load()
