"""Opens a service case with a line such as «klage Olsen i dag 15:30»; the activity it plans is the case's next one."""

import datetime as dt
from dataclasses import replace

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.quick_add.reading import Notice, Reading
from salgsplan_tui.domain.quick_add.worksheet import Setting
from salgsplan_tui.domain.service import CaseState, CaseType, ServiceCase
from salgsplan_tui.domain.service_edits import START_MOODS

SERVICE = "service"
"""The channel of service cases."""
_USUAL_CHANNEL = "phone"
"""How a case came in, where nobody has said."""
_TYPES: tuple[CaseType, ...] = ("complaint", "claim")


def with_case(reading: Reading, text: str, setting: Setting) -> Reading:
    """Return the reading with the case it opens, or the open one it goes on with; most lines have none."""
    activity = reading.activity
    chip = next((each for each in reading.chips if each.kind == "channel" and each.text == SERVICE), None)
    if chip is None or not activity.customers:
        return reading
    words = text[chip.start : chip.end].casefold().split()
    found = setting.words.case_types.at(words, 0)
    kind = next((each for each in _TYPES if found is not None and each == found[0]), None)
    if kind is None:
        return reading
    known = _open_case(setting, activity, kind)
    case = known or _new_case(reading, activity, kind, setting)
    notice = Notice(
        "case_opened" if known is None else "case_goes_on",
        chip.start,
        chip.end,
        {"title": case.title or activity.title},
    )
    return replace(reading, case=case, notices=(*reading.notices, notice))


def _open_case(setting: Setting, activity: Activity, kind: CaseType) -> ServiceCase | None:
    """Return the open case of the same customer and type; of several it is not known which, so a new one is opened."""
    cases = [
        each
        for each in setting.plan.cases.values()
        if each.is_open and each.type == kind and each.customer == activity.customers[0]
    ]
    return cases[0] if len(cases) == 1 else None


def _new_case(reading: Reading, activity: Activity, kind: CaseType, setting: Setting) -> ServiceCase:
    opened = _came_in(activity, setting.now)
    case = ServiceCase(id=setting.new_id(), customer=activity.customers[0], opened=opened)
    case = case.changed_to(
        title=activity.title,
        type=kind,
        contact=activity.contacts[0] if activity.contacts else None,
        channel=_USUAL_CHANNEL,
        start_mood=START_MOODS[kind],
        activities=(activity.id,),
    )
    if reading.result is None:
        return case
    return case.changed_to(state=CaseState.HEARD, first_response=opened)


def _came_in(activity: Activity, now: dt.datetime) -> dt.datetime:
    """Return when it came in: now, or when the line says that something was already."""
    if activity.date is not None and activity.start is not None:
        return min(now, dt.datetime.combine(activity.date, activity.start)).replace(second=0, microsecond=0)
    return now.replace(second=0, microsecond=0)
