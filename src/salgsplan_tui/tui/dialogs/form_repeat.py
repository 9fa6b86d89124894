"""How often the form repeats an activity, in the words of quick add, and the next five dates that come of it."""

import datetime as dt
from typing import Final

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.language.formats import short_day
from salgsplan_tui.tui.dialogs.form_context import FormContext, Understood
from salgsplan_tui.tui.dialogs.form_fields import Texts, written_day
from salgsplan_tui.tui.dialogs.form_place import place_in_time
from salgsplan_tui.tui.dialogs.item_words import TITLE

_SHOWN: Final = 5
_OF_A_REPEAT: Final = frozenset({"repeat", "on_holiday", "date"})


def read_repeat(form: FormContext, text: str, texts: Texts) -> Understood:
    """Return what the words repeat, with the next dates.

    Raises:
        NotUnderstoodError: they are no repeat.
    """
    held = form.plan.series.get(form.activity.series or "")
    if form.untouched("repeat", texts=texts):
        return Understood() if held is None else Understood(echo=_dates(form, held, form.today))
    if not text:
        if held is not None:
            raise NotUnderstoodError("repeat_is_ended_elsewhere")
        return Understood()
    series = series_meant(form, text, first_day(form, texts))
    return Understood(echo=_dates(form, series, series.first), series=series)


def series_meant(form: FormContext, text: str, day: dt.date | None) -> Series:
    """Return the series that words for a repeat make from a day on.

    Raises:
        NotUnderstoodError: they are no repeat.
    """
    try:
        reading = form.read(TITLE + text if day is None else f"{TITLE}{text} fra {written_day(day)}")
    except NotUnderstoodError as error:
        error.at = None  # it tells a place in a line that nobody typed
        raise
    series = reading.series
    if series is None or not {chip.kind for chip in reading.chips} <= _OF_A_REPEAT:
        raise NotUnderstoodError("not_a_repeat", text=text)
    return series


def first_day(form: FormContext, texts: Texts) -> dt.date | None:
    """Return the day that the form puts the activity on, or None where it has none."""
    try:
        return place_in_time(form, {**texts, "end_date": ""}).date
    except NotUnderstoodError:  # told beside its own field
        return None


def next_dates(form: FormContext, series: Series, since: dt.date, count: int) -> str:
    """Return the next so many dates of a series, in short."""
    return " · ".join(short_day(day) for day in series.next_days(since, count, form.plan.days_off))


def _dates(form: FormContext, series: Series, since: dt.date) -> str:
    return next_dates(form, series, since, _SHOWN)
