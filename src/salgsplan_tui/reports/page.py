"""A report as a page of texts, in the language spoken now: what every format lays out in its own way."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from salgsplan_tui.domain.channels import Catalogue
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.reports.values import (
    NOTHING,
    Block,
    Chart,
    Figure,
    Figures,
    Item,
    Lines,
    Report,
    Section,
    Table,
)
from salgsplan_tui.language import Language, _, language
from salgsplan_tui.language.formats import amount_rounded, date_range, full_date, hours, number
from salgsplan_tui.language.report_names import report_name
from salgsplan_tui.language.safe import clip, safe_line
from salgsplan_tui.reports import code_names
from salgsplan_tui.reports.column_names import COLUMNS
from salgsplan_tui.reports.figure_names import DEFINITIONS, FIGURES, in_words
from salgsplan_tui.reports.section_names import BLOCKS, SECTIONS
from salgsplan_tui.reports.wording import Wording, as_of, period_name

_LONGEST_NAME: Final = 120
_LEFT: Final = frozenset({"text", "code", "nothing", "day", "days", "week", "time"})
_TIGHT: Final = frozenset({"day", "days", "week", "time"})
_IN_ONE: Final = frozenset({"head", "days_off", "basis", "reasons", "rows_changed"})
"""The lines that are short enough to stand after one another."""


class Pairs(NamedTuple):
    """Names with their figures."""

    title: str
    rows: tuple[tuple[str, str], ...]
    note: str = ""


class Grid(NamedTuple):
    """A table of texts."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    """Which columns hold figures."""
    tight: tuple[bool, ...] = ()
    """Which columns hold dates and times, which are not broken."""
    items: tuple[tuple[Item, ...], ...] = ()
    """The same as values, for spreadsheets."""
    has_total: bool = False
    note: str = ""


class Sentences(NamedTuple):
    """Texts under one another, or short ones after one another."""

    title: str
    lines: tuple[str, ...]
    in_one: bool = False


class BarText(NamedTuple):
    """One bar in words and in size."""

    label: str
    text: str
    value: float
    mark: float | None


class Picture(NamedTuple):
    """A chart of bars."""

    title: str
    bars: tuple[BarText, ...]


Part = Pairs | Grid | Sentences | Picture


class PageSection(NamedTuple):
    """A numbered part of the page."""

    number: int
    code: str
    title: str
    parts: tuple[Part, ...]


class Page(NamedTuple):
    """A whole report in words."""

    report: Report
    language: Language
    title: str
    about: str
    sections: tuple[PageSection, ...]
    notes: tuple[str, ...]
    """What was left out or kept back, and how amounts are told."""
    definitions: tuple[tuple[str, str], ...]
    """How the figures of the page are counted."""


def page_of(report: Report, channels: Catalogue) -> Page:
    """Return a report in the language spoken now."""
    return Page(
        report=report,
        language=language(),
        title=_title(report, Wording(channels)),
        about=_about(report),
        sections=tuple(_section(each, channels) for each in _shown(report)),
        notes=tuple(_notes(report)),
        definitions=tuple(_definitions(report)),
    )


def section_name(code: str) -> str:
    """Return what a section is called."""
    return _(SECTIONS[code])


def _shown(report: Report) -> tuple[Section, ...]:
    """Return the sections to lay out: of an empty plan the head alone, for tables of nothing tell nobody anything."""
    return report.sections[:1] if report.is_empty else report.sections


def _title(report: Report, wording: Wording) -> str:
    period = period_name(report.period, report.span.start, report.span.last)
    return f"{report_name(report.kind)} · {clip(wording.words(report.title), _LONGEST_NAME) or period}"


def _about(report: Report) -> str:
    dates = date_range(report.span.start, report.span.last) if report.title else ""
    whose = ", ".join(clip(safe_line(each), _LONGEST_NAME) for each in report.sellers[:3])
    if len(report.sellers) > len(report.sellers[:3]):
        whose = _("{count} sellers").format(count=number(len(report.sellers)))
    return " · ".join(part for part in (whose, dates, as_of(report.as_of)) if part)


def _section(section: Section, channels: Catalogue) -> PageSection:
    parts = tuple(part for block in section.blocks if (part := _part(section, block, channels)) is not None)
    return PageSection(section.number, section.code, section_name(section.code), parts)


def _part(section: Section, block: Block, channels: Catalogue) -> Part | None:
    title = "" if block.code == section.code or block.code not in BLOCKS else _(BLOCKS[block.code])
    match block:
        case Figures():
            said = map(in_words, block.figures)
            rows = tuple((_(FIGURES[each.code]), _figure(each, Wording(channels))) for each in said)
            return Pairs(title, rows, _days(block.span))
        case Table():
            return _grid(title, block, channels)
        case Lines():
            lines = tuple(_line(line, Wording(channels)) for line in block.lines)
            return Sentences(title, lines, in_one=block.code in _IN_ONE)
        case Chart():
            return _picture(title, block, Wording(channels))


def _figure(figure: Figure, wording: Wording) -> str:
    """Return a figure, of how much it is where that is of the same kind, else with what it comes to beside it."""
    told = wording.say(figure.item)
    if figure.against is None:
        return told
    other = wording.say(figure.against)
    if figure.against.kind == figure.item.kind:
        return _("{value} of {whole}").format(value=told, whole=other)
    return f"{told} · {other}"


def _days(span: Span | None) -> str:
    return "" if span is None else date_range(span.start, span.last)


def _line(line: tuple[Item, ...], wording: Wording) -> str:
    """Return a line: of a head «Selger: Ingrid»; else its parts with a dot between, after «:» only a space."""
    if line[0].unit == "head" and isinstance(line[1].value, dt.date):
        return f"{wording.say(line[0])}: {full_date(line[1].value)}"
    told = [wording.say(item) for item in line if item != NOTHING]
    if line[0].unit == "head":
        return ": ".join(told)
    text = told[0] if told else ""
    for more in told[1:]:
        text += f" {more}" if text.endswith(":") or line[0].value == "since" else f" · {more}"
    return text


def _grid(title: str, table: Table, channels: Catalogue) -> Grid:
    if table.code != "plan":  # whose columns have their own widths
        table = _without_empty_columns(table)
    wording = Wording(channels, in_table=True)
    rows = tuple(tuple(wording.say(item) for item in row) for row in table.rows)
    kinds = [{row[at].kind for row in table.rows} - {"nothing"} for at in range(len(table.columns))]
    return Grid(
        title=title,
        columns=tuple(_(COLUMNS[each]) for each in table.columns),
        rows=rows,
        right=tuple(bool(each) and not each & _LEFT for each in kinds),
        tight=tuple(bool(each & _TIGHT) and each <= _TIGHT | {"code"} for each in kinds),
        items=table.rows,
        has_total=table.has_total,
        note=_days(table.span),
    )


def _without_empty_columns(table: Table) -> Table:
    """Return a table without the columns in which nobody has anything to tell, such as a place."""
    kept = [at for at in range(len(table.columns)) if at == 0 or any(row[at] != NOTHING for row in table.rows)]
    rows = tuple(tuple(row[at] for at in kept) for row in table.rows)
    return table._replace(columns=tuple(table.columns[at] for at in kept), rows=rows)


def _picture(title: str, chart: Chart, wording: Wording) -> Picture | None:
    if not any(bar.value > 0 for bar in chart.bars):
        return None
    bars = tuple(
        BarText(
            wording.say(bar.label),
            _size(chart, bar.value) + ("" if bar.mark is None else f" / {_size(chart, bar.mark)}"),
            float(bar.value),
            None if bar.mark is None else float(bar.mark),
        )
        for bar in chart.bars
    )
    return Picture(title, bars)


def _size(chart: Chart, value: Fraction) -> str:
    if chart.unit == "kr":
        return amount_rounded(round(value))
    return hours(round(value)) if chart.unit == "hours" else number(value)


def _notes(report: Report) -> Iterator[str]:
    if report.is_empty:
        yield _("There is nothing in the plan for these days yet: no activities, orders or offers, and no programme.")
    if report.left_out:
        names = ", ".join(section_name(code) for code in report.left_out)
        yield _("Left out: {names}.").format(names=names)
    for code, count in report.withheld:
        name = _(code_names.WITHHELD[code])
        yield name if code == "wages" else f"{name}: {number(count)}"
    yield _("Amounts in whole kroner without VAT; hours are working hours. “–” is what cannot be told.")


def _definitions(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the figures that the shown sections tell, with how each is counted, once each and in their order."""
    used: dict[str, None] = {}
    for section in _shown(report):
        for block in section.blocks:
            if isinstance(block, Figures):
                used |= dict.fromkeys(in_words(each).code for each in block.figures)
            elif isinstance(block, Table):
                used |= dict.fromkeys(column for column in block.columns if column == "full_cost")
    for code in used:
        if code in DEFINITIONS:
            name = FIGURES.get(code) or COLUMNS[code]
            yield _(name), _(DEFINITIONS[code])
