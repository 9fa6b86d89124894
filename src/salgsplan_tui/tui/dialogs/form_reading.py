"""What the fields of the form mean: the activity's fields and an echo in words, or an error that stays beside them."""

from collections.abc import Callable, Mapping
from typing import Final

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.budget_lines import with_usual_lines
from salgsplan_tui.domain.outlays import Part, with_total
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.language import _, language
from salgsplan_tui.language.formats import amount, duration, number
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.form_context import FormContext, Understood
from salgsplan_tui.tui.dialogs.form_fields import Texts
from salgsplan_tui.tui.dialogs.form_material import read_appears, read_material
from salgsplan_tui.tui.dialogs.form_place import read_date, read_due, read_end_date, read_start
from salgsplan_tui.tui.dialogs.form_repeat import read_repeat
from salgsplan_tui.tui.dialogs.item_words import amount_of, count_of, goal_of, minutes_of, people_of, programme_of


def _channel(form: FormContext, text: str, texts: Texts) -> Understood:
    if form.untouched("channel", "type", texts=texts):
        return Understood()
    kind = form.plan.channels.type(text or None, texts["type"] or None)
    usual = {} if kind is None else {"kind": kind.kind, "purpose": kind.purpose}
    return Understood({"channel": text or None, **usual})


def _whom(form: FormContext, text: str, texts: Texts) -> Understood:
    if form.untouched("whom", texts=texts):
        return Understood(echo=labels.whom(form.plan, form.activity))
    if not text:
        return Understood({"customers": (), "contacts": ()})
    reading = people_of(text, form.read)
    new = {each.id: each.name for each in reading.customers}
    told = [labels.whom(form.plan, reading.activity.changed_to(customers=_known(reading.activity.customers, new)))]
    told += [_("new: {name}").format(name=name) for name in new.values()]
    found = {"customers": reading.activity.customers, "contacts": reading.activity.contacts}
    return Understood(found, " · ".join(part for part in told if part), reading.customers)


def _known(ids: tuple[str, ...], new: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(each for each in ids if each not in new)


def _minutes(form: FormContext, text: str, _texts: Texts) -> Understood:
    minutes = minutes_of(text, form.read) if text else None
    return Understood({"minutes": minutes}, duration(minutes) if minutes else "")


def _travel(form: FormContext, text: str, texts: Texts) -> Understood:
    if form.untouched("travel", texts=texts):
        return Understood(echo=labels.ways(form.activity))
    there, _plus, back = text.partition("+")
    before = minutes_of(there, form.read) if text else None
    after = minutes_of(back, form.read) if back.strip() else before
    ways = {"travel_before": before, "travel_after": after}
    return Understood(ways, labels.ways(form.activity.changed_to(**ways)))


def _outlay(part: Part) -> Callable[[FormContext, str, Texts], Understood]:
    def read(form: FormContext, text: str, texts: Texts) -> Understood:
        ore = amount_of(text, form.read) if text else 0
        return Understood({part: ore}, amount(ore) if text else _usual(form, texts) if part == "planned" else "")

    return read


def _usual(form: FormContext, texts: Texts) -> str:
    kind = form.plan.channels.type(texts["channel"] or None, texts["type"] or None)
    costs = () if kind is None else tuple(cost for cost in kind.costs if cost.low is not None or cost.high is not None)
    if not costs:
        return ""
    low, high = sum(cost.low or 0 for cost in costs), sum(cost.high or cost.low or 0 for cost in costs)
    usual = amount(low) if low == high else f"{number(low // 100)}–{amount(high)}"
    return _("usually {amount}").format(amount=usual)


def _value(form: FormContext, text: str, _texts: Texts) -> Understood:
    ore = amount_of(text, form.read) if text else None
    return Understood({"value": ore}, amount(ore) if ore is not None else "")


def _km(form: FormContext, text: str, _texts: Texts) -> Understood:
    if not text:
        return Understood({"km_planned": None})
    kilometres = count_of(text.casefold().removesuffix("km"), form.read)
    day = form.activity.date or form.today
    rate = form.plan.settings.km_rate(day)
    return Understood({"km_planned": kilometres}, amount(kilometres * rate))


def _quantity(form: FormContext, text: str, texts: Texts) -> Understood:
    if not text:
        return Understood({"quantity_planned": None})
    count = count_of(text, form.read)
    unit = form.plan.channels.unit_name(texts["unit"], count, language()) if texts["unit"] else ""
    return Understood({"quantity_planned": count}, f"{number(count)} {unit}".strip())


def _goal(form: FormContext, text: str, texts: Texts) -> Understood:
    if form.untouched("goal", texts=texts):
        return Understood()
    found = goal_of(text, form.read) if text else None
    goal = form.plan.goal(found) if found else None
    return Understood({"goal": found}, goal.title if goal else _("in your own words") if found else "")


def _programme(form: FormContext, text: str, texts: Texts) -> Understood:
    if form.untouched("programme", texts=texts):
        return Understood()
    found = programme_of(text, form.read) if text else None
    title = form.plan.programme_title(found) if found else None
    return Understood({"programme": found}, title or (_("in your own words") if found else ""))


def _priority(_form: FormContext, text: str, _texts: Texts) -> Understood:
    return Understood({"priority": int(text) if text else None})


def _tags(_form: FormContext, text: str, _texts: Texts) -> Understood:
    tags = tuple(dict.fromkeys(word.strip("#,") for word in text.split() if word.strip("#,")))
    return Understood({"tags": tags}, " ".join(f"#{tag}" for tag in tags))


def _private(_form: FormContext, text: str, _texts: Texts) -> Understood:
    return Understood({"private": bool(text)})


_READERS: Final[Mapping[str, Callable[[FormContext, str, Texts], Understood]]] = {
    "channel": _channel,
    "whom": _whom,
    "date": read_date,
    "start": read_start,
    "minutes": _minutes,
    "end_date": read_end_date,
    "due": read_due,
    "material": read_material,
    "appears": read_appears,
    "travel": _travel,
    "repeat": read_repeat,
    "planned": _outlay("planned"),
    "committed": _outlay("committed"),
    "items": lambda _form, _text, _texts: Understood(),  # they are no words: the list changes them
    "km": _km,
    "quantity": _quantity,
    "value": _value,
    "goal": _goal,
    "programme": _programme,
    "priority": _priority,
    "tags": _tags,
    "private": _private,
}


def understand(form: FormContext, name: str, texts: Texts) -> Understood:
    """Return what a field means beside the others.

    Raises:
        NotUnderstoodError: it is not understood.
    """
    text = texts[name].strip()
    reader = _READERS.get(name)
    if reader is not None:
        return reader(form, text, texts)
    return Understood({name: text if name == "title" else text or None})


def filled(form: FormContext, understood: Mapping[str, Understood], place: Placement) -> Activity:
    """Return the activity with everything the form says."""
    fields = {name: value for each in understood.values() for name, value in each.fields.items()}
    costs = form.costs
    first = _usual_kind(form, fields)
    for part in _PARTS:
        total = fields.pop(part, None)
        if isinstance(total, int):
            costs = with_total(costs, part, total, first)
    state = form.activity.state
    if state in {State.DRAFT, State.PLANNED}:
        state = State.DRAFT if place.date is None and place.bucket is None else State.PLANNED
    placed = {"date": place.date, "start": place.start, "bucket": place.bucket, "end_date": place.end_date}
    row = form.activity.changed_to(**fields, **placed, costs=costs, state=state)
    if form.costs or not costs:
        return row
    return row.changed_to(costs=with_usual_lines(form.plan, row, form.today))  # the first that it costs


def _usual_kind(form: FormContext, fields: Mapping[str, object]) -> str:
    """Return the kind of outlay that a type usually has; kilometres are told apart."""
    channel, code = fields.get("channel", form.activity.channel), fields.get("type", form.activity.type)
    kind = form.plan.channels.type(str(channel or ""), str(code) if code else None)
    kinds = [cost.kind for cost in kind.costs] if kind else []
    return next((each for each in kinds if each != "mileage"), "other")


_PARTS: Final[tuple[Part, ...]] = ("planned", "committed")
