"""What the law's rules for contacting people say of a row, with where they stand (chapter 7.6)."""

import datetime as dt
from collections.abc import Iterator

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.contact_checks import Finding, findings_of, reminders_of
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import _, language
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.details_lines import Field


def rule_fields(plan: Plan, activity: Activity, now: dt.datetime) -> Iterator[Field]:
    """Yield who may not be contacted so, what would lift it, and what to keep in mind; only of an open row."""
    if not activity.is_open:
        return
    label = _("Rules")
    for finding in findings_of(plan, activity, now):
        yield Field(label, _words(finding), "$error" if finding.is_block else "$warning")
        label = ""
    for note in reminders_of(plan, activity, now):
        yield Field(label, note.says[language()], "$foreground-muted")
        label = ""
    if not label:
        yield Field("", _("Guidance only: check against Lovdata and Forbrukertilsynet."), "$foreground-muted")


def _words(finding: Finding) -> str:
    words = f"{labels.finding_words(finding)} ({finding.rule.source})"
    if finding.is_block and finding.rule.lift is not None:
        return _("{what}. Allowed only if {lift}.").format(what=words, lift=finding.rule.lift[language()])
    return words
