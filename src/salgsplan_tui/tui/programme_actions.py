"""What the keys of the programme open: the rows behind every figure, another plan, the table as a file."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.figure_opening import FigureOpening
from salgsplan_tui.tui.file_writing import FileWriting
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.programme_frame import ProgrammeFrame
from salgsplan_tui.tui.programme_page import SHEETS

if TYPE_CHECKING:
    from salgsplan_tui.tui.behind import Behind

_FORMATS: Final = ("html", "md", "csv")


class ProgrammeActions(ProgrammeFrame, FileWriting, FigureOpening):
    """A programme whose lines can be opened; dialogs are loaded when they are first opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "export", N_("write the table to a file"), show=False, id="programme.export"),
    ]

    def open_target(self) -> bool:
        """Open what is behind the line under the cursor, where that is no activity."""
        page, target = self.page, self.target
        if page is None or target is None or target.kind == "activity":
            return False
        if target.kind == "plan":
            self.sheet = "overview"
            if self.is_in_panel:
                self.take_focus()
            self.show_plan(target.id)
        elif self.hide:
            self.main.tell("presentation_hides")
        elif target.kind == "advice":
            self.main.open_details(self.plan.activity(target.id))
        else:
            return self.open_behind(target)
        return True

    def behind(self, target: Target) -> "Behind | None":
        """Return what a line stands for was counted from."""
        from salgsplan_tui.tui.programme_rows import rows_behind  # noqa: PLC0415

        page = self.page
        return None if page is None else rows_behind(page, target)

    def open_found(self, identity: str) -> None:
        """Stand on a figure, whichever sheet it is on, and open it: "m1", "step:attempts"."""
        target = Target("goal" if ":" not in identity else "figure", identity)
        for sheet in SHEETS:
            self.show_sheet(sheet)
            if any(line.target == target for line in self.lines.lines):
                self.lines.go_to(target)
                self.open_target()
                return

    # The table as a file

    def action_export(self, text: str = "") -> None:
        """Ask where the seven-column table is to be written."""
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        shown = self.sales_plan
        if shown is None or self.page is None:
            return
        detail = _("The ending tells the format: .html for paper, .md, or .csv for a spreadsheet.")
        dialog = AskWordsDialog(_("Write the table to which file?"), detail=detail, text=text or f"{shown.id}.html")
        self.app.push_screen(dialog, self._write_table)

    def _write_table(self, typed: str | None) -> None:
        page = self.page
        if typed is None or page is None:
            return
        from salgsplan_tui.reports import programme_formats  # noqa: PLC0415
        from salgsplan_tui.reports.programme_page import ProgrammePage as PrintedPage  # noqa: PLC0415

        ending = Path(typed).suffix.lower().lstrip(".")
        if ending not in _FORMATS:
            self.main.tell("unknown_ending", path=typed, endings=tuple(f".{each}" for each in _FORMATS))
            self.action_export(typed)
            return
        writers = {"md": programme_formats.programme_md, "csv": programme_formats.programme_csv}
        text = writers.get(ending, programme_formats.programme_html)(PrintedPage(page.basis))
        self.put_file(Path(typed).expanduser(), text, self.action_export)
