"""Snapshots: now and then a copy from before a change, and fewer the older they are."""

import datetime as dt
import gzip
import stat
from pathlib import Path

from salgsplan_tui.storage import snapshots
from salgsplan_tui.storage.snapshots import keep, newest, superfluous
from tests.planning import STAMP

WEEK = "weeks/2027/2027-W07.toml"


def copies(folder: Path) -> list[bytes]:
    return [gzip.decompress(path.read_bytes()) for path in sorted(folder.rglob("*.gz"))]


def minutes(number: int) -> dt.datetime:
    return STAMP + dt.timedelta(minutes=number)


def test_a_file_is_kept_once_in_ten_minutes(tmp_path: Path) -> None:
    for number in (0, 5, 9, 11, 12, 25):
        keep(tmp_path / "snapshots", WEEK, str(number).encode(), minutes(number))
    keep(tmp_path / "snapshots", "customers.toml", b"c", minutes(5))
    assert copies(tmp_path) == [b"c", b"0", b"11", b"25"]
    assert all(stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600) for path in tmp_path.rglob("*"))


def test_a_copy_is_always_kept_before_a_file_is_written_anew(tmp_path: Path) -> None:
    keep(tmp_path, WEEK, b"old", STAMP)
    keep(tmp_path, WEEK, b"new", minutes(1), always=True)
    assert copies(tmp_path) == [b"old", b"new"]


def test_the_newest_copy_can_be_found(tmp_path: Path) -> None:
    assert newest(tmp_path, WEEK) is None
    keep(tmp_path, WEEK, b"one", STAMP)
    keep(tmp_path, WEEK, b"two", minutes(20))
    found = newest(tmp_path, WEEK)
    assert found is not None
    assert gzip.decompress(found.read_bytes()) == b"two"


def test_a_clock_that_was_set_back_hinders_nothing(tmp_path: Path) -> None:
    keep(tmp_path, WEEK, b"future", minutes(60 * 24 * 365))
    keep(tmp_path, WEEK, b"now", STAMP)
    assert len(copies(tmp_path)) == 2


def test_of_old_copies_the_last_of_a_day_and_of_a_month_stay() -> None:
    now = dt.datetime(2027, 6, 30, 12, tzinfo=dt.UTC)
    taken = [now - dt.timedelta(hours=hours) for hours in range(0, 24 * 800, 5)]
    gone = superfluous(taken, now)
    kept = sorted(set(taken) - set(gone))
    days = [moment.date() for moment in kept]
    assert sum(day == now.date() for day in days) == 3
    assert [day for day in days if (now.date() - day).days in range(1, 30)] == sorted(
        now.date() - dt.timedelta(days=back) for back in range(1, 30)
    )
    assert [(day.year, day.month) for day in days if (now.date() - day).days >= 30] == [
        *((2026, month) for month in range(7, 13)),
        *((2027, month) for month in range(1, 6)),
    ]
    assert superfluous(kept, now) == []


def test_superfluous_copies_go_when_a_new_one_is_kept(tmp_path: Path) -> None:
    for day in range(40):
        for hour in (1, 2):
            keep(tmp_path, WEEK, b"x", STAMP + dt.timedelta(days=day, hours=hour))
    assert len(copies(tmp_path)) < 36
    assert snapshots.newest(tmp_path, WEEK) is not None
