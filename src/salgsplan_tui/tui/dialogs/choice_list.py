"""A short list in which every entry has its own key: the digits 1-9 and 0, then letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import ClassVar, Final, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from salgsplan_tui.language import N_
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.language.safe import width as cells

T = TypeVar("T")
V = TypeVar("V")

KEYS: Final = "1234567890" + ascii_lowercase
"""The keys that entries get in order where they name none of their own."""


@dataclass(frozen=True)
class Choice(Generic[T]):
    """One entry: what it stands for, its words, its key, and a quieter remark to the right."""

    value: T
    label: str
    key: str = ""
    """One character; empty for the next of `KEYS` that is free."""
    detail: str = ""


def keyed(choices: Sequence[Choice[T]]) -> tuple[Choice[T], ...]:
    """Return the choices with a key each; those beyond the last key have none and are reached by the cursor."""
    own = {choice.key for choice in choices if choice.key}
    free = iter([key for key in KEYS if key not in own])
    return tuple(
        choice if choice.key else Choice(choice.value, choice.label, next(free, ""), choice.detail)
        for choice in choices
    )


class ChoiceList(OptionList, Generic[T]):
    """Choices with their keys; pressing one, Enter or a click picks at once."""

    DEFAULT_CSS = """
    ChoiceList {
        height: auto; border: none; padding: 0; background: transparent;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    ChoiceList:focus { border: none; background-tint: transparent; }
    ChoiceList > .option-list--option-highlighted { background: transparent; color: $foreground; text-style: none; }
    ChoiceList:focus > .option-list--option-highlighted { background: $primary 30%; text-style: bold; }
    ChoiceList:ansi > .option-list--option-highlighted {
        background: ansi_default; color: ansi_default; text-style: none;
    }
    ChoiceList:ansi:focus > .option-list--option-highlighted {
        background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold underline;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", N_("Down"), show=False),
        Binding("k", "cursor_up", N_("Up"), show=False),
    ]

    class Picked(Message, Generic[V]):
        """A choice was made."""

        def __init__(self, choices: "ChoiceList[V]", value: V) -> None:
            """Take the list that was chosen from, and the value."""
            super().__init__()
            self.choices = choices
            self.value = value

        @property
        def control(self) -> "ChoiceList[V]":
            """The list, so that handlers can name it."""
            return self.choices

    def __init__(self, choices: Sequence[Choice[T]] = (), *, id: str | None = None) -> None:
        """Show these choices, the first under the cursor."""
        self.choices = keyed(choices)
        super().__init__(*rows(self.choices), id=id, compact=True, markup=False)

    def show(self, choices: Sequence[Choice[T]]) -> None:
        """Show other choices; the cursor keeps its place."""
        place = self.highlighted
        self.choices = keyed(choices)
        self.set_options(rows(self.choices))
        if self.choices:
            self.highlighted = min(place or 0, len(self.choices) - 1)

    @property
    def chosen(self) -> T | None:
        """What the cursor stands on."""
        return None if self.highlighted is None else self.choices[self.highlighted].value

    def put_cursor_on(self, value: T) -> None:
        """Put the cursor on a choice by its value."""
        values = [choice.value for choice in self.choices]
        if value in values:
            self.highlighted = values.index(value)

    def on_key(self, event: events.Key) -> None:
        """Pick the choice whose key was pressed."""
        for place, choice in enumerate(self.choices):
            if choice.key and choice.key == event.character:
                event.stop()
                event.prevent_default()
                self.highlighted = place
                self.post_message(self.Picked(self, choice.value))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell which choice was taken with Enter or the mouse."""
        event.stop()
        self.post_message(self.Picked(self, self.choices[event.option_index].value))


def rows(choices: Sequence[Choice[T]]) -> list[Option]:
    """Return the choices as rows: key, words, and the remarks under each other."""
    width = max((cells(safe_line(choice.label)) for choice in choices), default=0)
    return [Option(row(choice, width)) for choice in choices]


def row(choice: Choice[T], width: int) -> Content:
    """Return one row, its words filled up to so many cells."""
    label = safe_line(choice.label)
    parts: list[Content | tuple[str, str] | str] = [(f" {choice.key or ' '} ", "bold $primary"), " ", label]
    if choice.detail:
        parts += [" " * (width - cells(label) + 3), (safe_line(choice.detail), "$foreground-muted")]
    return Content.assemble(*parts)
