"""`report issued`: what was handed on, when, to whom, and the mark by which a copy is known again."""

from salgsplan_tui.cli.call import Call
from salgsplan_tui.domain.issued import ReportIssue
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import short_date
from salgsplan_tui.language.report_names import report_name
from salgsplan_tui.language.safe import safe_line

_MARK = 12
"""So much of a digest tells documents apart."""


def show_issued(call: Call) -> None:
    """Print what was issued, the newest first."""
    call.session.need_issued()
    found = sorted(call.plan.issued.values(), key=lambda each: each.order, reverse=True)
    if call.options.json:
        call.print_json({"issued": [_document(each) for each in found]})
        return
    if not found:
        call.console.print(_("Nothing was issued yet."))
    for each in found:
        call.console.print(issued_line(each))


def issued_line(issue: ReportIssue) -> str:
    """Return one issued report as a line."""
    names = ", ".join(map(safe_line, issue.recipients)) or _("nobody")
    told = f"{short_date(issue.as_of)}  {report_name(issue.kind)} {safe_line(issue.period)}  {issue.format}  {names}"
    return f"{told}  {issue.digest[:_MARK]}"


def _document(issue: ReportIssue) -> dict[str, object]:
    return {
        "id": issue.id,
        "report": issue.kind,
        "period": issue.period,
        "as_of": issue.as_of.isoformat(),
        "issued": issue.issued.isoformat(),
        "language": issue.language,
        "format": issue.format,
        "file": issue.file,
        "recipients": list(issue.recipients),
        "left_out": list(issue.left_out),
        "sha256": issue.digest,
        "figures": dict(issue.figures),
    }
