"""The fields of a service case, its solution, compensation and look back: what stands in them, and what is meant."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final, get_args

from salgsplan_tui.domain.budget_lines import told_line
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.reflection import COMPETENCES, Reflection
from salgsplan_tui.domain.service import CaseType, ServiceCase
from salgsplan_tui.language import N_, _, language
from salgsplan_tui.language.formats import clock, long_date
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.customer_fields import Reader
from salgsplan_tui.tui.dialogs.form_fields import written_amount, written_day
from salgsplan_tui.tui.dialogs.record_fields import Meant, Options, RecordField, as_typed
from salgsplan_tui.tui.service_words import MOODS, mood_name, type_name

ReadMoment = Callable[[str], dt.datetime]

_YES: Final = "yes"
_COMPETENCE_LABELS: Final = {
    "knowledge": N_("Knowledge"),
    "psychology": N_("Psychological competence"),
    "social": N_("Social skills"),
    "tolerance": N_("Tolerance"),
}


def _needed(key: str) -> Callable[[str], Meant]:
    """Return what reads words that may not be missing; the key is what is said where they are."""

    def meant(text: str) -> Meant:
        if not text.strip():
            raise NotUnderstoodError(key)
        return Meant(text.strip())

    return meant


def _picked(text: str) -> Meant:
    return Meant(text or None)


def _number(text: str) -> Meant:
    return Meant(int(text) if text else None)


def moment_field(read: ReadMoment) -> Callable[[str], Meant]:
    """Return what reads a moment, and says it in full."""

    def meant(text: str) -> Meant:
        if not text.strip():
            return Meant()
        when = read(text.strip())
        return Meant(when, f"{long_date(when.date())} {clock(when.time())}")

    return meant


def written_moment(when: dt.datetime | None) -> str:
    """Return a moment as it can be typed again."""
    return "" if when is None else f"{when:%Y-%m-%d %H:%M}"


def case_fields(reader: Reader, read_moment: ReadMoment, plan: Plan, case: ServiceCase) -> tuple[RecordField, ...]:
    """Return the fields of a case; whose it is can be said of a new one only."""
    types = [(kind, type_name(kind)) for kind in get_args(CaseType)]
    channels: Options = [
        ("", "–"),
        *((each.code, plan.channels.name(each.code, language())) for each in plan.channels.shown),
    ]
    moods = [("", "–"), *((str(mood), mood_name(mood)) for mood in MOODS)]
    areas = [("", "–"), *((each.id, safe_line(each.title)) for each in plan.improvements.values())]
    names = ((each.id, safe_line(each.name)) for each in plan.customers.values())
    customers = [("", "–"), *sorted(names, key=lambda each: each[1].casefold())]
    known = plan.customers.get(case.customer)
    people = [("", "–"), *((each.id, safe_line(each.name)) for each in (known.contacts if known else ()))]
    whose = (
        RecordField("contact", N_("Contact"), _picked, people)
        if known is not None
        else RecordField("customer", N_("Customer"), _picked, customers)
    )
    return (
        RecordField("title", N_("Title"), _needed("title_needed")),
        whose,
        RecordField("type", N_("Type"), _picked, types),
        RecordField("channel", N_("Came in by"), _picked, channels),
        RecordField("opened", N_("Came in"), moment_field(read_moment)),
        RecordField("start_mood", N_("Mood in the beginning"), _number, moods),
        RecordField("cause", N_("Cause"), opens_group=True),
        RecordField("improvement_area", N_("Improvement area"), _picked, areas),
        RecordField("solution", N_("Solution")),
        RecordField("solution_by", N_("Carried out by")),
        RecordField("resolution_due", N_("Promised by"), moment_field(read_moment)),
        RecordField("order", N_("Order"), opens_group=True),
        RecordField("delivered", N_("Delivered"), reader.day),
        RecordField("discovered", N_("Fault found"), reader.day),
        RecordField("notes", N_("Notes"), is_long=True),
    )


def case_texts(case: ServiceCase) -> dict[str, str]:
    """Return what stands in the fields of a case."""
    return {
        "title": case.title,
        "customer": case.customer if case.customer != NOBODY else "",
        "contact": case.contact or "",
        "type": case.type,
        "channel": case.channel or "",
        "opened": written_moment(case.opened),
        "start_mood": "" if case.start_mood is None else str(case.start_mood),
        "cause": case.cause or "",
        "improvement_area": case.improvement_area or "",
        "solution": case.solution or "",
        "solution_by": case.solution_by or "",
        "resolution_due": written_moment(case.resolution_due),
        "order": case.order or "",
        "delivered": written_day(case.delivered),
        "discovered": written_day(case.discovered),
        "notes": case.notes or "",
    }


NOBODY: Final = "--"
"""Whose a new case is before it is said."""


def solution_fields(read_moment: ReadMoment) -> tuple[RecordField, ...]:
    """Return what a solution is agreed by: what, by whom, by when."""
    return (
        RecordField("solution", N_("Solution"), _needed("solution_needed")),
        RecordField("solution_by", N_("Carried out by"), as_typed),
        RecordField("resolution_due", N_("Promised by"), moment_field(read_moment)),
    )


def solution_texts(case: ServiceCase, name: str, due: dt.datetime | None, today: dt.date) -> dict[str, str]:
    """Return what stands in them at first: the seller's own name, and when it is due anyway."""
    del today
    return {
        "solution": case.solution or "",
        "solution_by": case.solution_by or name,
        "resolution_due": written_moment(case.resolution_due or due),
    }


def compensation_fields(reader: Reader, plan: Plan) -> tuple[RecordField, ...]:
    """Return a compensation's amount, and the budget line it is held against."""
    lines = [line for each in plan.sales_plans.values() for line in each.budget_lines if each.level == "operative"]
    options = [("", "–"), *((line.id, safe_line(told_line(line))) for line in lines)]
    return (
        RecordField("amount", N_("Compensation"), reader.amount),
        RecordField("line", N_("Budget line"), _picked, options),
    )


def compensation_texts(case: ServiceCase, line: str | None) -> dict[str, str]:
    """Return what stands in them at first."""
    return {"amount": written_amount(case.compensation or 0), "line": line or ""}


def reflection_fields() -> tuple[RecordField, ...]:
    """Return the four competences, what there is to say, and whether a report may tell it (S6)."""
    degrees = [("", "–"), *((str(degree), str(degree)) for degree in range(1, 6))]
    return (
        *(RecordField(each, _COMPETENCE_LABELS[each], _number, degrees) for each in COMPETENCES),
        RecordField("text", N_("What I take with me"), is_long=True),
        RecordField("shared", N_("A report may tell it"), lambda text: Meant(text == _YES), _yes_or_no()),
    )


def _yes_or_no() -> Options:
    return (("", _("no")), (_YES, _("yes")))


def reflection_texts(told: Reflection | None) -> Mapping[str, str]:
    """Return what was said the last time."""
    if told is None:
        return {}
    degrees: dict[str, str] = {each: str(told.degrees.get(each) or "") for each in COMPETENCES}
    return {**degrees, "text": told.text or "", "shared": _YES if told.shared else ""}
