"""Reads a line of quick add: something to do, once or again and again, or something done and the step after it."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.budget_lines import with_usual_lines
from salgsplan_tui.domain.contact_checks import findings_of
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.holidays import holidays
from salgsplan_tui.domain.material import with_usual_material
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.quick_add.cases import with_case
from salgsplan_tui.domain.quick_add.compose import composed, finished
from salgsplan_tui.domain.quick_add.outcomes import read_outcome
from salgsplan_tui.domain.quick_add.read_line import Line, read_words
from salgsplan_tui.domain.quick_add.reading import Chip, Notice, Reading
from salgsplan_tui.domain.quick_add.series import Course
from salgsplan_tui.domain.quick_add.tokens import Part, Parts, cut
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Setting
from salgsplan_tui.domain.quick_add.years import outside_years
from salgsplan_tui.domain.sales_drafts import SORTS, drafted_sale

_SATURDAY: Final = 5
_SAYS_WHEN: Final = ("date", "bucket", "repeat", "due", "time")


def read(  # noqa: PLR0913  # a line is read with all that the person and the plan know
    text: str,
    *,
    plan: Plan,
    words: Words,
    now: dt.datetime,
    language: str,
    new_id: Callable[[], str],
    base: Activity | None = None,
    shown: dt.date | None = None,
) -> Reading:
    """Return what a line means; after a base it is the next step, or what changes in it.

    `shown` is the day that whoever asks will plan it on where the line tells none.

    Raises:
        NotUnderstoodError: it cannot be understood; `at` tells where, and for a name of two people `candidates` whom.
    """
    if error := outside_years(now, text):
        raise error
    parts = cut(text, words, Part(0, len(text)))
    is_done = parts.outcome is not None
    day = None if base is None or base.date is None or base.date < now.date() else base.date
    setting = Setting(
        words=words,
        now=now,
        language=language,
        is_done=is_done,
        day=day,
        days_off=plan.days_off,
        plan=plan,
        new_id=new_id,
        shown=shown,
    )
    reading, course = _row(text, parts, setting, base)
    if is_done:
        reading = _with_outcome(reading, text, parts, setting)
    elif course is not None:
        reading = _repeating(reading, course)
    reading = _with_material(reading, setting)
    if base is None and course is None:
        reading = with_case(reading, text, setting)
    notices = (*reading.notices, *_about_people(reading, setting))
    return replace(
        reading,
        customers=tuple(setting.made.values()),
        notices=tuple(sorted(notices, key=lambda notice: notice.start)),
        chips=tuple(sorted(reading.chips, key=lambda chip: chip.start)),
    )


def _row(text: str, parts: Parts, setting: Setting, base: Activity | None) -> tuple[Reading, Course | None]:
    """Return the row that the words before any `->` plan."""
    line = read_words(text, parts.tokens, setting)
    if base is None and not line.title:
        raise NotUnderstoodError("no_words", at=(0, parts.arrow.start if parts.arrow else len(text)))
    note = None if parts.note is None else text[parts.note.start : parts.note.end].strip()
    activity, given = composed(line, setting, base, note)
    notices = [*line.sheet.notices, *_about_channel(line, activity), *_about_days(line, setting, activity)]
    chips = [*line.sheet.chips]
    if parts.note is not None and note:
        start = text.index(note, parts.note.start)
        chips.append(Chip("note", note, start, start + len(note)))
    reading = Reading(
        activity=activity,
        customers=(),
        series=None,
        next=None,
        result=None,
        notices=tuple(notices),
        chips=tuple(chips),
        doubts=tuple(line.sheet.doubts),
        given=given,
    )
    return reading, line.course


def _repeating(reading: Reading, course: Course) -> Reading:
    """Return the reading as a series, with its first occurrence as the activity."""
    of_one = dict.fromkeys(("date", "material_due", "appears_from", "appears_to"))
    series = course.series(reading.activity.changed_to(**of_one, state=State.DRAFT))
    return replace(reading, series=series, activity=series.occurrence(course.first))


def _with_material(reading: Reading, setting: Setting) -> Reading:
    """Return the reading with the usual deadlines of material; what repeats has none of its own."""
    step = reading.next and with_usual_material(setting.plan, reading.next, setting.today)
    if reading.series is not None:
        return replace(reading, next=step)
    return replace(reading, activity=with_usual_material(setting.plan, reading.activity, setting.today), next=step)


def _with_outcome(reading: Reading, text: str, parts: Parts, setting: Setting) -> Reading:
    """Return the reading as done, with its outcome and the step after it."""
    activity = _until_today(reading, setting)
    told = read_outcome(text, parts, setting)
    result = told.result
    activity = _with_costs(finished(activity, result), setting)
    if told.value is not None and activity.value is None:
        activity = activity.changed_to(value=told.value)
    if activity.value is not None and result.outcome in SORTS:
        sale = drafted_sale(setting.plan, activity, result.outcome, activity.value, setting.new_id())
        result = replace(result, sale=sale)
    reading = replace(
        reading,
        result=result,
        notices=reading.notices + tuple(told.sheet.notices),
        chips=reading.chips + tuple(told.sheet.chips),
        activity=activity,
        given=reading.given | {"state", "outcome"},
    )
    if parts.next is None or not text[parts.next.start : parts.next.end].strip():
        return reading
    return _with_next(reading, text, parts.next, setting)


def _with_costs(activity: Activity, setting: Setting) -> Activity:
    """Return what was done with a first outlay that its outcome told held against the usual budget line."""
    if not activity.costs or any(item.line or item.planned for item in activity.costs):
        return activity
    return activity.changed_to(costs=with_usual_lines(setting.plan, activity, setting.today))


def _until_today(reading: Reading, setting: Setting) -> Activity:
    """Return the activity on the day it was done: today, unless an earlier one was named."""
    activity = reading.activity
    at = next(((chip.start, chip.end) for chip in reading.chips if chip.kind in _SAYS_WHEN), None)
    if activity.bucket is not None and activity.due is None:
        raise NotUnderstoodError("done_needs_day", at=at)
    date = setting.today if activity.date is None else activity.date
    if date > setting.today:
        raise NotUnderstoodError("done_ahead", at=at, date=date)
    return activity.changed_to(date=date, bucket=None)


def _with_next(reading: Reading, text: str, part: Part, setting: Setting) -> Reading:
    """Return the reading with the step that the words after `;` plan."""
    parts = cut(text, setting.words, part)
    if parts.arrow is not None:
        raise NotUnderstoodError("next_is_done", at=(parts.arrow.start, parts.arrow.end))
    following, course = _row(text, parts, replace(setting, is_done=False, day=None), reading.activity)
    if course is not None:
        raise NotUnderstoodError("cannot_repeat", at=course.at)
    for doubt in following.doubts:
        notice = next(notice for notice in following.notices if notice.code == doubt.code)
        raise NotUnderstoodError(doubt.code, at=(doubt.start, doubt.end), **notice.values)
    typed = text[part.start : part.end].strip()
    start = text.index(typed, part.start)
    step = following.activity.changed_to(previous=reading.activity.id)
    return replace(
        reading,
        next=step,
        activity=reading.activity.changed_to(next=step.id),
        notices=reading.notices + following.notices,
        chips=(*reading.chips, Chip("next", typed, start, start + len(typed))),
    )


def _about_channel(line: Line, activity: Activity) -> Iterator[Notice]:
    if activity.channel is None and len(line.sheet):
        yield Notice("no_channel", *line.sheet.span(0, len(line.sheet)), {})


def _about_people(reading: Reading, setting: Setting) -> Iterator[Notice]:
    """Say who may not be contacted as it is planned, or only with care."""
    planned = reading.activity if reading.result is None else reading.next
    if planned is None:
        return
    people = [chip for chip in reading.chips if chip.kind == "whom"] or [Chip("whom", "", 0, 0)]
    for finding in findings_of(setting.plan, planned, setting.now):
        chip = next((each for each in people if each.text == finding.name), people[0])
        lift = finding.rule.lift if finding.is_block else None
        values = {"name": finding.name, "reason": finding.rule.says, "lift": lift, "rule": finding.rule.id}
        yield Notice("contact_rule", chip.start, chip.end, values)


def _about_days(line: Line, setting: Setting, activity: Activity) -> Iterator[Notice]:
    """Say that a day that is planned is in a weekend or a public holiday."""
    if activity.private or setting.is_done:
        return
    spans = [Span(activity.date, (activity.end_date or activity.date) + dt.timedelta(days=1))] if activity.date else []
    if activity.due is not None:
        spans.append(Span(activity.due, activity.due + dt.timedelta(days=1)))
    start, end = next(((chip.start, chip.end) for chip in line.sheet.chips if chip.kind in _SAYS_WHEN), (0, 0))
    for span in spans:
        if span.start.weekday() >= _SATURDAY:
            yield Notice("weekend", start, end, {"date": span.start})
        for holiday in holidays(span):
            if not holiday.short_day:
                yield Notice("holiday", start, end, {"date": holiday.date, "holiday": holiday.code})
