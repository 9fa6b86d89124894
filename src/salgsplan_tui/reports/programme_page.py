"""A market programme to be printed: its seven-column table in words (S2, S9)."""

from collections.abc import Iterator
from dataclasses import dataclass

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.budget import budget_of
from salgsplan_tui.domain.programme_table import TableGroup, TableRow, programme_table
from salgsplan_tui.language import _, language
from salgsplan_tui.language.formats import amount_rounded, bucket, date_range, full_date, number, short_date
from salgsplan_tui.language.plan_names import plan_kind_name


@dataclass(frozen=True)
class ProgrammePage:
    """What is to be laid out."""

    basis: Basis

    @property
    def title(self) -> str:
        """The programme's own title."""
        return self.basis.programme.title

    @property
    def about(self) -> str:
        """What it is, for which days, whose, and as of which day."""
        programme, settings = self.basis.programme, self.basis.plan.settings
        as_of = _("as of {date}").format(date=full_date(self.basis.as_of))
        parts = (plan_kind_name(programme.kind), date_range(programme.start, programme.end))
        return " · ".join(
            part for part in (*parts, programme.owner or settings.name, settings.firm or "", as_of) if part
        )

    @property
    def columns(self) -> tuple[str, ...]:
        """The seven headings."""
        return (
            _("Period"),
            _("Goal"),
            _("Target group"),
            _("Activity"),
            _("Cost budget in NOK"),
            _("Responsible"),
            _("Control"),
        )

    @property
    def groups(self) -> tuple[TableGroup, ...]:
        """The activity programmes with their rows."""
        return programme_table(self.basis)

    def group_title(self, group: TableGroup) -> str:
        """Return an activity programme with its strategy."""
        if group.programme is None:
            return _("Without an activity programme")
        strategies = {each.id: each.title for each in self.basis.programme.strategies}
        strategy = strategies.get(group.programme.strategy or "")
        return " · ".join(part for part in (group.programme.title, strategy) if part)

    def cells(self, row: TableRow) -> tuple[str, ...]:
        """Return the seven texts of a row."""
        amount = amount_rounded(row.cost) if row.cost else ""
        return (*self._texts(row)[:4], amount, row.owner, self._control(row.activity))

    def records(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows for a spreadsheet: the amount as a plain number."""
        for group in self.groups:
            for row in group.rows:
                yield (*self._texts(row)[:4], text_from_ore(row.cost), row.owner, self._control(row.activity))

    @property
    def sums(self) -> str:
        """What the whole of it costs, against its framework."""
        total = budget_of(self.basis).total
        text = _("Cost budget {budget}: spent {actual}, ordered {committed}, planned {planned}")
        return text.format(
            budget=amount_rounded(total.budget),
            actual=amount_rounded(total.actual),
            committed=amount_rounded(total.committed),
            planned=amount_rounded(total.planned),
        )

    def _texts(self, row: TableRow) -> tuple[str, str, str, str]:
        activity = row.activity
        goal = row.goal.title if row.goal is not None else activity.goal or ""
        return self._period(activity), goal, self._whom(activity), activity.title

    @staticmethod
    def _period(row: Activity) -> str:
        if row.date is None:
            return bucket(row.bucket) if row.bucket else ""
        if row.end_date in {None, row.date} or row.end_date is None:
            return short_date(row.date)
        return date_range(row.date, row.end_date)

    def _whom(self, row: Activity) -> str:
        names = [self.basis.plan.customers[each].name for each in row.customers if each in self.basis.plan.customers]
        return ", ".join(names) or row.audience or ""

    def _control(self, row: Activity) -> str:
        """Return what shows that it went as it should: how many were planned and done, and what came of it."""
        planned = row.quantity_planned
        if planned is None:
            return row.outcome_note or ""
        unit = self.basis.plan.channels.unit_name(row.unit or "pieces", planned, language())
        if row.state is State.DONE:
            told = _("{done} of {planned} {unit}").format(
                done=number(row.quantity_done or 0), planned=number(planned), unit=unit
            )
            return ": ".join(part for part in (told, row.outcome_note or "") if part)
        return f"{number(planned)} {unit}"
