"""Choosing among the sample customers."""

import pytest

from salgsplan_tui.domain.customer_filter import CustomerFilter, nearest
from salgsplan_tui.domain.customer_history import customer_records
from salgsplan_tui.domain.customers import Stage
from tests.planning import NOW, WEDNESDAY
from tests.sample import sample_plan


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (CustomerFilter(customer_class="A"), "k02 k03 k05 k09"),
        (CustomerFilter(customer_class="A", not_contacted=20), "k03 k09"),
        (CustomerFilter(customer_class="A", not_contacted=30), ""),
        (CustomerFilter(not_contacted=30), "k10 k11"),
        (CustomerFilter(stage=Stage.OFFERED), "k05 k07"),
        (CustomerFilter(segment="SMÅ HOTELLER og kontor"), "k03 k06 k07"),
        (CustomerFilter(no_next_step=True), "k04 k06 k11"),
        (CustomerFilter(no_next_step=True, customer_class="C"), "k06 k11"),
        (CustomerFilter(with_offers=True, customer_class="B"), "k01 k07"),
        (CustomerFilter(with_cases=True), "k12"),
        (CustomerFilter(words=("odegard",)), "k10"),
        (CustomerFilter(words=("Strømsvik", "hotell")), "k03"),
        (CustomerFilter(words=("00000007",)), "k07"),
        (CustomerFilter(words=("filter",)), "k01 k06 k12"),
        (CustomerFilter(words=("xyz",)), ""),
    ],
)
def test_a_filter_leaves_those_that_fit_all_it_says(wanted: CustomerFilter, found: str) -> None:
    records = customer_records(sample_plan(), NOW)
    assert [each for each, record in records.items() if wanted.fits(record, WEDNESDAY)] == found.split()


def test_nothing_said_leaves_nobody_out() -> None:
    assert CustomerFilter().is_empty
    assert not CustomerFilter(words=("x",)).is_empty
    records = customer_records(sample_plan(), NOW)
    assert all(CustomerFilter().fits(record, WEDNESDAY) for record in records.values())


def test_where_nobody_has_waited_so_long_the_one_who_comes_closest_is_known() -> None:
    records = tuple(customer_records(sample_plan(), NOW).values())
    closest = nearest(records, CustomerFilter(customer_class="A", not_contacted=30), WEDNESDAY)
    assert closest is not None
    assert closest.customer.id == "k03"
    assert nearest(records, CustomerFilter(customer_class="A"), WEDNESDAY) is None
