"""The words of the funnel: its steps, the rates they are counted by, and what a day has to bring."""

from collections.abc import Iterator
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.funnel import Funnel, Steps, per_day, workdays_left
from salgsplan_tui.domain.funnel_rates import ENOUGH, Rate, Rates
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.figures import UNKNOWN, money, share

STEPS: Final = {
    "orders": N_("orders"),
    "offers": N_("offers"),
    "meetings": N_("meetings"),
    "reached": N_("people reached"),
    "attempts": N_("calls"),
}
"""The steps from the order back to the call, with their names."""
_RATES: Final = {"offers": "hit", "meetings": "offer", "reached": "meeting", "attempts": "reached"}
"""By which rate each step is counted from the one before it."""


def step_text(steps: Steps, code: str) -> str:
    """Return the number of a step; a dash where a rate is missing."""
    number: int | None = getattr(steps, code)
    return UNKNOWN if number is None else str(number)


def rate_of(rates: Rates, step: str) -> Rate:
    """Return the rate that a step is counted by; of orders the average order."""
    found: Rate = rates.average_order if step == "orders" else getattr(rates, _RATES[step])
    return found


def rate_text(rates: Rates, step: str, *, hide: bool = False) -> str:
    """Return a rate, in how many cases it was measured, and ~ where the planned one is counted in."""
    rate = rate_of(rates, step)
    text = ("•••" if hide else money(rate.value)) if step == "orders" else share(rate.value, 0)
    number = f" n={rate.number}" if rate.number else ""
    return f"{'~' if rate.is_smoothed else ''}{text}{number}"


def rates_words(rates: Rates) -> str:
    """Return by which rates the funnel is counted, and whether they are drawn towards the planned ones (4.3)."""
    if not rates.is_measured:
        return _("by the planned rates")
    if rates.is_smoothed:
        words = _("by your own rates so far; ~ is drawn towards the planned one until {count} cases are decided")
        return words.format(count=ENOUGH)
    return _("by your own rates so far")


def missing_words(missing: Steps) -> dict[str, str]:
    """Return the calls and the meetings that are not planned yet, «13 samtaler», by their steps."""
    words = {}
    if missing.attempts:
        told = ngettext("{count} call", "{count} calls", missing.attempts)
        words["attempts"] = told.format(count=missing.attempts)
    if missing.meetings:
        told = ngettext("{count} meeting", "{count} meetings", missing.meetings)
        words["meetings"] = told.format(count=missing.meetings)
    return words


def a_day(basis: Basis, funnel: Funnel) -> Iterator[str]:
    """Yield how many calls a day the rest asks for, over the working days that are left."""
    left = workdays_left(basis, funnel)
    calls = per_day(funnel.remaining.attempts, left)
    if calls:
        days = ngettext("{count} working day left", "{count} working days left", left).format(count=left)
        told = ngettext("{count} call a day", "{count} calls a day", calls).format(count=calls)
        yield f"{told}, {days}"


def missing_code(row: Activity) -> str:
    """Return which step a row is for that would fill what is missing."""
    return "attempts" if row.channel == "phone" else "meetings"
