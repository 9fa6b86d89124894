"""What the form gives back: the activity as it became, and what of it differs from before."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.tui.dialogs.place_text import place_of

_PLACE: Final = {"date", "start", "bucket", "end_date", "state"}


_ALONG: Final = {"material_due", "appears_from", "appears_to"}
"""What goes along with another day by itself, so that the form has to tell that it shall not."""


@dataclass(frozen=True)
class FormResult:
    """What the form says; left with Esc it is not saved, and the draft holds what was typed."""

    activity: Activity
    """The whole activity as the form has it."""
    fields: Mapping[str, object]
    """Only what differs from before, its place in time left out."""
    to: Placement | None
    """Its new place in time, where that differs."""
    customers: tuple[Customer, ...]
    """Those who are named for the first time."""
    saved: bool
    draft: Mapping[str, str]
    """What stands in the fields, to open the form with again."""
    series: Series | None = None
    """The rule that was typed, to repeat it from now on."""


def form_result(
    before: Activity, after: Activity, customers: tuple[Customer, ...], draft: Mapping[str, str], *, saved: bool
) -> FormResult:
    """Return what became of an activity."""
    is_moved = after.date != before.date
    changed = {
        name: getattr(after, name)
        for name in Activity.field_annotations
        if name not in _PLACE
        and (getattr(after, name) != getattr(before, name) or (is_moved and name in _ALONG and getattr(before, name)))
    }
    to = place_of(after) if place_of(after) != place_of(before) else None
    return FormResult(after, changed, to, customers, saved, draft)
