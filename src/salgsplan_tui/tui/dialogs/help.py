"""The keys of a screen, as they are bound now, and what the screen is for (interaction.md 2)."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import ClassVar, Final, NamedTuple

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from salgsplan_tui.language import N_, _
from salgsplan_tui.language.formats import short_date
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


_TITLES: Final = {
    "screen": N_("This screen"),
    "activity": N_("The activities"),
    "plan": N_("New, days off, undo"),
    "focus": N_("Moving about, marking"),
    "app": N_("Everywhere"),
}
"""The groups in their order, with their titles."""
_PLACES: Final = tuple(_TITLES)
_BY_ID: Final = {"activity": "activity", "plan": "plan", "cursor": "focus", "screen": "app"}
"""The group of a key by the first word of its id; the others are the screen's own."""


def _group(active: ActiveBinding, screen: Screen[object]) -> str:
    """Say what a key is for; those without an id of their own are Textual's."""
    if active.node is screen.app:
        return "app"
    kind = (active.binding.id or "").partition(".")[0]
    if kind in {"", "view"}:
        return "app" if active.node is screen else "focus"
    return _BY_ID.get(kind, "screen")


def law_words(checked: dt.date) -> str:
    """Return what to hold the rules for contacting people against, and of when they are."""
    words = _(
        "The rules for contacting people are as of {date} and guidance only: "
        "check against Lovdata and Forbrukertilsynet."
    )
    return words.format(date=short_date(checked))


class HelpDialog(PlannerModal[None]):
    """Lists keys and what they do; two columns where there is room."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q", "dismiss", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, title: str, keys: Sequence[KeyHelp], *, about: str = "", law: str = "") -> None:
        """Take the title, the keys, what the screen is for, and what its rules are to be held against."""
        super().__init__()
        self._title, self._keys = title, tuple(keys)
        self._about, self._law = about, law

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Box().entitle(self._title):
            with VerticalScroll():
                if self._about:
                    yield Static(Content(self._about), id="about", classes="words")
                yield Static(help_text(self._keys, columns=1), id="keys")
            if self._law:
                yield Static(Content(self._law), id="law", classes="words")
            yield HintBar()

    def on_mount(self) -> None:
        """Give the keys to the list, so that it scrolls."""
        self.query_one(VerticalScroll).focus()

    def on_resize(self) -> None:
        """Fill the list again at the new width."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        keys = self.query_one("#keys", Static)
        keys.update(help_text(self._keys, columns=2 if keys.size.width >= 2 * _COLUMN - 2 else 1))


_COLUMN: Final = 52


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


def _side_by_side(lines: list[Content]) -> list[Content]:
    half = -(-len(lines) // 2)
    left, right = lines[:half], lines[half:] + [Content("")] * (2 * half - len(lines))
    return [
        Content.assemble(one.pad_right(max(0, _COLUMN - one.cell_length)), two)
        for one, two in zip(left, right, strict=True)
    ]
