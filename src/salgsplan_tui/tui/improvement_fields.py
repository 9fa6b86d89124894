"""The fields of an improvement area: what stands in them, and what is meant by what is typed (S35)."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final, get_args

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.measures import MEASURES
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import Unit
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.formats import number
from salgsplan_tui.language.measure_names import measure_name, unit_name
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.customer_fields import Reader
from salgsplan_tui.tui.dialogs.form_fields import written_day
from salgsplan_tui.tui.dialogs.record_fields import Meant, RecordField

OWN_MEASURE: Final = "own_measure"
"""The field for what is measured in one's own words."""
_BETWEEN: Final = ","
_SHOWN: Final = 3


def area_fields(plan: Plan, reader: Reader, area: ImprovementArea) -> tuple[RecordField, ...]:
    """Return the fields; activities and cases are named by ids or words of their titles, with commas between."""
    plans = [("", "–"), *((each.id, safe_line(each.title)) for each in plan.sales_plans.values())]
    measures = [("", "–"), *((code, measure_name(code)) for code in MEASURES)]
    units = [("", "–"), *((unit, unit_name(unit)) for unit in get_args(Unit))]
    ways = [("up", _("up")), ("down", _("down"))]
    # What it names already stands for itself where it was not read: a week of long ago.
    rows = _named(dict.fromkeys(area.activities, "…") | {row.id: row.title for row in plan.stored()})
    cases = _named(dict.fromkeys(area.cases, "…") | {case.id: case.title for case in plan.cases.values()})
    return (
        RecordField("title", N_("What is to become better"), _needed),
        RecordField("measure", N_("Measured by"), _picked, measures),
        RecordField(OWN_MEASURE, N_("Or by, in own words")),
        RecordField("unit", N_("Unit"), _picked, units),
        RecordField("direction", N_("Direction"), _picked, ways),
        RecordField("baseline", N_("How it was"), hundredths),
        RecordField("target", N_("Target"), hundredths),
        RecordField("deadline", N_("Deadline"), reader.day),
        RecordField("owner", N_("Responsible"), opens_group=True),
        RecordField("plan", N_("Belongs to"), _picked, plans),
        RecordField("activities", N_("Activities"), rows),
        RecordField("cases", N_("Cases"), cases),
    )


def area_texts(area: ImprovementArea) -> dict[str, str]:
    """Return what stands in the fields."""
    is_counted = area.measure in MEASURES
    return {
        "title": area.title,
        "measure": (area.measure or "") if is_counted else "",
        OWN_MEASURE: "" if is_counted else area.measure or "",
        "unit": area.unit or "",
        "direction": area.direction,
        "baseline": _written(area.baseline),
        "target": _written(area.target),
        "deadline": written_day(area.deadline),
        "owner": area.owner or "",
        "plan": area.plan or "",
        "activities": f"{_BETWEEN} ".join(area.activities),
        "cases": f"{_BETWEEN} ".join(area.cases),
    }


def hundredths(text: str) -> Meant:
    """Read a figure such as «9», «4,5» or «80 %», as hundredths of its unit.

    Raises:
        NotUnderstoodError: it is no figure.
    """
    from salgsplan_tui.domain.quick_add.numbers import decimal_of  # noqa: PLC0415

    digits = "".join(text.split()).rstrip("%")
    if not digits:
        return Meant()
    found = decimal_of(digits)
    if found is None:
        raise NotUnderstoodError("not_a_figure", text=text.strip())
    return Meant(int(found * 100))


def _needed(text: str) -> Meant:
    if not text.strip():
        raise NotUnderstoodError("name_needed")
    return Meant(text.strip())


def _picked(text: str) -> Meant:
    return Meant(text or None)


def _named(titles: Mapping[str, str]) -> Callable[[str], Meant]:
    """Return what reads ids, or words of titles, with commas between, and says the titles that are meant."""

    def meant(text: str) -> Meant:
        ids = tuple(dict.fromkeys(_one(each.strip(), titles) for each in text.split(_BETWEEN) if each.strip()))
        told = " · ".join(titles[identity] for identity in ids)
        return Meant(ids, told or _("ids, or words of the title; commas between"))

    return meant


def _one(words: str, titles: Mapping[str, str]) -> str:
    """Return the id that is meant: the very one, else the one that begins so, else that of the title with the words."""
    wanted = words.lower()
    if wanted in titles:
        return wanted
    ways: tuple[Callable[[str], bool], ...] = (
        lambda identity: identity.startswith(wanted),
        lambda identity: all(word in fold(titles[identity]) for word in fold(words).split()),
    )
    found = next((fitting for way in ways if (fitting := [each for each in titles if way(each)])), [])
    if not found:
        raise NotUnderstoodError("names_nothing", text=words)
    if len(found) > 1:
        told = tuple(f"{identity} {titles[identity]}" for identity in found[:_SHOWN])
        raise NotUnderstoodError("ambiguous_goal", text=words, candidates=told)
    return found[0]


def _written(value: int | None) -> str:
    return "" if value is None else number(Fraction(value, 100), 0 if value % 100 == 0 else 2)
