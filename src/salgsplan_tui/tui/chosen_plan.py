"""Which sales plan a view is about: the one that was chosen, else the one that runs today; and reading it."""

import datetime as dt

from salgsplan_tui.domain.basis import running_programme
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.session import Session
from salgsplan_tui.tui.views.view import PlannerView


class ChosenPlanView(PlannerView):
    """A view of one sales plan at a time."""

    def __init__(self) -> None:
        """Begin with the plan that runs today."""
        super().__init__()
        self.chosen: str | None = None
        """The id of the plan that is shown; the one that runs today where None is."""
        self.read: frozenset[tuple[dt.date, dt.date]] = frozenset()
        """The periods of the plans whose files were read."""

    @property
    def periods_read(self) -> frozenset[tuple[dt.date, dt.date]]:
        """The first and last days of the plans of which everything was read."""
        return self.read

    def plan_shown(self, plan: Plan, today: dt.date | None = None) -> SalesPlan | None:
        """Return the sales plan to show: the chosen one, else the one that runs today, else the nearest programme."""
        chosen = plan.sales_plans.get(self.chosen or "")
        if chosen is not None:
            return chosen
        today = self.now.date() if today is None else today
        programmes = [each for each in plan.sales_plans.values() if each.kind == "market_programme"]
        nearest = min(programmes, key=lambda each: abs(each.start - today), default=None)
        anything = next(iter(plan.sales_plans.values()), None)
        return running_programme(plan, today) or nearest or anything

    def need(self, session: Session, day: dt.date) -> None:
        """Read all sales plans, and what the figures of the one that is shown are counted from."""
        del day
        session.need_sales_plans()
        shown = self.plan_shown(session.plan, session.clock.today())  # this view may not have been shown yet
        if shown is not None:
            session.need_programme(shown.span)
            self.read |= {(shown.start, shown.end)}
        else:
            self.read |= {(dt.date.min, dt.date.max)}

    def is_unread(self, day: dt.date) -> bool:
        """Say whether files have to be read first; the frame is shown meanwhile."""
        del day
        shown = self.plan_shown(self.plan)
        return not self.read or (shown is not None and (shown.start, shown.end) not in self.read)

    @property
    def sales_plan(self) -> SalesPlan | None:
        """The sales plan that is shown."""
        return self.plan_shown(self.plan)

    def watch_plan(self) -> None:
        """Draw what has changed; where somebody gave the plan another period, its files are read first."""
        super().watch_plan()
        if self.is_mounted and self.display and self.is_unread(self.day):
            self.post_message(self.Wanted(self.day))

    def show_plan(self, identity: str | None) -> None:
        """Show another sales plan; what it needs is read first."""
        self.chosen = identity
        self.marked = frozenset()
        self.post_message(self.Wanted(self.day, select=identity))

    def action_show_plan(self, identity: str) -> None:
        """Show a sales plan by its id."""
        self.show_plan(identity)

    def action_step(self, steps: int) -> None:
        """Go to the programme before or after this one."""
        shown = self.sales_plan
        programmes = sorted(
            (each for each in self.plan.sales_plans.values() if shown is None or each.kind == shown.kind),
            key=lambda each: (each.start, each.id),
        )
        if shown is not None:
            place = programmes.index(shown) + steps
            self.show_plan(programmes[min(max(place, 0), len(programmes) - 1)].id)

    def action_today(self) -> None:
        """Go to the programme that runs today."""
        self.show_plan(None)
