"""The outlays of one row as a table: what each is for, its budget line, planned, ordered and spent; and their sums."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from salgsplan_tui.domain.activity import Activity, CostItem
from salgsplan_tui.domain.basis import basis_of
from salgsplan_tui.domain.budget import MILEAGE, Costs, budget_of
from salgsplan_tui.domain.budget_lines import budget_plan, told_line
from salgsplan_tui.domain.money import mileage
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.language import _, language
from salgsplan_tui.language.formats import amount, number
from salgsplan_tui.tui.cost_words import held_words, line_words
from salgsplan_tui.tui.dialogs.record_fields import Options
from salgsplan_tui.tui.lines import Line, Target
from salgsplan_tui.tui.money_table import Row, hint, table

_LONGEST_NAME: Final = 60


@dataclass(frozen=True)
class Outlays:
    """The outlays of a row while they are edited, in the plan that holds the cost budget they count in."""

    plan: Plan
    row: Activity
    today: dt.date

    @cached_property
    def budget(self) -> SalesPlan | None:
        """The programme in whose cost budget they count."""
        return budget_plan(self.plan, self.row, self.today)

    @cached_property
    def kinds(self) -> Options:
        """What an outlay can be for: those that such activities usually have first; kilometres are told apart."""
        channels, held = self.plan.channels, [item.kind for item in self.row.costs]
        found = channels.type(self.row.channel, self.row.type)
        usual = () if found is None else tuple(cost.kind for cost in found.costs)
        codes = (code for code in dict.fromkeys((*usual, *channels.cost_kinds, *held)))
        return tuple(
            (code, channels.cost_kind_name(code, language())) for code in codes if code != MILEAGE or code in held
        )

    @cached_property
    def _sums(self) -> Mapping[str, Costs]:
        return {} if self.budget is None else budget_of(basis_of(self.plan, self.budget, self.today)).by_line

    def available(self, line: str) -> str:
        """Return what is left of a line, in words; nothing where it is none of the budget's."""
        sums = self._sums.get(line)
        return "" if sums is None else _("{amount} available").format(amount=amount(sums.available))

    @cached_property
    def lines(self) -> Options:
        """The lines it can be held against, each with what is left of it; none of them first."""
        lines = () if self.budget is None else self.budget.budget_lines
        found = [(line.id, f"{told_line(line)} · {self.available(line.id)}") for line in lines]
        held = dict.fromkeys(item.line for item in self.row.costs if item.line and item.line not in self._sums)
        return (("", _("none")), *found, *((each, line_words(self.plan, each)) for each in held))

    def table(self, costs: tuple[CostItem, ...], cells: int) -> Iterator[Line]:
        """Yield the outlays, the kilometres, which are changed elsewhere, and the sums of all."""
        if not costs and not self._kilometres:
            yield hint(_("No outlay yet. a makes one."))
            return
        rows = [self._row(place, item) for place, item in enumerate(costs)]
        if self._kilometres:
            rows.append(self._mileage_row())
        driven, drove = self._kilometres or (0, 0)
        sums = (
            sum(item.planned for item in costs) + driven,
            sum(item.committed for item in costs),
            sum(item.actual for item in costs) + drove,
        )
        rows.append(Row(_("in all"), tuple(map(_exact, sums)), style="figure"))
        yield from table((_("planned"), _("ordered"), _("spent")), rows, cells, most=_LONGEST_NAME)

    def _row(self, place: int, item: CostItem) -> Row:
        kind = self.plan.channels.cost_kind_name(item.kind, language())
        parts = (kind, held_words(self.plan, self.budget, item), item.supplier or "", item.invoice or "")
        figures = tuple(_exact(each) if each else "" for each in (item.planned, item.committed, item.actual))
        return Row(" · ".join(part for part in parts if part), figures, Target("part", str(place)))

    @cached_property
    def _kilometres(self) -> tuple[int, int] | None:
        """What the kilometres come to, planned and driven, in øre."""
        settings, row = self.plan.settings, self.row
        sums = mileage(row, row.km_planned, settings), mileage(row, row.km_actual, settings)
        return sums if any(sums) else None

    def _mileage_row(self) -> Row:
        km = number(self.row.km_actual or self.row.km_planned or 0)
        lines = () if self.budget is None else self.budget.budget_lines
        held = next((told_line(line) for line in lines if line.mileage), "")
        words = _("{km} km, not edited here").format(km=km)
        planned, driven = self._kilometres or (0, 0)
        figures = (_exact(planned) if planned else "", "", _exact(driven) if driven else "")
        return Row(" · ".join(part for part in (words, held) if part), figures, style="muted")


def _exact(ore: int) -> str:
    """Return kroner without their unit, with the øre where there are any: «275,60»."""
    return number(Fraction(ore, 100), 2 if ore % 100 else 0)
