"""The outlays of an activity told as one sum: shared over its cost items, or held by a first one (chapter 4.5)."""

from typing import Literal

from salgsplan_tui.domain.activity import CostItem

Part = Literal["planned", "committed"]


def total_of(costs: tuple[CostItem, ...], part: Part) -> int:
    """Return the øre planned or committed."""
    return sum(_held(item, part) for item in costs)


def with_total(costs: tuple[CostItem, ...], part: Part, total: int, kind: str = "other") -> tuple[CostItem, ...]:
    """Return the items with another sum of this part, each keeping its share; without items, one of this kind."""
    before = total_of(costs, part)
    if total == before:
        return costs
    if not costs:
        return (CostItem(kind=kind).changed_to(**{part: total}),)
    shares = [total * _held(item, part) // before if before > 0 else 0 for item in costs]
    shares[0] += total - sum(shares)
    changed = (item.changed_to(**{part: share}) for item, share in zip(costs, shares, strict=True))
    return tuple(item for item in changed if _says_something(item))


def told_anew(costs: tuple[CostItem, ...], wanted: tuple[CostItem, ...], *, names_line: bool) -> tuple[CostItem, ...]:
    """Return a row's items as words change them: their planned sum, and the budget line where that is named.

    What was ordered and spent stays; a row without items takes those that are wanted.
    """
    if not costs:
        return wanted
    changed = with_total(costs, "planned", total_of(wanted, "planned"))
    if not names_line or not wanted:
        return changed
    return tuple(item.changed_to(line=wanted[0].line) for item in changed)


def _held(item: CostItem, part: Part) -> int:
    return item.planned if part == "planned" else item.committed


def _says_something(item: CostItem) -> bool:
    told = (item.planned, item.committed, item.actual, item.line, item.supplier, item.invoice)
    return any(told) or item.kind != "other"
