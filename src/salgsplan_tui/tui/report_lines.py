"""The report's view as lines: the document as it will be, what is kept back from it, and what was issued."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from salgsplan_tui.domain.issued import ReportIssue, ReportKind
from salgsplan_tui.domain.reports.privacy import Names
from salgsplan_tui.domain.reports.table import KINDS
from salgsplan_tui.language import N_, Language, _
from salgsplan_tui.language.formats import short_date
from salgsplan_tui.language.report_names import report_name
from salgsplan_tui.language.safe import safe_line, width
from salgsplan_tui.reports.page import Page
from salgsplan_tui.reports.report_txt import section_lines
from salgsplan_tui.tui.labels import HIDDEN
from salgsplan_tui.tui.lines import Line, Part, Target

_TOLD: Mapping[Names, str] = {
    "contacts": N_("contacts by name"),
    "firms": N_("firms by name"),
    "classes": N_("customers by class only"),
}
_LANGUAGES: Mapping[Language, str] = {"nb": N_("Norwegian"), "en": N_("English")}
_IN, _OUT = "✓", "–"
_MARK = 12


class Shown(NamedTuple):
    """What the view has been set to."""

    kind: ReportKind
    form: str
    language: Language
    names: Names
    wages: bool
    left_out: frozenset[str]


def head_lines(shown: Shown, title: str, cells: int) -> Iterator[Line]:
    """Yield the document's name with its format and language, and under it all documents, apart as far as they can."""
    told = f"{shown.form} · {_(_LANGUAGES[shown.language])} "
    yield Line((Part(f" {safe_line(title)}", "figure"),), (Part(told, "sign"),))
    names = {kind: report_name(kind) for kind in KINDS}
    apart = " " if sum(width(name) + 2 for name in names.values()) <= cells else ""
    yield Line(tuple(Part(f" {name}{apart}", "now" if kind == shown.kind else "muted") for kind, name in names.items()))


def preview_lines(whole: Page, shown: Shown, cells: int, out: str, *, hide: bool) -> Iterator[Line]:
    """Yield the document section by section; what is left out is a heading only, and `out`, which says so."""
    for section in whole.sections:
        is_out = section.code in shown.left_out
        target = Target("section", section.code)
        mark = Part(f" {_OUT if is_out else _IN} ", "muted" if is_out else "sign")
        title = Part(f"{section.number}. {section.title}", "done" if is_out else "heading")
        yield Line((mark, title), (Part(f"{out}  ", "muted"),) if is_out else (), target)
        if not is_out and not hide:
            yield from (Line((Part(f"   {line}"),)) for line in section_lines(section, max(20, cells - 5)))
    yield Line()
    yield from (Line((Part(f" {note}", "muted"),)) for note in whole.notes)


def panel_lines(page: Page, shown: Shown, recipients: Iterable[str], last: ReportIssue | None) -> Iterator[Line]:
    """Yield to whom it goes, what is told and what is kept back, and when it was issued last."""
    yield Line((Part(_("to"), "heading"),))
    names = list(recipients)
    for name in names or [_("nobody; see recipients in settings.toml")]:
        yield Line((Part(f" {safe_line(name)}", "text" if names else "muted"),))
    yield Line((Part(_("told"), "heading"),))
    yield Line((Part(f" {_(_TOLD[shown.names])}"),))
    if shown.kind in {"quarter", "year"}:
        wages = _("with wages") if shown.wages else _("without wages")
        yield Line((Part(f" {wages}"),))
    yield Line((Part(_("kept back"), "heading"),))
    notes = page.notes[:-1]
    for note in notes or [_("nothing")]:
        yield Line((Part(f" {note}", "text" if notes else "muted"),))
    yield Line((Part(_("issued last"), "heading"),))
    never = _("never")
    yield Line((Part(f" {issued_words(last)}") if last else Part(f" {never}", "muted"),))


def issued_lines(issued: Iterable[ReportIssue], *, hide: bool) -> Iterator[Line]:
    """Yield what was issued, the newest first."""
    found = sorted(issued, key=lambda each: each.order, reverse=True)
    if not found:
        yield Line((Part(f" {_('Nothing was issued yet.')}", "muted"),))
    for each in found:
        told = f" {short_date(each.as_of)}  {report_name(each.kind)} {safe_line(each.period)}  {each.format}"
        mark = Part(f"{each.digest[:_MARK]} ", "muted")
        yield Line(
            (Part(told), Part(f"  {HIDDEN if hide else _names(each)}", "title")), (mark,), Target("issued", each.id)
        )


def issued_words(issue: ReportIssue) -> str:
    """Return when and to whom a report was issued."""
    return _("{date} to {names}").format(date=short_date(issue.as_of), names=_names(issue))


def issued_details(issue: ReportIssue) -> str:
    """Return everything that is remembered of a report that was issued."""
    lines = [
        f"{report_name(issue.kind)} {safe_line(issue.period)} · {issued_words(issue)}",
        f"{issue.format} · {_(_LANGUAGES[issue.language])} · {safe_line(issue.file or '')}".rstrip(" ·"),
        f"SHA-256 {issue.digest}",
    ]
    return "\n".join(lines)


def _names(issue: ReportIssue) -> str:
    return ", ".join(map(safe_line, issue.recipients)) or _("nobody")
