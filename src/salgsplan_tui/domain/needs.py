"""What the seller needs from the leader, carried from week to week until it is resolved (S52)."""

import datetime as dt

from salgsplan_tui.domain.dates import ONE_WEEK
from salgsplan_tui.domain.fields import Day, Value


class Need(Value):
    """Something only the leader can give: means, a decision, an obstacle out of the way. It lies in its week's file."""

    text: str
    since: Day
    resolved: Day | None = None
    """The day it was met, or is needed no more."""

    def is_open(self, day: dt.date) -> bool:
        """Say whether it was there on a day and not met before the day was over."""
        return self.since <= day and (self.resolved is None or self.resolved > day)

    def weeks(self, day: dt.date) -> int:
        """Return for how many whole weeks it has waited."""
        return max(0, (day - self.since) // ONE_WEEK)
