"""The report view: the documents for the leader, previewed, written, mailed and remembered (chapter 6.7)."""

from functools import partial
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from salgsplan_tui.domain.errors import PlannerError, RefusedError
from salgsplan_tui.domain.reports.issuing import Handed, issue, issue_of
from salgsplan_tui.domain.reports.summary import set_summary, summary_of
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _, speaking
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.reports.formats import FORMATS, Job, file_name, written
from salgsplan_tui.tui.activity_actions import ActivityActions
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.report_frame import ReportFrame
from salgsplan_tui.tui.report_lines import issued_details
from salgsplan_tui.tui.toasts import tell_error

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.record_form import RecordResult

_OF_ACTIVITIES: Final = frozenset(str(each.id) for each in ActivityActions.BINDINGS if isinstance(each, Binding))
_ACTIONS: Final = frozenset(
    each.action.partition("(")[0] for each in ActivityActions.BINDINGS if isinstance(each, Binding)
)
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


class ReportView(ReportFrame):
    """One document at a time; dialogs are loaded when they are first opened."""

    without = (_OF_ACTIVITIES - {"activity.open"}) | {"plan.ill"}
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
        self.written: Path | None = None
        """The file that was written last."""

    @property
    def main(self) -> ActivityActions:
        """The screen that this view is a page of.

        Raises:
            TypeError: it is on another one.
        """
        if not isinstance(self.screen, ActivityActions):
            raise TypeError(self.screen)
        return self.screen

    @property
    def desk(self) -> Desk:
        """The desk that the screen works with."""
        return self.main.desk

    def allows(self, action: str) -> bool:
        """Leave out the keys that act on activities."""
        return action == "open" or action not in _ACTIONS | {"ill"}

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

    # Files

    @property
    def file_name(self) -> str:
        """What the report's file is called, as the command line calls it too."""
        with speaking(self.choices.language):
            return file_name(self.kind, self.days[0], self.form)

    def made(self) -> bytes:
        """Return the document.

        Raises:
            RefusedError: what writes the format is not installed.
        """
        with speaking(self.choices.language):
            return written(self.form, Job(self.document, self.plan.channels))

    def action_write(self, text: str = "") -> None:
        """Ask where the report is to be written."""
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        dialog = AskWordsDialog(_("Write the report to which file?"), text=text or self.file_name)
        self.app.push_screen(dialog, self._write)

    def _write(self, typed: str | None) -> None:
        if typed is None:
            return
        ending = Path(typed).suffix.lower().lstrip(".")
        if ending in FORMATS:
            self.form = ending
        self._put(Path(typed).expanduser(), over=False)

    def _put(self, path: Path, *, over: bool) -> None:
        try:
            self.desk.session.put_out(path, self.made(), over=over)
        except RefusedError as error:
            if error.key != "file_there":
                tell_error(self, error)
                return
            self._ask_over(path)
        except PlannerError as error:
            tell_error(self, error)
            self.action_write(str(path))
        else:
            self.written = path
            self.show_page()
            self.say(_("Written to {path}. o opens it, i notes it as issued.").format(path=safe_line(str(path))))

    def _ask_over(self, path: Path) -> None:
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        choices = (Choice("over", _("write over it")), Choice("name", _("give another name")))
        dialog = ChooseDialog(_("The file is there already"), choices, detail=str(path))
        self.app.push_screen(dialog, partial(self._take_over, path))

    def _take_over(self, path: Path, answer: str | None) -> None:
        if answer == "over":
            self._put(path, over=True)
        elif answer == "name":
            self.action_write(str(path))

    def action_show_file(self) -> None:
        """Open the file that was written, in its usual program; without a desktop tell where it lies."""
        if self.written is None:
            self.action_write()
            return
        path = self.written.resolve()
        if any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WINDIR", "Apple_PubSub_Socket_Render")):
            self.app.open_url(path.as_uri())
        self.say(_("It lies in {path}.").format(path=safe_line(str(path))))

    # Handing on

    def action_mail(self, text: str = "") -> None:
        """Ask where the mail draft is to be written."""
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        names = ", ".join(each.name for each in self.recipients)
        detail = _("To: {names}").format(names=names or _("nobody; see recipients in settings.toml"))
        name = text or str(Path(self.file_name).with_suffix(".eml"))
        self.app.push_screen(
            AskWordsDialog(_("Write the mail draft to which file?"), detail=detail, text=name), self._mail
        )

    def _mail(self, typed: str | None) -> None:
        if typed is None:
            return
        from salgsplan_tui.reports.mail import Attachment, draft  # noqa: PLC0415

        path = Path(typed).expanduser()
        try:
            data = self.made()
            attachment = Attachment(self.file_name, FORMATS[self.form].media, data)
            with speaking(self.choices.language):
                mail = draft(self.page(self.document), self.recipients, attachment)
            self.desk.session.put_out(path, mail)
        except PlannerError as error:
            tell_error(self, error)
            self.action_mail(typed)
        else:
            self.written = path
            self._remember(data, path.name)

    def action_issue(self) -> None:
        """Note the report as handed on."""
        try:
            data = self.made()
        except PlannerError as error:
            tell_error(self, error)
            return
        self._remember(data, None if self.written is None else self.written.name)

    def _remember(self, data: bytes, file: str | None) -> None:
        names = tuple(each.name for each in self.recipients)
        handed = Handed(self.document, data, self.form, self.choices.language, names, file)
        remembered = issue_of(handed, self.desk.session.new_id(), self.desk.clock.stamp())
        title = self.page(self.document).title
        edit = partial(issue, remembered=remembered, report=handed.report)
        self.post_message(Change(edit, Said("issued", {"title": title})))

    # The seller's own words

    def action_summary(self, typed: str = "") -> None:
        """Write the summary of the quarter or the year in your own sentences; it is kept in the programme."""
        from salgsplan_tui.tui.dialogs.record_fields import RecordField  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415

        if self.kind not in {"quarter", "year"} or self.programme is None:
            self.say(_("A summary belongs to the report of a quarter or a year, and is kept in its programme."))
            return
        text = typed or "\n".join(summary_of(self.programme, self.days[0]))
        field = RecordField("summary", N_("Five sentences"), is_long=True)
        self.app.push_screen(RecordForm(_("Summary"), (field,), {"summary": text}), self._take_summary)

    def _take_summary(self, result: "RecordResult | None") -> None:
        if result is None or not result.saved or self.programme is None:
            return
        text = str(result.values.get("summary") or "")
        sentences = tuple(line.strip() for line in text.splitlines() if line.strip())
        edit = partial(
            set_summary,
            programme=self.programme.id,
            period=self.days[0],
            sentences=sentences,
            at=self.desk.clock.stamp(),
        )
        again = partial(self.action_summary, text)
        self.post_message(Change(edit, Said("edited", {"title": _("Summary")}), otherwise=again))
