"""A part of a plan as people name it: by its id, by how its title begins, or by a part of that."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from salgsplan_tui.cli.field_values import fitting, told
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.part_mentions import title_of
from salgsplan_tui.domain.plan_parts import MarketShareTarget
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.programme_edits import FIELDS
from salgsplan_tui.language import _
from salgsplan_tui.tui.part_names import PART_NAMES

P = TypeVar("P", bound=Value)
MARKET: Final = "market_share"
"""What the market share is called beside the name of its market: there is one, and it has no id."""


def part_called(plan: SalesPlan, kinds: Sequence[type[P]], name: str) -> P:
    """Return the part of one of these kinds that is meant; ids and whole titles go before parts of a title.

    Raises:
        NotFoundError: there is none such, or several, which are named.
    """
    parts = {str(number): part for number, part in enumerate(_parts(plan, kinds))}
    by_id = [part for part in parts.values() if _id(part) == name.strip().lower()]
    if by_id:
        return by_id[0]
    found = fitting({number: _names(part) for number, part in parts.items()}, name)
    if len(found) == 1:
        return parts[found[0]]
    names = tuple(told(_id(part), title_of(part)) for part in (parts[each] for each in (found or parts)))
    if found:
        raise NotFoundError("ambiguous", id=name, candidates=names)
    raise NotFoundError("no_part_of_these" if names else "no_part", id=name, title=plan.title, parts=names)


def _parts(plan: SalesPlan, kinds: Sequence[type[P]]) -> Iterator[P]:
    for kind in kinds:
        parts = (plan.market_share,) if kind is MarketShareTarget else getattr(plan, FIELDS[kind])
        yield from (part for part in parts if isinstance(part, kind))


def _id(part: Value) -> str:
    return MARKET if isinstance(part, MarketShareTarget) else str(getattr(part, "id", None) or "")


def _names(part: Value) -> tuple[str, ...]:
    kind = (_(PART_NAMES[type(part)]),) if isinstance(part, MarketShareTarget) else ()
    return tuple(name for name in (_id(part), title_of(part), *kind) if name)
