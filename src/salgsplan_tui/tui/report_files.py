"""Writing a report: to a file, as a mail draft, noted as issued, and opened in its usual program."""

import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from textual.message import Message

from salgsplan_tui.domain.errors import NotFoundError, NotWrittenError, PlannerError
from salgsplan_tui.domain.issued import ReportKind
from salgsplan_tui.domain.reports.issuing import Handed, issue, issue_of
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import _, speaking
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.reports.formats import FORMATS, Job, file_name, written
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.file_writing import FileWriting
from salgsplan_tui.tui.report_frame import ReportFrame
from salgsplan_tui.tui.toasts import tell_error
from salgsplan_tui.tui.usual_program import open_file, usual_program


class WrittenFile(NamedTuple):
    """A file that was written, and in which format."""

    path: Path
    form: str


class ReportFiles(ReportFrame, FileWriting):
    """The documents as files; dialogs are loaded when they are first opened."""

    @dataclass
    class NotOpened(Message):
        """A file was not opened, and why."""

        error: NotWrittenError

    def __init__(self) -> None:
        """Make the page; `set_up` gives it the plan."""
        super().__init__()
        self.written: dict[tuple[ReportKind, str], WrittenFile] = {}
        """The file that was written last of each document."""

    @property
    def file_name(self) -> str:
        """What the report's file is called, as the command line calls it too."""
        with speaking(self.choices.language):
            return file_name(self.kind, self.days[0], self.form)

    @property
    def written_here(self) -> WrittenFile | None:
        """The file that was written last of the document that is shown."""
        return self.written.get((self.kind, self.days[0]))

    def made(self) -> bytes:
        """Return the document.

        Raises:
            RefusedError: what writes the format is not installed.
        """
        with speaking(self.choices.language):
            return written(self.form, Job(self.document, self.plan.channels))

    # To a file

    def action_write(self, text: str = "", detail: str = "") -> None:
        """Ask where the report is to be written."""
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        dialog = AskWordsDialog(_("Write the report to which file?"), detail=detail, text=text or self.file_name)
        self.app.push_screen(dialog, self._write)

    def _write(self, typed: str | None) -> None:
        if typed is None:
            return
        ending = Path(typed).suffix.lower().lstrip(".")
        if ending in FORMATS:
            self.form = ending
        path = Path(_in_folder(typed, self.file_name)).expanduser()
        try:
            data = self.made()
        except PlannerError as error:  # the name is not what is wrong
            tell_error(self, error)
        else:
            self.put_file(path, data, self.action_write, self._has_written)

    def _has_written(self, path: Path) -> None:
        self.written[self.kind, self.days[0]] = WrittenFile(path, self.form)
        self.show_page()
        self.say(_("Written to {path}. o opens it, i notes it as issued.").format(path=safe_line(str(path))))

    def action_show_file(self) -> None:
        """Open the file that was written, in its usual program; without a desktop tell where it lies."""
        there = self.written_here
        if there is None:
            self.action_write(detail=_("Nothing was written of this document yet."))
            return
        path = there.path.resolve()
        try:
            if not path.exists():
                raise NotFoundError("no_file", path=path)
            command = usual_program(self.desk.session.opener(), self.desk.environment, sys.platform)
        except PlannerError as error:
            tell_error(self, error)
            return
        self.say(_("It lies in {path}.").format(path=safe_line(str(path))))
        if command:
            open_file(command, path, self.desk.environment, partial(self._not_opened, command[0], path))
        else:
            self.main.tell("no_desktop", path=path)

    def _not_opened(self, command: str, path: Path, reason: str) -> None:
        """Say from another thread why a file was not opened, as far as there are screens yet."""
        with suppress(RuntimeError):
            self.post_message(self.NotOpened(NotWrittenError("not_opened", command=command, path=path, reason=reason)))

    def on_report_files_not_opened(self, message: NotOpened) -> None:
        """Say why a file was not opened."""
        tell_error(self, message.error)

    # Handing on

    def action_mail(self, text: str = "") -> None:
        """Ask where the mail draft is to be written."""
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        names = ", ".join(each.name for each in self.recipients)
        detail = _("To: {names}").format(names=names or _("nobody; see recipients in settings.toml"))
        name = text or str(Path(self.file_name).with_suffix(".eml"))
        dialog = AskWordsDialog(_("Write the mail draft to which file?"), detail=detail, text=name)
        self.app.push_screen(dialog, self._mail)

    def _mail(self, typed: str | None) -> None:
        if typed is None:
            return
        from salgsplan_tui.reports.mail import Attachment, draft  # noqa: PLC0415

        path = Path(_in_folder(typed, str(Path(self.file_name).with_suffix(".eml")))).expanduser()
        try:
            data = self.made()
        except PlannerError as error:
            tell_error(self, error)
            return
        with speaking(self.choices.language):
            attachment = Attachment(self.file_name, FORMATS[self.form].media, data)
            mail = draft(self.page(self.document), self.recipients, attachment)
        self.put_file(path, mail, self.action_mail, partial(self._has_mailed, data))

    def _has_mailed(self, data: bytes, path: Path) -> None:
        self.written[self.kind, self.days[0]] = WrittenFile(path, self.form)
        self._remember(data, path.name)

    def action_issue(self) -> None:
        """Note the report as handed on."""
        try:
            data = self.made()
        except PlannerError as error:
            tell_error(self, error)
            return
        there = self.written_here
        self._remember(data, there.path.name if there is not None and there.form == self.form else None)

    def _remember(self, data: bytes, file: str | None) -> None:
        names = tuple(each.name for each in self.recipients)
        handed = Handed(self.document, data, self.form, self.choices.language, names, file)
        remembered = issue_of(handed, self.desk.session.new_id(), self.desk.clock.stamp())
        title = self.page(self.document).title
        edit = partial(issue, remembered=remembered, report=handed.report)
        self.post_message(Change(edit, Said("issued", {"title": title})))


def _in_folder(typed: str, name: str) -> str:
    """Return the file that is meant: in a folder that is there, one with the document's own name."""
    return str(Path(typed) / name) if Path(typed).expanduser().is_dir() else typed
