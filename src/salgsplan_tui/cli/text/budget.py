"""The cost budget as text: a line for each budget line, the sums by strategy, the total; variance in a word."""

from collections.abc import Iterator

from salgsplan_tui.cli.text.goals import heading
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.budget import Budget, Costs
from salgsplan_tui.domain.plan_parts import SHARED
from salgsplan_tui.language import _
from salgsplan_tui.language.figures import money
from salgsplan_tui.language.safe import safe_line, width
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.plain_text import flush_right, padded

_FIGURES = (9, 10, 10, 10, 12)
_FORECAST = 11
_WORD = 15
_NARROWEST = 14
_WIDE = 100


def budget_text(basis: Basis, budget: Budget, cells: int) -> Iterator[Line]:
    """Yield the page from top to bottom, in whole kroner."""
    yield heading(basis)
    yield Line((Part(_("Cost budget in kroner"), "heading"),))
    rows = [(line.title or line.id, budget.by_line[line.id]) for line in budget.lines]
    if budget.without_line != Costs():
        rows.append((_("without a line"), budget.without_line))
    is_wide = cells >= _WIDE
    titles = {strategy.id: strategy.title for strategy in basis.programme.strategies} | {SHARED: _("shared by all")}
    names = max((width(safe_line(name)) for name in (*(name for name, _costs in rows), *titles.values())), default=0)
    sums = sum(_FIGURES) + (_FORECAST if is_wide else 0)
    first = max(_NARROWEST, min(names, cells - sums - _WORD))
    yield _row("", _head(is_wide=is_wide), first, "muted")
    for name, costs in rows:
        yield _row(name, _figures(costs, is_wide=is_wide), first)
    yield _row(_("in all"), _figures(budget.total, is_wide=is_wide), first, "figure")
    yield Line()
    yield Line((Part(_("by strategy"), "heading"),))
    for code, costs in budget.by_strategy.items():
        yield _row(titles.get(code, code), _figures(costs, is_wide=is_wide), first)


def _head(*, is_wide: bool) -> tuple[str, ...]:
    forecast = (_("forecast"),) if is_wide else ()
    names = (_("budget"), _("spent"), _("ordered"), _("planned"), _("available"))
    return (*names, *forecast, _("variance"))


def _figures(costs: Costs, *, is_wide: bool) -> tuple[str, ...]:
    sums = (costs.budget, costs.actual, costs.committed, costs.planned, costs.available)
    forecast = (costs.forecast,) if is_wide else ()
    return (*map(money, (*sums, *forecast)), variance_words(costs.variance))


def variance_words(ore: int) -> str:
    """Return what will be left or lacking, never by its sign alone (chapter 4.9)."""
    if ore < 0:
        return _("{amount} too much").format(amount=money(-ore))
    return _("{amount} left").format(amount=money(ore))


def _row(name: str, figures: tuple[str, ...], first: int, style: str = "text") -> Line:
    *sums, last = figures
    cells = "".join(map(flush_right, sums, (*_FIGURES, _FORECAST))) + flush_right(last, _WORD)
    return Line((Part(padded(safe_line(name), first), style), Part(cells, style)))
