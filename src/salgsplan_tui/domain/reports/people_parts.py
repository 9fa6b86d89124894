"""Customers, service and the leader in a report: movements, loyalty, cases, improvement areas, needs, risks, leave."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final

from salgsplan_tui.domain import loyalty, service_figures
from salgsplan_tui.domain.basis import Basis, ended_on
from salgsplan_tui.domain.budget import budget_of
from salgsplan_tui.domain.case_clock import clock_of
from salgsplan_tui.domain.customers import Stage
from salgsplan_tui.domain.dates import Span, week_key
from salgsplan_tui.domain.day_plan import capacity_of
from salgsplan_tui.domain.goal_counts import COUNTS
from salgsplan_tui.domain.goals import goals_of
from salgsplan_tui.domain.holidays import count_workdays, holidays
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.need_edits import open_needs
from salgsplan_tui.domain.nps import answers_in
from salgsplan_tui.domain.offers_followed import followed_up
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.reports.goal_parts import told
from salgsplan_tui.domain.reports.scope import Scope, weeks_cut
from salgsplan_tui.domain.reports.values import (
    NOTHING,
    Block,
    Figure,
    Figures,
    Item,
    Lines,
    Table,
    code,
    day,
    days,
    kr,
    level,
    number,
    rate,
    ratio,
    share,
    text,
    week,
)
from salgsplan_tui.domain.service import ServiceCase

_HUNDREDTHS: Final = 100
_OLD_OFFER: Final = 7
"""Days after which an offer should have been followed up."""
_GONE: Final = {Stage.DORMANT: "dormant", Stage.LOST: "lost"}


def needs(scope: Scope) -> tuple[Block, ...]:
    """Return what is needed from the leader, and for how many weeks (S52)."""
    found = open_needs(scope.plan, max(scope.as_of, min(scope.span.start, scope.as_of)))
    if not found:
        return (Lines("needs", ((code("no_needs", "word"),),)),)
    rows = tuple((text(scope.discretion.words(each.text)), number(each.weeks(scope.as_of))) for each in found)
    return (Table("needs", ("need", "age_weeks"), rows, is_list=True),)


def days_off(scope: Scope) -> Iterator[tuple[Item, ...]]:
    """Yield red and short days and own days off in the report's days; why somebody is away is not told."""
    for holiday in holidays(scope.span):
        yield (day(holiday.date), code(holiday.code, "holiday"))
    for entry in scope.plan.days_off.entries:
        if entry.span.touches(scope.span):
            why = "closed_day" if entry.kind == "closed" else "away"
            yield (days(entry.span.common(scope.span)), code(why, "word"))


def risks(scope: Scope) -> Iterator[tuple[Item, ...]]:
    """Yield what may go wrong, as far as the figures show it: behind pace, over budget, old offers, full weeks."""
    if scope.basis is not None:
        for goal in goals_of(scope.basis):
            if goal.ahead is not None and goal.ahead < 0 and goal.grows:
                yield (code("behind_pace", "word"), text(goal.goal.title), told(-goal.ahead, goal.goal.unit))
        budget = budget_of(scope.basis)
        for line in budget.lines:
            if budget.by_line[line.id].variance < 0:
                yield (code("over_budget", "word"), text(line.title), kr(-budget.by_line[line.id].variance))
    old = [each for each in scope.period_basis.open_offers if (each.age(scope.as_of) or 0) > _OLD_OFFER]
    if old:
        yield (code("old_offers", "word"), number(len(old)), kr(sum(each.amount for each in old)))
    late = len(scope.plan.overdue(scope.now))
    if late:
        yield (code("overdue_rows", "word"), number(late), NOTHING)
    for span in weeks_cut(scope.span):
        rows = [row for row in scope.plan.during(span) if row.counts]
        minutes, room = sum(row.minutes or 0 for row in rows), capacity_of(scope.plan, span, rows)
        if minutes > room > 0:
            yield (code("full_week", "word"), week(week_key(span.start)), share(minutes, room))


def customer_moves(scope: Scope) -> tuple[Block, ...]:
    """Return who is new, has bought again or more, sleeps or is lost, and why."""
    basis = scope.period_basis
    stages = [
        change.to
        for customer in scope.plan.customers.values()
        for change in customer.stage_changes
        if change.on in basis.known
    ]
    lost = [each for each in basis.decided if each.state == "lost"]
    again = loyalty.repurchase_rate(basis)
    figures = (
        Figure("new_customers", number(len(loyalty.new_customers(basis)))),
        Figure("repurchase_rate", rate(again.part, again.whole)),
        Figure("additional_value", kr(loyalty.additional_value(basis))),
        *(Figure(name, number(stages.count(stage))) for stage, name in _GONE.items()),
        Figure("lost_offers", number(len(lost)), kr(sum(each.amount for each in lost))),
    )
    return (Figures("customers", figures), *_reasons_lost(basis))


def _reasons_lost(basis: Basis) -> Iterator[Block]:
    lost = [each for each in basis.decided if each.state == "lost"]
    counted = Counter(each.lost_reason or "unknown" for each in lost)
    values = {
        reason: sum(each.amount for each in lost if (each.lost_reason or "unknown") == reason) for reason in counted
    }
    rows = tuple(
        (code(reason, "lost_reason"), number(count), kr(values[reason]))
        for reason, count in sorted(counted.items(), key=lambda each: (-each[1], each[0]))
    )
    if rows:
        yield Table("lost_reasons", ("reason", "offers", "amount"), rows)


def loyalty_figures(scope: Scope) -> tuple[Block, ...]:
    """Return repurchase, retention, additional purchase and NPS (S32-S34)."""
    basis = scope.period_basis
    rates = (
        ("repurchase_rate", loyalty.repurchase_rate(basis)),
        ("retention", loyalty.retention(basis)),
        ("additional_share", loyalty.additional_share(basis)),
    )
    figures = [
        Figure(name, rate(each.part, each.whole) if name != "additional_share" else share(each.part, each.whole))
        for name, each in rates
    ]
    figures.append(Figure("additional_value", kr(loyalty.additional_value(basis))))
    score, answers = _nps(scope), answers_in(basis)
    if score is not None:
        figures.append(Figure("nps", level(score, "points")))
    if answers.given:
        figures.append(Figure("nps_answers", number(len(answers.given))))
    if answers.are_few:
        figures += [
            Figure("nps_promoters", number(answers.promoters)),
            Figure("nps_passives", number(answers.passives)),
            Figure("nps_detractors", number(answers.detractors)),
        ]
    if score is None and not answers.given:
        return Figures("loyalty", tuple(figures)), Lines("nps", ((code("no_nps", "word"),),))
    return (Figures("loyalty", tuple(figures)),)


def _nps(scope: Scope) -> Fraction | int | None:
    """Return the score of the answers; of too few, the one that was told last, in whichever plan it is a goal."""
    counted = answers_in(scope.period_basis).score
    if counted is not None:
        return counted * _HUNDREDTHS
    measured = [
        each
        for plan in scope.plan.sales_plans.values()
        for goal in plan.goals
        if goal.measure == "nps"
        for each in goal.measured
        if each.on <= scope.as_of
    ]
    return max(measured, key=lambda each: each.on).value if measured else None


def service(scope: Scope, span: Span, *, is_list: bool) -> tuple[Block, ...]:
    """Return the service cases of some days in figures, and those that are open, or ended, by themselves."""
    basis = scope.over(span)
    cases = [each for each in scope.plan.cases.values() if each.day <= scope.as_of]
    still_open = [each for each in cases if _is_open(each, scope.as_of)]
    closed = basis.closed_cases
    figures = (
        Figure("new_cases", number(sum(1 for each in cases if each.day in basis.known))),
        Figure("open_cases", number(len(still_open))),
        Figure("late_cases", number(sum(1 for each in still_open if _has_run_out(scope, each)))),
        Figure("closed_cases", number(len(closed))),
        *(() if is_list else _rates(scope, basis)),
    )
    blocks: list[Block] = [Figures("service", figures, span)]
    if is_list and (still_open or closed):
        shown = sorted((*still_open, *closed), key=lambda each: (each.opened, each.id))
        rows = tuple(_case(scope, each) for each in shown)
        blocks.append(Table("cases", ("customer", "about", "opened", "state", "result"), rows, is_list=True))
    return tuple(blocks)


def _rates(scope: Scope, basis: Basis) -> Iterator[Figure]:
    """Yield how fast cases were answered and solved, and how glad the customers were in the end (chapter 4.13)."""
    satisfied, joy = service_figures.recovery_rate(basis), service_figures.buyers_joy_rate(basis)
    yield Figure("first_response", _average(scope, basis, service_figures.response_minutes))
    yield Figure("resolution", _average(scope, basis, service_figures.resolution_minutes))
    yield Figure("recovery_rate", rate(satisfied.part, satisfied.whole))
    yield Figure("buyers_joy_rate", rate(joy.part, joy.whole))
    yield Figure("compensation", kr(sum(each.compensation or 0 for each in basis.closed_cases)))


def _average(scope: Scope, basis: Basis, minutes: Callable[[Plan, ServiceCase], int | None]) -> Item:
    cases = (case for case in scope.plan.cases.values() if case.day in basis.known)
    known = [each for case in cases if (each := minutes(scope.plan, case)) is not None]
    return ratio(sum(known), len(known), "hours")


def _is_open(case: ServiceCase, as_of: dt.date) -> bool:
    ended = None if case.is_open else ended_on(case) or case.day
    return ended is None or ended > as_of


def _has_run_out(scope: Scope, case: ServiceCase) -> bool:
    clock = clock_of(scope.plan, case, scope.now)
    return clock is not None and clock.has_run_out


def _case(scope: Scope, case: ServiceCase) -> tuple[Item, ...]:
    about = text(scope.discretion.words(case.title or case.cause))
    ended = code(case.result, "case_result") if case.result else NOTHING
    return (scope.discretion.customer(case.customer), about, day(case.day), code(case.state, "case_state"), ended)


def improvement_areas(scope: Scope) -> tuple[Block, ...]:
    """Return what is to be done better: how it was, how it is, where it is to come, by when (S35)."""
    areas = [each for each in scope.plan.improvements.values() if each.status != "dropped"]
    if not areas:
        return (Lines("improvements", ((code("no_improvements", "word"),),)),)
    rows = tuple(
        (
            text(scope.discretion.words(each.title)),
            told(each.baseline, each.unit),
            told(_now(scope, each), each.unit),
            told(each.target, each.unit),
            day(each.deadline),
            code(each.status, "goal_status"),
        )
        for each in areas
    )
    columns = ("improvement", "before", "now", "target", "deadline", "status")
    table = Table("improvements", columns, rows, is_list=True)
    if all(each.measure != "offers_followed_up" for each in areas):
        return (table,)
    found = followed_up(scope.period_basis)
    figure = Figure("offers_followed_up", rate(found.part, found.whole))
    return table, Figures("followed_up", (figure,), scope.span)


def _now(scope: Scope, area: ImprovementArea) -> Fraction | int | None:
    """Return where it stands: as somebody told it last, as on the screens, else as it is counted."""
    told_last, count = area.told(scope.as_of), COUNTS.get(area.measure or "")
    return told_last if told_last is not None or count is None else count(scope.period_basis).actual


def workdays(scope: Scope) -> Item:
    """Return the working days of the report, own days off taken out."""
    return number(count_workdays(scope.span, scope.plan.days_off))
