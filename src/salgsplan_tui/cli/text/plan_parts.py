"""The parts of a plan as text: vision, market, products, benefits, the department's work, its texts in full."""

import datetime as dt
from collections.abc import Iterator

from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.plan_parts import TextSection
from salgsplan_tui.language import _
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.customer_panel import wrapped
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.plan_parts_lines import GROUPS, market_words, part_words, shown_parts
from salgsplan_tui.tui.programme_page import ProgrammeFigures, ProgrammePage

_INDENT = "  "


def plan_parts_text(basis: Basis, cells: int) -> Iterator[Line]:
    """Yield the parts in groups, those of which there are none left out."""
    plan, page = basis.programme, ProgrammePage(ProgrammeFigures(basis), dt.datetime.combine(basis.as_of, dt.time()))
    for title, text in ((_("vision"), plan.vision), (_("sale or counter"), plan.sale_or_counter)):
        if text:
            yield from _heading(title)
            yield from _text(text, cells)
    if plan.market_share is not None:
        yield from _heading(_("market share"))
        yield from _named(safe_line(plan.market_share.market), market_words(page, plan.market_share), cells)
    for kind, title in GROUPS:
        parts = shown_parts(plan, kind)
        if parts:
            yield from _heading(_(title))
        for place, part in enumerate(parts, start=1):
            if isinstance(part, TextSection):
                yield from _section(part, cells)
            else:
                yield from _named(*part_words(page, part, place), cells)


def _heading(title: str) -> Iterator[Line]:
    yield Line()
    yield Line((Part(title, "heading"),))


def _named(left: str, right: str, cells: int) -> Iterator[Line]:
    """Yield a part on a line; where it has no room for both its sides, what belongs to it stands beneath."""
    if not right or len(_INDENT + left) + 2 + len(right) <= cells:
        yield Line((Part(_INDENT + left),), (Part(right, "muted"),) if right else ())
        return
    yield Line((Part(_INDENT + left),))
    yield from (Line((Part(_INDENT * 2 + line, "muted"),)) for line in wrapped(right, cells - 4))


def _section(section: TextSection, cells: int) -> Iterator[Line]:
    if section.title:
        yield Line((Part(_INDENT + safe_line(section.title), "figure"),))
    yield from _text(section.text, cells)


def _text(text: str, cells: int) -> Iterator[Line]:
    for paragraph in text.splitlines():
        yield from (Line((Part(_INDENT + line),)) for line in wrapped(safe_line(paragraph), cells - 2) or ("",))
