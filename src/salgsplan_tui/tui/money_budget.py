"""The cost budget on the screen: by line and strategy, its burn-down, and what was moved (chapter 4.9, S42-S43)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.budget import Costs
from salgsplan_tui.domain.plan_parts import SHARED
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import short_date
from salgsplan_tui.tui.goal_picture import burn_down
from salgsplan_tui.tui.labels import HIDDEN
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.money_page import MoneyPage
from salgsplan_tui.tui.money_table import Row, heading, hint, standing_for, table

_WIDE: Final = 100
_BAR: Final = 18
_ROWS: Final = 8
SPENT, ORDERED, PLANNED, LEFT = "█", "▓", "▒", "░"
"""What a line's bar is made of: readable without colour."""
WITHOUT_LINE: Final = "-"
"""In place of a line's id: what is held against none."""


def budget_lines(page: MoneyPage) -> Iterator[Line]:
    """Yield the sheet from top to bottom."""
    budget = page.known.budget
    yield heading(_("cost budget"), _("whole kroner, as of {date}").format(date=short_date(page.basis.as_of)))
    if not budget.lines and not budget.charges:
        yield hint(_("No line yet. c makes one: what it is for, its strategy, and how much."))
        return
    rows = [
        _row(page, line.title or line.id, budget.by_line[line.id], Target("figure", f"line:{line.id}"))
        for line in budget.lines
    ]
    if budget.without_line != Costs():
        target = Target("figure", f"line:{WITHOUT_LINE}")
        rows.append(_row(page, _("without a line"), budget.without_line, target))
    rows.append(_row(page, _("in all"), budget.total, Target("figure", "total:budget"), "figure"))
    titles = {each.id: each.title for each in page.programme.strategies} | {SHARED: _("shared by all")}
    strategies = [
        _row(page, titles.get(code, code), costs, Target("figure", f"strategy:{code}"))
        for code, costs in budget.by_strategy.items()
    ]
    drawn = tuple(_table(page, [*rows, *strategies]))
    yield from drawn[: len(rows) + 1]
    if page.cells >= _WIDE:
        signs = (
            f"{SPENT} {_('spent')}",
            f"{ORDERED} {_('ordered')}",
            f"{PLANNED} {_('planned')}",
            f"{LEFT} {_('left')}",
        )
        yield hint("   ".join(signs))
    yield heading(_("by strategy"))
    yield from drawn[len(rows) + 1 :]
    yield from _burn_down(page)
    yield from _moves(page)


def _row(page: MoneyPage, name: str, costs: Costs, target: Target, style: str = "text") -> Row:
    sums = (costs.budget, costs.actual, costs.committed, costs.planned, costs.available, costs.forecast)
    words = HIDDEN if page.hide else variance_words(page, costs.variance)
    tail = (Part(f"  {_bar(costs)}", "sign"),) if page.cells >= _WIDE and not page.hide else ()
    over = costs.variance < 0
    return Row(page.name(name), (*map(page.kroner, sums), words), target, "warning" if over else style, tail)


def variance_words(page: MoneyPage, ore: int) -> str:
    """Return what will be left or lacking, never by its sign alone (chapter 4.9)."""
    words = _("! {amount} beyond") if ore < 0 else _("{amount} left")
    return words.format(amount=page.kroner(abs(ore)))


def _bar(costs: Costs) -> str:
    """Return how far a line is used: spent, ordered, planned, and what is left."""
    most = max(costs.budget, costs.forecast)
    if not most:
        return ""
    ends = [round(each / most * _BAR) for each in (costs.actual, costs.actual + costs.committed, costs.forecast)]
    spent, ordered, planned = ends[0], ends[1] - ends[0], ends[2] - ends[1]
    return SPENT * spent + ORDERED * ordered + PLANNED * planned + LEFT * (_BAR - ends[2])


def _table(page: MoneyPage, rows: list[Row]) -> Iterator[Line]:
    if page.cells >= _WIDE:
        heads = (
            *(_("budget"), _("spent"), _("ordered"), _("planned"), _("available"), _("forecast")),
            _("variance"),
        )
        return table(heads, rows, page.cells, _BAR + 2)
    heads = (_("budget"), _("spent"), _("ord."), _("plan."), _("avail."), _("forec."), _("variance"))
    return table(heads, rows, page.cells)


def _burn_down(page: MoneyPage) -> Iterator[Line]:
    total = page.known.budget.total.budget
    if page.known.spending and total:
        yield heading(_("left of the cost budget, week by week"))
        target = page.known.spending[-1].pace or Fraction(total)
        picture = burn_down(page.known.spending, target, page.kroner, page.cells - 2, _ROWS)
        yield from standing_for(picture, "burn:budget")


def _moves(page: MoneyPage) -> Iterator[Line]:
    moves = page.programme.budget_moves
    titles = {each.id: each.title or each.id for each in page.programme.budget_lines}
    if moves:
        yield heading(_("moved between lines"))
    for move in reversed(moves):
        way = f"{page.name(titles.get(move.from_, move.from_))} → {page.name(titles.get(move.to, move.to))}"
        reason = f" · {page.name(move.reason)}" if move.reason else ""
        left = (Part(f" {short_date(move.on)}  ", "time"), Part(way), Part(reason, "muted"))
        yield Line(left, (Part(f"{page.amount(move.amount)} "),), target=Target("figure", f"moved:{move.id}"))
