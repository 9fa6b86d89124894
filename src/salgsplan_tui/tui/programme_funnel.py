"""The sheet of the funnel (salgskalkyle): what the goal needs step by step, and what is missing (4.1-4.2)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.funnel import Funnel
from salgsplan_tui.language import _, pgettext
from salgsplan_tui.language.figures import UNKNOWN
from salgsplan_tui.language.formats import number
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.funnel_words import STEPS, a_day, missing_code, rate_text, rates_words, step_text
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.plain_text import flush_right, padded
from salgsplan_tui.tui.programme_overview import heading, hint, hints
from salgsplan_tui.tui.programme_page import ProgrammePage

_NAME: Final = 17
_RATE: Final = 14
_COLUMN: Final = 9
_BAR: Final = 8
_WITH_RATES: Final = 72
"""From so many cells on there is room for the rates."""


def funnel_lines(page: ProgrammePage, cells: int) -> Iterator[Line]:
    """Yield the sheet from top to bottom."""
    funnel = page.known.funnel
    if funnel is None:
        yield hint(_("The funnel is counted back from a goal of order intake, in kroner or in orders."))
        yield hint(_("Press c for a new goal: 8 orders by 31.3"))
        return
    yield from step_lines(page, funnel, cells)
    yield from _missing(page)


def step_lines(page: ProgrammePage, funnel: Funnel, cells: int) -> Iterator[Line]:
    """Yield what the goal needs step by step, by which rates, and what lies in the plan already."""
    yield heading(_("what it takes: {goal}").format(goal=page.name(funnel.goal.title)))
    yield from hints(rates_words(funnel.rates), cells)
    room = _RATE if cells >= _WITH_RATES else 0
    yield _heads(room)
    yield from (_step(page, funnel, code, room) for code in STEPS)
    if not page.hide:
        yield from _rest(page, funnel, cells)
    each_day = Target("figure", "a_day:")
    yield from (_opening(hint(words), each_day) for words in a_day(page.basis, funnel))


def _heads(room: int) -> Line:
    names = (_("in all"), _("still"), pgettext("column", "in plan"), _("missing"))
    text = (
        padded("", _NAME)
        + flush_right(_("rate") if room else "", room)
        + "".join(flush_right(name, _COLUMN) for name in names)
    )
    return Line((Part(f" {text}", "muted"),))


def _step(page: ProgrammePage, funnel: Funnel, code: str, room: int) -> Line:
    missing: int | None = getattr(funnel.missing, code)
    numbers = (funnel.need, funnel.remaining, funnel.planned_ahead)
    cells = "".join(flush_right(step_text(steps, code), _COLUMN) for steps in numbers)
    rate = flush_right(rate_text(funnel.rates, code, hide=page.hide), room) if room else ""
    return Line(
        (
            Part(f" {padded(_(STEPS[code]), _NAME)}", "title"),
            Part(rate, "muted"),
            Part(cells),
            Part(flush_right(step_text(funnel.missing, code), _COLUMN), "warning" if missing else "text"),
            Part(f"  {_bar(funnel, code)}", "sign"),
        ),
        target=Target("figure", f"step:{code}"),
    )


def _bar(funnel: Funnel, code: str) -> str:
    """Return how much of what is still needed lies in the plan."""
    needed: int | None = getattr(funnel.remaining, code)
    planned: int = getattr(funnel.planned_ahead, code) or 0
    return labels.bar(1.0 if not needed else planned / needed, _BAR)


def _rest(page: ProgrammePage, funnel: Funnel, cells: int) -> Iterator[Line]:
    unit = funnel.goal.unit
    after = page.figure(funnel.rest_after_pipeline, unit)
    coverage = UNKNOWN if funnel.coverage is None else f"{number(Fraction(funnel.coverage), 2)}×"
    words = (
        _("{figure} is left").format(figure=page.figure(funnel.rest, unit)),
        _("{figure} after the open offers by their probability").format(figure=after),
        _("coverage {times}").format(times=coverage),
    )
    yield from (_opening(line, Target("figure", "rest:goal")) for line in hints(" · ".join(words), cells))


def _opening(line: Line, target: Target) -> Line:
    return Line(line.left, line.right, target, line.rule)


def _missing(page: ProgrammePage) -> Iterator[Line]:
    """Yield the rows that would fill what is missing in the plan."""
    rows = page.known.missing
    if not rows:
        yield heading(_("nothing is missing in the plan"))
        return
    yield heading(_("missing in the plan"))
    for row in rows:
        code = missing_code(row)
        count = f"{row.quantity_planned} {_(STEPS[code])}"
        target = Target("figure", f"missing:{code}")
        yield Line((Part(f" {count}", "warning"),), (Part(f"{labels.length(row)} "),), target)
    yield hint(_("f puts them into this week"))
