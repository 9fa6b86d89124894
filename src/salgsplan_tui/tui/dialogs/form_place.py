"""When the form puts an activity: day or week, time, last day, deadline."""

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.tui.dialogs.form_context import FormContext, Understood
from salgsplan_tui.tui.dialogs.form_fields import Texts
from salgsplan_tui.tui.dialogs.item_words import minutes_of
from salgsplan_tui.tui.dialogs.place_text import bucket_words, day_words, time_words


def place_in_time(form: FormContext, texts: Texts) -> Placement:
    """Return where the day, the time and the last day put the activity.

    Raises:
        NotUnderstoodError: one of them is not understood, or they do not go together.
    """
    held = form.activity
    if form.untouched("date", "start", "end_date", texts=texts):
        return Placement(held.date, held.start, held.bucket, held.end_date)
    day, start = texts["date"].strip(), texts["start"].strip()
    if form.untouched("date", texts=texts):
        place = Placement(held.date, None, held.bucket)
    else:
        place = form.read_when(day) if day else Placement()
        place = Placement(place.date, place.start, place.bucket, place.end_date)
    if start:
        place = _timed(form, place, start)
    return _ended(form, place, texts)


def _timed(form: FormContext, place: Placement, start: str) -> Placement:
    read = form.read_when(start)
    if read.start is None:
        raise NotUnderstoodError("not_a_time", text=start)
    if place.bucket is not None:
        raise NotUnderstoodError("time_needs_a_day", text=start)
    return Placement(place.date or read.date, read.start, None, place.end_date)


def _ended(form: FormContext, place: Placement, texts: Texts) -> Placement:
    text = texts["end_date"].strip()
    if not text:
        return place
    last = form.activity.end_date if form.untouched("end_date", texts=texts) else form.read_when(text).date
    if last is None or place.date is None or last < place.date:
        raise NotUnderstoodError("ends_before_it_starts", text=text)
    return Placement(place.date, place.start, None, last)


def read_date(form: FormContext, _text: str, texts: Texts) -> Understood:
    """Return what the day or week means.

    Raises:
        NotUnderstoodError: it is not understood.
    """
    place = place_in_time(form, {**texts, "start": "", "end_date": ""})
    if place.bucket is not None:
        return Understood(echo=bucket_words(place.bucket))
    return Understood(echo=day_words(place.date) if place.date else "")


def read_start(form: FormContext, text: str, texts: Texts) -> Understood:
    """Return what the time means, and until when it then goes.

    Raises:
        NotUnderstoodError: it is not understood.
    """
    if not text:
        return Understood()
    place = place_in_time(form, {**texts, "end_date": ""})
    from_day = "" if texts["date"].strip() or place.date is None else day_words(place.date)
    return Understood(echo=" · ".join(part for part in (_until(form, place, texts), from_day) if part))


def _until(form: FormContext, place: Placement, texts: Texts) -> str:
    try:
        minutes = minutes_of(texts["minutes"], form.read) if texts["minutes"].strip() else None
    except NotUnderstoodError:
        minutes = None
    return time_words(place.start, minutes)


def read_end_date(form: FormContext, text: str, texts: Texts) -> Understood:
    """Return what the last day means.

    Raises:
        NotUnderstoodError: it is not understood.
    """
    place = place_in_time(form, texts) if text else Placement()
    return Understood(echo=day_words(place.end_date) if place.end_date else "")


def read_due(form: FormContext, text: str, texts: Texts) -> Understood:
    """Return what the deadline means.

    Raises:
        NotUnderstoodError: it is not understood.
    """
    if form.untouched("due", texts=texts):
        return Understood(echo=day_words(form.activity.due) if form.activity.due else "")
    if not text:
        return Understood({"due": None})
    day = form.read_when(text).date
    if day is None:
        raise NotUnderstoodError("not_a_day", text=text)
    return Understood({"due": day}, day_words(day))
