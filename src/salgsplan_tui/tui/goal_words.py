"""The words for how a goal stands; plain functions, for the screens and the command line."""

from collections.abc import Iterator
from fractions import Fraction

from salgsplan_tui.domain.goals import GoalFigures
from salgsplan_tui.domain.programme import GoalStatus
from salgsplan_tui.language import _, pgettext
from salgsplan_tui.language.figures import figure
from salgsplan_tui.language.formats import day_and_month


def goal_words(figures: GoalFigures) -> Iterator[str]:
    """Yield what there is to say of a goal beside its figures: how it stands, by when, the pace, what is missing."""
    unit = figures.goal.unit
    if figures.status != "open":
        yield status_name(figures.status)
    if figures.goal.deadline is not None:
        yield _("by {date}").format(date=day_and_month(figures.goal.deadline))
    yield from pace_words(figures.ahead, unit)
    if figures.scheduled:
        yield _("{figure} lies ahead").format(figure=figure(figures.scheduled, unit))
    if figures.remaining_to_schedule:
        yield _("{figure} not planned").format(figure=figure(figures.remaining_to_schedule, unit))
    if figures.grows and figures.run_rate is not None:
        yield _("at this rate {figure}").format(figure=figure(figures.run_rate, unit))


def status_name(status: GoalStatus) -> str:
    """Return the name of how a goal stands."""
    names: dict[GoalStatus, str] = {
        "missed": _("not reached"),
        "dropped": _("dropped"),
        "open": pgettext("goal", "open"),
    }
    return names.get(status) or pgettext("goal", "reached")


def pace_words(ahead: Fraction | None, unit: str | None) -> Iterator[str]:
    """Yield how far it is ahead of the pace, or behind; nothing where that cannot be told."""
    if ahead is None:
        return
    if ahead < 0:
        yield _("{figure} behind the pace").format(figure=figure(-ahead, unit))
    else:
        yield _("{figure} ahead of the pace").format(figure=figure(ahead, unit))
