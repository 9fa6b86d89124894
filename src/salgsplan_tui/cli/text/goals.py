"""The goals of a programme as text: how far, how fast, what lies ahead, what is missing; and the funnel."""

from collections.abc import Iterable, Iterator

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.funnel import Funnel
from salgsplan_tui.domain.goals import GoalFigures, goals_of
from salgsplan_tui.language import _
from salgsplan_tui.language.figures import figure, share
from salgsplan_tui.language.formats import full_date
from salgsplan_tui.language.safe import safe_line, width
from salgsplan_tui.tui.funnel_words import STEPS, rate_text, rates_words, step_text
from salgsplan_tui.tui.goal_words import goal_words
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.plain_text import flush_right, padded

_COLUMN = 10
_RATE = 14


def heading(basis: Basis) -> Line:
    """Return the programme's title, and as of which day its figures are."""
    as_of = _("as of {date}").format(date=full_date(basis.as_of))
    return Line((Part(safe_line(basis.programme.title), "heading"),), (Part(as_of, "muted"),))


def goals_text(basis: Basis, funnel: Funnel | None, cells: int) -> Iterator[Line]:
    """Yield the page from top to bottom."""
    yield heading(basis)
    days = _("{passed} of {all} working days").format(passed=basis.workdays_passed, all=basis.workdays)
    yield Line((Part(days, "muted"),))
    for figures in goals_of(basis):
        yield Line()
        yield from _goal(figures, cells)
    if not basis.programme.goals:
        yield Line((Part(_("no goals yet"), "muted"),))
    if funnel is not None:
        yield from _funnel(funnel)


def _goal(figures: GoalFigures, cells: int) -> Iterator[Line]:
    goal = figures.goal
    told = _("{actual} of {target}").format(
        actual=figure(figures.actual, goal.unit), target=figure(figures.target, goal.unit)
    )
    right = f"{told}  {share(figures.attainment, 0)}"
    yield Line((Part(safe_line(goal.title), "figure"),), (Part(right, "figure"),))
    words = [_("a vision: no number, unit or deadline")] if goal.is_vision else [*goal_words(figures)]
    yield from (Line((Part(f"  {text}", "muted"),)) for text in joined(words, cells - 2))


def joined(words: Iterable[str], cells: int) -> Iterator[str]:
    """Yield the words with points between them, on as many lines as they need."""
    line = ""
    for word in words:
        longer = f"{line} · {word}" if line else word
        if line and width(longer) > cells:
            yield line
            longer = word
        line = longer
    yield line


def _funnel(funnel: Funnel) -> Iterator[Line]:
    yield Line()
    yield Line((Part(_("What it takes (funnel)"), "heading"),))
    columns = [(_("in all"), funnel.need), (_("still"), funnel.remaining)]
    columns += [(_("planned ahead"), funnel.planned_ahead), (_("missing"), funnel.missing)]
    first = max(width(_(name)) for name in STEPS.values()) + 2
    sizes = [max(_COLUMN, width(name) + 2) for name, _steps in columns]
    names = "".join(flush_right(name, size) for (name, _steps), size in zip(columns, sizes, strict=True))
    yield Line((Part(padded("", first) + flush_right(_("rate"), _RATE) + names, "muted"),))
    for code, name in STEPS.items():
        cells = "".join(
            flush_right(step_text(steps, code), size) for (_name, steps), size in zip(columns, sizes, strict=True)
        )
        rate = flush_right(rate_text(funnel.rates, code), _RATE)
        yield Line((Part(padded(_(name), first)), Part(rate, "muted"), Part(cells)))
    yield Line((Part(rates_words(funnel.rates), "muted"),))
