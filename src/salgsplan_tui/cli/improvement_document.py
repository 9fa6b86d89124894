"""Improvement areas as other programs read them: stable English keys, figures as strings, what is absent null."""

import datetime as dt
from fractions import Fraction

from salgsplan_tui.cli.as_json import Document
from salgsplan_tui.domain.amounts import rounded, text_from_ore
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.improvement_edits import cases_of, is_late, lacks_of, progress_of
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service_results import ServiceResults, usual_period
from salgsplan_tui.tui.improvement_page import now_of


def area_document(plan: Plan, area: ImprovementArea, now: dt.datetime) -> Document:
    """Return an improvement area with every key there is."""
    stands = now_of(plan, area, ServiceResults(plan, usual_period(plan, now.date()), now))
    progress = progress_of(area, stands)
    return {
        "id": area.id,
        "title": area.title,
        "plan": area.plan,
        "measure": area.measure,
        "unit": area.unit,
        "baseline": _figure(area.baseline),
        "now": _figure(stands),
        "target": _figure(area.target),
        "direction": area.direction,
        "progress": None if progress is None else text_from_ore(rounded(progress * 100 * 100)),
        "deadline": None if area.deadline is None else area.deadline.isoformat(),
        "late": is_late(area, now.date()),
        "owner": area.owner,
        "status": area.status,
        "cases": list(cases_of(plan, area)),
        "activities": list(area.activities),
        "measured": [{"on": each.on.isoformat(), "value": text_from_ore(each.value)} for each in area.measured],
        "lacks": list(lacks_of(plan, area)),
    }


def _figure(value: int | Fraction | None) -> str | None:
    return None if value is None else text_from_ore(rounded(Fraction(value)))
