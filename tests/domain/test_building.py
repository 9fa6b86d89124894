"""What is built of a right table is what a check makes of it, to the last type."""

from collections.abc import Mapping
from typing import Annotated

import pytest
from hypothesis import given, settings

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.building import built
from salgsplan_tui.domain.channels import Channel, Term
from salgsplan_tui.domain.checking import MisfitError, checked
from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.days_off import Leave
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.settings import Settings
from salgsplan_tui.domain.values import Value
from salgsplan_tui.storage.tables import SnapshotTable, WeekTable
from tests.domain.tables import tables

KINDS = (Activity, Customer, Leave, Series, SalesPlan, Settings, Channel, Term, WeekTable, SnapshotTable)


@pytest.mark.parametrize("kind", KINDS)
def test_both_ways_give_the_same_value(kind: type[Value]) -> None:
    right = []

    @settings(max_examples=150)
    @given(tables(kind))
    def hold(table: Mapping[str, object]) -> None:
        try:
            value = checked(kind, table)
        except MisfitError:
            return
        right.append(value)
        made = built(kind, table)
        assert made == value
        assert repr(made) == repr(value)

    hold()
    assert len(right) > 5


@pytest.mark.parametrize("table", [{}, {"id": "a1", "state": "sold"}, {"id": "a1", "minutes": 5, "costs": 7}])
def test_what_is_plainly_wrong_is_not_built(table: Mapping[str, object]) -> None:
    with pytest.raises((LookupError, TypeError)):
        built(Activity, table)


def test_what_a_field_says_of_itself_has_to_be_known() -> None:
    class Strange(Value):
        size: Annotated[int, "large"] = 1

    class Odd(Value):
        size: float = 1.0

    for kind in (Strange, Odd):
        with pytest.raises(TypeError):
            built(kind, {})
