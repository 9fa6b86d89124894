"""Where a row stands in time: a date with or without a clock time, a bucket, or nowhere."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Placement:
    """Where a row stands: a date with or without a time, a bucket, or nowhere."""

    date: dt.date | None = None
    start: dt.time | None = None
    bucket: str | None = None
    end_date: dt.date | None = None
