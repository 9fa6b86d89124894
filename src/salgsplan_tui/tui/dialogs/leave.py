"""A day off: one key for today's kind of absence, or a few words for several days (chapter 4.14)."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from salgsplan_tui.domain.dates import Span, bucket_span, day_span, inclusive
from salgsplan_tui.domain.days_off import Half, Leave, Why
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.formats import long_date
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.choice_list import Choice, ChoiceList
from salgsplan_tui.tui.dialogs.place_text import day_words
from salgsplan_tui.tui.dialogs.reading import Read, ReadWhen
from salgsplan_tui.tui.dialogs.refusal import refusal
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar


@dataclass(frozen=True)
class Absence:
    """Why, and which half of each day; no reason at all is being at work."""

    kind: Why | None = "leave"
    half: Half | None = None


@dataclass(frozen=True)
class LeaveChoice:
    """The days, what they are to be, and what they are called."""

    span: Span
    absence: Absence
    title: str = ""


WHOLE: Final = Absence()
AT_WORK: Final = Absence(None)
_KINDS: Final = (
    (WHOLE, N_("off all day")),
    (Absence(half="morning"), N_("off in the morning")),
    (Absence(half="afternoon"), N_("off in the afternoon")),
    (Absence("ill"), N_("ill")),
    (Absence("closed"), N_("closed")),
)


class LeaveDialog(PlannerModal[LeaveChoice | None]):
    """Asks what a day is to be; with days typed below, all of those."""

    CSS_PATH = "leave.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", N_("several days"), id="leave.days"),
        Binding("escape", "leave", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, day: dt.date, now: tuple[Leave, ...], *, read: Read, read_when: ReadWhen) -> None:
        """Take the day, what it is now, and how to read words for days."""
        super().__init__()
        self._day, self._now = day, now
        self._read, self._read_when = read, read_when
        self._typed: tuple[Span, str] | None = None
        self._is_refused = False

    def compose(self) -> ComposeResult:
        """Lay out the kinds of absence, and a line for several days."""
        title = _("Day off: {date}").format(date=long_date(self._day))
        with Box().entitle(title, labels.leave_names(self._now)):
            yield ChoiceList(self._choices())
            yield Input(placeholder=_("… or several days: 12.–30.7 summer holiday"), compact=True)
            yield Static(id="echo")
            yield HintBar()

    def _choices(self) -> tuple[Choice[Absence], ...]:
        kinds = [Choice(absence, _(words)) for absence, words in _KINDS]
        return (*kinds, Choice(AT_WORK, _("at work after all"), "0")) if self._now else tuple(kinds)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Say which days the words mean."""
        text, echo = message.value, self.query_one("#echo", Static)
        self._typed, self._is_refused = None, False
        if not text.strip():
            echo.update("")
            return
        try:
            self._typed = self._days(text)
        except NotUnderstoodError as error:
            self._is_refused = True
            echo.update(refusal(error, text))
            return
        span, title = self._typed
        name = f" · {safe_line(title)}" if title else ""
        echo.update(Content.assemble(("→ ", "bold $primary"), (day_words(span.start, span.last), "bold"), name))

    def _days(self, text: str) -> tuple[Span, str]:
        """Return the days that words mean, and what they are called beside.

        Raises:
            NotUnderstoodError: they name no day; tells where.
        """
        try:
            return _span(text, self._read_when(text)), ""
        except NotUnderstoodError:
            activity = self._read(text).activity
        place = Placement(activity.date, bucket=activity.bucket, end_date=activity.end_date)
        return _span(text, place), activity.title

    def on_choice_list_picked(self, message: ChoiceList.Picked[Absence]) -> None:
        """Take this kind of absence, for the days that were typed or for the day itself."""
        if not self._is_refused:
            span, title = self._typed or (day_span(self._day), "")
            self.dismiss(LeaveChoice(span, message.value, title))

    def on_input_submitted(self) -> None:
        """Take the days that were typed, with the kind under the list's cursor."""
        kinds: ChoiceList[Absence] = self.query_one(ChoiceList)
        if self._typed is not None:
            self.dismiss(LeaveChoice(self._typed[0], kinds.chosen or WHOLE, self._typed[1]))

    def action_leave(self) -> None:
        """Leave the day as it is."""
        self.dismiss(None)


def _span(text: str, place: Placement) -> Span:
    if place.date is not None:
        return inclusive(place.date, place.end_date or place.date)
    if place.bucket is not None:
        return bucket_span(place.bucket)
    raise NotUnderstoodError("bad_date", at=(0, len(text)), what=text)
