"""The week plan for the sales leader: one page (chapter 6.7, S27)."""

from salgsplan_tui.domain.reports.goal_parts import key_line
from salgsplan_tui.domain.reports.head import head
from salgsplan_tui.domain.reports.looks_back import looks_back
from salgsplan_tui.domain.reports.money_parts import cost_of_week, offers_this_week
from salgsplan_tui.domain.reports.people_parts import needs, service
from salgsplan_tui.domain.reports.plan_parts import last_week, must_dos, plan_of_week
from salgsplan_tui.domain.reports.scope import Scope, week_before
from salgsplan_tui.domain.reports.values import Section


def week_sections(scope: Scope) -> tuple[Section, ...]:
    """Return the outline of the week plan."""
    before = week_before(scope.span)
    return (
        Section(1, "head", head(scope)),
        Section(2, "key", key_line(scope)),
        Section(3, "needs", needs(scope)),
        Section(4, "must_dos", must_dos(scope)),
        Section(5, "plan", plan_of_week(scope)),
        Section(6, "last_week", (*last_week(scope, before), *looks_back(scope, before))),
        Section(7, "service", service(scope, before, is_list=True)),
        Section(8, "cost", cost_of_week(scope)),
        Section(9, "offers", offers_this_week(scope)),
    )
