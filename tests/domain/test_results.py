"""What was paid is shared over what was planned."""

from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.activity import CostItem
from salgsplan_tui.domain.results import paid


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=6), st.integers(0, 10**8))
def test_what_was_paid_is_shared_to_the_ore(planned: list[int], total: int) -> None:
    items = paid(tuple(CostItem(planned=each, committed=each) for each in planned), total)
    assert sum(item.actual for item in items) == total
    assert all(item.committed == max(0, item.planned - item.actual) for item in items)


def test_a_cost_nobody_planned_is_another_cost() -> None:
    assert paid((), 12500) == (CostItem(kind="other", actual=12500),)
