"""What becomes of a row that was left undone: one key each."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.formats import clock, day_and_month
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.choice_list import Choice
from salgsplan_tui.tui.dialogs.choose import ChooseDialog
from salgsplan_tui.tui.dialogs.place_text import place_words, time_words

What = Literal["today", "next", "now", "done", "move", "skip", "cancel", "stand", "ill"]
"""What can be done with it."""

_OTHERS: Final[tuple[tuple[What, str, str], ...]] = (
    ("now", "g", N_("do it now")),
    ("done", "d", N_("it is done …")),
    ("move", "m", N_("move it …")),
    ("skip", "i", N_("not done, and will not be")),
    ("cancel", "x", N_("cancel it …")),
    ("stand", "h", N_("let it stand")),
    ("ill", "s", N_("ill today")),
)


class LeftPlaces(NamedTuple):
    """Where a row may go: today, where today is a working day, and where next there is time for it."""

    today: Placement | None
    following: Placement


def left_dialog(
    plan: Plan, row: Activity, places: LeftPlaces, *, at: tuple[int, int], hide: bool = False
) -> ChooseDialog[What]:
    """Return the question about one row; `at` tells which of how many it is."""
    title = _("Left undone: {number} of {count}").format(number=at[0], count=at[1])
    return ChooseDialog(title, tuple(_choices(row, places)), detail=_about(plan, row, hide=hide))


def _choices(row: Activity, places: LeftPlaces) -> Iterator[Choice[What]]:
    today, following = places
    if today is not None:
        start = _("without a time") if today.start is None and row.start is not None else ""
        yield Choice("today", _("today"), "t", clock(today.start) if today.start else start)
    if following != today:
        yield Choice("next", _("next free time"), "n", _short(following, row))
    yield from (Choice(what, _(words), key) for what, key, words in _OTHERS)


def _short(place: Placement, row: Activity) -> str:
    """Return the day and the time, so that both are there at 80 columns too."""
    if place.date is None:
        return place_words(place, row.minutes)
    return f"{day_and_month(place.date)} {time_words(place.start, row.minutes)}".strip()


def _about(plan: Plan, row: Activity, *, hide: bool) -> str:
    """Return the row in two lines: when it stood, what it is; whom it is for, how long it takes, how often it moved."""
    first = (labels.when(row), f"{labels.sign(plan, row)} {labels.title(plan, row, hide=hide)}")
    second = (labels.whom(plan, row, hide=hide), labels.length(row), labels.moved(row))
    return "\n".join(" · ".join(part for part in parts if part) for parts in (first, second))
