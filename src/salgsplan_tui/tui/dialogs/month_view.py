"""A month to choose a day from: ISO weeks, red days by sign and colour, and how full each day is."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from salgsplan_tui.domain.dates import Span, month_key, week_number
from salgsplan_tui.domain.month_grid import DayLoad, month_weeks
from salgsplan_tui.language import _, language
from salgsplan_tui.language.conventions import CONVENTIONS
from salgsplan_tui.language.formats import bucket

_WEEK: Final = 5
_CELL: Final = 5
_HEAD: Final = 2
RED: Final = "•"
"""The sign of a red day, beside its colour."""
FULL: Final = "!"
"""The sign of a day with more planned than there is time for."""
_LOAD: Final = " ▁▂▃▄▅▆▆▇██"


class MonthView(Widget):
    """Shows the month of a day, that day marked; a click chooses another."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    MonthView { width: 41; height: 8; }
    """

    @dataclass
    class Chosen(Message):
        """A day was clicked."""

        day: dt.date
        twice: bool
        """It was clicked twice: take it at once."""

    def __init__(self, day: dt.date, today: dt.date) -> None:
        """Show the month of this day."""
        super().__init__()
        self._day, self._today = day, today
        self._loads: Mapping[dt.date, DayLoad] = {}

    def show(self, day: dt.date, loads: Mapping[dt.date, DayLoad]) -> None:
        """Show the month of another day, and how full its days are."""
        self._day, self._loads = day, loads
        self.refresh()

    def render(self) -> Content:
        """Draw the month."""
        return month_content(self._day, self._today, self._loads)

    def on_click(self, event: events.Click) -> None:
        """Choose the day under the mouse."""
        day = day_at(self._day, event.x, event.y)
        if day is not None:
            self.post_message(self.Chosen(day, twice=event.chain > 1))


def month_content(day: dt.date, today: dt.date, loads: Mapping[dt.date, DayLoad]) -> Content:
    """Return the month of a day as text: its name, the weekdays, and a line a week."""
    names = "".join(name.ljust(_CELL) for name in CONVENTIONS[language()].weekdays_short)
    title = bucket(month_key(day))
    return Content("\n").join(
        [
            Content.styled(title.center(_WEEK + 7 * _CELL).rstrip(), "bold $primary"),
            Content.styled(_("wk").rjust(_WEEK - 2) + "  " + names.rstrip(), "$foreground-muted"),
            *(_week(week, day, today, loads) for week in month_weeks(day)),
        ]
    )


def _week(week: Span, day: dt.date, today: dt.date, loads: Mapping[dt.date, DayLoad]) -> Content:
    number = Content.styled(str(week_number(week.start)).rjust(_WEEK - 2) + "  ", "$foreground-muted")
    return Content.assemble(number, *(_cell(each, day, today, loads.get(each)) for each in week.days()))


def _cell(day: dt.date, chosen: dt.date, today: dt.date, load: DayLoad | None) -> Content:
    is_red = load.is_red if load else day.isoweekday() == 7  # noqa: PLR2004  # Sunday
    sign = RED if is_red else " "
    mark = "" if load is None else FULL if load.tenths > 10 else _LOAD[load.tenths]  # noqa: PLR2004  # ten tenths
    style = "$foreground-muted" if day.month != chosen.month else "$error" if is_red else "$foreground"
    if day == today:
        style += " bold underline"
    if day == chosen:
        style += " reverse"
    return Content.assemble((f"{sign}{day.day:>2}", style), (mark or " ", "$primary"), " ")


def day_at(day: dt.date, x: int, y: int) -> dt.date | None:
    """Return the day drawn at a cell of the month of this day."""
    weeks = month_weeks(day)
    column, line = (x - _WEEK) // _CELL, y - _HEAD
    if not (0 <= column < 7 and 0 <= line < len(weeks)):  # noqa: PLR2004  # the days of a week
        return None
    return weeks[line].start + dt.timedelta(days=column)
