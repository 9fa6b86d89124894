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
        return Understood()
    day = _day(form, texts)
    try:
        reading = form.read(TITLE + text if day is None else f"{TITLE}{text} fra {written_day(day)}")
    except NotUnderstoodError as error:
        error.at = None  # it tells a place in a line that nobody typed
        raise
    series = reading.series
    if series is None or not {chip.kind for chip in reading.chips} <= _OF_A_REPEAT:
        raise NotUnderstoodError("not_a_repeat", text=text)
    return Understood(echo=_dates(form, series, series.first), series=series)


def _day(form: FormContext, texts: Texts) -> dt.date | None:
    try:
        return place_in_time(form, {**texts, "end_date": ""}).date
    except NotUnderstoodError:  # told beside its own field
        return None


def _dates(form: FormContext, series: Series, since: dt.date) -> str:
    return " · ".join(short_day(day) for day in series.next_days(since, _SHOWN, form.plan.days_off))
