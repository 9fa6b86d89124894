"""A typed line that could not be read, together with the line, so that the place can be pointed out."""

from salgsplan_tui.domain.errors import NotUnderstoodError


class MistypedError(NotUnderstoodError):
    """A line and what is wrong with it."""

    def __init__(self, line: str, error: NotUnderstoodError) -> None:
        """Take the line as it was typed."""
        super().__init__(error.key, at=error.at, **error.values)
        self.line = line
