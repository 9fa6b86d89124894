"""What was understood of a typed line, one short text a thing (interaction.md 1.6)."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Final

from textual.content import Content

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.amounts import ore_from_text
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.quick_add import Chip, Reading
from salgsplan_tui.language import _, language
from salgsplan_tui.language.formats import amount, duration, number
from salgsplan_tui.language.messages import sentence
from salgsplan_tui.language.safe import clip, safe_line, width
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.cost_words import budget_counted_in, held_words, line_words
from salgsplan_tui.tui.dialogs.place_text import bucket_words, day_words, time_words
from salgsplan_tui.tui.dialogs.repeat_words import ON_HOLIDAY, repeat_words

_SHORTEST_ROOM: Final = 8


def understood(plan: Plan, reading: Reading, room: int) -> Content:
    """Return the chips in lines of so many cells, and under them what the person should know about the reading."""
    chips = [(chip_words(plan, reading, chip), "$foreground on $panel") for chip in reading.chips]
    chips += [(words, "$foreground-muted") for words in _implied(plan, reading)]
    style = "$text-error" if reading.is_forbidden else "$text-warning"
    notices = [Content.styled("! " + sentence(notice.code, notice.values), style) for notice in reading.notices]
    return Content("\n").join([*_lines(chips, room), *notices])


def _implied(plan: Plan, reading: Reading) -> Iterator[str]:
    """Yield what the line itself does not say: what it repeats, the day it is planned on, its time and length."""
    told, activity = {chip.kind for chip in reading.chips}, reading.activity
    if "channel" not in told and activity.channel is not None:
        yield f"{labels.sign(plan, activity)} {activity.title}"
    if not told & {"date", "bucket", "repeat", "due", "outcome"} and activity.date is not None:
        yield day_words(activity.date, activity.end_date)
    if "material" not in told and activity.material_due is not None:
        yield _("material by {date}").format(date=day_words(activity.material_due))
    if "cost" in told and "line" not in told:
        yield from _held(plan, activity)
    if not told & {"time", "duration"}:
        yield time_words(activity.start, activity.minutes)


def _held(plan: Plan, activity: Activity) -> Iterator[str]:
    """Yield the budget lines that the costs are held against without being told so."""
    budget = budget_counted_in(plan, activity)
    yield from dict.fromkeys(held_words(plan, budget, item) for item in activity.costs)


def _lines(chips: list[tuple[str, str]], room: int) -> list[Content]:
    """Set the chips in lines, each chip whole."""
    lines, used = [Content("")], 0
    for words, style in chips:
        text = f" {clip(safe_line(words), max(_SHORTEST_ROOM, room - 2))} "
        if not words:
            continue
        if used and used + width(text) > room:
            lines.append(Content(""))
            used = 0
        lines[-1] = Content.assemble(lines[-1], (text, style), " ")
        used += width(text) + 1
    return lines


def chip_words(plan: Plan, reading: Reading, chip: Chip) -> str:
    """Return one chip in words; empty where there is nothing to show."""
    words = _WORDS.get(chip.kind)
    return chip.text if words is None else words(plan, reading, chip.text)


def _channel(plan: Plan, reading: Reading, _text: str) -> str:
    return f"{labels.sign(plan, reading.activity)} {labels.kind_of_work(plan, reading.activity)}"


def _date(_plan: Plan, _reading: Reading, text: str) -> str:
    first, _slash, last = text.partition("/")
    return day_words(dt.date.fromisoformat(first), dt.date.fromisoformat(last) if last else None)


def _repeat(_plan: Plan, reading: Reading, _text: str) -> str:
    series = reading.series
    return "" if series is None else f"↻ {repeat_words(series)}"


def _quantity(plan: Plan, reading: Reading, _text: str) -> str:
    activity = reading.activity
    count = activity.quantity_planned or activity.quantity_done or 0
    unit = plan.channels.unit_name(activity.unit, count, language()) if activity.unit else ""
    return f"{number(count)} {unit}".strip()


def _outcome(_plan: Plan, reading: Reading, _text: str) -> str:
    outcome = reading.result.outcome if reading.result else None
    return "✓" if outcome is None else f"✓ {labels.outcome_name(outcome)}"


def _goal(plan: Plan, _reading: Reading, text: str) -> str:
    goal = plan.goal(text)
    return _("goal: {text}").format(text=goal.title if goal else text)


def _programme(plan: Plan, _reading: Reading, text: str) -> str:
    return _("programme: {text}").format(text=plan.programme_title(text) or text)


_WORDS: Final[dict[str, Callable[[Plan, Reading, str], str]]] = {
    "channel": _channel,
    "date": _date,
    "due": lambda _plan, _reading, text: _("by {date}").format(date=day_words(dt.date.fromisoformat(text))),
    "material": lambda _plan, _reading, text: _("material by {date}").format(
        date=day_words(dt.date.fromisoformat(text))
    ),
    "material_sent": lambda _plan, _reading, _text: _("material delivered"),
    "appears": lambda plan, reading, text: _("appears {date}").format(date=_date(plan, reading, text)),
    "travel": lambda _plan, reading, _text: _("travel {duration}").format(duration=labels.ways(reading.activity)),
    "on_holiday": lambda _plan, _reading, text: next(_(words) for code, words in ON_HOLIDAY.items() if code == text),
    "bucket": lambda _plan, _reading, text: bucket_words(text),
    "time": lambda _plan, _reading, text: text.replace("-", "–"),
    "duration": lambda _plan, _reading, text: duration(int(text)),
    "cost": lambda _plan, _reading, text: amount(ore_from_text(text)),
    "value": lambda _plan, _reading, text: _("value {text}").format(text=amount(ore_from_text(text))),
    "line": lambda plan, _reading, text: line_words(plan, text) if text else _("outside the cost budget"),
    "repeat": _repeat,
    "quantity": _quantity,
    "outcome": _outcome,
    "goal": _goal,
    "programme": _programme,
    "approach": lambda _plan, _reading, text: _("approach: {text}").format(text=text),
    "place": lambda _plan, _reading, text: _("place: {text}").format(text=text),
    "purpose": lambda _plan, _reading, text: _("purpose: {text}").format(text=text),
    "km": lambda _plan, _reading, text: f"{text} km",
    "tag": lambda _plan, _reading, text: f"#{text}",
    "priority": lambda _plan, _reading, text: f"!{text}",
    "note": lambda _plan, _reading, text: f"✎ {text}",
    "next": lambda _plan, _reading, text: f"→ {text}",
}
