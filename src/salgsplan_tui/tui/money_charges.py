"""What a figure of costs was counted from: outlays and kilometres, the oldest first, and what they come to (4.9)."""

from collections.abc import Iterable, Iterator
from typing import Final

from salgsplan_tui.domain.budget import Charge
from salgsplan_tui.language import _
from salgsplan_tui.language.cost_names import cost_name
from salgsplan_tui.language.formats import short_date
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.money_page import MoneyPage
from salgsplan_tui.tui.money_table import Row, hint, table

_WITH_KINDS: Final = 96
_KIND: Final = 24
_LONG: Final = 60


def charge_lines(page: MoneyPage, charges: Iterable[Charge]) -> Iterator[Line]:
    """Yield costs, the oldest first, with what was spent, ordered and planned; and their sums."""
    listed = [each for each in charges if each.costs.forecast or each.costs.actual]
    listed.sort(key=_when)
    if not listed:
        yield hint(_("Nothing yet."))
        return
    rows = [_charge(page, each) for each in listed]
    sums = tuple(
        page.kroner(sum(values))
        for values in zip(
            *((each.costs.actual, each.costs.committed, each.costs.planned) for each in listed), strict=True
        )
    )
    rows.append(Row(_("in all"), sums, style="figure"))
    tail = _KIND if page.cells >= _WITH_KINDS else 0
    yield from table((_("spent"), _("ordered"), _("planned")), rows, page.cells, tail, most=_LONG)


def _when(charge: Charge) -> str:
    return "" if charge.day is None else charge.day.isoformat()


def _charge(page: MoneyPage, charge: Charge) -> Row:
    row, cost, sums = charge.row, charge.cost, charge.costs
    title = page.name(row.title if row is not None else "" if cost is None else cost.title)
    when = "" if charge.day is None else short_date(charge.day)
    target = None if row is None else Target("activity", row.id)
    figures = tuple(page.kroner(each) if each else "" for each in (sums.actual, sums.committed, sums.planned))
    kind = (Part(f"  {cost_name(charge.kind)}", "muted"),) if page.cells >= _WITH_KINDS else ()
    return Row(f"{when:<11} {title}", figures, target, tail=kind)
