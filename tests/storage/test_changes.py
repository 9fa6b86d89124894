"""What makes one plan out of another, file by file, and in which order the files are written."""

from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.storage.changes import changes_between
from salgsplan_tui.storage.homes import home_file
from salgsplan_tui.storage.names import sheet_key
from salgsplan_tui.storage.tables import Row
from tests.planning import plan_of, row


def lies(row: Row) -> str:
    return home_file(row) or ""


def test_nothing_changes_between_equal_plans() -> None:
    assert changes_between(plan_of(row("a1")), plan_of(row("a1")), lies).by_file == {}


def test_a_row_that_moves_leaves_one_file_and_comes_into_another() -> None:
    old, new = plan_of(row("a1", date="2027-02-17")), plan_of(row("a1", date="2027-02-24"))
    changes = changes_between(old, new, lies)
    receiving, giving = changes.in_order()
    assert (receiving.file, [*receiving.puts], receiving.moved_from) == (
        "weeks/2027/2027-W08.toml",
        ["a1"],
        {"a1": "weeks/2027/2027-W07.toml"},
    )
    assert (giving.file, giving.puts, giving.takes) == ("weeks/2027/2027-W07.toml", {}, {"a1"})


def test_every_file_is_written_after_those_that_it_gives_rows_to() -> None:
    days = {"a1": "2027-02-17", "b1": "2027-02-24", "c1": "2027-03-03"}
    later = {"a1": "2027-02-24", "b1": "2027-03-03", "c1": "2027-03-10"}
    old = plan_of(*(row(each, date=day) for each, day in days.items()), row("u1", bucket="2027-Q2"))
    new = plan_of(*(row(each, date=day) for each, day in later.items()), row("u1", date="2027-02-16"))
    assert written(old, new) == ["W10", "W09", "W08", "W07", "unplaced"]
    assert written(new, old) == ["unplaced", "W07", "W08", "W09", "W10"]


def written(old: Plan, new: Plan) -> list[str]:
    """Return the weeks of the files in the order they are written in."""
    return [sheet_key(change.file).removeprefix("2027-") for change in changes_between(old, new, lies).in_order()]


def test_rows_that_change_places_are_written_in_some_order() -> None:
    old = plan_of(row("a1", date="2027-02-17"), row("b1", date="2027-02-24"))
    new = plan_of(row("a1", date="2027-02-24"), row("b1", date="2027-02-17"))
    assert len(changes_between(old, new, lies).in_order()) == 2
