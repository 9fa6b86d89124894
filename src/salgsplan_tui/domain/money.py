"""What activities cost: outlays and kilometres, exact to the øre (chapter 4.5)."""

import datetime as dt
from fractions import Fraction

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.counting import worked_minutes
from salgsplan_tui.domain.settings import Settings


def planned_cost(activity: Activity, settings: Settings) -> int:
    """Return the planned outlays and kilometres in øre."""
    return sum(item.planned for item in activity.costs) + mileage(activity, activity.km_planned, settings)


def committed_cost(activity: Activity) -> int:
    """Return what is ordered and not yet invoiced, in øre."""
    return sum(item.committed for item in activity.costs)


def actual_cost(activity: Activity, settings: Settings) -> int:
    """Return the outlays and kilometres that it came to, in øre."""
    return sum(item.actual for item in activity.costs) + mileage(activity, activity.km_actual, settings)


def time_cost(activity: Activity, settings: Settings) -> Fraction:
    """Return what the seller's own time costs, in øre."""
    return settings.hour_cost(worked_minutes(activity))


def mileage(activity: Activity, km: int | None, settings: Settings) -> int:
    """Return what so many kilometres for an activity cost in øre, by the rate of its date."""
    if not km:
        return 0
    span = activity.span
    return km * settings.km_rate(dt.date.max if span is None else span.start)
