"""A typed line that could not be read, together with the line, so that the place can be pointed out."""

from salgsplan_tui.domain.errors import NotUnderstoodError


class MistypedError(NotUnderstoodError):
    """A line and what is wrong with it."""

    def __init__(self, line: str, error: NotUnderstoodError) -> None:
        """Take the line as it was typed."""
        super().__init__(error.key, at=error.at, **error.values)
        self.line = line


def quoted(word: str) -> str:
    """Put the value of a filter in quotes where the shell has taken them away: "customer:Berg AS"."""
    key, colon, value = word.partition(":")
    is_filter = bool(colon) and key.isalpha() and " " in value and '"' not in value
    return f'{key}:"{value}"' if is_filter else word
