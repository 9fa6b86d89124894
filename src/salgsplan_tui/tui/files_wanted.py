"""The request of the screens to have files read, so that something can be shown that needs them."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message

from salgsplan_tui.session import Session

Need = Callable[[Session], object]
"""What the session reads; it is called outside the screen's own thread."""


@dataclass
class FilesWanted(Message):
    """Files are to be read first, and then something done; where they cannot be read, that is told instead."""

    need: Need
    then: Callable[[], object]
