"""Choosing among the customers: by class, stage, segment, words, the missing next step, the days without contact."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

from salgsplan_tui.domain.customer_history import CustomerRecord
from salgsplan_tui.domain.customers import Stage
from salgsplan_tui.domain.fold import fold

NOT_CONTACTED_DAYS: Final = (30, 60, 120)
"""The wanted intervals of A, B and C customers (chapter 4.15)."""


@dataclass(frozen=True)
class CustomerFilter:
    """Which customers to show; nothing that is not said leaves anybody out."""

    words: tuple[str, ...] = ()
    """Each has to stand in a name, a role, an address, a number, a segment, a product or a note."""
    customer_class: str | None = None
    stage: Stage | None = None
    segment: str | None = None
    segment_part: str | None = None
    """What its segment begins with, or a word of it does."""
    no_next_step: bool = False
    not_contacted: int | None = None
    """At least so many days, or never."""
    with_offers: bool = False
    with_cases: bool = False

    @property
    def is_empty(self) -> bool:
        """Say whether it leaves nobody out."""
        return self == EVERYBODY

    def fits(self, record: CustomerRecord, today: dt.date) -> bool:
        """Say whether a customer is one of those wanted."""
        customer = record.customer
        days = record.days_since(today)
        return (
            self.customer_class in {None, customer.customer_class}
            and self.stage in {None, customer.stage}
            and (self.segment is None or fold(self.segment) == fold(customer.segment or ""))
            and (self.segment_part is None or f" {fold(self.segment_part)}" in f" {fold(customer.segment or '')}")
            and (not self.no_next_step or record.lacks_next_step)
            and (self.not_contacted is None or days is None or days >= self.not_contacted)
            and (not self.with_offers or bool(record.open_offers))
            and (not self.with_cases or bool(record.open_cases))
            and self._has_words(record)
        )

    def names(self, record: CustomerRecord) -> bool:
        """Say whether the words stand in the names of the customer and its people."""
        text = fold(" ".join((record.customer.name, *(contact.name for contact in record.customer.contacts))))
        return all(fold(word) in text for word in self.words)

    def _has_words(self, record: CustomerRecord) -> bool:
        if not self.words:
            return True
        customer = record.customer
        texts = [customer.name, customer.segment, customer.org_number, customer.owner, *customer.products]
        for contact in customer.contacts:
            texts += [contact.name, contact.role, contact.email, contact.notes, *_numbers(contact.phone)]
        text = fold("\n".join(each for each in texts if each))
        return all(fold(word) in text for word in self.words)


def _numbers(phone: str | None) -> tuple[str, ...]:
    """Return a telephone number as it is written, and without the spaces in it."""
    return () if phone is None else (phone, "".join(phone.split()))


EVERYBODY: Final = CustomerFilter()
"""The filter that leaves nobody out."""


def nearest(records: tuple[CustomerRecord, ...], wanted: CustomerFilter, today: dt.date) -> CustomerRecord | None:
    """Return who comes closest to not having been contacted for the wanted days, where nobody fits."""
    if wanted.not_contacted is None:
        return None
    others = CustomerFilter(**{**vars(wanted), "not_contacted": None})
    found = [each for each in records if others.fits(each, today) and each.days_since(today) is not None]
    return max(found, key=lambda each: each.days_since(today) or 0, default=None)


def both(one: CustomerFilter, other: CustomerFilter) -> CustomerFilter:
    """Return what two filters ask for together; where they differ, what the other one asks for."""
    asked = {name: item for name, item in vars(other).items() if item != getattr(EVERYBODY, name)}
    return replace(one, **asked)
