"""The lock: one process at a time, free again when its holder dies."""

import fcntl
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from salgsplan_tui.domain.errors import ConflictError, NotWrittenError
from salgsplan_tui.storage.lock import locked

HOLD = """
import sys, time
from pathlib import Path
from salgsplan_tui.storage.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""
COUNT = """
import sys
from pathlib import Path
from salgsplan_tui.storage.lock import locked
from salgsplan_tui.storage.safe_writes import replace_file
counter = Path(sys.argv[2])
for _ in range(25):
    with locked(Path(sys.argv[1])):
        replace_file(counter, str(int(counter.read_text()) + 1).encode())
"""


def python(program: str, *words: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", program, *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE)  # noqa: S603  # the programs above


@contextmanager
def held_by_another(lock: Path) -> Iterator[subprocess.Popen[bytes]]:
    with python(HOLD, lock) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        yield holder
        holder.kill()


def test_the_lock_is_made_for_its_owner_alone_and_given_back(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    for _ in range(2):
        with locked(lock, timeout=0):
            assert stat.S_IMODE(lock.stat().st_mode) == 0o600
    assert lock.exists()


def test_who_waits_in_vain_is_told(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with held_by_another(lock):
        before, busy = time.monotonic(), time.process_time()
        with pytest.raises(ConflictError, match="locked") as raised, locked(lock, timeout=0.3):
            pass
        assert time.monotonic() - before >= 0.3
        assert time.process_time() - busy < 0.2
    assert raised.value.values == {"path": lock, "seconds": 0.3}


def test_a_killed_holder_holds_no_longer(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with held_by_another(lock) as holder:
        holder.kill()
        with locked(lock):
            pass


def test_an_error_inside_gives_the_lock_back(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with pytest.raises(FileNotFoundError), locked(lock):
        raise FileNotFoundError
    with locked(lock, timeout=0):
        pass


def test_a_lock_file_removed_meanwhile_locks_nobody_out_and_nobody_in(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with lock.open("w") as old:
        fcntl.flock(old, fcntl.LOCK_EX)
        lock.unlink()
        with locked(lock, timeout=0), pytest.raises(ConflictError), locked(lock, timeout=0):
            pass


@pytest.mark.parametrize(
    ("path", "key"), [("none/lock", "folder_gone"), (".", "not_written"), ("f/lock", "folder_gone")]
)
def test_a_lock_that_cannot_be_made_is_told(tmp_path: Path, path: str, key: str) -> None:
    (tmp_path / "f").touch()
    with pytest.raises(NotWrittenError, match=key), locked(tmp_path / path):
        pass


def test_four_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    counter = tmp_path / "counter"
    counter.write_text("0")
    workers = [python(COUNT, tmp_path / "lock", counter) for _ in range(4)]
    for worker in workers:
        worker.communicate()
    assert [worker.returncode for worker in workers] == [0, 0, 0, 0]
    assert counter.read_text() == "100"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["counter", "lock"]
