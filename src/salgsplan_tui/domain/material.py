"""The material of an advertisement, a letter or a fair: when it has to be delivered, and whether it was (5.3)."""

import datetime as dt
from collections.abc import Iterator

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.channels import ActivityType, Catalogue
from salgsplan_tui.domain.dates import ONE_DAY, Span
from salgsplan_tui.domain.holidays import is_workday
from salgsplan_tui.domain.plan import Plan


def takes_material(channels: Catalogue, channel: str | None, kind: str | None) -> bool:
    """Say whether material is delivered for such an activity, or it appears over some days."""
    known, found = channels.channel(channel), channels.type(channel, kind)
    return (known is not None and known.form == "one_to_many") or (found is not None and found.lead_days > 0)


def usual_material_due(kind: ActivityType | None, date: dt.date | None, today: dt.date) -> dt.date | None:
    """Return when the material for a date usually has to be delivered: the type's lead time before, on a working day.

    Where that is past it is today, for later than now it cannot be asked for. None where the type has no lead time.
    """
    if kind is None or not kind.lead_days or date is None or date < today:
        return None
    day = date - kind.lead_days * ONE_DAY if date.toordinal() > kind.lead_days else dt.date.min
    while day > today and not is_workday(day):
        day -= ONE_DAY
    return max(day, today)


def with_usual_material(plan: Plan, row: Activity, today: dt.date) -> Activity:
    """Return a new activity with the deadline that its type usually has, where none was given."""
    if row.material_due is not None or not row.is_open:
        return row
    due = usual_material_due(plan.channels.type(row.channel, row.type), row.date, today)
    return row if due is None else row.changed_to(material_due=due)


def is_undelivered(row: Activity) -> bool:
    """Say whether there is material that still has to be delivered."""
    return row.is_open and row.material_due is not None and row.material_sent is None


def material_due_in(plan: Plan, span: Span, today: dt.date) -> tuple[Activity, ...]:
    """Return the rows whose material has to be delivered in a span, the earliest first.

    In the span that holds today, so are those whose deadline has passed.
    """
    rows = {row.id: row for row in _undelivered(plan) if _falls_in(row, span, today)}
    return tuple(sorted(rows.values(), key=lambda row: (str(row.material_due), row.id)))


def _undelivered(plan: Plan) -> Iterator[Activity]:
    return (row for sheet in plan.sheets.values() for row in sheet.open if is_undelivered(row))


def _falls_in(row: Activity, span: Span, today: dt.date) -> bool:
    due = row.material_due
    return due is not None and (due in span or (today in span and due < today))


def moved_along(row: Activity, to: dt.date | None) -> dict[str, dt.date]:
    """Return the days that go along when a row is moved: when it appears, and until when its material is due."""
    if to is None or row.date is None or to == row.date:
        return {}
    days = to - row.date
    names = ("appears_from", "appears_to", *(("material_due",) if row.material_sent is None else ()))
    return {name: day + days for name in names if (day := getattr(row, name)) is not None}
