"""What a scenario changes, as a table: as it is now, as it would be, and the difference (3.6 of the issue)."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import partial
from typing import Final

from salgsplan_tui.domain.programme import Goal
from salgsplan_tui.domain.scenario import Outlook
from salgsplan_tui.language import _
from salgsplan_tui.language.figures import UNKNOWN, figure
from salgsplan_tui.language.formats import hours, number
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.funnel_words import STEPS
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.plain_text import flush_right, padded

_COLUMN: Final = 14
_NAME: Final = 28


def what_if_lines(now: Outlook, then: Outlook, goals: Mapping[str, Goal]) -> Iterator[Line]:
    """Yield the table from top to bottom."""
    heads = "".join(flush_right(each, _COLUMN) for each in (_("now"), _("then"), _("difference")))
    yield Line((Part(f" {padded('', _NAME)}{heads}", "muted"),))
    for identity, goal in goals.items():
        ends = now.goals.get(identity), then.goals.get(identity)
        yield _row(safe_line(goal.title), *ends, partial(figure, unit=goal.unit))
    yield _row(_("cost in the end"), now.cost, then.cost, _kroner)
    yield _row(_("left of the cost budget"), now.left, then.left, _kroner)
    yield _row(_("hours ahead"), now.minutes, then.minutes, _hours)
    needs = (_("needed in all: {what}"), now.need, then.need), (_("missing: {what}"), now.missing, then.missing)
    for title, before, after in needs:
        for code, name in STEPS.items():
            if code in {"orders", "meetings", "attempts"}:
                numbers = (getattr(before, code, None), getattr(after, code, None))
                yield _row(title.format(what=_(name)), *numbers, _number)


def _row(
    name: str, now: Fraction | int | None, then: Fraction | int | None, write: Callable[[Fraction | int], str]
) -> Line:
    told = [UNKNOWN if each is None else write(each) for each in (now, then)]
    difference = "" if now is None or then is None or now == then else _signed(then - now, write)
    cells = "".join(flush_right(each, _COLUMN) for each in told)
    return Line(
        (Part(f" {padded(name, _NAME)}"), Part(cells), Part(flush_right(difference, _COLUMN), "figure")),
    )


def _signed(value: Fraction | int, write: Callable[[Fraction | int], str]) -> str:
    return f"+{write(value)}" if value > 0 else write(value)


def _kroner(value: Fraction | int) -> str:
    return figure(value, "kr")


def _hours(value: Fraction | int) -> str:
    return _("{hours} h").format(hours=hours(int(value)))


def _number(value: Fraction | int) -> str:
    return number(Fraction(value))
