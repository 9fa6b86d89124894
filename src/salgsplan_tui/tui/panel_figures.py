"""What the figures beside the day and the week were counted from, opened over them; loaded when one is first opened."""

import datetime as dt

from salgsplan_tui.domain.basis import basis_of, running_programme
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.session import Session
from salgsplan_tui.tui.behind import Behind
from salgsplan_tui.tui.figures_elsewhere import FiguresElsewhere
from salgsplan_tui.tui.files_wanted import FilesWanted
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.money_page import MoneyFigures, MoneyPage
from salgsplan_tui.tui.views.view import PlannerView
from salgsplan_tui.tui.week_figures import is_of_week, week_behind

_CELLS = 80
"""A width to begin with: what opens draws at its own."""


class PanelFigures(FiguresElsewhere):
    """A part of a view that is never seen itself: it opens the figures beside it."""

    code = "panel-figures"
    DEFAULT_CSS = "PanelFigures { display: none; }"

    def __init__(self) -> None:
        """Begin with no goal."""
        super().__init__()
        self._goal: str | None = None
        """The goal that was opened: its plan is the one the figures behind it are of."""

    def show_page(self) -> None:
        """Draw nothing: there is nothing to be seen."""

    def need(self, session: Session, day: dt.date) -> None:
        """Read all sales plans, and everything that the figures of the one are counted from."""
        session.need_sales_plans()
        shown = self._plan_shown(session.plan, day)
        if shown is not None:
            session.need_programme(shown.span)

    def _plan_shown(self, plan: Plan, today: dt.date) -> SalesPlan | None:
        plans = plan.sales_plans.values()
        of_goal = (each for each in plans if any(goal.id == self._goal for goal in each.goals))
        return next(of_goal, None) or running_programme(plan, today)

    @property
    def sales_plan(self) -> SalesPlan | None:
        """The plan of the goal that was opened, else the one that runs today."""
        return self._plan_shown(self.plan, self.now.date())

    @property
    def page(self) -> MoneyPage | None:
        """What the figures are counted from."""
        shown = self.sales_plan
        if shown is None:
            return None
        figures = MoneyFigures(basis_of(self.plan, shown, self.now.date()))
        return MoneyPage(figures, _CELLS, self.hide, now=self.now)

    def behind(self, target: Target) -> Behind | None:
        """Return what a figure of the week was counted from, or one of the programme."""
        self._look_again()
        if target.kind == "figure" and is_of_week(target.id):
            return week_behind(self.plan, self.now, target.id, hide=self.hide)
        return super().behind(target)

    def _look_again(self) -> None:
        """Take the plan as it is now: something may have been changed since a figure was opened."""
        self.set_up(self.desk.plan, self.desk.clock.now(), self.day, hide=self.main.is_hidden)

    def open_beside(self, target: Target, day: dt.date) -> None:
        """Open a figure of the panel on a day; what it was counted from is read first."""
        self.turn_to(day)
        self._look_again()
        if self.hide:
            self.main.tell("presentation_hides")
        elif is_of_week(target.id):
            self.open_behind(target)
        else:
            self._goal = target.id.rpartition(":")[2]
            today = self.now.date()
            self.post_message(FilesWanted(lambda session: self.need(session, today), lambda: self.open_behind(target)))


def open_beside(view: PlannerView, target: Target) -> None:
    """Open what a line of a view's panel stands for, over the view."""
    found = view.query(PanelFigures)
    figures = found.first() if found else PanelFigures()
    if not found:
        view.mount(figures)
    figures.open_beside(target, view.day)
