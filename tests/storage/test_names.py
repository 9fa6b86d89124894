"""The names of data files: a strict list."""

from pathlib import Path

import pytest

from salgsplan_tui.storage.names import Kind, Listing, is_conflict_copy, kind_of, listing, sheet_file, sheet_key
from tests.folders import lay


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("settings.toml", Kind.SETTINGS),
        ("channels.toml", Kind.CHANNELS),
        ("customers.toml", Kind.CUSTOMERS),
        ("series.toml", Kind.SERIES),
        ("unplaced.toml", Kind.SHEET),
        ("weeks/2026/2026-W53.toml", Kind.SHEET),
        ("plans/q1-2027.toml", Kind.SALES_PLAN),
        ("sales/2027.toml", Kind.SALES),
        ("service/2027.toml", Kind.SERVICE),
        ("private.toml", Kind.PRIVATE),
        ("improvement.toml", Kind.IMPROVEMENT),
        ("issued.toml", Kind.ISSUED),
        ("weeks/2027/2027-W53.toml", None),
        ("weeks/2027/2027-W00.toml", None),
        ("weeks/2026/2027-W07.toml", None),
        ("weeks/2027/2027-w07.toml", None),
        ("weeks/2027/2027-W07.toml.bak", None),
        ("weeks/2027-W07.toml", None),
        ("weeks/２０２７/２０２７-W07.toml", None),
        ("plans/Q1.toml", None),
        ("plans/../settings.toml", None),
        ("../settings.toml", None),
        ("settings.toml\n", None),
        ("notes.toml", None),
    ],
)
def test_a_file_is_one_of_ours_by_its_whole_name(file: str, kind: Kind | None) -> None:
    assert kind_of(file) is kind


@pytest.mark.parametrize(
    "file",
    [
        "weeks/2027/2027-W07.sync-conflict-20260818-173636-D4LGQYW.toml",
        "weeks/2027/2027-W07 (Ingrids conflicted copy 2027-02-17).toml",
        "customers (1).toml",
        "customers_conflict-20270217.toml",
        "settings (conflict copy).toml",
    ],
)
def test_what_a_sync_left_of_a_conflict_is_known_by_its_name(file: str) -> None:
    assert kind_of(file) is None
    assert is_conflict_copy(file)


def test_a_sheets_key_and_its_file_tell_each_other() -> None:
    for key, file in [("2027-W07", "weeks/2027/2027-W07.toml"), ("unplaced", "unplaced.toml")]:
        assert (sheet_file(key), sheet_key(file)) == (file, key)


def test_a_listing_holds_ours_and_strangers_and_passes_over_tools(tmp_path: Path) -> None:
    names = ["weeks/2027/2027-W07.toml", "plans/q1.toml", "settings.toml", "settings (1).toml", "weeks/x.toml"]
    lay(tmp_path, dict.fromkeys([*names, ".hidden.toml", "4913", "README.md", "other/x.toml", ".git/x.toml"], ""))
    (tmp_path / "\udcff.toml").touch()
    assert listing(tmp_path) == Listing(
        ("plans/q1.toml", "settings.toml", "weeks/2027/2027-W07.toml"),
        ("\\xff.toml", "settings (1).toml", "weeks/x.toml"),
    )
    assert listing(tmp_path / "none") == Listing((), ())
