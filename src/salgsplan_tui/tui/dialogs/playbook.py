"""A chain of activities around one date: which, when, and what it comes to before it is planned."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.holidays import holidays_on, is_workday
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.playbook import Playbook
from salgsplan_tui.domain.playbooks import Run, rows_of
from salgsplan_tui.language import N_, _, language, ngettext
from salgsplan_tui.language.formats import day_and_month, week_name
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.choice_list import Choice, ChoiceList
from salgsplan_tui.tui.dialogs.reading import ReadWhen
from salgsplan_tui.tui.dialogs.refusal import refusal
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar


@dataclass(frozen=True)
class PlaybookChoice:
    """Which playbook, and around which date."""

    playbook: Playbook
    date: dt.date


class PlaybookDialog(PlannerModal[PlaybookChoice | None]):
    """Asks for a playbook and its date; the rows it comes to are shown before they are planned."""

    CSS_PATH = "playbook.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("plan all of it"), priority=True, id="playbook.take"),
        Binding("escape", "leave", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, plan: Plan, playbooks: Sequence[Playbook], *, read_when: ReadWhen) -> None:
        """Take the playbooks, and how to read a date."""
        super().__init__()
        self._plan, self._playbooks, self._read_when = plan, tuple(playbooks), read_when
        self._playbook: Playbook | None = None
        self._date: dt.date | None = None

    def compose(self) -> ComposeResult:
        """Lay out the playbooks; the date and the rows come in their place."""
        with Box().entitle(_("Which playbook?")):
            yield ChoiceList([Choice(each, each.name(language()), detail=_steps(each)) for each in self._playbooks])
            yield Input(placeholder=_("10.3 · fri · in 6 weeks"), compact=True)
            yield Static(id="rows")
            yield HintBar()

    def on_mount(self) -> None:
        """Begin with the choice."""
        self.query_one(Input).display = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Enter to the list until a playbook is chosen."""
        del parameters
        return action != "take" or self._playbook is not None

    def on_choice_list_picked(self, message: ChoiceList.Picked[Playbook]) -> None:
        """Go on to the date."""
        self._playbook = message.value
        self.query_one(ChoiceList).display = False
        self.query_one(Box).entitle(message.value.name(language()))
        field = self.query_one(Input)
        field.display = True
        field.focus()
        self.refresh_bindings()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show what it comes to."""
        shown = self.query_one("#rows", Static)
        self._date = None
        if not message.value.strip():
            shown.update("")
            return
        try:
            self._date = self._read_when(message.value).date
        except NotUnderstoodError as error:
            shown.update(refusal(error, message.value))
            return
        shown.update(Content("\n").join(self._lines()))

    def _lines(self) -> Iterator[Content]:
        if self._playbook is None or self._date is None:
            yield Content.styled(_("Write a day."), "$text-warning")
            return
        ids = tuple(f"x{number}" for number in range(len(self._playbook.steps) + 1))
        for row in rows_of(Run(self._playbook, self._date, ids, language()), self._plan):
            yield self._line(row)

    def _line(self, row: Activity) -> Content:
        day = row.date or dt.date.min
        note = labels.holiday_names(holidays_on(day)) or ("" if is_workday(day, self._plan.days_off) else _("day off"))
        when = f"{day_and_month(day):<11} {week_name(week_key(day)):<8} "
        title = f"{labels.sign(self._plan, row)} {safe_line(row.title)}"
        return Content.assemble((when, "$foreground-muted"), title, (f"  ! {note}" if note else "", "$text-warning"))

    def on_input_submitted(self) -> None:
        """Plan it."""
        self.action_take()

    def action_take(self) -> None:
        """Give back what was chosen, where the date is understood."""
        if self._playbook is not None and self._date is not None:
            self.dismiss(PlaybookChoice(self._playbook, self._date))

    def action_leave(self) -> None:
        """Plan nothing."""
        self.dismiss(None)


def _steps(playbook: Playbook) -> str:
    return ngettext("{count} step", "{count} steps", len(playbook.steps)).format(count=len(playbook.steps))
