"""Service cases and their figures as other programs read them: stable English keys, what is absent null."""

import datetime as dt
from fractions import Fraction

from salgsplan_tui.cli.as_json import Document, activity_documents
from salgsplan_tui.domain.amounts import rounded, text_from_ore
from salgsplan_tui.domain.case_clock import CaseClock, clock_of, resolution_due, response_due
from salgsplan_tui.domain.case_rows import cost_of, next_rows, planned_late, rows_of
from salgsplan_tui.domain.claims import ClaimDeadline, claim_help
from salgsplan_tui.domain.loyalty import Share
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.service_figures import Average, resolution_minutes, response_minutes
from salgsplan_tui.domain.service_results import ServiceResults
from salgsplan_tui.language import language


def case_document(plan: Plan, case: ServiceCase, now: dt.datetime) -> Document:
    """Return a case with every key there is but its own look back, which is private."""
    customer = plan.customers.get(case.customer)
    contact = plan.contact(case.contact) if case.contact else None
    late = planned_late(plan, case, now)
    return {
        "id": case.id,
        "title": case.title,
        "customer": {"id": case.customer, "name": None if customer is None else customer.name},
        "contact": None if case.contact is None else {"id": case.contact, "name": contact and contact[1].name},
        "order": case.order,
        "type": case.type,
        "channel": case.channel,
        "cause": case.cause,
        "improvement_area": case.improvement_area,
        "state": case.state.value,
        "step": case.rung.value,
        "next_step": None if case.next_rung is None else case.next_rung.value,
        "opened": _moment(case.opened),
        "start_mood": case.start_mood,
        "first_response": _moment(case.first_response),
        "first_response_due": _moment(response_due(plan, case)),
        "response_minutes": response_minutes(plan, case),
        "acknowledged": _moment(case.acknowledged),
        "solution": case.solution,
        "solution_by": case.solution_by,
        "agreed": _moment(case.agreed),
        "resolved": _moment(case.resolved),
        "resolution_due": _moment(resolution_due(plan, case, case.resolved or now)),
        "resolution_minutes": resolution_minutes(plan, case),
        "waiting": [{"since": _moment(each.since), "until": _moment(each.until)} for each in case.waiting],
        "escalated": _moment(case.escalated),
        "reopened": [{"at": _moment(each.at), "reason": each.reason} for each in case.reopened],
        "followed_up": _day(case.followed_up),
        "closed": _day(case.closed),
        "end_mood": case.end_mood,
        "evidence_kind": case.evidence_kind,
        "evidence": case.evidence,
        "result": case.result,
        "reason": case.reason,
        "delivered": _day(case.delivered),
        "discovered": _day(case.discovered),
        "compensation": None if case.compensation is None else text_from_ore(case.compensation),
        "cost": text_from_ore(cost_of(plan, case)),
        "notes": case.notes,
        "clock": _clock(clock_of(plan, case, now)),
        "next": activity_documents(plan, next_rows(plan, case)),
        "planned_too_late": late is not None,
        "activities": [row.id for row in rows_of(plan, case)],
    }


def claim_document(plan: Plan, case: ServiceCase, deadlines: tuple[ClaimDeadline, ...]) -> Document | None:
    """Return how long the customer may wait with a claim: help, with its source."""
    found = claim_help(plan, case, deadlines)
    if found is None:
        return None
    return {
        "text": found.deadline.says[language()],
        "source": found.deadline.source,
        "besides": found.deadline.besides.get(language()),
        "valid_from": found.deadline.valid_from.isoformat(),
        "notice_until": _day(found.notice_until),
        "last_day": _day(found.last_day),
        "long_last_day": _day(found.long_last_day),
    }


def results_document(found: ServiceResults) -> Document:
    """Return the figures of a period, each with its n; shares as percents."""
    return {
        "from": found.span.start.isoformat(),
        "to": found.span.last.isoformat(),
        "as_of": found.now.date().isoformat(),
        "opened": [case.id for case in found.opened],
        "closed": [case.id for case in found.closed],
        "open": [case.id for case in found.open],
        "run_out": [case.id for case in found.late],
        "without_next": [case.id for case in found.without_next],
        "response_minutes": _average(found.response),
        "answered_in_time": _share(found.answered_in_time),
        "resolution_minutes": _average(found.resolution),
        "solved_in_time": _share(found.solved_in_time),
        "recovery": _share(found.recovery),
        "buyers_joy": _share(found.joy),
        "mood_lift": _average(found.lift),
        "repurchase": {**_share(found.repurchase), "may_still": found.may_still_buy},
        "cost_per_case": {
            "value": None if found.cost.value is None else text_from_ore(rounded(found.cost.value)),
            "n": found.cost.n,
        },
        "results": dict(found.results),
        "causes": [{"cause": cause, "count": count} for cause, count in found.causes],
    }


def _clock(clock: CaseClock | None) -> Document | None:
    if clock is None:
        return None
    return {
        "kind": clock.kind,
        "due": _moment(clock.due),
        "minutes_left": clock.left if clock.due is not None else None,
        "stopped": clock.is_stopped,
    }


def _average(found: Average) -> Document:
    return {"value": None if found.value is None else _decimal(found.value), "n": found.n}


def _share(found: Share) -> Document:
    value = found.value
    part, whole = int(found.part), int(found.whole)
    return {"percent": None if value is None else _decimal(value * 100), "part": part, "n": whole}


def _decimal(value: Fraction) -> str:
    return text_from_ore(rounded(value * 100))


def _moment(when: dt.datetime | None) -> str | None:
    return None if when is None else when.isoformat(timespec="minutes")


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
