"""Whether an activity is concrete: what, who, where, when and at what cost (S23); it lists, and never blocks."""

from typing import Final, Literal

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.channels import Catalogue

Missing = Literal["what", "who", "where", "when", "cost"]

_MEETS_SOMEONE: Final = frozenset({"customer", "service"})


def missing_of(activity: Activity, channels: Catalogue) -> tuple[Missing, ...]:
    """Return what the activity still has to tell, in the order of the form."""
    found: tuple[tuple[Missing, bool], ...] = (
        ("what", not activity.title.strip()),
        ("who", activity.kind in _MEETS_SOMEONE and not _has_whom(activity)),
        ("where", activity.channel is None and not activity.place),
        ("when", activity.date is None and activity.bucket is None),
        ("cost", _usually_costs(activity, channels) and not _has_cost(activity)),
    )
    return tuple(code for code, is_missing in found if is_missing)


def is_concrete(activity: Activity, channels: Catalogue) -> bool:
    """Say whether nothing is missing."""
    return not missing_of(activity, channels)


def _has_whom(activity: Activity) -> bool:
    return bool(activity.customers or activity.contacts or activity.audience)


def _has_cost(activity: Activity) -> bool:
    return bool(activity.km_planned) or any(item.planned or item.committed for item in activity.costs)


def _usually_costs(activity: Activity, channels: Catalogue) -> bool:
    kind = channels.type(activity.channel, activity.type)
    return kind is not None and any((cost.low or 0) > 0 for cost in kind.costs)
