"""A line of quick add with what is understood of it under it while it is typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.quick_add import Candidate, Doubt, Reading
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.dialogs.chip_words import understood
from salgsplan_tui.tui.dialogs.choice_list import Choice
from salgsplan_tui.tui.dialogs.choose import ChooseDialog
from salgsplan_tui.tui.dialogs.doubts import doubt_choices, doubt_question, settled
from salgsplan_tui.tui.dialogs.reading import Read
from salgsplan_tui.tui.dialogs.refusal import Pointer, refusal
from salgsplan_tui.tui.dialogs.suggestions import Suggestion, suggestion

_MANY: Final = 9


_TAB: Final = Binding("tab", "complete", N_("take the name"), show=False, id="line.complete")


class QuickLine(Vertical):
    """Reads as it is typed; Enter takes what is understood, asks where it is in doubt, and keeps what is refused."""

    DEFAULT_CSS = """
    QuickLine { height: auto; }
    QuickLine Input { background: $surface; }
    QuickLine #below { height: auto; max-height: 6; min-height: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [_TAB]

    @dataclass
    class Taken(Message):
        """The line was taken as it was understood; None for an empty line."""

        text: str
        reading: Reading | None

    def __init__(self, read: Read, plan: Plan, text: str = "", *, may_be_empty: bool = False) -> None:
        """Take how to read, the names to suggest from, and the text to begin with."""
        super().__init__()
        self._read, self._plan, self._first_text = read, plan, text
        self._may_be_empty = may_be_empty
        self._pointer = Pointer()
        self._reading: Reading | None = None
        self._error: NotUnderstoodError | None = None
        self._suggestion: Suggestion | None = None

    def compose(self) -> ComposeResult:
        """Lay out the line and what is understood."""
        yield Input(
            self._first_text,
            placeholder=_("call Kari fri 10:00 30m"),
            highlighter=self._pointer,
            select_on_focus=False,
            compact=True,
        )
        yield Static(id="below")

    @property
    def text(self) -> str:
        """What is typed."""
        return self.query_one(Input).value

    @text.setter
    def text(self, text: str) -> None:
        field = self.query_one(Input)
        field.value = text
        field.action_end()
        self._understand()

    def focus_line(self) -> None:
        """Give the keys to the line."""
        self.query_one(Input).focus()

    def on_mount(self) -> None:
        """Read the text to begin with."""
        self._understand()

    def on_resize(self, _event: events.Resize) -> None:
        """Point again: the place depends on the room."""
        self._show()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Read what was typed."""
        message.stop()
        self._understand()

    def _understand(self) -> None:
        text = self.text
        self._reading = self._error = None
        if text.strip():
            try:
                self._reading = self._read(text)
            except NotUnderstoodError as error:
                self._error = error
        self._pointer.at = self._error.at if self._error else None
        self._suggestion = suggestion(text, self.query_one(Input).cursor_position, self._plan)
        self._show()

    def _show(self) -> None:
        field = self.query_one(Input)
        field.refresh()
        if self._error is not None:
            below = refusal(self._error, self.text, field.content_size.width)
        else:
            below = (
                Content("")
                if self._reading is None
                else understood(self._plan, self._reading, field.content_size.width)
            )
        if self._suggestion is not None:
            key = self.app.get_key_display(_TAB)
            tab = Content.assemble(
                (f"{key} ", "bold $primary"), (safe_line(self._suggestion.words), "$foreground-muted")
            )
            below = Content("\n").join([tab, below])
        self.query_one("#below", Static).update(below)

    def action_complete(self) -> None:
        """Take the name that is suggested; with none, go on to the next field."""
        if self._suggestion is None:
            self.screen.focus_next()
            return
        self.text = self._suggestion.text

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take the line."""
        message.stop()
        self.take()

    def take(self) -> None:
        """Take the line as it is understood, ask where it is in doubt, or point out what is refused."""
        if self._error is not None:
            self._ask_who(self._error)
        elif self._reading is not None:
            self._settle(self._reading)
        elif self._may_be_empty:
            self.post_message(self.Taken("", None))

    def _settle(self, reading: Reading) -> None:
        if reading.is_forbidden:  # the sentence stands under the line already
            self.app.bell()
            return
        if not reading.doubts:
            self.post_message(self.Taken(self.text, reading))
            return
        doubt = reading.doubts[0]
        dialog = ChooseDialog(doubt_question(doubt), doubt_choices(reading, doubt))
        self.app.push_screen(dialog, partial(self._decide, reading, doubt))

    def _decide(self, reading: Reading, doubt: Doubt, place: int | None) -> None:
        if place is not None:
            self._settle(settled(reading, doubt, place))

    def _ask_who(self, error: NotUnderstoodError) -> None:
        found = error.values.get("candidates", ())
        candidates = [each for each in found if isinstance(each, Candidate)] if isinstance(found, Sequence) else []
        if not candidates or error.at is None:
            self.app.bell()
            return
        choices = [Choice(each.id, each.name) for each in candidates[:_MANY]]
        self.app.push_screen(ChooseDialog(_("Who is meant?"), choices), partial(self._put_name, error.at))

    def _put_name(self, at: tuple[int, int], identity: str | None) -> None:
        if identity is not None:
            text = self.text
            self.text = f"{text[: at[0]]}@{identity}{text[at[1] :]}"
