"""Reading lines in tests: the people and the moment of the table in interaction.md 4."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from itertools import count
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.channels import Catalogue
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.quick_add import Reading, Words, read
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.storage.dumping import unusual
from salgsplan_tui.storage.packaged import catalogue
from salgsplan_tui.storage.packaged_words import words

NOW: Final = dt.datetime(2026, 10, 7, 9, 15)
"""Wednesday of week 41."""

PEOPLE: Final = (
    Customer(id="k01", name="Nordmann Bygg AS", contacts=(Contact(id="p01", name="Kari Nordmann"),)),
    Customer(id="k02", name="Per Hansen", kind="consumer"),
    Customer(id="k03", name="Tor Lie", kind="consumer"),
    Customer(id="k04", name="Olsen"),
    Customer(id="k05", name="Berg"),
)


@cache
def packaged_words() -> Words:
    """Return the words of both languages."""
    return words()


@cache
def channels() -> Catalogue:
    """Return the packaged channels."""
    return catalogue()[0]


def plan_with(*people: Customer, sales_plans: tuple[SalesPlan, ...] = ()) -> Plan:
    """Return a plan that knows these people."""
    return Plan(
        settings=Settings(),
        channels=channels(),
        customers={each.id: each for each in people},
        sales_plans={each.id: each for each in sales_plans},
    )


_TABLE: Final = plan_with(*PEOPLE)


def reading(
    text: str, *, language: str = "nb", now: dt.datetime = NOW, plan: Plan = _TABLE, base: Activity | None = None
) -> Reading:
    """Return what a line means; new ids are n01, n02 and so on."""
    numbers = count(1)
    return read(
        text,
        plan=plan,
        words=packaged_words(),
        now=now,
        language=language,
        new_id=lambda: f"n{next(numbers):02}",
        base=base,
    )


def told(activity: Activity | None) -> Mapping[str, object]:
    """Return the fields of an activity as a file would hold them, without its id and what is usual."""
    if activity is None:
        return {}
    return {name: _plain(item) for name, item in unusual(activity).items() if name not in {"id", "kind", "purpose"}}


def _plain(item: object) -> object:
    match item:
        case tuple():
            return [_plain(each) for each in item]
        case dt.date() | dt.time():
            return item.isoformat()
        case _:
            return item


def codes(found: Reading) -> list[str]:
    """Return the codes of a reading's notices in order."""
    return [notice.code for notice in found.notices]


def attempt(
    text: str, *, language: str = "nb", now: dt.datetime = NOW, plan: Plan = _TABLE, base: Activity | None = None
) -> Reading | NotUnderstoodError:
    """Return what a line means, or why it is refused."""
    try:
        return reading(text, language=language, now=now, plan=plan, base=base)
    except NotUnderstoodError as error:
        return error


def refused(text: str, *, plan: Plan = _TABLE) -> tuple[str, str]:
    """Return why a line is refused, and the words that are pointed out."""
    error = attempt(text, plan=plan)
    assert isinstance(error, NotUnderstoodError), told(error.activity)
    assert error.at is not None
    return error.key, text[slice(*error.at)]
