"""The frame of a dialog: a titled box over the screen, with its keys at the foot."""

from textual.containers import Vertical
from textual.content import Content

from salgsplan_tui.language.safe import safe_line


class Box(Vertical):
    """A frame that is as high as what is in it, and never higher than the screen."""

    DEFAULT_CSS = """
    Box {
        width: 76; max-width: 100%; height: auto; max-height: 100%;
        padding: 0 1; background: $surface;
        border: round $primary;
        border-title-color: $primary; border-title-style: bold; border-title-background: $surface;
        border-subtitle-color: $text-muted; border-subtitle-background: $surface;
    }
    Box > HintBar { dock: none; padding: 0; margin-top: 1; background: $surface; }
    """

    def entitle(self, title: str, remark: str = "") -> "Box":
        """Set the words on the frame: the title above, a remark below."""
        self.border_title = Content(safe_line(title)) if title else None
        self.border_subtitle = Content(safe_line(remark)) if remark else None
        return self
