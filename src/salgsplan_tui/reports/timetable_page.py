"""A timetable to be printed: the three months in one layout and measure, and what its parts say."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.holidays import holidays_on
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.timetable import (
    Figures,
    Layout,
    Measure,
    Share,
    Timetable,
    TimetableDay,
    TimetableLine,
    TimetableWeek,
    sum_of,
)
from salgsplan_tui.domain.timetable_bars import Bar
from salgsplan_tui.language import _, language
from salgsplan_tui.language.conventions import CONVENTIONS
from salgsplan_tui.language.formats import amount_rounded, bucket, clock, day_and_month, duration, short_date, short_day
from salgsplan_tui.language.holiday_names import holiday_name
from salgsplan_tui.reports import timetable_words as words

_DONE = "✓"


def _spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class TimetablePage:
    """What is to be laid out, and as of which day."""

    plan: Plan
    table: Timetable
    layout: Layout
    measure: Measure
    as_of: dt.date

    @property
    def title(self) -> str:
        """«Timeplan 17. februar – 16. mai 2027»."""
        return _("Timetable {period}").format(period=words.period_words(self.table))

    @property
    def about(self) -> str:
        """Whose it is, what it shows, and as of which day."""
        settings = self.plan.settings
        shows = f"{words.layout_name(self.layout)}, {words.measure_name(self.measure)}"
        as_of = _("as of {date}").format(date=short_date(self.as_of))
        return words.joined((settings.name, settings.firm or "", shows, as_of))

    @property
    def has_undated(self) -> bool:
        """Say whether there are rows that belong to a week and have no day yet."""
        return any(week.undated for week in self.table.weeks)

    @property
    def columns(self) -> tuple[str, ...]:
        """The headings: of the week, its days and what is told of it; or of the lines, the weeks and the sum."""
        if self.layout == "days":
            days = CONVENTIONS[language()].weekdays_short
            undated = (_("no day yet"),) if self.has_undated else ()
            return (_("week"), *days, *undated, _("load"), _("cost"), _("dates"))
        weeks = (str(week.number) for week in self.table.weeks)
        return (words.layout_name(self.layout), *weeks, _("sum"))

    def item(self, share: Share) -> str:
        """Return one row in a field: what tells its measure, its channel's sign and its title."""
        row = share.row
        when = clock(row.start) if row.start is not None and self.measure == "activities" else ""
        done = _DONE if row.state is State.DONE else ""
        sign, title = self.plan.channels.sign(row.channel), words.row_title(self.plan, row)
        return _spaced(done, when, sign, title, self._told(share.figures))

    def _told(self, figures: Figures) -> str:
        """Return the length or the price of a row, as the measure wants it."""
        length = duration(figures.minutes) if figures.minutes and self.measure == "hours" else ""
        return amount_rounded(figures.cost) if figures.cost and self.measure == "cost" else length

    def items(self, day: TimetableDay) -> Iterator[str]:
        """Yield what begins and ends on a day; what takes several is drawn over them."""
        for share in day.shares:
            if share.row.counts and share.row.end_date in {None, share.row.date}:
                yield self.item(share)

    def day_name(self, day: TimetableDay) -> str:
        """Return «• 25.3. skjærtorsdag»: the sign of a day that is not ordinary, its date, and what it is called."""
        names = [holiday_name(each.code) for each in holidays_on(day.date)]
        if day.kind == "bridge":
            names.append(_("bridge day"))
        return _spaced(words.DAY_SIGNS[day.kind], short_day(day.date), ", ".join(names))

    def bar_text(self, week: TimetableWeek, bar: Bar) -> str:
        """Return what stands on a bar: that it comes from or goes on into another week, its title, its measure."""
        figures = sum_of(share.figures for day in week.days for share in day.shares if share.row.id == bar.row.id)
        sign, title = self.plan.channels.sign(bar.row.channel), words.row_title(self.plan, bar.row)
        return _spaced("" if bar.begins else "…", sign, title, self._told(figures), "" if bar.ends else "…")

    def bar_item(self, row: Activity) -> str:
        """Return a row of several days with the first and the last of them."""
        days = " – ".join(day_and_month(day) for day in (row.date, row.end_date) if day is not None)
        return f"{days} {self.plan.channels.sign(row.channel)} {words.row_title(self.plan, row)}"

    def line(self, line: TimetableLine) -> tuple[str, ...]:
        """Return a channel or a programme: its name, what it has in each week, and the sum."""
        sign = f"{self.plan.channels.sign(line.code)} " if self.layout == "channels" else ""
        name = f"{sign}{words.line_name(self.plan, self.layout, line.code)}"
        cells = (words.line_figure(cell, self.measure) for cell in line.cells)
        return (name, *cells, words.figure(line.total, self.measure))

    @property
    def sums(self) -> tuple[str, ...]:
        """The sums of the weeks, under the lines."""
        figures = (week.figures for week in self.table.weeks)
        return (_("sum"), *(words.figure(each, self.measure) for each in (*figures, self.table.total)))

    @property
    def loads(self) -> tuple[str, ...]:
        """How full the weeks are, under the sums."""
        weeks = (words.load_mark(week.figures, week.capacity_minutes) for week in self.table.weeks)
        return (_("load"), *weeks, words.percent_of(self.table.total, self.table.capacity_minutes))

    def dates(self, week: TimetableWeek) -> tuple[str, ...]:
        """Return what is to be known of a week: that no customer is met, and its dates."""
        gap = (f"{words.GAP} {words.gap_words()}",) if week.is_without_contact else ()
        return (*gap, *words.week_dates(self.plan, week))

    def undated(self, week: TimetableWeek) -> tuple[str, ...]:
        """Return the rows of a week that have no day yet."""
        return tuple(self.item(share) for share in week.shares if share.day is None and share.row.counts)

    @property
    def unplaced(self) -> tuple[str, ...]:
        """The rows of months and quarters, which belong to no week."""
        return tuple(map(self._unplaced, self.table.unplaced))

    def _unplaced(self, row: Activity) -> str:
        title = words.row_title(self.plan, row)
        return f"{bucket(row.bucket or '')}: {self.plan.channels.sign(row.channel)} {title}"

    @property
    def legend(self) -> str:
        """What the signs mean."""
        used = dict.fromkeys(row.channel for row in self.table.rows if row.counts)
        channels = (f"{self.plan.channels.sign(code)} {words.line_name(self.plan, 'channels', code)}" for code in used)
        return words.joined((*words.day_legend(), *channels))
