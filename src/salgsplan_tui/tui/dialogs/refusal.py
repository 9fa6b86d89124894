"""What could not be understood: the place pointed out, and why in words."""

from rich.highlighter import Highlighter
from rich.text import Text
from textual.content import Content

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.language.messages import sentence
from salgsplan_tui.language.safe import safe_line, width


def refused_in_words(error: NotUnderstoodError) -> str:
    """Return why something was not understood."""
    return "✗ " + sentence(error.key, error.values)


def refusal(error: NotUnderstoodError, text: str, room: int = 0) -> Content:
    """Return carets under the place and the sentence; no carets where the text is wider than the room it stands in."""
    words = Content.styled(refused_in_words(error), "$text-error")
    if error.at is None or (room and width(safe_line(text)) >= room):
        return words
    start, end = error.at
    indent = width(safe_line(text[:start]))
    carets = "^" * max(1, width(safe_line(text[start:end])))
    return Content.assemble(" " * indent, (carets, "bold $text-error"), "\n", words)


class Pointer(Highlighter):
    """Marks a part of what is typed, by a line under it."""

    def __init__(self) -> None:
        """Mark nothing yet."""
        super().__init__()
        self.at: tuple[int, int] | None = None

    def highlight(self, text: Text) -> None:
        """Mark the part."""
        if self.at is not None:
            text.stylize("bold underline", *self.at)
