"""The timetable of three months as a report: week by week what is done, load, cost and important dates (S24)."""

from salgsplan_tui.domain.reports.head import head
from salgsplan_tui.domain.reports.plan_parts import calendar_by_week, main_activities
from salgsplan_tui.domain.reports.scope import Scope
from salgsplan_tui.domain.reports.values import Block, Lines, Section, Table, code

_MOST = 40
"""More rows than this are no overview; the timetable's own sheet has them all."""


def timetable_sections(scope: Scope) -> tuple[Section, ...]:
    """Return the outline of the timetable."""
    return (
        Section(1, "head", head(scope)),
        Section(2, "calendar", calendar_by_week(scope)),
        Section(3, "commitments", _commitments(scope)),
    )


def _commitments(scope: Scope) -> tuple[Block, ...]:
    rows = main_activities(scope, scope.span, _MOST)
    if not rows:
        return (Lines("plan", ((code("nothing_planned", "word"),),)),)
    return (Table("commitments", ("days", "what", "channel", "cost"), rows, is_list=True),)
