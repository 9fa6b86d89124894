"""The form's fields of material: until when it has to be delivered, and when it then appears (chapter 5.3)."""

import datetime as dt
from typing import Final

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.material import moved_along, takes_material, usual_material_due
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.tui.dialogs.form_context import FormContext, Understood
from salgsplan_tui.tui.dialogs.form_fields import FIELDS, FormField, Texts, written_day, written_days
from salgsplan_tui.tui.dialogs.form_place import place_in_time
from salgsplan_tui.tui.dialogs.place_text import day_words

OF_MATERIAL: Final = ("material", "appears")
"""The fields that only some kinds of activities have."""


def shown_fields(plan: Plan, texts: Texts) -> tuple[FormField, ...]:
    """Return the fields that such an activity has, and those in which something stands all the same."""
    if takes_material(plan.channels, texts["channel"] or None, texts["type"] or None):
        return FIELDS
    return tuple(each for each in FIELDS if each.name not in OF_MATERIAL or texts[each.name].strip())


def usual_material(form: FormContext, texts: Texts) -> str:
    """Return until when material is usually due, as it is typed; nothing where the type has no lead time."""
    kind = form.plan.channels.type(texts["channel"] or None, texts["type"] or None)
    return written_day(usual_material_due(kind, day_of(form, texts), form.today))


def texts_along(form: FormContext, day: dt.date | None) -> dict[str, str]:
    """Return what the fields say of the activity where it stands on another day: they go along with it."""
    moved = form.activity.changed_to(**moved_along(form.activity, day))
    return {
        "material": written_day(moved.material_due),
        "appears": written_days(moved.appears_from, moved.appears_to),
    }


def day_of(form: FormContext, texts: Texts) -> dt.date | None:
    """Return the day that the form puts the activity on; None where there is none, or it is not understood."""
    try:
        return place_in_time(form, {**texts, "end_date": ""}).date
    except NotUnderstoodError:  # told beside its own field
        return None


def read_material(form: FormContext, text: str, texts: Texts) -> Understood:
    """Return until when the material is due.

    Raises:
        NotUnderstoodError: it is not understood.
    """
    due, sent = form.activity.material_due, form.activity.material_sent
    if not text:
        return Understood({"material_due": None})
    if not form.untouched("material", texts=texts):
        due = form.read_when(text).date
    if due is None:
        raise NotUnderstoodError("not_a_day", text=text)
    told = (_before(due, day_of(form, texts)), day_words(due), _("delivered") if sent else "")
    return Understood({"material_due": due}, " · ".join(each for each in told if each))


def _before(due: dt.date, day: dt.date | None) -> str:
    if day is None or day == due:
        return ""
    days = (day - due).days
    if days < 0:
        return _("! after the day itself")
    return ngettext("{count} day before", "{count} days before", days).format(count=days)


def read_appears(form: FormContext, text: str, texts: Texts) -> Understood:
    """Return from when until when it is seen or heard.

    Raises:
        NotUnderstoodError: it is not understood.
    """
    first, last = form.activity.appears_from, form.activity.appears_to
    if not text:
        return Understood({"appears_from": None, "appears_to": None})
    if not form.untouched("appears", texts=texts):
        place = form.read_when(text)
        first, last = place.date, place.end_date or place.date
    if first is None:
        raise NotUnderstoodError("not_a_day", text=text)
    return Understood({"appears_from": first, "appears_to": last}, day_words(first, last))
