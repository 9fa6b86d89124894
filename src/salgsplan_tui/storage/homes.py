"""The file that each row belongs to, told from what it says."""

from collections.abc import Mapping
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.channels import OwnChannel
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.improvement import ImprovementArea
from salgsplan_tui.domain.issued import ReportIssue
from salgsplan_tui.domain.playbook import Playbook
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.reflection import Reflection
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.sheet import home_of
from salgsplan_tui.storage.names import (
    CALENDAR,
    CHANNELS,
    CUSTOMERS,
    IMPROVEMENT,
    ISSUED,
    PLAYBOOKS,
    PRIVATE,
    SERIES,
    sales_file,
    service_file,
    sheet_file,
)
from salgsplan_tui.storage.tables import Row

_OF_KIND: Final[Mapping[type[Row], str]] = {
    Customer: CUSTOMERS,
    Series: SERIES,
    Leave: CALENDAR,
    ImprovementArea: IMPROVEMENT,
    ReportIssue: ISSUED,
    OwnChannel: CHANNELS,
    Reflection: PRIVATE,
    Playbook: PLAYBOOKS,
}
"""The files that hold all rows of a kind."""


def home_file(row: Row) -> str | None:
    """Return the file that a row belongs to, or None where it says nothing that tells."""
    match row:
        case Activity():
            return sheet_file(home_of(row))
        case ServiceCase():
            return service_file(row.day.year)
        case Offer() | Order():
            return None if row.day is None else sales_file(row.day.year)
    return _OF_KIND[type(row)]
