"""The important dates of a week: red and short days, bridge days, days off, low seasons, deadlines and fairs."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.holidays import Holiday, holidays, is_workday
from salgsplan_tui.domain.material import is_undelivered
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import Goal
from salgsplan_tui.domain.seasons import bridge_days, low_season

Kind = Literal["fair", "deadline", "material", "goal", "holiday", "short_day", "bridge_day", "leave", "low_season"]

_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_FAIRS: Final = frozenset({"trade_fair", "event"})


@dataclass(frozen=True)
class ImportantDate:
    """A date to plan around, and what it is; the first of its days within the week."""

    date: dt.date
    kind: Kind
    what: Activity | Goal | Holiday | Leave | str = ""
    """The row, goal, holiday or day off; the code of a season; nothing for a bridge day."""

    @property
    def id(self) -> str:
        """The id of what it is, or its code; nothing for a bridge day."""
        if isinstance(self.what, str):
            return self.what
        return self.what.code if isinstance(self.what, Holiday) else self.what.id


def important_dates(plan: Plan, week: Span, rows: Iterable[Activity]) -> tuple[ImportantDate, ...]:
    """Return what a week is planned around, in the order of its days: first what the seller has promised."""
    found = [*_promised(plan, week, rows), *_given(plan, week)]
    return tuple(sorted(found, key=lambda each: (each.date, _KINDS.index(each.kind), each.id)))


def _promised(plan: Plan, week: Span, rows: Iterable[Activity]) -> Iterator[ImportantDate]:
    seen = {row.id: row for row in rows if row.counts}
    for row in seen.values():
        if row.channel in _FAIRS and row.date is not None:
            yield ImportantDate(max(row.date, week.start), "fair", row)
    due = {row.id: row for sheet in plan.sheets.values() for row in sheet.open if row.due is not None}
    for row in due.values():
        if row.due is not None and row.due in week:
            yield ImportantDate(row.due, "deadline", row)
    for row in (row for sheet in plan.sheets.values() for row in sheet.open if is_undelivered(row)):
        if row.material_due is not None and row.material_due in week:
            yield ImportantDate(row.material_due, "material", row)
    for sales_plan in plan.sales_plans.values():
        if sales_plan.kind == "market_programme" and sales_plan.status in {"draft", "active"}:
            goals = ((goal.deadline, goal) for goal in sales_plan.goals)
            yield from (ImportantDate(day, "goal", goal) for day, goal in goals if day is not None and day in week)


def _given(plan: Plan, week: Span) -> Iterator[ImportantDate]:
    for holiday in holidays(week):
        yield ImportantDate(holiday.date, "short_day" if holiday.short_day else "holiday", holiday)
    for day in bridge_days(week, plan.days_off):
        yield ImportantDate(day, "bridge_day")
    for entry in plan.days_off.entries:
        if entry.span.touches(week):
            yield ImportantDate(max(entry.start, week.start), "leave", entry)
    seasons: dict[str, dt.date] = {}
    for day in week.days():
        season = low_season(day)
        if season is not None and is_workday(day, plan.days_off):
            seasons.setdefault(season, day)
    yield from (ImportantDate(day, "low_season", season) for season, day in seasons.items())
