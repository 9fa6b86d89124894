"""A view of one long list: a head, the line of words that filters it, its columns, what is known of a row, a status."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from salgsplan_tui.language import _
from salgsplan_tui.tui.activity_actions import KEYS_OF_ACTIVITIES
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.widgets.drawn_lines import StillLines
from salgsplan_tui.tui.widgets.line_list import LineList
from salgsplan_tui.tui.working_view import WorkingView


class FilteredList(WorkingView):
    """A view of something else than activities, that is chosen among by keys and words."""

    hint_of_words: ClassVar[str]
    """What stands in the empty line of words, to be translated."""
    of_the_day: ClassVar[Mapping[str, str]]
    """The keys of a day that this view has its own on, with their actions."""
    SCOPED_CSS = False
    DEFAULT_CSS = """
    FilteredList {
        .list-head, .list-heads, .list-status { height: 1; }
        .list-head { background: $surface; }
        .list-status { color: $text-muted; background: $surface; }
        .list-panel { width: 40; border-left: vkey $primary 40%; overflow: hidden; display: none; }
        Horizontal { height: 1fr; }
        Input { display: none; }
        Input.-open { display: block; }
    }
    .-wide FilteredList .list-panel { display: block; }
    .-low FilteredList .list-status { display: none; }
    """

    def __init__(self) -> None:
        """Make the parts; `set_up` gives the plan."""
        super().__init__()
        self.lines = LineList(id=f"{self.code}-lines")
        """The list."""
        self._head, self._heads, self._panel, self._status = map(self._part, ("head", "heads", "panel", "status"))

    def _part(self, name: str) -> StillLines:
        part = StillLines(self.lines, id=f"{self.code}-{name}")
        part.add_class(f"list-{name}")
        return part

    def compose(self) -> ComposeResult:
        """Lay out head, filter line, list, panel and status."""
        yield self._head
        yield Input(id=f"{self.code}-words", placeholder=_(self.hint_of_words), compact=True)
        yield self._heads
        with Horizontal():
            yield self.lines
            yield self._panel
        yield self._status

    def on_mount(self) -> None:
        """Take the keys; drawn ahead, out of sight, only paint."""
        self.watch(self.lines, "cursor", self.say_status, init=False)
        if self.display:
            self.take_focus()
        else:
            self.show_page()

    def on_resize(self) -> None:
        """Choose the columns anew."""
        self.call_after_refresh(self.show_page)

    def take_focus(self) -> None:
        """Take the keys."""
        self.screen.set_focus(self.lines)

    @property
    def target(self) -> Target | None:
        """What the cursor stands on."""
        return self.lines.target

    @property
    def selected(self) -> tuple[str, ...]:
        """No activities stand here."""
        return ()

    def go_on(self) -> None:
        """Stand on the next row."""
        self.lines.action_cursor(1)

    def say_status(self) -> None:
        """Say what there is to know of what the cursor stands on, and more beside the list where there is room."""
        raise NotImplementedError

    def say(self, text: str) -> None:
        """Say what was done, until the cursor moves on."""
        self._status.show((Line((Part(f" {text}", "now"),)),))

    def open_words(self) -> None:
        """Go to the line of words."""
        field = self.query_one(Input)
        field.add_class("-open")
        field.focus()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Go back to the list, with the words kept."""
        message.stop()
        self.leave_words()

    def leave_words(self) -> None:
        """Go back to the list; an empty line of words is closed."""
        field = self.query_one(Input)
        if not field.value.strip():
            field.remove_class("-open")
        self.take_focus()

    def allows(self, action: str) -> bool:
        """Leave out the keys that act on activities and days."""
        return action not in KEYS_OF_ACTIVITIES.values() and action not in self.of_the_day.values()
