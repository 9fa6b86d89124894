"""The clock as an input: what time it is for the person, and when a change is stamped."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Clock:
    """Two ways to ask the time; only the command line makes one from the machine's clock."""

    now: Callable[[], dt.datetime]
    """Local wall time without a zone; it stands still where the person fixed it (`--today`)."""
    stamp: Callable[[], dt.datetime]
    """Real time in UTC, for `created`, `changed` and the journal."""

    def today(self) -> dt.date:
        """Return the person's date."""
        return self.now().date()
