"""The timetable in cells of a terminal: how wide its columns are, and what stands in a day, for screen and text."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.timetable import Cell, Measure, TimetableDay, TimetableWeek
from salgsplan_tui.domain.timetable_bars import Bar
from salgsplan_tui.language.formats import short_day
from salgsplan_tui.language.safe import ELLIPSIS, clip, width
from salgsplan_tui.reports import timetable_words as words

TODAY: Final = "›"
"""The sign of today, and of its week."""
_FEW: Final = 8
"""In fewer cells than these no date can be told."""
_ROOMY: Final = 80
_WIDE: Final = 110
_SEVERAL: Final = "═"
"""What is drawn where several fairs and campaigns lie over each other."""
_NUMBERED: Final = 9
"""From so many cells on a day tells its date too."""
_NARROWEST_DAY: Final = 4
_WIDEST_DAY: Final = 13


@dataclass(frozen=True)
class DayColumns:
    """How many cells each column takes in the layout of the days; those without room have none."""

    label: int
    day: int
    undated: int
    load: int
    hours: int
    cost: int
    dates: int

    @property
    def widths(self) -> tuple[int, ...]:
        """The columns beside the week's label: seven days, then what is told of the week."""
        return (*[self.day] * 7, self.undated, self.load, self.hours, self.cost, self.dates)


def day_columns(cells: int) -> DayColumns:
    """Return the columns for so many cells."""
    if cells < _ROOMY:
        label, undated, load, hours, cost, dates = 10, 1, 5, 0, 7, 0
    elif cells < _WIDE:
        label, undated, load, hours, cost, dates = 10, 3, 6, 0, 7, 18
    else:
        label, undated, load, hours, cost, dates = 11, 4, 6, 6, 8, 8 + cells // 12
    fixed = label + undated + load + hours + cost
    day = min(_WIDEST_DAY, max(_NARROWEST_DAY, (cells - fixed - dates) // 7))
    return DayColumns(label, day, undated, load, hours, cost, max(0, cells - fixed - 7 * day))


@dataclass(frozen=True)
class LineColumns:
    """How many cells each column takes where the columns are weeks."""

    name: int
    week: int
    total: int


def line_columns(cells: int, weeks: int) -> LineColumns:
    """Return the columns for so many cells; where they are too few for all weeks, each keeps what it needs."""
    total = 7 if cells < _WIDE else 9
    week = max(_NARROWEST_DAY, min(9, (cells - total - 17) // weeks))
    return LineColumns(max(16, min(34, cells - total - week * weeks)), week, total)


@dataclass(frozen=True)
class Look:
    """What the cells are made of, and what they tell."""

    plan: Plan
    measure: Measure
    today: dt.date
    hide: bool = False
    """Presentation mode: names and amounts are hidden."""


@dataclass(frozen=True)
class DayText:
    """What stands in a day: its sign, its own text, and the bar that fills the rest."""

    sign: str
    text: str
    filler: str

    @property
    def whole(self) -> str:
        """All of it."""
        return self.sign + self.text + self.filler


def day_text(look: Look, day: TimetableDay, bars: Sequence[Bar], cells: int) -> DayText:
    """Return what stands in a day, in exactly so many cells: its rows or their sum, and a bar over to the next day."""
    here = [bar for bar in bars if bar.first <= day.date.weekday() <= bar.last]
    sign = words.DAY_SIGNS[day.kind] or (TODAY if day.date == look.today else " ")
    room = cells - width(sign) - 1
    number = f"{day.date.day:>2} " if cells >= _NUMBERED else ""
    if look.measure == "activities":
        text = words.signs(look.plan, shown_cell(day), room - len(number))
    else:  # a number may touch the next day, which mostly begins with a space
        text = words.narrow_figure(day.figures, look.measure, room + 1 - len(number), hide=look.hide)
    if not text and not here and any(row.counts for row in day.rows):
        text = words.SOMETHING
    text = clip(number + text, room + 1)
    ends = not any(bar.last > day.date.weekday() for bar in here)
    fill = "" if not here else (words.BAR if len(here) == 1 else _SEVERAL) * (room + 1 - width(text) - ends)
    return DayText(sign, text, fill + " " * (room + 1 - width(text) - len(fill)))


def shown_cell(day: TimetableDay) -> Cell:
    """Return the day with what goes on from the week before as if it began on Monday, so that its sign is there."""
    if day.date.weekday() or not any(share.is_further for share in day.shares):
        return day
    shares = (
        share if not share.is_further else type(share)(share.row.changed_to(date=day.date), share.day, share.figures)
        for share in day.shares
    )
    return Cell(tuple(shares))


def week_label(week: TimetableWeek, today: dt.date) -> str:
    """Return «› 7 15.2.»: whether it is this week, its number, and its Monday."""
    here = TODAY if today in week.span else " "
    return f"{here}{week.number:>2} {short_day(week.days[0].date)}"


def dates_lines(plan: Plan, week: TimetableWeek, cells: int, lines: int, *, hide: bool = False) -> tuple[str, ...]:
    """Return the week's dates in so many lines; that no customer is met by its sign, in words where there is room."""
    dates = tuple(words.week_dates(plan, week, hide=hide))
    if cells < _FEW:
        return (words.GAP if week.is_without_contact else "", *[""] * (lines - 1))
    if not week.is_without_contact:
        return _packed(dates, cells, lines)
    long = _packed((f"{words.GAP} {words.gap_words()}", *dates), cells, lines)
    if not dates or not long[-1].endswith(ELLIPSIS):
        return long
    return _packed((f"{words.GAP} {dates[0]}", *dates[1:]), cells, lines)


def _packed(texts: Sequence[str], cells: int, lines: int) -> tuple[str, ...]:
    """Fill lines one after the other; what finds no room is cut from the last."""
    filled = [""]
    for text in texts:
        longer = words.joined((filled[-1], text))
        if width(longer) <= cells or len(filled) == lines or not filled[-1]:
            filled[-1] = longer
        else:
            filled.append(text)
    return (*(clip(line, cells) for line in filled), *[""] * (lines - len(filled)))


def bar_text(look: Look, bar: Bar, cells: int) -> str:
    """Return what stands on a bar, drawn out to so many cells."""
    before = "" if bar.begins else ELLIPSIS
    sign, title = look.plan.channels.sign(bar.row.channel), words.row_title(look.plan, bar.row, hide=look.hide)
    text = clip(f"{before}{sign} {title} ", cells)
    return text + words.BAR * (cells - width(text))


def cut(text: str, first: int, cells: int) -> str:
    """Return so many cells of a text from a cell on; a wide character that lies over an edge becomes a space."""
    found, place = "", 0
    for character in text:
        wide = width(character)
        if first <= place and place + wide <= first + cells:
            found += character
        elif place < first + cells and place + wide > first:
            found += " " * (min(place + wide, first + cells) - max(place, first))
        place += wide
    return found
