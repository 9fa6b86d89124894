"""Several sellers' reports as one: the same document for a team, whose sums are those of its parts.

It adds up what each seller has chosen to tell and nothing else: counts and amounts are added, rates are counted anew
from their parts, lists stand one after the other with the seller's name.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, TypeVar

from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.reports.values import (
    ADDITIVE,
    NOTHING,
    Bar,
    Block,
    Chart,
    Figure,
    Figures,
    Item,
    Lines,
    Report,
    Section,
    Table,
    code,
    number,
    text,
)

T = TypeVar("T")

_BY_SELLER: Final = frozenset({"must_dos", "summary", "risks", "causes", "goal", "days_off"})
"""The lines that are each seller's own."""
_BETWEEN_TWO: Final = frozenset({"since", "changes", "rows_changed"})
"""What changed since a seller's last report: each was issued on a day of its own, so it adds up to nothing."""
_MOST: Final = 8
"""So many different texts are told of what several sellers do in the same week."""
_AREA: Final = 1
_TARGET: Final = 4
"""The columns of the month's goals that tell what kind of goal it is."""


def team_report(reports: Sequence[Report]) -> Report:
    """Return the reports of several sellers as one.

    Raises:
        RefusedError: `no_reports`; `reports_differ`, with two `periods`: they do not tell of the same days.
    """
    if not reports:
        raise RefusedError("no_reports")
    first = reports[0]
    for other in reports:
        if (other.kind, other.span) != (first.kind, first.span):
            raise RefusedError("reports_differ", periods=[_period(first), _period(other)])
    told = tuple(each for each in reports if not each.is_empty) or tuple(reports)
    return first._replace(
        title="",
        as_of=max(each.as_of for each in reports),
        sections=_sections(told),
        left_out=tuple(dict.fromkeys(name for each in reports for name in each.left_out)),
        withheld=_added(each.withheld for each in reports),
        sellers=tuple(name for each in reports for name in each.sellers),
        is_empty=all(each.is_empty for each in reports),
        figures=_figures(told),
        rows=(),
    )


def added_up(items: Sequence[Item]) -> Item:
    """Return what the same value comes to for all sellers together."""
    known = [item for item in items if item != NOTHING]
    if not known:
        return NOTHING
    first = known[0]
    if first.kind in ADDITIVE and first.unit != "market":
        values = [item.value for item in known if isinstance(item.value, Fraction)]
        return first._replace(value=sum(values, Fraction(0)) if values else None)
    if any(item.part is not None for item in known):
        return _rate(first, known)
    if all(item == first for item in known):
        return first
    if first.kind == "text":
        texts = list(dict.fromkeys(str(item.value) for item in known))
        return text("; ".join([*texts[:_MOST], *(["…"] if len(texts) > _MOST else [])]))
    return NOTHING if first.kind in {"code", "day", "days", "time"} else first._replace(value=None)


def _rate(first: Item, items: Sequence[Item]) -> Item:
    part = sum((item.part for item in items if item.part is not None), Fraction(0))
    wholes = [item.whole for item in items if item.whole is not None]
    whole = max(wholes) if first.unit == "market" else sum(wholes, Fraction(0))
    return first._replace(value=None if whole == 0 else part / whole, part=part, whole=whole)


def _period(found: Report) -> str:
    return f"{found.kind} {found.period}"


def _added(pairs: Iterable[tuple[tuple[str, int], ...]]) -> tuple[tuple[str, int], ...]:
    counted: dict[str, int] = {}
    for name, count in (each for some in pairs for each in some):
        counted[name] = counted.get(name, 0) + count
    return tuple(sorted(counted.items()))


def _figures(reports: Sequence[Report]) -> tuple[Figure, ...]:
    grouped = _grouped((figure for each in reports for figure in each.figures), lambda figure: figure.code)
    return tuple(Figure(str(name), added_up([each.item for each in found])) for name, found in grouped.items())


def _sections(reports: Sequence[Report]) -> tuple[Section, ...]:
    numbered = sorted({(each.number, each.code) for report in reports for each in report.sections})
    found = []
    for place, (count, name) in enumerate(numbered):
        blocks = _blocks(reports, name)
        found.append(Section(count, name, (*blocks, _sellers(reports)) if place == 0 else blocks))
    return tuple(found)


def _sellers(reports: Sequence[Report]) -> Table:
    """Return each seller's main figures, and their sum."""
    names = list(dict.fromkeys(figure.code for each in reports for figure in each.figures))
    rows = [
        (
            text(_name(each)),
            *({figure.code: figure.item for figure in each.figures}.get(name, NOTHING) for name in names),
        )
        for each in reports
    ]
    total = (code("total", "word"), *(added_up([row[at] for row in rows]) for at in range(1, len(names) + 1)))
    return Table("sellers", ("seller", *names), (*rows, total), has_total=True)


def _name(report: Report) -> str:
    return ", ".join(report.sellers) or "?"


def _blocks(reports: Sequence[Report], section: str) -> tuple[Block, ...]:
    found = [
        (report, block)
        for report in reports
        if (here := report.section(section)) is not None
        for block in here.blocks
        if block.code not in _BETWEEN_TWO
    ]
    grouped = _grouped(found, lambda pair: (type(pair[1]).__name__, pair[1].code))
    filled = {key[1] for key in grouped if isinstance(key, tuple) and key[0] != "Lines"}
    merged = [_merged(pairs) for pairs in grouped.values()]
    # «Nothing is needed» of one seller says nothing beside what another needs.
    return tuple(
        each for each in merged if not (isinstance(each, Lines) and each.code in filled and _says_nothing(each))
    )


def _says_nothing(lines: Lines) -> bool:
    return all(len(line) == 1 and line[0].kind == "code" for line in lines.lines)


def _merged(pairs: Sequence[tuple[Report, Block]]) -> Block:
    first = pairs[0][1]
    match first:
        case Figures():
            return _merged_figures(first, [block for _report, block in pairs if isinstance(block, Figures)])
        case Table():
            tables = [(report, block) for report, block in pairs if isinstance(block, Table)]
            return _listed(first, tables) if first.is_list else _summed(first, [table for _report, table in tables])
        case Chart():
            return _merged_chart(first, [(report, block) for report, block in pairs if isinstance(block, Chart)])
    return _merged_lines(first, [(report, block) for report, block in pairs if isinstance(block, Lines)])


def _merged_figures(first: Figures, blocks: Sequence[Figures]) -> Figures:
    grouped = _grouped((figure for block in blocks for figure in block.figures), lambda figure: figure.code)
    figures = []
    for name, found in grouped.items():
        against = [each.against for each in found if each.against is not None]
        figures.append(
            Figure(str(name), added_up([each.item for each in found]), added_up(against) if against else None)
        )
    spans = {block.span for block in blocks}
    return Figures(first.code, tuple(figures), first.span if len(spans) == 1 else None)


def _listed(first: Table, tables: Sequence[tuple[Report, Table]]) -> Table:
    rows: list[tuple[Item, ...]] = []
    for report, table in tables:
        own = table.rows[:-1] if table.has_total else table.rows
        rows += [(text(_name(report)), *row) for row in own]
    if first.has_total:
        totals = [table.rows[-1] for _report, table in tables if table.has_total and table.rows]
        rows.append((code("total", "word"), NOTHING, *_row(totals)[1:]))
    return first._replace(columns=("seller", *first.columns), rows=tuple(rows))


def _summed(first: Table, tables: Sequence[Table]) -> Table:
    own = (row for table in tables for row in (table.rows[:-1] if table.has_total else table.rows))
    grouped = _grouped(own, lambda row: _key(first, row))
    rows = [_goal(first, _row(found)) for found in grouped.values()]
    if first.has_total:
        rows.append(_row([table.rows[-1] for table in tables if table.has_total and table.rows]))
    spans = {table.span for table in tables}
    return first._replace(rows=tuple(rows), span=first.span if len(spans) == 1 else None)


def _key(table: Table, row: tuple[Item, ...]) -> Hashable:
    """Return what a row is about: of goals the area and what it is counted in, for each seller words it another way."""
    if table.code == "goals" and "area" in table.columns:
        return row[_AREA], row[_TARGET].kind, row[_TARGET].unit
    return row[: table.keys]


def _goal(table: Table, row: tuple[Item, ...]) -> tuple[Item, ...]:
    is_named = table.code != "goals" or "area" not in table.columns or "; " not in str(row[0].value)
    return row if is_named else (row[_AREA], *row[1:])


def _row(rows: Sequence[tuple[Item, ...]]) -> tuple[Item, ...]:
    return tuple(added_up(items) for items in zip(*rows, strict=True))


def _merged_chart(first: Chart, charts: Sequence[tuple[Report, Chart]]) -> Chart:
    """Return the bars added up by what they are; those of one goal stand for their sellers."""
    if first.code == "progress":
        return first._replace(
            bars=tuple(bar._replace(label=text(_name(report))) for report, chart in charts for bar in chart.bars)
        )
    grouped = _grouped((bar for _report, chart in charts for bar in chart.bars), lambda bar: bar.label)
    return first._replace(bars=tuple(_bar(bars) for bars in grouped.values()))


def _bar(bars: Sequence[Bar]) -> Bar:
    marks = [bar.mark for bar in bars if bar.mark is not None]
    return Bar(bars[0].label, sum((bar.value for bar in bars), Fraction(0)), sum(marks, Fraction(0)) if marks else None)


def _merged_lines(first: Lines, blocks: Sequence[tuple[Report, Lines]]) -> Lines:
    if first.code == "head":
        return Lines("head", tuple(_head([block for _report, block in blocks])))
    told = dict.fromkeys(line for _report, block in blocks for line in block.lines)
    if first.code not in _BY_SELLER or len(told) == 1:
        return Lines(first.code, tuple(told))
    own = ((report, block) for report, block in blocks if not _says_nothing(block))
    return Lines(first.code, tuple((text(f"{_name(report)}:"), *line) for report, block in own for line in block.lines))


def _head(blocks: Sequence[Lines]) -> Iterator[tuple[Item, ...]]:
    """Yield how many sellers there are, and of their heads what they have in common."""
    yield code("sellers", "head"), number(len(blocks))
    grouped = _grouped((line for block in blocks for line in block.lines), lambda line: line[0])
    for head, lines in grouped.items():
        if head != code("seller", "head") and len(set(lines)) == 1 and len(lines) == len(blocks):
            yield lines[0]


def _grouped(things: Iterable[T], key: Callable[[T], Hashable]) -> Mapping[Hashable, list[T]]:
    found: dict[Hashable, list[T]] = {}
    for thing in things:
        found.setdefault(key(thing), []).append(thing)
    return found
