"""Every command by name: type a part of it, Enter runs it (textual.md 3.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.fuzzy import FuzzySearch
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.language.safe import width as cells
from salgsplan_tui.language.sorting import folded
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar


@dataclass(frozen=True)
class Command:
    """Something the program can do, by name."""

    id: str
    name: str
    key: str = ""
    """The key that does the same, as people read it."""
    help: str = ""


@dataclass(frozen=True)
class Match:
    """A command that fits what was typed, and the letters that do."""

    command: Command
    letters: tuple[int, ...] = ()


def matches(commands: Sequence[Command], query: str) -> tuple[Match, ...]:
    """Return the commands that hold the query's letters in order, the best first; all of them for no query."""
    wanted = folded(query.strip())
    if not wanted:
        return tuple(Match(command) for command in commands)
    search = FuzzySearch(case_sensitive=True)
    hits = [(score, match) for score, match in (_match(search, wanted, command) for command in commands) if score > 0]
    return tuple(match for _score, match in sorted(hits, key=lambda hit: -hit[0]))


def _match(search: FuzzySearch, wanted: str, command: Command) -> tuple[float, Match]:
    # «æ» is searched for as two letters, so each folded letter remembers which it came from.
    letters = [(place, letter) for place, sign in enumerate(command.name) for letter in folded(sign)]
    score, found = search.match(wanted, "".join(letter for _place, letter in letters))
    return score, Match(command, tuple(dict.fromkeys(letters[place][0] for place in found)))


class PaletteDialog(PlannerModal[str | None]):
    """Finds a command by its name; the answer is its id."""

    CSS_PATH = "palette.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("run"), priority=True, id="palette.run"),
        Binding("up", "list('cursor_up')", N_("Up"), show=False, id="palette.up"),
        Binding("down", "list('cursor_down')", N_("Down"), show=False, id="palette.down"),
        Binding("pageup", "list('page_up')", N_("Page up"), show=False, id="palette.page_up"),
        Binding("pagedown", "list('page_down')", N_("Page down"), show=False, id="palette.page_down"),
        Binding("escape", "leave", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, commands: Sequence[Command], *, title: str = "", query: str = "") -> None:
        """Take the commands, the most used first; and what to search for at once."""
        super().__init__()
        self._title, self._query = title, query
        self._commands = tuple(commands)
        self._matches = matches(self._commands, query)

    def compose(self) -> ComposeResult:
        """Lay out the line to type in above the list."""
        with Box().entitle(self._title or _("All commands")):
            yield Input(self._query, placeholder=_("Type a part of the name"), select_on_focus=False, compact=True)
            yield OptionList(*self._rows(), compact=True, markup=False)
            yield HintBar()

    def on_mount(self) -> None:
        """Keep the keys in the line; the list is walked with the arrows."""
        self.query_one(OptionList).can_focus = False
        self.query_one(OptionList).highlighted = 0

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show what fits."""
        self._matches = matches(self._commands, message.value)
        options = self.query_one(OptionList)
        options.set_options(self._rows())
        options.highlighted = 0 if self._matches else None

    def _rows(self) -> list[Option]:
        if not self._matches:
            return [Option(Content.styled(_("Nothing fits."), "$foreground-muted"), disabled=True)]
        width = max(cells(safe_line(match.command.name)) for match in self._matches)
        keys = max(cells(match.command.key) for match in self._matches)
        return [Option(_row(match, width, keys)) for match in self._matches]

    def action_list(self, step: str) -> None:
        """Walk the list."""
        getattr(self.query_one(OptionList), f"action_{step}")()

    def on_input_submitted(self) -> None:
        """Run what stands under the cursor."""
        self.action_take()

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Run what was clicked."""
        self.dismiss(self._matches[message.option_index].command.id)

    def action_take(self) -> None:
        """Run what stands under the cursor."""
        place = self.query_one(OptionList).highlighted
        if place is not None and self._matches:
            self.dismiss(self._matches[place].command.id)

    def action_leave(self) -> None:
        """Leave without running anything."""
        self.dismiss(None)


def _row(match: Match, width: int, keys: int) -> Content:
    command = match.command
    name = Content(safe_line(command.name))
    for letter in match.letters:
        name = name.stylize("bold underline", letter, letter + 1)
    gap = " " * (width - name.cell_length + 2)
    return Content.assemble(
        (command.key.rjust(keys), "bold $primary"), "  ", name, gap, (safe_line(command.help), "$foreground-muted")
    )
