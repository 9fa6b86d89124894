"""Where rows are moved to: the next free places, and the words for a place."""

import datetime as dt
from collections.abc import Mapping, Sequence

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import bucket_span
from salgsplan_tui.domain.free_time import Weeks, next_free
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.tui.dialogs.place_text import place_words


def free_places(rows: Sequence[Activity], now: dt.datetime, weeks: Weeks) -> Mapping[str, Placement]:
    """Return the next free place of the same length for each row, by its id; no two take the same."""
    places: dict[str, Placement] = {}
    taken: list[Activity] = []
    for row in rows:
        places[row.id] = next_free(row, now, weeks, taken)
        taken.append(row.changed_to(date=places[row.id].date, start=places[row.id].start))
    return places


def places_in_words(rows: Sequence[Activity], places: Mapping[str, Placement]) -> str:
    """Return the place of the only row with its times, or the different places of several."""
    if len(rows) == 1:
        return place_words(places[rows[0].id], rows[0].minutes)
    return " … ".join(dict.fromkeys(place_words(place) for place in places.values()))


def day_of(place: Placement, otherwise: dt.date) -> dt.date:
    """Return the day a calendar shows for a place: its date, or the first of its bucket."""
    if place.date is not None:
        return place.date
    return bucket_span(place.bucket).start if place.bucket else otherwise


def written(day: dt.date, start: dt.time | None) -> str:
    """Return a day as it is typed, with a time where one was typed before."""
    words = f"{day.day}.{day.month}.{day.year}"
    return words if start is None else f"{words} {start:%H:%M}"
