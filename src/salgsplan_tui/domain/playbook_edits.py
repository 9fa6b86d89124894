"""A person's own playbooks: made from rows of the plan, each as far from one of them as it stands now."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import ONE_DAY, Span
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.holidays import count_workdays, is_workday
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.playbook import Playbook, PlaybookStep
from salgsplan_tui.domain.sheet import order

_LONGEST_CODE: Final = 32
_FARTHEST: Final = 999
"""Days from a playbook's date, as far as an offset reaches."""
_USUAL_ANCHORS: Final = ("trade_fair", "event", "webinar")
"""The channels of what others are planned around."""


def usual_anchor(rows: Sequence[Activity]) -> Activity:
    """Return the row on whose date the others seem to stand: that of a run, a fair or an event, else the last."""
    found = [row for row in rows if row.offset in {"0d", "0wd"}]
    found += [row for channel in _USUAL_ANCHORS for row in rows if row.channel == channel]
    return found[0] if found else max(rows, key=order)


def playbook_from(rows: Iterable[Activity], anchor: Activity, name: str, known: Iterable[Playbook]) -> Playbook:
    """Return a playbook of these rows, around the date of one of them.

    Raises:
        RefusedError: `playbook_exists`: another is called so; `playbook_too_long`: a row stands too far off.
    """
    others = tuple(known)
    title = name.strip()
    for other in others:
        if title.casefold() in {other.code, other.nb.casefold(), other.en.casefold()}:
            raise RefusedError("playbook_exists", name=title)
    day = anchor.date or dt.date.min
    steps = tuple(_step(row, day) for row in sorted(rows, key=order) if row.date is not None)
    return Playbook(code=_code(title, {other.code for other in others}), nb=title, en=title, steps=steps)


def _step(row: Activity, day: dt.date) -> PlaybookStep:
    date = row.date or day
    return PlaybookStep(
        nb=row.title,
        en=row.title,
        channel=row.channel,
        type=row.type,
        minutes=row.minutes,
        start=row.start,
        days=None if row.end_date in {None, row.date} or row.end_date is None else (row.end_date - date).days + 1,
        offset=offset_between(day, date),
        material=None if row.material_due is None else offset_between(date, row.material_due),
    )


def offset_between(day: dt.date, other: dt.date) -> str:
    """Return how far another day lies from a day: in working days, where it is one.

    Raises:
        RefusedError: it lies too far off.
    """
    days = (other - day).days
    if not -_FARTHEST <= days <= _FARTHEST:
        raise RefusedError("playbook_too_long", days=_FARTHEST)
    if days == 0 or not is_workday(other):
        return f"{days}d"
    between = Span(day + ONE_DAY, other + ONE_DAY) if days > 0 else Span(other, day)
    return f"{count_workdays(between) * (1 if days > 0 else -1)}wd"


def _code(name: str, taken: set[str]) -> str:
    """Return a code that nothing has yet, made of a name."""
    plain = "".join(each if each.isascii() and each.isalnum() else "_" for each in fold(name)).strip("_")
    first = (plain or "own")[: _LONGEST_CODE - 3].strip("_")
    codes = (first, *(f"{first}_{number}" for number in range(2, 100)))
    return next(code for code in codes if code not in taken)


def add_playbook(plan: Plan, playbook: Playbook) -> Plan:
    """Put a playbook among the person's own.

    Raises:
        RefusedError: `playbook_exists`: one of this code was saved meanwhile.
    """
    if playbook.code in plan.own_playbooks:
        raise RefusedError("playbook_exists", name=playbook.nb)
    return replace(plan, own_playbooks={**plan.own_playbooks, playbook.code: playbook})
