"""The seller's own summary of a quarter or a year: kept among the texts of its programme, so that it is not lost."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import TextSection
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.programme_edits import put_plan, sales_plan_of

_BEGINNING: Final = "summary-"


def summary_of(programme: SalesPlan | None, period: str) -> tuple[str, ...]:
    """Return the sentences of a period's summary; none where the seller has written none."""
    sections = () if programme is None else programme.sections
    found = next((each.text for each in sections if each.id == _identity(period)), "")
    return tuple(line.strip() for line in found.splitlines() if line.strip())


def set_summary(plan: Plan, programme: str, period: str, sentences: Iterable[str], *, at: dt.datetime) -> Plan:
    """Keep a period's summary; without sentences there is none any more.

    Raises:
        NotFoundError: `no_plan`: there is no such programme any more.
    """
    found = sales_plan_of(plan, programme)
    text = "\n".join(sentences)
    kept = tuple(each for each in found.sections if each.id != _identity(period))
    own = (TextSection(id=_identity(period), title=period, text=text),) if text else ()
    return put_plan(plan, found.changed_to(sections=(*kept, *own)), at=at)


def _identity(period: str) -> str:
    return _BEGINNING + period.lower()
