"""The month plan for the sales leader: two pages (chapter 6.7, S28)."""

from salgsplan_tui.domain.reports.goal_parts import funnel_table, goals_of_month
from salgsplan_tui.domain.reports.head import head
from salgsplan_tui.domain.reports.looks_back import competences
from salgsplan_tui.domain.reports.money_parts import channel_table, cost_budget, open_offers
from salgsplan_tui.domain.reports.people_parts import customer_moves, days_off, improvement_areas, needs, risks, service
from salgsplan_tui.domain.reports.plan_parts import calendar_by_week
from salgsplan_tui.domain.reports.scope import Scope, month_before
from salgsplan_tui.domain.reports.values import Block, Lines, Section, code


def month_sections(scope: Scope) -> tuple[Section, ...]:
    """Return the outline of the month plan; the needs stand in its head too, where the leader sees them first."""
    return (
        Section(1, "head", (*head(scope), *needs(scope))),
        Section(2, "goals", goals_of_month(scope)),
        Section(3, "funnel", funnel_table(scope)),
        Section(4, "calendar", calendar_by_week(scope)),
        Section(5, "channels", channel_table(scope, month_before(scope.span.start), is_full=False)),
        Section(6, "budget", cost_budget(scope, by_line=True)),
        Section(7, "offers", open_offers(scope)),
        Section(8, "customers", customer_moves(scope)),
        Section(9, "service", _service(scope)),
        Section(10, "risks", risks_and_leave(scope)),
    )


def _service(scope: Scope) -> tuple[Block, ...]:
    """Return the service cases in figures, what the seller shares of how they coped, and the improvement areas."""
    return (*service(scope, scope.span, is_list=False), *competences(scope), *improvement_areas(scope))


def risks_and_leave(scope: Scope) -> tuple[Block, ...]:
    """Return what may go wrong, and who is away when."""
    found, off = tuple(risks(scope)), tuple(days_off(scope))
    return (
        Lines("risks", found or ((code("no_risks", "word"),),)),
        Lines("days_off", off or ((code("no_days_off", "word"),),)),
    )
