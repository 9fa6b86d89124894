"""The line of keys at the foot of every screen.

It is one widget, because Textual 8.2.8's `Footer` leaks 150 KB and takes 50 ms each time the focus moves.
"""

from collections.abc import Collection
from typing import ClassVar, Final, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.screen import Screen
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from salgsplan_tui.tui.screens import PlannerScreen

GAP: Final = "  "


class HintBar(Widget):
    """Shows the keys that can be pressed now, the nearest to the focus first; a click presses one.

    It is one line, or as many as its `height` says.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"hint-bar--key", "hint-bar--disabled"}
    DEFAULT_CSS = """
    HintBar {
        dock: bottom;
        height: 1;
        padding: 0 1;
        color: $footer-foreground;
        background: $footer-background;
        text-wrap: nowrap;

        .hint-bar--key { color: $footer-key-foreground; text-style: bold; }
        .hint-bar--disabled { text-style: dim; }
    }
    """

    def __init__(self, *, always: Collection[str] = ()) -> None:
        """Make a bar that leaves out last the bindings with these ids, such as the way to the help."""
        super().__init__()
        self.auto_links = False  # Textual would underline every hint
        self._always = frozenset(always)
        self._hints: tuple[_Hint, ...] = ()
        self._drawn: dict[tuple[tuple[_Hint, ...], int, int], Strip] = {}
        """The lines as they were drawn for these hints in so many cells: every view has its own, and one comes back."""

    def on_mount(self) -> None:
        """Follow the keys from now on."""
        self._follow(self.screen)
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def render(self) -> Content:
        """Draw the hints there is room for, each whole."""
        lines = self._that_fit(self.content_size.width, max(1, self.content_size.height))
        return Content("\n").join([Content(GAP).join([self._draw(hint) for hint in line]) for line in lines])

    def render_line(self, y: int) -> Strip:
        """Draw a line, unless these hints were drawn before."""
        key = self._hints, self.content_size.width, y
        if key not in self._drawn:
            self._drawn[key] = super().render_line(y)
        return self._drawn[key]

    def notify_style_update(self) -> None:
        """Forget how it looks in the old theme."""
        super().notify_style_update()
        self._drawn.clear()

    def _follow(self, screen: Screen[object]) -> None:
        hints = self._read(screen)
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def _read(self, screen: Screen[object]) -> "tuple[_Hint, ...]":
        """Take one hint an action: more keys for the same are for the help."""
        hints: dict[tuple[object, str], _Hint] = {}
        if not isinstance(screen, PlannerScreen):
            return ()
        for key, (node, binding, enabled, _) in screen.hinted_bindings.items():
            shown = self.app.get_key_display(binding)
            keep = binding.id in self._always
            hint = _Hint(key, shown, binding.description, enabled=enabled, keep=keep)
            hints.setdefault((node, binding.action), hint)
        return tuple(hints.values())

    def _that_fit(self, width: int, height: int) -> "list[list[_Hint]]":
        """Leave out from the end until the rest fits, and those to keep only then; return them line by line."""
        hints = list(self._hints)
        last_first = hints[::-1]
        for hint in (*(h for h in last_first if not h.keep), *(h for h in last_first if h.keep)):
            if len(lines := _in_lines(hints, width)) <= height and all(_width(line) <= width for line in lines):
                break
            hints.remove(hint)
        return _in_lines(hints, width)

    def _draw(self, hint: "_Hint") -> Content:
        key = self.get_visual_style("hint-bar--key", partial=True)
        drawn = Content.assemble((hint.shown, key), " ", hint.words)
        if not hint.enabled:
            return drawn.stylize(self.get_visual_style("hint-bar--disabled", partial=True))
        return drawn.stylize(Style.from_meta({"@click": f"app.simulate_key({hint.key!r})"}))


class _Hint(NamedTuple):
    """One key and what it does."""

    key: str
    shown: str
    words: str
    enabled: bool
    keep: bool


def _in_lines(hints: "list[_Hint]", width: int) -> "list[list[_Hint]]":
    lines: list[list[_Hint]] = []
    for hint in hints:
        if lines and _width([*lines[-1], hint]) <= width:
            lines[-1].append(hint)
        else:
            lines.append([hint])
    return lines


def _width(line: "list[_Hint]") -> int:
    return sum(cell_len(f"{hint.shown} {hint.words}{GAP}") for hint in line) - len(GAP)
