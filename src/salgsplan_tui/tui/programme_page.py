"""What the programme's view shows, as values: the plan it is about, and every figure of it, each counted once."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final, Literal, get_args

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.effort import Effort, GoalDirected, by_focus_area, by_programme, by_strategy, goal_directed
from salgsplan_tui.domain.fit import Fit, fit_of
from salgsplan_tui.domain.fit_advice import Advice, advice
from salgsplan_tui.domain.funnel import Funnel, funnel_of
from salgsplan_tui.domain.funnel_rates import own_rates
from salgsplan_tui.domain.goal_curve import CurvePoint, goal_curve
from salgsplan_tui.domain.goals import GoalFigures, goals_of
from salgsplan_tui.domain.holidays import is_workday, next_workday
from salgsplan_tui.domain.missing_rows import Step, missing_rows
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.programme_table import TableGroup, programme_table
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.figures import UNKNOWN, figure
from salgsplan_tui.language.formats import hours
from salgsplan_tui.tui.labels import HIDDEN
from salgsplan_tui.tui.plan_page import PlanPage

Sheet = Literal["overview", "table", "funnel", "fit", "plans"]
"""The sheets of the view, in the order that Tab takes."""
SHEETS: Final = get_args(Sheet)
SHEET_NAMES: Final[Mapping[Sheet, str]] = {
    "overview": N_("Overview"),
    "table": N_("Table"),
    "funnel": N_("Funnel"),
    "fit": N_("Will it fit?"),
    "plans": N_("Plans"),
}
RatesShown = Literal["plan", "own"]


@dataclass(frozen=True)
class ProgrammeFigures:
    """Every figure of one sales plan on a day; each is counted when it is first asked for, and then known."""

    basis: Basis
    rates_shown: RatesShown = "plan"
    """By which rates the funnel is counted."""

    @cached_property
    def goals(self) -> Mapping[str, GoalFigures]:
        """The goals with their figures, by id."""
        return {each.goal.id: each for each in goals_of(self.basis)}

    @cached_property
    def curves(self) -> Mapping[str, tuple[CurvePoint, ...]]:
        """The way of each goal, week by week."""
        return {goal.id: goal_curve(self.basis, goal) for goal in self.basis.programme.goals}

    @cached_property
    def directed(self) -> GoalDirected:
        """Hours and kroner with and without a goal."""
        return goal_directed(self.basis)

    @cached_property
    def by_programme(self) -> Mapping[str | None, Effort]:
        """The effort on each activity programme, and without one."""
        return by_programme(self.basis)

    @cached_property
    def by_strategy(self) -> Mapping[str, Effort]:
        """The effort on each strategy."""
        return by_strategy(self.basis)

    @cached_property
    def by_focus_area(self) -> Mapping[str, Effort]:
        """The effort on each focus area that is named."""
        return by_focus_area(self.basis)

    @cached_property
    def funnel(self) -> Funnel | None:
        """The funnel, by the rates that are shown."""
        return funnel_of(self.basis, own_rates(self.basis) if self.rates_shown == "own" else None)

    @cached_property
    def missing(self) -> tuple[Activity, ...]:
        """The rows of this week that would fill what the funnel misses in the plan; they have no ids yet."""
        funnel = self.funnel
        if funnel is None:
            return ()
        titles: dict[Step, str] = {"attempts": _("Calls towards the goal")}
        titles["meetings"] = _("Meetings towards the goal")
        return tuple(missing_rows(self.basis, funnel, week_to_fill(self.basis.as_of), titles, lambda: "new"))

    @cached_property
    def fit(self) -> Fit:
        """How the weeks hold what is planned and still needed."""
        return fit_of(self.basis, self.funnel)

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """What to drop or move where a week is too full."""
        return advice(self.fit)

    @cached_property
    def table(self) -> tuple[TableGroup, ...]:
        """The seven-column table."""
        return programme_table(self.basis)


def week_to_fill(today: dt.date) -> str:
    """Return this week; at the end of it the next one."""
    return week_key(next_workday(today) if not is_workday(today) else today)


@dataclass(frozen=True)
class ProgrammePage(PlanPage):
    """One sales plan on a day, ready to be drawn."""

    known: ProgrammeFigures
    now: dt.datetime
    marked: frozenset[str] = frozenset()
    hide: bool = False
    """Presentation mode: names and amounts are hidden."""

    @property
    def sales_plan(self) -> SalesPlan:
        """The plan it is about."""
        return self.basis.programme

    def figure(self, value: Fraction | int | None, unit: str | None) -> str:
        """Return a figure with its unit as it may be shown: amounts are hidden in presentation mode."""
        return HIDDEN if self.hide and unit == "kr" and value is not None else figure(value, unit)

    def column(self, value: Fraction | int | None, unit: str | None) -> str:
        """Return the same for a column: kroner without their unit."""
        return self.kroner(value) if unit == "kr" else figure(value, unit)


def hours_text(minutes: int) -> str:
    """Return minutes as hours with their unit: «7,5 t»; a dash for none."""
    return _("{hours} h").format(hours=hours(minutes)) if minutes else UNKNOWN
