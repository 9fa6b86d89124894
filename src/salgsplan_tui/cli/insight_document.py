"""Everything about one person for other programs; an empty field is null (GDPR article 15)."""

import datetime as dt
from collections.abc import Mapping
from enum import Enum

from salgsplan_tui.cli.as_json import Document, activity_documents
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.insight import Insight, Part
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.values import Value
from salgsplan_tui.storage.dumping import said


def insight_document(plan: Plan, found: Insight) -> Document:
    """Return the document."""
    customer = _whole(found.customer)
    customer.pop("contacts", None)
    return {
        "contact": _whole(found.contact),
        "customer": customer,
        "activities": activity_documents(plan, found.rows),
        "series": [_whole(each) for each in found.series],
        "offers": [_whole(each) for each in found.offers],
        "orders": [_whole(each) for each in found.orders],
        "cases": [_whole(each) for each in found.cases],
        "mentions": [{"kind": _kind(each), "id": each.id, "title": _title(each)} for each in found.mentions],
    }


def _whole(value: Value) -> Document:
    """Return a value with every key of its kind, as a file holds them."""
    given = said(value)
    keys = dict.fromkeys((*value.field_keys.values(), *given))
    usual = {key: getattr(type(value), name, None) for name, key in value.field_keys.items()}
    return {key: _plain(given.get(key, usual.get(key))) for key in keys}


def _plain(item: object) -> object:  # noqa: PLR0911  # one return for each kind of value
    if isinstance(item, Enum):
        return item.value
    if isinstance(item, dt.datetime):
        return f"{item.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}" if item.tzinfo else item.isoformat()
    if isinstance(item, dt.time):
        return f"{item:%H:%M}"
    if isinstance(item, dt.date):
        return item.isoformat()
    if isinstance(item, Value):
        return _whole(item)
    if isinstance(item, tuple | list):
        return [_plain(each) for each in item]
    if isinstance(item, Mapping):
        return {key: _plain(each) for key, each in item.items()}
    return item


def _kind(part: Part) -> str:
    names = {"ServiceCase": "case", "ImprovementArea": "improvement_area"}
    return names.get(type(part).__name__, type(part).__name__.lower())


def _title(part: Part) -> str | None:
    if isinstance(part, Activity):
        return part.title
    return str(getattr(part, "title", "")) or None
