"""What the keys of the programme open: the rows behind every figure, another plan, the table as a file."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.formats import week_name
from salgsplan_tui.tui.file_writing import FileWriting
from salgsplan_tui.tui.funnel_words import STEPS
from salgsplan_tui.tui.lines import Line, Target
from salgsplan_tui.tui.programme_frame import ProgrammeFrame
from salgsplan_tui.tui.programme_overview import EFFORTS, activity_line, effort_called, focus_title
from salgsplan_tui.tui.programme_page import ProgrammePage

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.figure_rows import DrawLines

_FORMATS: Final = ("html", "md", "csv")


class ProgrammeActions(ProgrammeFrame, FileWriting):
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
            self.show_plan(target.id)
        elif self.hide:
            self.main.tell("presentation_hides")
        elif target.kind == "advice":
            self.main.open_details(self.plan.activity(target.id))
        elif target.kind == "goal":
            self.open_goal(page, target.id)
        elif target.id.startswith("step:"):
            self._open_step(page, target.id.removeprefix("step:"))
        elif target.kind in {"strategy", "programme", "figure"}:
            self._open_rows(page, target)
        else:
            return False
        return True

    def open_goal(self, page: ProgrammePage, identity: str) -> None:
        """Show a goal with everything its figures were counted from."""
        from salgsplan_tui.tui.goal_card import goal_card_lines  # noqa: PLC0415

        goal = page.known.goals[identity].goal
        self._show_rows(goal.title, partial(goal_card_lines, page, goal), Target("goal", identity))

    def _open_step(self, page: ProgrammePage, step: str) -> None:
        """Show what was done of a step of the funnel, and what lies ahead."""
        from salgsplan_tui.tui.goal_card import step_lines  # noqa: PLC0415

        self._show_rows(_(STEPS[step]), partial(step_lines, page, step))

    def _open_rows(self, page: ProgrammePage, target: Target) -> None:
        title, rows = rows_behind(page, target)
        self._show_rows(title, partial(_lines_of, page, rows))

    def _show_rows(self, title: str, draw: "DrawLines", about: Target | None = None) -> None:
        from salgsplan_tui.tui.dialogs.figure_rows import FigureRowsDialog  # noqa: PLC0415

        self.app.push_screen(FigureRowsDialog(title, draw, about), self.open_row)

    def open_row(self, target: Target | None) -> None:
        """Open what was chosen among the rows behind a figure."""
        if target is not None and target.kind == "activity":
            self.main.open_details(self.plan.activity(target.id))

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


def rows_behind(page: ProgrammePage, target: Target) -> tuple[str, tuple[Activity, ...]]:
    """Return the name of a figure, and the activities it was counted from."""
    plan, known = page.sales_plan, page.known
    if target.kind == "strategy":
        title = next(each.title for each in plan.strategies if each.id == target.id)
        return page.name(title), known.by_strategy[target.id].rows
    if target.kind == "programme":
        title = next(each.title for each in plan.programmes if each.id == target.id)
        return page.name(title), known.by_programme[target.id].rows
    kind, _colon, rest = target.id.partition(":")
    if kind == "week":
        week = next(each for each in known.fit.weeks if each.week == rest)
        return week_name(rest), week.rows
    if kind == "focus":
        return focus_title(page, rest), known.by_focus_area[rest].rows
    if kind in EFFORTS:
        return _(EFFORTS[kind]), effort_called(known.directed, kind).rows
    return _("without an activity programme"), known.by_programme[None].rows


def _lines_of(page: ProgrammePage, rows: tuple[Activity, ...], cells: int) -> Iterator[Line]:
    return (activity_line(page, row, cells) for row in rows)
