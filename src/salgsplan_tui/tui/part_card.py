"""A part of a plan in full: every field that says something, and which plan it stands in (chapter 3.2)."""

from collections.abc import Iterator, Mapping

from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.plan_parts import FocusArea, MarketShareTarget
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import amount_exact, date_range, percent
from salgsplan_tui.language.plan_names import plan_kind_name
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.customer_panel import wrapped
from salgsplan_tui.tui.dialogs.record_fields import RecordField
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.money_table import fact, heading, hint
from salgsplan_tui.tui.part_fields import FORMS, part_texts
from salgsplan_tui.tui.plan_readers import PlanReader
from salgsplan_tui.tui.terms import COMES_TO, FIRST, TIMES, Term, term_lines

_HUNDRED = 100


def part_card_lines(reader: PlanReader, shown: SalesPlan, part: Value, cells: int) -> Iterator[Line]:
    """Yield the fields of a part as its form has them, and the plan that tells it."""
    texts = part_texts(part, shown)
    for each in FORMS[type(part)](reader, shown):
        yield from _field(each, texts, cells)
    if isinstance(part, MarketShareTarget):
        yield from market_terms(part)
    elif isinstance(part, FocusArea):
        place, all_of_them = shown.focus_areas.index(part) + 1, len(shown.focus_areas)
        words = _("{count} of {all}").format(count=place, all=all_of_them)
        yield fact(_("place among the focus areas"), words)
    yield from source_lines(shown)


def _field(field: RecordField, texts: Mapping[str, str], cells: int) -> Iterator[Line]:
    text = texts.get(field.name, "")
    if field.options is not None:
        text = dict(field.options).get(text, text)
    if text and len(text) + len(_(field.label)) + 4 <= cells and not field.is_long:
        yield fact(_(field.label), safe_line(text))
    elif text:
        yield heading(_(field.label))
        yield from (Line((Part(f" {each}"),)) for each in wrapped(safe_line(text), cells - 2))


def market_terms(market: MarketShareTarget) -> Iterator[Line]:
    """Yield how market, share and value hang together: of three figures the one that is not told follows."""
    total, share, value = market.whole
    if total is not None and share is not None and value is not None:
        yield from term_lines(
            Term(FIRST, _("the whole market"), amount_exact(round(total))),
            Term(TIMES, _("expected share"), percent(share * _HUNDRED, 2)),
            Term(COMES_TO, _("the value of the share"), amount_exact(round(value))),
        )


def source_lines(plan: SalesPlan) -> Iterator[Line]:
    """Yield which plan it stands in, and whether it can be changed from here."""
    yield heading(_("where it stands"))
    kind = plan_kind_name(plan.kind)
    words = (kind.partition(" (")[0], date_range(plan.start, plan.end))
    left = (Part(f" {safe_line(plan.title) or kind}", "title"), Part(f"  {' · '.join(words)}", "muted"))
    yield Line(left, target=Target("plan", plan.id))
    yield hint(_("The plan is only shown here: whoever owns it changes it.") if plan.read_only else _("e edits it."))
