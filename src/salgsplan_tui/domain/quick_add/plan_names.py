"""The goal and the activity programme that a line names: by id or title, in the plan of the row's own day first."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import bucket_span
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.quick_add.read_line import Line
from salgsplan_tui.domain.quick_add.reading import Chip
from salgsplan_tui.domain.quick_add.worksheet import Setting

_UNKNOWN: Final = {"goal": "unknown_goal", "programme": "unknown_programme"}
_ENOUGH_LETTERS: Final = 3
"""So many letters are enough for the beginning of a word; fewer have to be a whole one, as the 8 of «8 ordre»."""


def with_plan_names(line: Line, activity: Activity, setting: Setting) -> Activity:
    """Return the activity with the ids of the goal and the programme that its line named.

    Words that name none stay as they are, which is said. Of several the one whose plan holds the row's day is meant,
    so that a programme copied to the next quarter does not take the names of this one.

    Raises:
        NotUnderstoodError: they can mean several still.
    """
    for key, span in line.signs.named.items():
        words = line.signs.fields[key]
        if not isinstance(words, str):
            continue
        found = dict(_meant(key, fold(words), setting, _day(activity, setting)))
        if len(found) > 1:
            raise line.sheet.refusal("ambiguous_goal", *span, candidates=tuple(found.values()))
        if not found:
            line.sheet.notice(_UNKNOWN[key], *span, text=words)
        for identity in found:
            activity = activity.changed_to(**{key: identity})
            line.sheet.chips[:] = [_with_id(chip, key, identity) for chip in line.sheet.chips]
    return activity


def _with_id(chip: Chip, key: str, identity: str) -> Chip:
    return replace(chip, text=identity) if chip.kind == key else chip


def _day(activity: Activity, setting: Setting) -> dt.date:
    """Return the day that tells which plan a row is in: that on the screen or today where it has none."""
    if activity.date is None and activity.bucket is not None:
        return bucket_span(activity.bucket).start
    return activity.date or activity.due or setting.shown or setting.today


def _meant(key: str, wanted: str, setting: Setting, day: dt.date) -> Iterator[tuple[str, str]]:
    """Yield ids and titles of what the words can mean: in the plans of that day, else in any."""
    plans = setting.plan.sales_plans.values()
    found = [(plan, each) for plan in plans for each in _named(plan, key, wanted)]
    exact = [(plan, each) for plan, each in found if wanted in {each[0], fold(each[1])}]
    of_the_day = [(plan, each) for plan, each in exact or found if day in plan.span]
    return (each for _plan, each in of_the_day or exact or found)


def _named(plan: SalesPlan, key: str, wanted: str) -> Iterator[tuple[str, str]]:
    parts = plan.goals if key == "goal" else plan.programmes
    start = f" {wanted}" if len(wanted) >= _ENOUGH_LETTERS else f" {wanted} "
    return ((each.id, each.title) for each in parts if wanted == each.id or start in f" {fold(each.title)} ")
