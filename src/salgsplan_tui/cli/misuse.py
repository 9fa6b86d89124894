"""Words on the command line that cannot be used, told in the person's language once that is known."""

from typing import Self

import click


class MisuseError(click.UsageError):
    """A sentence marked for translation, and what belongs in it."""

    def __init__(self, text: str, **values: object) -> None:
        """Take the sentence as it stands in the source."""
        super().__init__(text)
        self.text = text
        self.values = values

    def within(self, context: click.Context) -> Self:
        """Return the same mistake as one of this command."""
        self.ctx = context
        return self
