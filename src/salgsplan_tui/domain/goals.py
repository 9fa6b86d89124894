"""How far each goal has come: planned, actual, scheduled, remaining, pace and forecast (chapter 4.4, S3)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.goal_counts import counted
from salgsplan_tui.domain.measures import MEASURES
from salgsplan_tui.domain.programme import Goal, GoalStatus

_ALL: Final = 100_00
"""All of something, in hundredths of a percent."""


@dataclass(frozen=True)
class GoalFigures:
    """One goal in figures, in hundredths of its unit."""

    goal: Goal
    actual: Fraction | None
    scheduled: Fraction | None
    elapsed: Fraction | None
    """The share of the working days to the deadline that is over."""
    grows: bool
    """It adds up over the period; a level has its whole target as pace."""
    is_over: bool
    """The deadline has gone by."""

    @property
    def target(self) -> Fraction | None:
        """What was planned."""
        return None if self.goal.target is None else Fraction(self.goal.target)

    @property
    def remaining(self) -> Fraction | None:
        """What is missing to the target."""
        if self.target is None or self.actual is None:
            return None
        return max(Fraction(0), self._better(self.target, self.actual))

    @property
    def remaining_to_schedule(self) -> Fraction | None:
        """What is missing and does not lie ahead in the plan either."""
        if self.remaining is None or self.scheduled is None:
            return None
        return max(Fraction(0), self.remaining - self.scheduled)

    @property
    def attainment(self) -> Fraction | None:
        """The actual figure as a share of the target; of what is to be little, the target as a share of it."""
        part, whole = self.attained
        return None if part is None or not whole else part / whole

    @property
    def attained(self) -> tuple[Fraction | None, Fraction | None]:
        """What the attainment is the share of: half the time that is allowed is 200 %."""
        return (self.actual, self.target) if self.goal.direction == "up" else (self.target, self.actual)

    @property
    def pace(self) -> Fraction | None:
        """Where it should be now."""
        if self.target is None or not self.grows:
            return self.target
        return None if self.elapsed is None else self.target * self.elapsed

    @property
    def ahead(self) -> Fraction | None:
        """How far it is ahead of the pace; below 0 it is behind."""
        if self.pace is None or self.actual is None:
            return None
        return self._better(self.actual, self.pace)

    @property
    def run_rate(self) -> Fraction | None:
        """Where it ends if it goes on as so far; a level stays where it is."""
        if self.actual is None or not self.grows:
            return self.actual
        return self._within(self.actual / self.elapsed) if self.elapsed else None

    @property
    def with_scheduled(self) -> Fraction | None:
        """Where it ends with what lies ahead: the pipeline forecast."""
        return None if self.actual is None or self.scheduled is None else self._within(self.actual + self.scheduled)

    @property
    def status(self) -> GoalStatus:
        """As it was told, else reached as soon as it is, missed when its time is over, and open till then.

        A level can be lost again, so it is not reached before its time is over.
        """
        if self.goal.status != "open":
            return self.goal.status
        if self.remaining == 0 and (self.grows or self.is_over):
            return "reached"
        return "missed" if self.is_over and self.goal.is_concrete else "open"

    @property
    def proposed_end(self) -> GoalStatus | None:
        """How it ended by its figures alone: reached from 100 % on; None where they do not tell. The person decides."""
        if self.remaining is None:
            return None
        return "reached" if self.remaining == 0 else "missed"

    def _within(self, forecast: Fraction) -> Fraction:
        """Return a forecast that is no more than all: a share of something cannot be."""
        is_share = self.goal.measure in MEASURES and self.goal.unit == "percent"
        return min(forecast, Fraction(_ALL)) if is_share else forecast

    def _better(self, one: Fraction, other: Fraction) -> Fraction:
        return one - other if self.goal.direction == "up" else other - one


def goals_of(basis: Basis) -> tuple[GoalFigures, ...]:
    """Return the figures of all goals of a sales plan."""
    return tuple(goal_figures(basis, goal) for goal in basis.programme.goals)


def goal_figures(basis: Basis, goal: Goal) -> GoalFigures:
    """Return the figures of one goal, up to its own deadline."""
    deadline = goal.deadline or basis.span.last
    until = basis.until(deadline)
    known = MEASURES.get(goal.measure or "")
    measured = counted(until, goal)
    return GoalFigures(
        goal=goal,
        actual=measured.actual,
        scheduled=measured.scheduled,
        elapsed=until.elapsed,
        grows=known is None or known.grows,
        is_over=deadline < basis.as_of,
    )
