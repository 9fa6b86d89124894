"""From values to the short texts of the screens; plain functions, no widgets (style guide 16)."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from salgsplan_tui.domain.activity import Activity, Outcome, Reason, State
from salgsplan_tui.domain.busy import minutes_within
from salgsplan_tui.domain.contact_checks import Finding
from salgsplan_tui.domain.dates import day_span
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.holidays import Holiday
from salgsplan_tui.domain.money import actual_cost, planned_cost
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_warnings import CaseLate, PlanWarning
from salgsplan_tui.language import N_, _, language, reason_names
from salgsplan_tui.language.day_names import day_off_name
from salgsplan_tui.language.formats import amount_rounded, bucket, clock, day_and_month, duration, hours
from salgsplan_tui.language.safe import safe_line

if TYPE_CHECKING:
    from salgsplan_tui.domain.day_plan import PlannedDays

HIDDEN: Final = "•••"
"""What names and amounts look like in presentation mode."""

MARKS: Final = {
    State.DRAFT: "?",
    State.PLANNED: " ",
    State.CONFIRMED: "●",
    State.IN_PROGRESS: "▶",
    State.DONE: "✓",
    State.CANCELLED: "✗",
    State.SKIPPED: "–",
}
"""Each state's mark; colour only repeats it."""

_STATES: Final = {
    State.DRAFT: N_("draft"),
    State.PLANNED: N_("planned"),
    State.CONFIRMED: N_("confirmed"),
    State.IN_PROGRESS: N_("in progress"),
    State.DONE: N_("carried out"),
    State.CANCELLED: N_("cancelled"),
    State.SKIPPED: N_("not done"),
}
_OUTCOMES: Final = {
    Outcome.REACHED: N_("reached"),
    Outcome.NO_ANSWER: N_("no answer"),
    Outcome.CALL_BACK: N_("call back"),
    Outcome.MEETING_BOOKED: N_("meeting booked"),
    Outcome.OFFER_WANTED: N_("offer wanted"),
    Outcome.OFFER_SENT: N_("offer sent"),
    Outcome.ORDER: N_("order"),
    Outcome.NOT_NOW: N_("not now"),
    Outcome.NO: N_("no"),
    Outcome.WRONG_PERSON: N_("wrong person"),
    Outcome.OBJECTED: N_("does not want contact"),
    Outcome.INFO_GIVEN: N_("informed"),
    Outcome.OTHER: N_("other"),
}
_WARNINGS: Final = {
    "double_booked": N_("double-booked"),
    "holiday": N_("public holiday"),
    "weekend": N_("day off"),
    "leave": N_("own day off"),
    "material": N_("material is due"),
    "overbooked": N_("more planned than there is time for"),
}


def leave_names(entries: Iterable[Leave]) -> str:
    """Return why a day is off: «Sommerferie», «syk», «fri, ettermiddag»."""
    return ", ".join(dict.fromkeys(map(leave_name, entries)))


def leave_name(entry: Leave) -> str:
    """Return why a day is off, and which half of it."""
    return day_off_name(entry.title, entry.kind, entry.half)


def state_name(state: State) -> str:
    """Return a state in words."""
    return _(_STATES[state])


def outcome_name(outcome: Outcome) -> str:
    """Return an outcome in words."""
    return _(_OUTCOMES[outcome])


def reason_name(reason: Reason) -> str:
    """Return a reason in words."""
    return reason_names.reason_name(reason)


def warning_name(warning: PlanWarning, *, hide: bool = False) -> str:
    """Return a warning in words."""
    if warning.finding is not None:
        return finding_words(warning.finding, hide=hide)
    if warning.late is not None:
        return late_words(warning.late)
    return _(_WARNINGS[warning.code])


def late_words(late: CaseLate) -> str:
    """Return «svarfrist 11:20, planlagt 14:00»; with their days, where they are not on the same one."""
    same = late.due.date() == late.planned.date()
    due = clock(late.due.time()) if same else f"{day_and_month(late.due.date())} {clock(late.due.time())}"
    planned = clock(late.planned.time()) if late.is_timed else ""
    planned = planned if same else f"{day_and_month(late.planned.date())} {planned}".strip()
    words = (
        _("answer due {due}, planned {planned}")
        if late.clock == "response"
        else _("solution due {due}, planned {planned}")
    )
    return words.format(due=due, planned=planned)


def finding_words(finding: Finding, *, hide: bool = False) -> str:
    """Return who may not be contacted so, and why."""
    words = f"{HIDDEN if hide else safe_line(finding.name)} {finding.rule.says[language()]}"
    return _("not allowed: {what}").format(what=words) if finding.is_block else words


def mark(activity: Activity, now: dt.datetime) -> str:
    """Return the one-cell mark of a row: overdue goes before its state."""
    return "!" if activity.overdue(now) else MARKS[activity.state]


def sign(plan: Plan, activity: Activity) -> str:
    """Return the channel's sign."""
    return plan.channels.sign(activity.channel)


def title(plan: Plan, activity: Activity, *, hide: bool = False) -> str:
    """Return the row's title; hidden, only its kind of work is told."""
    if hide:
        return kind_of_work(plan, activity) or HIDDEN
    return safe_line(activity.title) or kind_of_work(plan, activity)


def kind_of_work(plan: Plan, activity: Activity) -> str:
    """Return the activity type's name, else the channel's."""
    if activity.channel is None:
        return ""
    if activity.type is not None:
        return safe_line(plan.channels.type_name(activity.channel, activity.type, language()))
    return safe_line(plan.channels.name(activity.channel, language()))


def whom(plan: Plan, activity: Activity, *, hide: bool = False) -> str:
    """Return the customers' and contacts' names, or the audience."""
    people = [found[1].name for each in activity.contacts if (found := plan.contact(each))]
    firms = [plan.customers[each].name if each in plan.customers else each for each in activity.customers]
    names = list(dict.fromkeys(firms + people)) or ([activity.audience] if activity.audience else [])
    return (HIDDEN if names else "") if hide else safe_line(", ".join(names))


def cost(plan: Plan, activity: Activity, *, hide: bool = False) -> str:
    """Return what the row costs: what it came to when it is over, else what is planned; empty for nothing."""
    settled = activity.state is State.DONE
    ore = actual_cost(activity, plan.settings) if settled else planned_cost(activity, plan.settings)
    return "" if not ore else HIDDEN if hide else amount_rounded(ore)


def when(activity: Activity) -> str:
    """Return date and time in short: «tir 16.2. 09:00»."""
    parts = [] if activity.date is None else [day_and_month(activity.date)]
    if activity.start is not None:
        parts.append(clock(activity.start))
    return " ".join(parts)


def place(activity: Activity) -> str:
    """Return the day that a row stands on, else its bucket."""
    if activity.date is not None:
        return day_and_month(activity.date)
    return "" if activity.bucket is None else bucket(activity.bucket)


def material_due(activity: Activity) -> str:
    """Return until when its material has to be delivered: «innen ons 24.2.»."""
    if activity.material_due is None:
        return ""
    return _("by {date}").format(date=day_and_month(activity.material_due))


def details(plan: Plan, activity: Activity, *, hide: bool = False) -> tuple[str, ...]:
    """Return what stands under a row: state, whom, kilometres, cost, outcome; only what there is to say."""
    kilometres = activity.km_actual or activity.km_planned
    parts = (
        "" if activity.state is State.PLANNED else state_name(activity.state),
        "" if activity.outcome is None else outcome_name(activity.outcome),
        "" if activity.reason is None else reason_name(activity.reason),
        whom(plan, activity, hide=hide),
        safe_line(activity.place or ""),
        f"{kilometres} km" if kilometres else "",
        cost(plan, activity, hide=hide),
        moved(activity),
        "↻" if activity.series else "",
        "✎" if activity.notes else "",
    )
    return tuple(part for part in parts if part)


def moved(activity: Activity) -> str:
    """Return how often it was moved: «flyttet ×2»."""
    count = len(activity.reschedules)
    return _("moved ×{count}").format(count=count) if count else ""


def length(activity: Activity) -> str:
    """Return the row's duration: what it took when that is known, else what is planned."""
    minutes = activity.minutes if activity.actual_minutes is None else activity.actual_minutes
    return duration(minutes) if minutes else ""


def length_on(activity: Activity, day: dt.date) -> str:
    """Return the row's duration on one of its days."""
    if activity.end_date in {None, activity.date}:
        return length(activity)
    minutes = minutes_within(activity, day_span(day))
    return duration(minutes) if minutes else ""


def travel(minutes: int) -> str:
    """Return «reise 30 m»."""
    return _("travel {duration}").format(duration=duration(minutes))


def ways(activity: Activity) -> str:
    """Return the way there and back: «30 m + 20 m», or «30 m hver vei» where they are as long."""
    before, after = activity.travel_before or 0, activity.travel_after or 0
    if before and before == after:
        return _("{duration} each way").format(duration=duration(before))
    there = _("{duration} there").format(duration=duration(before)) if before else ""
    back = _("{duration} back").format(duration=duration(after)) if after else ""
    return " · ".join(way for way in (there, back) if way)


def load(planned: "PlannedDays", *, with_overdue: bool = False) -> str:
    """Return «2,0 + 0,5 reise + 2,0 forfalt av 7,5 t»; of a day off, only what is planned."""
    words = hours(planned.planned_minutes)
    if not planned.capacity_minutes:
        return _("{hours} h planned, day off").format(hours=words)
    if planned.travel_minutes:
        words = _("{hours} + {travel} travel").format(hours=words, travel=hours(planned.travel_minutes))
    if with_overdue and planned.overdue_minutes:
        words = _("{hours} + {overdue} overdue").format(hours=words, overdue=hours(planned.overdue_minutes))
    return _("{load} of {hours} h").format(load=words, hours=hours(planned.capacity_minutes))


def warnings_for(warnings: Iterable[PlanWarning], activity: Activity, *, hide: bool = False) -> tuple[str, ...]:
    """Return this row's warnings in words."""
    return tuple(dict.fromkeys(warning_name(each, hide=hide) for each in warnings if activity.id in each.ids))


def bar(share: float, cells: int) -> str:
    """Return a bar of so many cells, full at 1; more than full is full."""
    filled = min(cells, max(0, round(share * cells)))
    return "█" * filled + "░" * (cells - filled)


def holiday_names(holidays: Iterable[Holiday]) -> str:
    """Return the names of a day's holidays: «andre pinsedag, grunnlovsdagen»."""
    from salgsplan_tui.language.holiday_names import holiday_name  # noqa: PLC0415  # most days are none

    return ", ".join(holiday_name(each.code) for each in holidays)
