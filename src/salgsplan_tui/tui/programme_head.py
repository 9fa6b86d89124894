"""The two lines over the programme: what plan it is, and its sheets."""

from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import date_range
from salgsplan_tui.language.plan_names import plan_kind_name, plan_status_name
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.programme_page import SHEET_NAMES, ProgrammePage, Sheet

_HERE = "›"  # a sign beside the colour


def head_lines(
    page: ProgrammePage | None, sheet: Sheet, shown: SalesPlan | None, *, is_reading: bool
) -> tuple[Line, Line]:
    """Return title, kind, period and status; and the names of the sheets."""
    return _title(page, shown, is_reading=is_reading), _sheets(sheet)


def _title(page: ProgrammePage | None, shown: SalesPlan | None, *, is_reading: bool) -> Line:
    if is_reading or shown is None:
        words = _("reading the programme …") if is_reading else _("no programme")
        return Line((Part(" " + _("Market programme") + " ", "figure"), Part(words, "muted")))
    title = page.name(shown.title) if page is not None else ""
    kind = plan_kind_name(shown.kind).partition(" (")[0]
    right = f"{date_range(shown.start, shown.end)} · {plan_status_name(shown.status)} "
    return Line((Part(f" {title}", "figure"), Part(f" · {kind}", "muted")), (Part(right),))


def _sheets(sheet: Sheet) -> Line:
    parts = []
    for code, name in SHEET_NAMES.items():
        is_here = code == sheet
        parts.append(Part(f" {_HERE if is_here else ' '}{_(name)} ", "figure" if is_here else "muted"))
    return Line(tuple(parts))
