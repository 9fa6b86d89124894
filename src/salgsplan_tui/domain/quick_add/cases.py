"""Opens a service case with a line such as «klage Olsen i dag 15:30»; the activity it plans is the case's next one."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.quick_add.reading import Notice, Reading
from salgsplan_tui.domain.quick_add.worksheet import Setting
from salgsplan_tui.domain.service import CaseState, CaseType, ServiceCase
from salgsplan_tui.domain.service_edits import START_MOODS

SERVICE = "service"
"""The channel of service cases."""
_CUSTOMERS_SPEAK_BY: Final = frozenset(
    {
        *("phone", "letter", "email", "sms", "direct_message", "social_media", "internet"),
        *("meeting", "video_meeting", "visit", "site_visit", "in_store", "trade_fair", "event", "door_sale"),
    }
)
"""The channels a case may come in by: «klage på tilbudet» tells what it is about."""
_LONGEST: Final = 4
"""A channel's name has no more words than that."""
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
    if known is None:
        case = case.changed_to(channel=_came_in_by(text, setting))
    key = "case_goes_on" if known is not None else "case_opened" if case.channel else "case_opened_somehow"
    notice = Notice(key, chip.start, chip.end, _told(case, activity, setting))
    return replace(reading, case=case, notices=(*reading.notices, notice))


def _told(case: ServiceCase, activity: Activity, setting: Setting) -> Mapping[str, object]:
    names = setting.plan.channels.name
    by = None if case.channel is None else {each: names(case.channel, each) for each in ("nb", "en")}
    return {"title": case.title or activity.title, "channel": by}


def _came_in_by(text: str, setting: Setting) -> str | None:
    """Return the channel that a line says a case came in by: «på e-post»; None where it says nothing of it."""
    words = [word.strip(",;:!?") for word in text.casefold().split()]
    for first in range(len(words)):
        before = setting.words.came_in_by.at(words, first)
        found = None if before is None else _channel_at(words, before[1], setting)
        if found in _CUSTOMERS_SPEAK_BY:
            return found
    return None


def _channel_at(words: Sequence[str], first: int, setting: Setting) -> str | None:
    """Return the channel that the longest words right here name."""
    known = setting.plan.channels.words
    lengths = range(min(_LONGEST, len(words) - first), 0, -1)
    names = (" ".join(words[first : first + length]).removesuffix(".") for length in lengths)
    return next((known[name][0] for name in names if name in known), None)


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
