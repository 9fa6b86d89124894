"""The report view: the documents for the leader, previewed, written, mailed and remembered (chapter 6.7)."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from salgsplan_tui.domain.reports.summary import set_summary, summary_of
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _, speaking
from salgsplan_tui.reports.formats import FORMATS
from salgsplan_tui.reports.summary_words import proposed_sentences
from salgsplan_tui.tui.activity_actions import KEYS_OF_ACTIVITIES
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.report_files import ReportFiles
from salgsplan_tui.tui.report_lines import issued_details

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.record_form import RecordResult

_SEEN_IN: Final = {
    "key": "programme",
    "goals": "programme",
    "funnel": "programme",
    "strategies": "programme",
    "activities": "programme",
    "plan": "week",
    "must_dos": "week",
    "last_week": "week",
    "calendar": "timetable",
    "commitments": "timetable",
    "customers": "customers",
    "loyalty": "customers",
    "service": "service",
    "improvements": "service",
    "offers": "money",
    "cost": "money",
    "budget": "money",
    "result": "money",
    "channels": "money",
    "profit": "money",
    "market": "money",
    "sale": "money",
    "wins": "money",
}
"""The views in which what a section tells of is planned and changed."""


class ReportView(ReportFiles):
    """One document at a time; dialogs are loaded when they are first opened."""

    without = frozenset(KEYS_OF_ACTIVITIES) | {"plan.ill"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "format", N_("format"), id="report.format"),
        Binding("w", "write", N_("write"), id="report.write"),
        Binding("m", "mail", N_("mail draft"), id="report.mail"),
        Binding("i", "issue", N_("note as issued"), show=False, id="report.issue"),
        Binding("o", "show_file", N_("open what was written"), show=False, id="report.open"),
        Binding("e", "summary", N_("your own summary"), show=False, id="report.summary"),
    ]

    def __init__(self) -> None:
        """Make the page; `set_up` gives it the plan."""
        super().__init__()
        self._typed: dict[str, str] = {}
        """What was typed of the summaries of periods, and not saved."""

    def allows(self, action: str) -> bool:
        """Leave out the keys that act on activities."""
        return action not in {*KEYS_OF_ACTIVITIES.values(), "ill"}

    def open_target(self) -> bool:
        """Open the view that a section is told from, or everything about a report that was issued."""
        target = self.target
        if target is None:
            return False
        if target.kind == "issued" and self.hide:
            self.main.tell("presentation_hides")
        elif target.kind == "issued":
            self.notify(issued_details(self.plan.issued[target.id]), timeout=12, markup=False)
        elif target.id in _SEEN_IN:
            self.post_message(self.Wanted(self.days[1].start, view=_SEEN_IN[target.id]))
        return True

    # Format

    def action_format(self) -> None:
        """Choose how the report is written."""
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        names = {
            "md": _("Markdown"),
            "txt": _("plain text"),
            "html": _("a page for the browser and A4"),
            "pdf": _("PDF, A4"),
            "csv": _("a table for the spreadsheet"),
            "xlsx": _("a workbook"),
            "json": _("for other programs, and for the leader's team report"),
        }
        choices = tuple(Choice(form, form, detail=names[form]) for form in FORMATS)
        self.app.push_screen(ChooseDialog(_("How shall it be written?"), choices), self._take_format)

    def _take_format(self, form: str | None) -> None:
        if form is not None:
            self.form = form
            self.show_page()

    # The seller's own words

    def action_summary(self, typed: str = "") -> None:
        """Write the summary of the quarter or the year in your own sentences; it is kept in the programme."""
        from salgsplan_tui.tui.dialogs.record_fields import RecordField  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415

        if self.kind not in {"quarter", "year"} or self.programme is None:
            self.say(_("A summary belongs to the report of a quarter or a year, and is kept in its programme."))
            return
        text = typed or self._typed.get(self.days[0]) or "\n".join(self._sentences())
        field = RecordField("summary", N_("Five sentences"), is_long=True)
        form = RecordForm(_("Summary, a sentence a line; empty tells the facts"), (field,), {"summary": text})
        self.app.push_screen(form, self._take_summary)

    def _sentences(self) -> tuple[str, ...]:
        """Return the seller's own sentences, else those that the facts make, in the report's language."""
        own = summary_of(self.programme, self.days[0])
        if own:
            return own
        with speaking(self.choices.language):
            return proposed_sentences(self.whole, self.plan.channels)

    def _take_summary(self, result: "RecordResult | None") -> None:
        period = self.days[0]
        if result is not None and not result.saved:
            self._typed[period] = result.texts.get("summary", "")
        if result is None or not result.saved or self.programme is None:
            return
        self._typed.pop(period, None)
        text = str(result.values.get("summary") or "")
        sentences = tuple(line.strip() for line in text.splitlines() if line.strip())
        edit = partial(
            set_summary,
            programme=self.programme.id,
            period=period,
            sentences=sentences,
            at=self.desk.clock.stamp(),
        )
        again = partial(self.action_summary, text)
        self.post_message(Change(edit, Said("edited", {"title": _("Summary")}), otherwise=again))
