"""The head of a report: whose, which days, as known when, red days and leave, and what changed since the last."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from salgsplan_tui.domain.amounts import rounded, text_from_ore
from salgsplan_tui.domain.budget import budget_of
from salgsplan_tui.domain.channel_economics import margin_of
from salgsplan_tui.domain.counting import done_number, is_attempt, is_meeting
from salgsplan_tui.domain.reports.people_parts import days_off, workdays
from salgsplan_tui.domain.reports.plan_parts import row_marks
from salgsplan_tui.domain.reports.scope import Scope
from salgsplan_tui.domain.reports.values import (
    NOTHING,
    Block,
    Figure,
    Item,
    Lines,
    Table,
    code,
    day,
    kr,
    number,
    text,
)

_MONEY = frozenset({"order_value", "margin", "open_offers", "spent"})


def head(scope: Scope) -> tuple[Block, ...]:
    """Return the head's lines, the days off, and what has changed since the last report of this kind."""
    settings = scope.plan.settings
    lines = [
        (code("seller", "head"), text(settings.name)),
        (code("firm", "head"), text(" · ".join(part for part in (settings.firm, settings.team) if part))),
        (code("programme", "head"), text(scope.programme.title if scope.programme else None)),
        (code("issued", "head"), day(scope.as_of)),
        (code("workdays", "head"), workdays(scope)),
    ]
    off = tuple(days_off(scope)) if scope.kind == "week" else ()
    blocks: list[Block] = [
        Lines("head", tuple(line for line in lines if line[1] != NOTHING)),
    ]
    if off:
        blocks.append(Lines("days_off", off))
    return (*blocks, *changes(scope))


def main_figures(scope: Scope) -> Mapping[str, int]:
    """Return the figures that the next report is held against: counts, and amounts in øre."""
    basis = scope.period_basis if scope.basis is None else scope.basis
    return {
        "order_value": sum(each.net for each in basis.orders),
        "orders": len(basis.orders),
        "margin": sum(map(margin_of, basis.orders)),
        "open_offers": sum(each.amount for each in basis.open_offers),
        "spent": budget_of(basis).total.actual,
        "attempts": sum(done_number(row) for row in basis.done if is_attempt(row)),
        "meetings": sum(done_number(row) for row in basis.done if is_meeting(row)),
    }


def told_figures(scope: Scope) -> tuple[Figure, ...]:
    """Return the same as values."""
    return tuple(Figure(name, _told(name, value)) for name, value in main_figures(scope).items())


def kept_figures(figures: Iterable[Figure]) -> Mapping[str, str]:
    """Return the same as files hold them."""
    known = {each.code: each.item.value for each in figures}
    return {
        name: text_from_ore(int(value)) if name in _MONEY else str(value)
        for name, value in known.items()
        if isinstance(value, Fraction)
    }


def changes(scope: Scope) -> Iterator[Block]:
    """Yield what is otherwise than in the report that was issued last: figures, and for a week its rows."""
    before = scope.before
    if before is None:
        return
    rows = []
    for name, value in main_figures(scope).items():
        was = _was(before.figures.get(name), is_money=name in _MONEY)
        if was is not None and was != value:
            rows.append((code(name, "figure"), _told(name, was), _told(name, value), _told(name, value - was)))
    is_same_period = before.period == scope.period and bool(before.rows)
    moved = tuple(_rows_changed(before.rows, row_marks(scope))) if is_same_period else ()
    has_moved = any(count for _code, count in moved)
    nothing = () if rows or has_moved else (code("no_change", "word"),)
    yield Lines("since", ((code("since", "word"), day(before.as_of), *nothing),))
    if rows:
        yield Table("changes", ("figure", "before", "now", "difference"), tuple(rows))
    if has_moved:
        yield Lines("rows_changed", tuple((code(name, "word"), number(count)) for name, count in moved))


def _rows_changed(before: tuple[str, ...], now: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    was, becomes = (dict(mark.split(" ", 1) for mark in marks) for marks in (before, now))
    yield "rows_new", len(becomes.keys() - was.keys())
    yield "rows_gone", len(was.keys() - becomes.keys())
    yield "rows_moved", sum(1 for each in was.keys() & becomes.keys() if was[each] != becomes[each])


def _was(kept: str | None, *, is_money: bool) -> int | None:
    if kept is None:
        return None
    try:
        return rounded(Fraction(kept) * (100 if is_money else 1))
    except (ValueError, ZeroDivisionError):  # somebody wrote something else there
        return None


def _told(name: str, value: int) -> Item:
    return kr(value) if name in _MONEY else number(value)
