"""What other programs read of a month's and a quarter's review: the steps in their order (chapter 6.4-6.5)."""

from typing import TYPE_CHECKING, Final

from salgsplan_tui.cli.as_json import Document, activity_documents
from salgsplan_tui.cli.figure_documents import budget_document, exact, goal_document, rates_document, result_document
from salgsplan_tui.cli.retained import retained_document
from salgsplan_tui.domain.budget import budget_of
from salgsplan_tui.domain.channel_economics import channel_economics
from salgsplan_tui.domain.funnel import funnel_of
from salgsplan_tui.domain.goals import goals_of
from salgsplan_tui.domain.month_review import MonthReview
from salgsplan_tui.domain.quarter_review import QuarterReview

if TYPE_CHECKING:
    from salgsplan_tui.domain.issued import ReportIssue
    from salgsplan_tui.domain.programme import SalesPlan
    from salgsplan_tui.domain.sheet import Progress


def month_document(review: MonthReview) -> Document:
    """Return a month's seven steps."""
    table, running = channel_economics(review.month_basis), review.running
    channels: list[Document] = [{"code": code, **result_document(result)} for code, result in table.by_channel.items()]
    return {
        "month": review.key,
        "goals": [
            {**goal_document(each.whole), "asked": exact(each.asked), "brought": exact(each.month.actual)}
            for each in review.goals
        ],
        "result": result_document(table.total),
        "forecast": [] if running is None else [goal_document(each) for each in goals_of(running)],
        "channels": channels,
        "counter": result_document(table.counter),
        "budget": budget_document(None if running is None else budget_of(running)),
        "not_looked_up": [
            {
                "id": each.contact.id,
                "name": each.contact.name,
                "looked_up": None if each.checked is None else each.checked.isoformat(),
                "activities": [row.id for row in each.rows],
            }
            for each in review.unchecked
        ],
        "retention": retained_document(review.overkept, review.plan.settings.retention_months),
        "next_month": review.next_key,
        **_progress(review.notes, review.issued),
    }


def quarter_document(review: QuarterReview) -> Document:
    """Return a quarter's six steps."""
    basis = review.following_basis
    funnel, coming = None if basis is None else funnel_of(basis), review.coming
    return {
        "quarter": review.key,
        "programme": _plan(review.programme),
        "goals": [{**goal_document(each), "cause": each.goal.cause} for each in review.goals],
        "next_programme": _plan(review.following),
        "would_be_copied": [] if coming is None else [row.id for row in coming.copies.rows],
        "would_be_left_out": [] if coming is None else [row.id for row in coming.copies.left_out],
        "would_be_carried_on": [] if coming is None else [row.id for row in coming.carried],
        "would_stay_behind": [] if coming is None else [{"id": row.id, "why": why} for row, why in coming.stays],
        "rates": None if review.rates is None else rates_document(*review.rates),
        "next_needs": None if funnel is None else {name: getattr(funnel.need, name) for name in _STEPS},
        "plan_above": _plan(review.above),
        "links": [
            {"goal": each.goal.id, "serves": None if each.above is None else each.above.id} for each in review.links
        ],
        "cautions": [{"code": each.code, "about": each.about} for each in review.misplaced],
        "next_quarter": review.next_key,
        "commitments": activity_documents(review.plan, review.commitments),
        "needs": [{"text": each.text, "since": each.since.isoformat()} for each in review.needs],
        **_progress(review.notes, review.issued),
    }


_STEPS: Final = ("orders", "offers", "meetings", "reached", "attempts")


def _plan(plan: "SalesPlan | None") -> Document | None:
    if plan is None:
        return None
    days: Document = {"start": plan.start.isoformat(), "end": plan.end.isoformat()}
    return {"id": plan.id, "title": plan.title, **days, "status": plan.status}


def _progress(notes: "Progress", issued: "ReportIssue | None") -> Document:
    return {
        "issued": None if issued is None else issued.as_of.isoformat(),
        "reached": notes.reached,
        "done": None if notes.done is None else notes.done.isoformat(timespec="minutes"),
    }
