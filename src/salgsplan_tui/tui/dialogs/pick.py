"""A field that is picked from a list: the arrows walk it, a letter or Enter opens it to search in."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from salgsplan_tui.language import N_
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.dialogs.palette import Command, PaletteDialog
from salgsplan_tui.tui.dialogs.record_fields import Options


class PickDialog(PaletteDialog):
    """The list of a picked field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("choose"), priority=True, id="pick.take"),
    ]


class Pick(Widget, can_focus=True):
    """Shows the words of what is picked."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Pick { height: 1; width: 1fr; background: $panel; pointer: pointer; }
    Pick:focus { background: $primary 30%; text-style: bold; }
    Pick:ansi { text-style: underline; }
    Pick:ansi:focus {
        background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold underline;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", N_("the one before"), show=False),
        Binding("right", "step(1)", N_("the next one"), show=False),
        Binding("enter,space", "open", N_("choose"), id="pick.open"),
    ]

    code: reactive[str] = reactive("", init=False)

    @dataclass
    class Changed(Message):
        """Something else was picked."""

        pick: "Pick"

        @property
        def control(self) -> "Pick":
            """The field."""
            return self.pick

    def __init__(self, label: str, options: Options, code: str, *, id: str) -> None:
        """Take the question over the list, what can be picked, and what is."""
        super().__init__(id=id)
        self._label, self._options = label, tuple(options)
        self.set_reactive(Pick.code, code)

    def offer(self, options: Options) -> None:
        """Offer other things; what is picked stays only if it is among them."""
        self._options = tuple(options)
        if self.code not in dict(self._options):
            self.code = ""
        self.refresh()

    def render(self) -> Content:
        """Draw what is picked."""
        words = safe_line(dict(self._options).get(self.code, self.code))
        return Content.assemble(words, (" ▼", "$foreground-muted"))

    def watch_code(self) -> None:
        """Tell that something else is picked."""
        self.post_message(self.Changed(self))

    def action_step(self, step: int) -> None:
        """Pick the one before or after."""
        codes = [code for code, _words in self._options]
        place = codes.index(self.code) if self.code in codes else 0
        self.code = codes[(place + step) % len(codes)]

    def action_open(self, typed: str = "") -> None:
        """Open the list, with what was typed in its search."""
        commands = [Command(code, words) for code, words in self._options]
        self.app.push_screen(PickDialog(commands, title=self._label, query=typed), self._take)

    def _take(self, code: str | None) -> None:
        if code is not None:
            self.code = code

    def on_key(self, event: events.Key) -> None:
        """Search the list for the letter that was typed."""
        if event.character is not None and event.character.isalnum():
            event.stop()
            self.action_open(event.character)

    def on_click(self) -> None:
        """Open the list."""
        self.action_open()
