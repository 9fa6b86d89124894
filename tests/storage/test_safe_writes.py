"""Safe writes: the new file whole, or the old one, and nothing beside."""

import errno
import os
import resource
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from salgsplan_tui.domain.errors import ConflictError, NotWrittenError
from salgsplan_tui.storage.files import MISSING, signature
from salgsplan_tui.storage.safe_writes import clean_temporary, make_folder, not_written, replace_file


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@pytest.mark.parametrize("mask", [0, 0o022, 0o777])
def test_a_new_file_is_for_its_owner_alone_whatever_the_umask(tmp_path: Path, mask: int) -> None:
    with umask(mask):
        replaced = replace_file(tmp_path / "a.toml", b"schema = 1\n")
    assert (tmp_path / "a.toml").read_bytes() == b"schema = 1\n"
    assert mode(tmp_path / "a.toml") == 0o600
    assert replaced == (signature(tmp_path / "a.toml"), True)
    assert names(tmp_path) == ["a.toml"]


@pytest.mark.parametrize("chosen", [0o600, 0o640, 0o664])
def test_a_replaced_file_keeps_the_mode_that_was_chosen_for_it(tmp_path: Path, chosen: int) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"old")
    file.chmod(chosen)
    replace_file(file, b"")
    assert (mode(file), file.read_bytes()) == (chosen, b"")


def test_a_symbolic_link_stays_and_what_it_points_at_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.toml").write_bytes(b"old")
    (tmp_path / "folder").symlink_to("real")
    (tmp_path / "link.toml").symlink_to("folder/a.toml")
    replace_file(tmp_path / "link.toml", b"new")
    assert (tmp_path / "link.toml").is_symlink()
    assert (tmp_path / "real" / "a.toml").read_bytes() == b"new"


def test_whoever_reads_meanwhile_keeps_the_old_file_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"old")
    with file.open("rb") as reader:
        replace_file(file, b"new")
        assert reader.read() == b"old"


def test_a_file_that_changed_outside_is_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    known = replace_file(file, b"old", MISSING).signature
    file.write_bytes(b"by hand")
    for seen in (known, MISSING):
        with pytest.raises(ConflictError, match="changed_outside"):
            replace_file(file, b"new", seen)
    assert (file.read_bytes(), names(tmp_path)) == (b"by hand", ["a.toml"])
    assert replace_file(file, b"new", signature(file)).signature == signature(file)


def test_a_file_larger_than_allowed_leaves_the_old_one_and_no_other(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(NotWrittenError, match="not_written") as raised:
            replace_file(file, b"new" * 1000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert raised.value.values == {"path": file, "reason": os.strerror(errno.EFBIG)}
    assert (file.read_bytes(), names(tmp_path)) == (b"old", ["a.toml"])


def test_a_folder_that_is_gone_is_told_and_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError, match="folder_gone"):
        replace_file(tmp_path / "gone" / "a.toml", b"new")
    assert names(tmp_path) == []


def test_a_folder_in_the_files_place_stays(tmp_path: Path) -> None:
    (tmp_path / "a.toml").mkdir()
    with pytest.raises(NotWrittenError, match="not_written"):
        replace_file(tmp_path / "a.toml", b"new")
    assert names(tmp_path) == ["a.toml"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_what_the_owner_protected_is_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"old")
    file.chmod(0o400)
    with pytest.raises(NotWrittenError, match="no_permission"):
        replace_file(file, b"new")
    tmp_path.chmod(0o500)
    with pytest.raises(NotWrittenError, match="no_permission"):
        replace_file(tmp_path / "b.toml", b"new")
    tmp_path.chmod(0o700)
    assert (file.read_bytes(), names(tmp_path)) == (b"old", ["a.toml"])


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "no_permission"),
        (errno.EPERM, "no_permission"),
        (errno.ENOENT, "folder_gone"),
        (errno.ENOTDIR, "folder_gone"),
        (errno.EIO, "not_written"),
    ],
)
def test_each_cause_has_its_own_sentence(number: int, key: str) -> None:
    error = not_written(Path("a.toml"), OSError(number, os.strerror(number)))
    assert (error.key, error.values) == (key, {"path": Path("a.toml"), "reason": os.strerror(number)})


def test_missing_folders_are_made_for_their_owner_alone_and_others_left_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir(0o755)
    with umask(0o027):
        make_folder(tmp_path / "home" / "weeks" / "2027")
        make_folder(tmp_path / "home" / "weeks" / "2027")
    assert [mode(tmp_path / name) for name in ("home", "home/weeks", "home/weeks/2027")] == [0o755, 0o700, 0o700]


def test_a_folder_is_not_made_where_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "weeks").write_bytes(b"")
    with pytest.raises(NotWrittenError):
        make_folder(tmp_path / "weeks" / "2027")


def test_leftovers_of_dead_processes_are_cleaned_and_nothing_else(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left = [f".~a.toml.{dead.pid}.00ff00ff.tmp", f".~a.toml.{os.getpid()}.00ff00ff.tmp"]
    kept = [
        f".~a.toml.{os.getppid()}.00ff00ff.tmp",
        ".~a.toml.tmp",
        f"a.toml.{dead.pid}.00ff00ff.tmp",
        "a.toml",
        "4913",
    ]
    for name in left + kept:
        (tmp_path / name).touch()
    assert sorted(clean_temporary(tmp_path)) == sorted(tmp_path / name for name in left)
    assert names(tmp_path) == sorted(kept)
    assert clean_temporary(tmp_path / "none") == []
