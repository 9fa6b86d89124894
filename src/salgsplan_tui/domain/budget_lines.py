"""Which line of the cost budget an outlay is held against: the one that is named, or else the usual one (S42-S43)."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final

from salgsplan_tui.domain.activity import Activity, CostItem
from salgsplan_tui.domain.basis import parts_of, running_programme
from salgsplan_tui.domain.budget import MILEAGE
from salgsplan_tui.domain.channels import Catalogue, Term
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import BudgetLine
from salgsplan_tui.domain.programme import SalesPlan

_ON_THE_ROAD: Final = frozenset({MILEAGE, "toll", "ticket", "accommodation", "subsistence"})
"""What travel costs: it goes where the kilometres go, when no line is named for it."""
_NO_KIND: Final = "other"
_LONGEST_NAME: Final = 3
"""The most words that a channel is called by."""
_ENOUGH_LETTERS: Final = 4
_ENDING: Final = 2
"""The most letters of a plural's ending: «vareprøver»."""
_MADE_ID: Final = re.compile(r"[0-9a-z]{10}")
"""An id that the program made says nothing to anybody."""
_BETWEEN: Final = frozenset({"og", "and"})
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def budget_plan(plan: Plan, row: Activity, today: dt.date) -> SalesPlan | None:
    """Return the market programme in whose cost budget a row counts: the one it names, else the one of its days.

    A row without days counts where one of today would.
    """
    programmes = [each for each in plan.sales_plans.values() if each.level == "operative"]
    named = {row.goal, row.programme} - {None}
    owners = [each for each in programmes if named & parts_of(each)]
    if owners:
        return max(owners, key=_youngest)
    day = today if row.span is None else row.span.start
    running = running_programme(plan, day)
    return running or max((each for each in programmes if day in each.span), key=_youngest, default=None)


def _youngest(programme: SalesPlan) -> tuple[bool, dt.date, str]:
    return programme.status == "active", programme.start, programme.id


def lines_meant(lines: Iterable[BudgetLine], words: str) -> tuple[BudgetLine, ...]:
    """Return the lines that words can mean: by the code or the whole name, else how it begins, else a part of it."""
    wanted, listed = fold(words.strip()), tuple(lines)
    if not wanted:
        return ()
    ways = (
        lambda line: wanted in {fold(line.id), fold(line.title)},
        lambda line: fold(line.title).startswith(wanted),
        lambda line: wanted in fold(line.title),
    )
    found = (tuple(filter(way, listed)) for way in ways)
    return next((each for each in found if each), ())


def told_line(line: BudgetLine) -> str:
    """Return a line as it is told: its name, with its code before it where a person gave it one."""
    if not line.title:
        return line.id
    return line.title if _MADE_ID.fullmatch(line.id) else f"{line.id} {line.title}"


def is_outside(budget: SalesPlan | None, item: CostItem) -> bool:
    """Say whether an outlay misses the cost budget: there are lines, and it is held against none of them."""
    return budget is not None and bool(budget.budget_lines) and item.line not in _ids(budget)


def _ids(budget: SalesPlan) -> set[str]:
    return {line.id for line in budget.budget_lines}


def usual_line(plan: Plan, row: Activity, kind: str, today: dt.date) -> str | None:
    """Return the id of the budget line that an outlay of this kind is held against, where just one fits.

    The closest fit counts: a line named for the kind of cost or for the channel, else one named for what such
    activities usually cost, else one of the strategy that is named for nothing else. Of several the one of the row's
    strategy is meant (S43).
    """
    budget = budget_plan(plan, row, today)
    if budget is None:
        return None
    strategy = next((each.strategy for each in budget.programmes if each.id == row.programme), None)
    for fitting in _fits(plan.channels, budget, row, kind, strategy):
        if len(fitting) == 1:
            return fitting[0].id
        if fitting:
            own = [line for line in fitting if line.strategy == strategy]
            return own[0].id if len(own) == 1 else None
    return None


def with_usual_lines(plan: Plan, row: Activity, today: dt.date) -> tuple[CostItem, ...]:
    """Return the outlays of a new row, those without a line held against the usual one."""
    return tuple(
        item if item.line is not None else item.changed_to(line=usual_line(plan, row, item.kind, today))
        for item in row.costs
    )


def _fits(
    channels: Catalogue, budget: SalesPlan, row: Activity, kind: str, strategy: str | None
) -> Iterator[list[BudgetLine]]:
    """Yield the lines that fit, the closest fit first."""
    lines, usual = budget.budget_lines, channels.type(row.channel, row.type)
    yield [line for line in lines if row.channel in _channels(line, channels) or _is_for(line, channels, kind)]
    kinds = () if usual is None or kind != _NO_KIND else tuple(each.kind for each in usual.costs)
    yield [line for line in lines if any(_is_for(line, channels, each) for each in kinds if each != MILEAGE)]
    yield [line for line in lines if line.strategy == strategy and not _is_for_something(line, channels)]


def _is_for_something(line: BudgetLine, channels: Catalogue) -> bool:
    return bool(_channels(line, channels)) or any(_is_for(line, channels, kind) for kind in channels.cost_kinds)


def _channels(line: BudgetLine, channels: Catalogue) -> set[str]:
    """Return the channels that a line is named for: «Annonser og fagtidsskrift» for two."""
    words = _WORD.findall(line.title.casefold())
    phrases = (
        " ".join(words[first : first + length]) for first in range(len(words)) for length in range(1, _LONGEST_NAME + 1)
    )
    return {channels.words[each][0] for each in phrases if each in channels.words}


def _is_for(line: BudgetLine, channels: Catalogue, kind: str) -> bool:
    if line.mileage and kind in _ON_THE_ROAD:
        return True
    term = channels.cost_kinds.get(kind)
    if term is None or kind == _NO_KIND:
        return False
    return any(_is_form_of(word, name) for word in _WORD.findall(line.title.casefold()) for name in _names(term))


def _names(term: Term) -> list[str]:
    """Return the words that a kind of cost is called by: «bom, ferge og parkering» by each of the three."""
    return [word for word in _WORD.findall(f"{term.nb} {term.en}".casefold()) if word not in _BETWEEN]


def _is_form_of(word: str, name: str) -> bool:
    if len(name) < _ENOUGH_LETTERS:
        return word == name
    return word.startswith(name) and len(word) - len(name) <= _ENDING
