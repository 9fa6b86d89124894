"""A report as JSON with codes, and back: what a seller hands on can be added up with what others do.

Numbers are strings, exact to the øre: "1250.00"; a share or an average has its part and its whole beside it.
"""

import datetime as dt
import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final, cast, get_args

from salgsplan_tui.domain.dates import Span, inclusive
from salgsplan_tui.domain.issued import ReportKind
from salgsplan_tui.domain.reports.values import (
    Bar,
    Block,
    Chart,
    Figure,
    Figures,
    Item,
    ItemKind,
    Lines,
    Report,
    Section,
    Table,
)
from salgsplan_tui.reports.plain import plain

Document = dict[str, object]
Json = Mapping[str, Any]  # Any: what stood in a file

SCHEMA: Final = 1


class MisfitError(ValueError):
    """A file is no report that this program wrote."""


def report_document(report: Report) -> Document:
    """Return the report with stable English keys."""
    return {
        "schema": SCHEMA,
        "report": report.kind,
        "period": report.period,
        "start": report.span.start.isoformat(),
        "end": report.span.last.isoformat(),
        "as_of": report.as_of.isoformat(),
        "title": report.title,
        "sellers": list(report.sellers),
        "empty": report.is_empty,
        "left_out": list(report.left_out),
        "withheld": dict(report.withheld),
        "figures": [{"code": each.code, **_item(each.item)} for each in report.figures],
        "sections": [
            {"number": each.number, "code": each.code, "blocks": [_block(block) for block in each.blocks]}
            for each in report.sections
        ],
    }


def report_from(document: Json) -> Report:
    """Return the report of such a document.

    Raises:
        MisfitError: it is none.
    """
    try:
        if document["schema"] != SCHEMA or document["report"] not in get_args(ReportKind):
            raise MisfitError("report")
        return Report(
            kind=document["report"],
            period=str(document["period"]),
            span=inclusive(dt.date.fromisoformat(document["start"]), dt.date.fromisoformat(document["end"])),
            as_of=dt.date.fromisoformat(document["as_of"]),
            title=str(document["title"]),
            sections=tuple(
                Section(int(each["number"]), str(each["code"]), tuple(map(_block_from, each["blocks"])))
                for each in document["sections"]
            ),
            left_out=tuple(map(str, document["left_out"])),
            withheld=tuple((str(code), int(count)) for code, count in document["withheld"].items()),
            sellers=tuple(map(str, document["sellers"])),
            is_empty=bool(document["empty"]),
            figures=tuple(Figure(str(each["code"]), _item_from(each)) for each in document["figures"]),
        )
    except (KeyError, TypeError, ValueError, ZeroDivisionError, AttributeError) as error:
        raise MisfitError("report") from error


def _block(block: Block) -> Document:
    match block:
        case Figures():
            figures = [
                {"code": each.code, **_item(each.item)}
                | ({} if each.against is None else {"against": _item(each.against)})
                for each in block.figures
            ]
            return {"figures": block.code, "values": figures, **_span(block.span)}
        case Table():
            flags = {"keys": block.keys, "total": block.has_total, "list": block.is_list}
            rows = [[_item(item) for item in row] for row in block.rows]
            return {"table": block.code, "columns": list(block.columns), "rows": rows, **flags, **_span(block.span)}
        case Lines():
            return {"lines": block.code, "values": [[_item(item) for item in line] for line in block.lines]}
    bars = [
        {"label": _item(bar.label), "value": str(bar.value), "mark": None if bar.mark is None else str(bar.mark)}
        for bar in block.bars
    ]
    return {"chart": block.code, "unit": block.unit, "bars": bars}


def _span(span: Span | None) -> Document:
    return {} if span is None else {"start": span.start.isoformat(), "end": span.last.isoformat()}


def _item(item: Item) -> Document:
    told: Document = {"kind": item.kind, "value": plain(item) if item.value is not None else None}
    if item.part is not None and item.whole is not None:
        told |= {"part": str(item.part), "whole": str(item.whole)}
    elif isinstance(item.value, Fraction):
        told["exact"] = str(item.value)
    if item.unit is not None:
        told["unit"] = item.unit
    if item.decimals:
        told["decimals"] = item.decimals
    return told


def _block_from(block: Json) -> Block:
    if "figures" in block:
        figures = tuple(
            Figure(str(each["code"]), _item_from(each), _item_from(each["against"]) if "against" in each else None)
            for each in block["values"]
        )
        return Figures(str(block["figures"]), figures, _span_from(block))
    if "table" in block:
        return Table(
            str(block["table"]),
            tuple(map(str, block["columns"])),
            tuple(tuple(map(_item_from, row)) for row in block["rows"]),
            keys=int(block["keys"]),
            has_total=bool(block["total"]),
            is_list=bool(block["list"]),
            span=_span_from(block),
        )
    if "lines" in block:
        return Lines(str(block["lines"]), tuple(tuple(map(_item_from, line)) for line in block["values"]))
    bars = tuple(
        Bar(_item_from(bar["label"]), Fraction(bar["value"]), None if bar["mark"] is None else Fraction(bar["mark"]))
        for bar in block["bars"]
    )
    return Chart(str(block["chart"]), bars, block["unit"])


def _span_from(block: Json) -> Span | None:
    if "start" not in block:
        return None
    return inclusive(dt.date.fromisoformat(block["start"]), dt.date.fromisoformat(block["end"]))


def _item_from(told: Json) -> Item:
    part, whole = (Fraction(told[name]) if name in told else None for name in ("part", "whole"))
    return Item(
        kind=cast("ItemKind", str(told["kind"])),
        value=_value_from(told, part, whole),
        part=part,
        whole=whole,
        unit=told.get("unit"),
        decimals=int(told.get("decimals", 0)),
    )


def _value_from(told: Json, part: Fraction | None, whole: Fraction | None) -> object:
    if part is not None and whole is not None:
        return None if whole == 0 else part / whole
    if told["value"] is None:
        return None
    return Fraction(told["exact"]) if "exact" in told else _time_from(told["kind"], str(told["value"]))


def _time_from(kind: str, value: str) -> object:
    match kind:
        case "day":
            return dt.date.fromisoformat(value)
        case "time":
            return dt.time.fromisoformat(value)
        case "days":
            first, last = value.split("/")
            return dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return value


def report_text(report: Report) -> str:
    """Return the report as a text of JSON."""
    return json.dumps(report_document(report), ensure_ascii=False, indent=1) + "\n"
