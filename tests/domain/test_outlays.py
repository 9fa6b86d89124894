"""One sum over several cost items."""

from salgsplan_tui.domain.activity import CostItem
from salgsplan_tui.domain.outlays import total_of, with_total


def test_a_first_sum_makes_an_item_of_the_usual_kind() -> None:
    assert with_total((), "planned", 900_00, "ad_space") == (CostItem(kind="ad_space", planned=900_00),)


def test_the_same_sum_changes_nothing() -> None:
    costs = (CostItem(kind="print", planned=480_00), CostItem(kind="postage", planned=1920_00))
    assert with_total(costs, "planned", 2400_00) is costs


def test_another_sum_keeps_the_shares_to_the_ore() -> None:
    costs = (CostItem(kind="print", planned=100_00), CostItem(kind="postage", planned=200_00))
    changed = with_total(costs, "planned", 100_00)
    assert [item.planned for item in changed] == [33_34, 66_66]
    assert total_of(changed, "planned") == 100_00


def test_what_is_committed_is_held_apart_from_what_is_planned() -> None:
    costs = (CostItem(kind="stand_rent", planned=42_000_00),)
    assert with_total(costs, "committed", 42_000_00) == (
        CostItem(kind="stand_rent", planned=42_000_00, committed=42_000_00),
    )


def test_an_item_of_no_kind_and_no_sum_is_left_out() -> None:
    assert with_total((CostItem(planned=10_00),), "planned", 0) == ()
    assert with_total((CostItem(planned=10_00, actual=5_00),), "planned", 0) == (CostItem(actual=5_00),)
