"""The improvement areas as lines: from where to where, how far it has come, by when, and what is lacking (S35)."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain.basis import basis_of, running_programme
from salgsplan_tui.domain.goal_counts import COUNTS
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.improvement_edits import ImprovementLack, cases_of, is_late, lacks_of, progress_of
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import GoalStatus, Unit
from salgsplan_tui.domain.service_results import ServiceResults
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.formats import number, percent, short_date
from salgsplan_tui.language.safe import clip, safe_line, width
from salgsplan_tui.tui.labels import HIDDEN
from salgsplan_tui.tui.lines import Line, Part, Target

_UNITS: Final[dict[Unit, str]] = {
    "kr": N_("kr"),
    "count": "",
    "percent": "%",
    "hours": N_("h"),
    "minutes": N_("min"),
    "points": N_("points"),
}
_STATES: Final[dict[GoalStatus, str]] = {
    "open": N_("worked on"),
    "reached": N_("reached"),
    "missed": N_("missed"),
    "dropped": N_("dropped"),
}
_LACKS: Final[dict[ImprovementLack, str]] = {
    "measure": N_("what is measured"),
    "baseline": N_("how it was"),
    "target": N_("a target"),
    "deadline": N_("a deadline"),
    "activity": N_("an activity or a case"),
}
_LATE_ORDER: Final = dt.date.max


def now_of(plan: Plan, area: ImprovementArea, results: ServiceResults) -> Fraction | None:
    """Return where an area stands, in hundredths of its unit: as somebody told it last, else as it is counted."""
    told = area.told(results.now.date())
    if told is not None:
        return Fraction(told)
    count = COUNTS.get(area.measure or "")
    programme = running_programme(plan, results.now.date())
    if count is None or programme is None:
        return None
    return count(basis_of(plan, programme, results.now.date())).actual


def status_name(status: GoalStatus) -> str:
    """Return how it stands with an improvement area, in words."""
    return _(_STATES[status])


def lack_name(lack: ImprovementLack) -> str:
    """Return what an improvement area lacks, in words."""
    return _(_LACKS[lack])


def figure(value: int | Fraction | None, unit: Unit | None) -> str:
    """Return a figure with its unit: «9,00 t»; «–» where there is none."""
    if value is None:
        return "–"
    decimals = 0 if value % 100 == 0 else 1
    word = _UNITS.get(unit or "count", "")
    return f"{number(Fraction(value, 100), decimals)} {_(word) if word.isalpha() else word}".strip()


def way_words(way: Fraction) -> str:
    """Return how much of the way is gone, «40 %»: beyond its ends that it went back, or that the target is met."""
    if way < 0:
        return _("worse than it was")
    return _("the target is met") if way >= 1 else _("{share} of the way").format(share=percent(way * 100, 0))


def areas_head(plan: Plan) -> Line:
    """Return the head of the sheet, with how many are worked on."""
    open_ones = sum(1 for each in plan.improvements.values() if each.status == "open")
    count = ngettext("{count} is worked on", "{count} are worked on", open_ones).format(count=open_ones)
    return Line((Part(" " + _("Improvement areas"), "figure"),), (Part(f"{count} "),))


def in_order(plan: Plan) -> tuple[ImprovementArea, ...]:
    """Return the areas: those worked on first, by their deadlines."""
    areas = plan.improvements.values()
    return tuple(sorted(areas, key=lambda each: (each.status != "open", each.deadline or _LATE_ORDER, each.title)))


def area_lines(
    plan: Plan, results: ServiceResults, today: dt.date, cells: int, *, hide: bool = False
) -> tuple[Line, ...]:
    """Return the areas, each with its way and what it lacks; where there are none, the way on."""
    if not plan.improvements:
        texts = (
            _("No improvement areas yet."),
            _("c makes one: what is to become better, from where to where, by when."),
        )
        return tuple(Line((Part(f" {text}", "muted"),)) for text in texts)
    return tuple(line for area in in_order(plan) for line in _area(plan, area, results, today, cells, hide=hide))


def _area(  # noqa: PLR0913  # what it is, what it is counted from, when, and how it is shown
    plan: Plan, area: ImprovementArea, results: ServiceResults, today: dt.date, cells: int, *, hide: bool
) -> Iterator[Line]:
    target = Target("area", area.id)
    late = is_late(area, today)
    title = HIDDEN if hide else safe_line(area.title)
    deadline = "" if area.deadline is None else _("by {date}").format(date=short_date(area.deadline))
    state = "" if area.status == "open" else status_name(area.status)
    right = " · ".join(part for part in (state, deadline) if part)
    room = max(10, cells - width(right) - 4)
    yield Line(
        (
            Part("! " if late else "  ", "overdue"),
            Part(clip(title, room), "title" if area.status == "open" else "done"),
        ),
        (Part(f"{right} ", "warning" if late else "muted"),),
        target,
    )
    now = now_of(plan, area, results)
    way = progress_of(area, now)
    gone = "" if way is None else way_words(way)
    measured = figure(area.baseline, area.unit), figure(now, area.unit), figure(area.target, area.unit)
    words = _("was {was} · is {now} · target {target}").format(was=measured[0], now=measured[1], target=measured[2])
    yield Line((Part(f"    {words}", "text"), Part(f"  {gone}", "figure")), target=target)
    yield from _below(plan, area, target, hide=hide)


def _below(plan: Plan, area: ImprovementArea, target: Target, *, hide: bool) -> Iterator[Line]:
    cases, rows = len(cases_of(plan, area)), len(area.activities)
    parts = (
        "" if area.owner is None or hide else safe_line(area.owner),
        ngettext("{count} case", "{count} cases", cases).format(count=cases) if cases else "",
        ngettext("{count} activity", "{count} activities", rows).format(count=rows) if rows else "",
    )
    told = " · ".join(part for part in parts if part)
    if told:
        yield Line((Part(f"    {told}", "muted"),), target=target)
    missing = lacks_of(plan, area) if area.status == "open" else ()
    if missing:
        names = ", ".join(lack_name(lack) for lack in missing)
        yield Line((Part("    " + _("lacks: {names}").format(names=names), "warning"),), target=target)
