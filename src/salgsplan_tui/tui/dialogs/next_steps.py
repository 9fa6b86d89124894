"""The next step that fits an outcome, as a line of quick add to take or to change (chapter 6.2)."""

import datetime as dt
from typing import Final, NamedTuple

from salgsplan_tui.domain.activity import Activity, Outcome
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.holidays import add_workdays
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_, _, language
from salgsplan_tui.language.conventions import CONVENTIONS
from salgsplan_tui.tui.dialogs.reading import Read


class Step(NamedTuple):
    """What usually comes next: a line to fill in, and after how many working days."""

    line: str
    """With the person's name in it; without a line, the same activity comes again."""
    workdays: int


_STEPS: Final = {
    Outcome.REACHED: Step(N_("follow up {whom}"), 5),
    Outcome.NO_ANSWER: Step("", 2),
    Outcome.CALL_BACK: Step("", 1),
    Outcome.MEETING_BOOKED: Step(N_("meeting {whom}"), 7),
    Outcome.OFFER_WANTED: Step(N_("offer {whom}"), 2),
    Outcome.OFFER_SENT: Step(N_("follow up offer {whom}"), 5),
    Outcome.ORDER: Step(N_("call {whom}"), 10),
    Outcome.NOT_NOW: Step(N_("call {whom}"), 60),
    Outcome.INFO_GIVEN: Step(N_("follow up {whom}"), 5),
}
"""An outcome that is not here has no usual next step: no, the wrong person, does not want contact, other."""


def next_step_line(plan: Plan, activity: Activity, outcome: Outcome, today: dt.date, read: Read) -> str:
    """Return the line, empty where nothing usually follows or nobody is named."""
    step = _STEPS.get(outcome)
    if step is None or activity.kind not in {"customer", "service"}:
        return ""
    day = _written(add_workdays(today, step.workdays, plan.days_off))
    if not step.line:
        return day
    named = _person(plan, activity)
    if named is None:
        return ""
    name, identity = named
    return _first_that_means(
        identity, [f"{_(step.line).format(whom=whom)} {day}" for whom in _spellings(name, identity)], read
    )


def _written(day: dt.date) -> str:
    weekday = CONVENTIONS[language()].weekdays_short[day.weekday()].lower()
    return f"{weekday} {day.day}.{day.month}"


def _person(plan: Plan, activity: Activity) -> tuple[str, str] | None:
    """Return name and id of the one person, or else the one firm, of a row."""
    if len(activity.contacts) == 1 and (found := plan.contact(activity.contacts[0])):
        return found[1].name, found[1].id
    if len(activity.customers) == 1 and activity.customers[0] in plan.customers:
        return plan.customers[activity.customers[0]].name, activity.customers[0]
    return None


def _spellings(name: str, identity: str) -> tuple[str, ...]:
    """Return how a line can name somebody, from the plainest to the surest."""
    return (name, *([f'@"{name}"'] if '"' not in name else []), f"@{identity}")


def _first_that_means(identity: str, lines: list[str], read: Read) -> str:
    """Return the plainest line that is read as meaning this person or firm, and nothing in doubt."""
    for line in lines:
        try:
            reading = read(line)
        except NotUnderstoodError:
            continue
        named = reading.activity.contacts or reading.activity.customers
        if named == (identity,) and not reading.doubts and any(chip.kind == "whom" for chip in reading.chips):
            return line
    return ""
