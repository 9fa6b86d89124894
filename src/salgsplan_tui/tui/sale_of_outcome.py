"""The form of the offer or order that an outcome tells of: of an activity, and of one call of a session (S48)."""

from salgsplan_tui.domain.activity import Activity, Outcome
from salgsplan_tui.domain.call_session import CallSession
from salgsplan_tui.domain.calls_made import row_of, so_far
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.sales_drafts import SORTS, Source, drafted, source_of
from salgsplan_tui.tui.customer_fields import Reader
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.sale_form import SaleForm


def sale_of_row(desk: Desk, row: Activity, outcome: Outcome) -> SaleForm | None:
    """Return the form of what came of an activity; None where the row names no customer, or it is no sale."""
    source = source_of(desk.plan, row)
    if source is None or source.customer not in desk.plan.customers:
        return None
    return _form(desk, desk.with_sales(source.customer), source, outcome)


def sale_of_call(desk: Desk, session: CallSession, outcome: Outcome) -> SaleForm | None:
    """Return the form of what came of the call of whose turn it is; None where the customer is gone, or it is no sale.

    The session's activity is the origin (4.7), and what the session sold already is known to it.
    """
    callee = session.current
    if callee is None or callee.customer not in desk.plan.customers:
        return None
    read = desk.with_sales(callee.customer)
    plan = so_far(read, session, now=desk.clock.now(), at=desk.clock.stamp())
    return _form(desk, plan, Source(callee.customer, callee.contact, row_of(plan, session)), outcome)


def _form(desk: Desk, plan: Plan, source: Source, outcome: Outcome) -> SaleForm | None:
    sort = SORTS.get(outcome)
    if sort is None:
        return None
    sale = drafted(plan, source, sort, desk.session.new_id(), desk.clock.now().date())
    return SaleForm(plan, Reader(desk.read, desk.read_days), sale)
