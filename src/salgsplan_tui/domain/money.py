"""What activities cost: outlays and kilometres, exact to the øre (chapter 4.5)."""

import datetime as dt
from fractions import Fraction

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.settings import Settings


def planned_cost(activity: Activity, settings: Settings) -> int:
    """Return the planned outlays and kilometres in øre."""
    return sum(item.planned for item in activity.costs) + _driven(activity, activity.km_planned, settings)


def committed_cost(activity: Activity) -> int:
    """Return what is ordered and not yet invoiced, in øre."""
    return sum(item.committed for item in activity.costs)


def actual_cost(activity: Activity, settings: Settings) -> int:
    """Return the outlays and kilometres that it came to, in øre."""
    return sum(item.actual for item in activity.costs) + _driven(activity, activity.km_actual, settings)


def time_cost(activity: Activity, settings: Settings) -> Fraction:
    """Return what the seller's own time costs, in øre."""
    return settings.hour_cost(activity.actual_minutes or activity.minutes or 0)


def _driven(activity: Activity, km: int | None, settings: Settings) -> int:
    if not km:
        return 0
    span = activity.span
    return km * settings.km_rate(dt.date.max if span is None else span.start)
