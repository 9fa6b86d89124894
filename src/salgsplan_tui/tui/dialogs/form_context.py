"""What the fields of the form are read with, and what comes of reading one."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from salgsplan_tui.domain.activity import Activity, CostItem
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.tui.dialogs.form_fields import Texts, texts_of
from salgsplan_tui.tui.dialogs.reading import Read, ReadWhen


@dataclass(frozen=True)
class Understood:
    """What a field means."""

    fields: Mapping[str, object] = field(default_factory=dict)
    """Fields of the activity."""
    echo: str = ""
    customers: tuple[Customer, ...] = ()
    """Those who are named for the first time."""
    series: Series | None = None
    """The rule that was typed."""


@dataclass(frozen=True)
class FormContext:
    """What the fields of a form are read with."""

    plan: Plan
    activity: Activity
    read: Read
    read_when: ReadWhen
    today: dt.date
    edited: tuple[CostItem, ...] | None = None
    """The outlays, where they were changed one by one."""

    @property
    def costs(self) -> tuple[CostItem, ...]:
        """The outlays that the sums in the form are shared over."""
        return self.activity.costs if self.edited is None else self.edited

    @cached_property
    def before(self) -> Texts:
        """What the fields said of the activity when the form was opened."""
        return texts_of(self.plan, self.activity)

    def untouched(self, *names: str, texts: Texts) -> bool:
        """Say whether fields still say what they said; they then keep what they stand for."""
        return all(texts[name] == self.before[name] for name in names)
