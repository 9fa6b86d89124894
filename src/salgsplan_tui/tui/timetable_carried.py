"""A row that is carried along the timetable until it is put down: where it came from, and where it would stand."""

import datetime as dt
from dataclasses import dataclass

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.busy import minutes_within
from salgsplan_tui.domain.dates import day_span, week_key, week_of
from salgsplan_tui.domain.day_plan import capacity_of
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.timetable import TimetableWeek
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import day_and_month, hours, week_name
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.timetable_cells import Look


@dataclass(frozen=True)
class Carried:
    """The row, and the day by which it was taken hold of."""

    row: Activity
    grabbed: dt.date | None
    """None where it was taken from the rows of a week that have no day."""

    def place(self, day: dt.date | None, week: TimetableWeek, *, whole_week: bool) -> Placement:
        """Return where it would stand: on a day, among the rows of a week without one, or as many weeks on."""
        if whole_week and self.grabbed is not None:
            day = self.grabbed + (week.span.start - week_of(self.grabbed).start)
        if day is None:
            return Placement(bucket=week.key)
        if self.row.date is None or self.grabbed is None:
            return Placement(day, self.row.start)
        return Placement(self.row.date + (day - self.grabbed), self.row.start)


def carried_line(look: Look, carried: Carried, place: Placement) -> Line:
    """Return what would be moved where, and how full it is there; it stands in place of the head."""
    title = labels.title(look.plan, carried.row, hide=look.hide)
    to = _place_words(look.plan, carried.row, place)
    return Line((Part(f" → {title}", "now"),), (Part(to, "figure"), Part(" ")))


def carried_keys() -> str:
    """Return the keys to go on with."""
    return _("arrows carry it, Enter keeps it, Esc puts it back, or write where to")


def _place_words(plan: Plan, row: Activity, place: Placement) -> str:
    if place.date is None:
        return week_name(place.bucket or week_key(dt.date.min))
    here = day_span(place.date)
    others = [each for each in plan.on(place.date) if each.id != row.id]
    planned = sum(minutes_within(each, here) for each in others if each.counts) + (row.minutes or 0)
    room = capacity_of(plan, here, others)
    load = _("{planned} of {room} h planned").format(planned=hours(planned), room=hours(room)) if room else _("day off")
    return f"{day_and_month(place.date)} ({load})"
