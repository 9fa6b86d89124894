"""The keys of a screen, as they are bound now (interaction.md 2)."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import width as cells
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar


class KeyHelp(NamedTuple):
    """One thing that can be done: its keys, its words, and where the keys come from."""

    keys: str
    description: str
    group: str


def key_help(screen: Screen[object]) -> tuple[KeyHelp, ...]:
    """Return what the keys of a screen do, generated from the bindings that are active in it."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if not binding.description or binding.system:
            continue
        group = _group(active, screen)
        keys = found.setdefault((group, binding.action, binding.description), [])
        keys.append(screen.app.get_key_display(binding))
    return tuple(
        KeyHelp(" ".join(dict.fromkeys(keys)), description, group)
        for (group, _action, description), keys in sorted(found.items(), key=lambda each: _PLACES.index(each[0][0]))
    )


_PLACES = ("screen", "focus", "app")


def _group(active: ActiveBinding, screen: Screen[object]) -> str:
    """Say where a key comes from; those without an id of their own are Textual's, and the same everywhere."""
    if active.node is screen:
        return "screen" if active.binding.id else "app"
    return "app" if active.node is screen.app else "focus"


class HelpDialog(PlannerModal[None]):
    """Lists keys and what they do; two columns where there is room."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q", "dismiss", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, title: str, keys: Sequence[KeyHelp]) -> None:
        """Take the title and the keys."""
        super().__init__()
        self._title, self._keys = title, tuple(keys)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Box().entitle(self._title):
            with VerticalScroll():
                yield Static(self._text(), id="keys")
            yield HintBar()

    def _text(self) -> Content:
        return help_text(self._keys, columns=2 if self.app.size.width >= _WIDE else 1)

    def on_mount(self) -> None:
        """Give the keys to the list, so that it scrolls."""
        self.query_one(VerticalScroll).focus()

    def on_resize(self) -> None:
        """Fill the list again at the new width."""
        self.query_one("#keys", Static).update(self._text())


_WIDE = 110
_COLUMN = 48


def help_text(keys: Iterable[KeyHelp], *, columns: int) -> Content:
    """Return the keys as text, group by group."""
    blocks = [_block(title, tuple(group)) for title, group in groupby(keys, key=lambda each: each.group)]
    lines = [line for block in blocks for line in block][:-1]
    return Content("\n").join(lines if columns == 1 else _side_by_side(lines))


def _block(group: str, keys: tuple[KeyHelp, ...]) -> list[Content]:
    width = max(cells(each.keys) for each in keys)
    return [
        Content.styled(_(_TITLES[group]), "bold $primary"),
        *(Content.assemble(("  " + each.keys.ljust(width), "bold"), "  ", each.description) for each in keys),
        Content(""),
    ]


_TITLES = {"screen": N_("This screen"), "focus": N_("The list"), "app": N_("Everywhere")}


def _side_by_side(lines: list[Content]) -> list[Content]:
    half = -(-len(lines) // 2)
    left, right = lines[:half], lines[half:] + [Content("")] * (2 * half - len(lines))
    return [
        Content.assemble(one.pad_right(max(0, _COLUMN - one.cell_length)), two)
        for one, two in zip(left, right, strict=True)
    ]
