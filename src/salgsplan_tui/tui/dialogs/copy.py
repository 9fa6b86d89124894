"""Where to copy it: the words for a day copy the day shown, those for a week its whole week."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from salgsplan_tui.domain.copying import Copies, copies_of_day, copies_of_week
from salgsplan_tui.domain.dates import bucket_kind, bucket_span, week_key
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.free_time import Weeks
from salgsplan_tui.domain.holidays import holidays_on
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.formats import day_and_month
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.place_text import bucket_words, day_words
from salgsplan_tui.tui.dialogs.reading import ReadWhen
from salgsplan_tui.tui.dialogs.refusal import refusal
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar


@dataclass(frozen=True)
class CopyChoice:
    """Where the day or its whole week goes, and what goes there."""

    to: dt.date
    """The other day, or the first of the other week."""
    is_week: bool
    copies: Copies

    def again(self, plan: Plan, day: dt.date) -> Copies:
        """Return what is copied of a plan that may have changed since it was asked."""
        return (copies_of_week if self.is_week else copies_of_day)(plan, day, self.to)


class CopyDialog(PlannerModal[CopyChoice | None]):
    """Asks for a day or a week; Enter at once takes the next week."""

    CSS_PATH = "copy.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("copy"), priority=True, id="copy.take"),
        Binding("escape", "leave", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, day: dt.date, *, proposed: Placement, read_when: ReadWhen, weeks: Weeks) -> None:
        """Take the day to copy, itself or its week, where to at first, and how to read words and further weeks."""
        super().__init__()
        self._day, self._proposed = day, proposed
        self._read_when, self._weeks = read_when, weeks
        self._choice: CopyChoice | None = None

    def compose(self) -> ComposeResult:
        """Lay out the words and what they mean."""
        with Box().entitle(_("Copy to which day or week?")):
            yield Input(placeholder=_("week 9 · next week · fri 26.2"), compact=True)
            yield Static(id="echo")
            yield HintBar()

    def on_mount(self) -> None:
        """Propose where to."""
        self._understand("")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Say what the words mean."""
        self._understand(message.value)

    def _understand(self, typed: str) -> None:
        echo = self.query_one("#echo", Static)
        self._choice = None
        try:
            place = self._read_when(typed) if typed.strip() else self._proposed
        except NotUnderstoodError as error:
            echo.update(refusal(error, typed))
            return
        self._choice = self._chosen(place)
        if self._choice is None:
            echo.update(Content.styled(_("Name a day or a week."), "$text-error"))
        else:
            echo.update(Content("\n").join(self._echo(self._choice)))

    def _chosen(self, place: Placement) -> CopyChoice | None:
        if place.date is not None:
            plan = self._weeks([week_key(place.date)])
            return CopyChoice(place.date, is_week=False, copies=copies_of_day(plan, self._day, place.date))
        if place.bucket is None or bucket_kind(place.bucket) != "week":
            return None
        plan, to = self._weeks([place.bucket]), bucket_span(place.bucket).start
        return CopyChoice(to, is_week=True, copies=copies_of_week(plan, self._day, to))

    def _echo(self, choice: CopyChoice) -> Iterator[Content]:
        here, there = (
            (bucket_words(week_key(self._day)), bucket_words(week_key(choice.to)))
            if choice.is_week
            else (day_words(self._day), day_words(choice.to))
        )
        yield Content.assemble(here, (" → ", "bold $primary"), (there, "bold"))
        number = len(choice.copies.rows)
        yield Content(ngettext("{count} activity", "{count} activities", number).format(count=number))
        for day in choice.copies.days_off:
            left = sum(1 for row in choice.copies.left_out if choice.copies.moved(row.date) == day)
            words = ngettext("{count} left out on {day}", "{count} left out on {day}", left)
            told = words.format(count=left, day=self._day_off(day))
            yield Content.styled(f"! {told}", "$text-warning")

    def _day_off(self, day: dt.date) -> str:
        """Return a day and why it is off: «tor 25.3. · skjærtorsdag»."""
        leave = self._weeks([week_key(day)]).days_off.on(day)
        names = (day_and_month(day), labels.holiday_names(holidays_on(day)), labels.leave_names(leave))
        return " · ".join(name for name in names if name)

    def action_take(self) -> None:
        """Copy, where there is something to copy."""
        if self._choice is not None and self._choice.copies.rows:
            self.dismiss(self._choice)
        else:
            self.app.bell()

    def action_leave(self) -> None:
        """Copy nothing."""
        self.dismiss(None)
