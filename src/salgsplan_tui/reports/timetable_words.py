"""What the timetable says in words: its measures and layouts, figures as narrow as a cell, the week's dates."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.holidays import Holiday
from salgsplan_tui.domain.important_dates import ImportantDate
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import Goal
from salgsplan_tui.domain.timetable import Cell, DayKind, Figures, Layout, Measure, Timetable, TimetableWeek, load_of
from salgsplan_tui.language import N_, _, language, ngettext, pgettext
from salgsplan_tui.language.day_names import day_off_name, season_name
from salgsplan_tui.language.formats import amount_rounded, date_range, hours, kroner, percent, short_day
from salgsplan_tui.language.holiday_names import holiday_name
from salgsplan_tui.language.safe import safe_line, width

HIDDEN: Final = "•••"
"""What an amount looks like in presentation mode."""
GAP: Final = "∅"
"""The sign of a week in which no customer is met."""

DAY_SIGNS: Final[Mapping[DayKind, str]] = {"ordinary": "", "red": "•", "bridge": "=", "off": "○"}
"""The sign of a day that is not ordinary, beside its colour."""
BAR: Final = "━"
"""What fairs and campaigns are drawn with over their days."""
SOMETHING: Final = "·"
"""What stands where there are rows and nothing to count."""

_MEASURES: Final = {"activities": N_("activities"), "hours": N_("hours"), "cost": N_("kroner")}
_LAYOUTS: Final = {"days": N_("days"), "channels": N_("channels"), "programmes": N_("activity programmes")}
_THOUSAND: Final = 1000_00


def measure_name(measure: Measure) -> str:
    """Return what the cells tell."""
    return _(_MEASURES[measure])


def layout_name(layout: Layout) -> str:
    """Return what the rows are."""
    return _(_LAYOUTS[layout])


def period_words(table: Timetable) -> str:
    """Return «17. februar 2027 – 16. mai 2027», as short as the dates allow."""
    return date_range(table.period.start, table.period.last)


def total_words(table: Timetable, *, hide: bool = False) -> str:
    """Return «21 aktiviteter · 50,3 av 438,8 t (11 %) · 71 752 kr»."""
    total = table.total
    count = ngettext("{count} activity", "{count} activities", total.activities).format(count=total.activities)
    parts = (count, load_words(total, table.capacity_minutes), HIDDEN if hide else amount_rounded(total.cost))
    return " · ".join(parts)


def load_words(figures: Figures, capacity_minutes: int) -> str:
    """Return «4,3 av 22,5 t (19 %)», the way to and from the rows named by itself."""
    load = hours(figures.minutes)
    if figures.travel:
        load = _("{hours} + {travel} travel").format(hours=load, travel=hours(figures.travel))
    if not capacity_minutes:
        return _("{hours} h planned, day off").format(hours=load)
    share = percent_of(figures, capacity_minutes)
    return _("{load} of {hours} h").format(load=load, hours=hours(capacity_minutes)) + f" ({share})"


def percent_of(figures: Figures, capacity_minutes: int) -> str:
    """Return «19 %»; «–» where nothing can be worked."""
    load = load_of(figures, capacity_minutes)
    return "–" if load is None else percent(100 * load, 0)


def load_mark(figures: Figures, capacity_minutes: int) -> str:
    """Return the same with a sign before it where there is more to do than time for it."""
    is_full = (load_of(figures, capacity_minutes) or 0) > 1
    return ("!" if is_full else "") + percent_of(figures, capacity_minutes)


def figure(figures: Figures, measure: Measure, *, hide: bool = False) -> str:
    """Return a sum: «2», «4,3», «1 288»; nothing for zero."""
    value = figures.of(measure)
    if not value:
        return ""
    if measure == "activities":
        return str(value)
    if measure == "hours":
        return hours(value)
    return HIDDEN if hide else kroner(value)


def narrow_figure(figures: Figures, measure: Measure, cells: int, *, hide: bool = False) -> str:
    """Return a sum in so many cells: without its decimals or in thousands where it is too wide for them."""
    whole = figure(figures, measure, hide=hide)
    if width(whole) <= cells or (measure == "cost" and hide):
        return whole[:cells]
    value = figures.of(measure)
    if measure == "hours":
        return hours(value, 0)
    plain = whole.replace("\xa0", "").replace(",", "") if measure == "cost" else whole
    return plain if width(plain) <= cells else f"{(value + _THOUSAND // 2) // _THOUSAND}k"


def signs(plan: Plan, cell: Cell, cells: int) -> str:
    """Return the channels' signs of the rows that begin here, and how many there are where they are too many."""
    rows = [share.row for share in cell.shares if share.row.counts and not share.is_further]
    shown = "".join(plan.channels.sign(row.channel) for row in rows)
    if len(shown) <= cells:
        return shown
    number = str(len(rows))
    return "".join(dict.fromkeys(shown))[: max(0, cells - len(number))] + number


def line_figure(cell: Cell, measure: Measure, *, hide: bool = False) -> str:
    """Return what a channel or a programme has in a week; a bar where something only goes on, a point for zero."""
    return figure(cell.figures, measure, hide=hide) or _trace(cell)


def narrow_line_figure(cell: Cell, measure: Measure, cells: int, *, hide: bool = False) -> str:
    """Return the same in so many cells."""
    return narrow_figure(cell.figures, measure, cells, hide=hide) or _trace(cell)


def _trace(cell: Cell) -> str:
    if not any(row.counts for row in cell.rows):
        return ""
    return BAR if any(share.is_further for share in cell.shares) else SOMETHING


def cell_text(plan: Plan, cell: Cell, measure: Measure, cells: int, *, hide: bool = False) -> str:
    """Return what a field tells in so many cells; a point or a bar where there are rows and nothing to count."""
    text = signs(plan, cell, cells) if measure == "activities" else ""
    return text or narrow_figure(cell.figures, measure, cells, hide=hide) or _trace(cell)


def line_name(plan: Plan, layout: Layout, code: str | None, *, hide: bool = False) -> str:
    """Return the name of a channel, or of an activity programme."""
    if layout == "channels":
        return _("no channel") if code is None else safe_line(plan.channels.name(code, language()))
    if code is None:
        return _("no activity programme")
    return HIDDEN if hide else safe_line(plan.programme_title(code) or code)


def row_title(plan: Plan, row: Activity, *, hide: bool = False) -> str:
    """Return a row's title; hidden, or without one, the kind of work it is."""
    title = "" if hide else safe_line(row.title)
    if title or row.channel is None:
        return title or HIDDEN
    known = plan.channels.channel(row.channel)
    kind = row.type if known and row.type in {each.code for each in known.types} else None
    name = (
        plan.channels.type_name(row.channel, kind, language()) if kind else plan.channels.name(row.channel, language())
    )
    return safe_line(name)


def gap_words() -> str:
    """Return what a week is called in which no customer is met."""
    return _("no customer contact")


def day_legend() -> tuple[str, ...]:
    """Return what the signs of days and weeks mean."""
    signs = (*(DAY_SIGNS[kind] for kind in ("red", "bridge", "off")), GAP)
    names = _("red day"), _("bridge day"), _("own day off"), gap_words()
    return tuple(f"{sign} {name}" for sign, name in zip(signs, names, strict=True))


def week_dates(plan: Plan, week: TimetableWeek, *, hide: bool = False) -> Iterator[str]:
    """Yield the important dates: «25.3. skjærtorsdag», «31.3. 5 mål har frist»; those of a kind on a day together."""
    for (day, kind), found in groupby(week.dates, key=lambda each: (each.date, each.kind)):
        yield f"{short_day(day)} {date_words(plan, kind, list(found), hide=hide)}"


def date_words(plan: Plan, kind: str, found: list[ImportantDate], *, hide: bool) -> str:
    """Return what dates of one kind are: names alone, or what has to be done for which rows."""
    if kind == "goal" and (len(found) > 1 or hide):
        return ngettext("{count} goal is due", "{count} goals are due", len(found)).format(count=len(found))
    names = ", ".join(dict.fromkeys(date_name(plan, each, hide=hide) for each in found))
    if kind == "deadline":
        return _("due: {title}").format(title=names)
    if kind == "material":
        return _("material: {title}").format(title=names)
    return _("goal: {goal}").format(goal=names) if kind == "goal" else names


def date_name(plan: Plan, date: ImportantDate, *, hide: bool = False) -> str:
    """Return what an important date is called."""
    match date.what:
        case Activity() as row:
            return row_title(plan, row, hide=hide)
        case Goal(title=title):
            return HIDDEN if hide else safe_line(title)
        case Holiday(code=code):
            return holiday_name(code)
        case Leave() as entry:
            return day_off_name("" if hide else entry.title, entry.kind, entry.half)
        case "":
            return _("bridge day")
    return season_name(date.what)


def week_heads() -> tuple[str, str, str]:
    """Return the headings of narrow columns: how full, hours and kroner."""
    return "%", pgettext("column", "h"), pgettext("column", "NOK")


def joined(words: Iterable[str]) -> str:
    """Return the words that there are, with points between them."""
    return " · ".join(word for word in words if word)
