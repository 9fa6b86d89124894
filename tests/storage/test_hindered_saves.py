"""Saves that cannot be made: told by their cause, nothing half-written, and made as soon as the cause is gone."""

import errno
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from salgsplan_tui.domain.errors import ConflictError, NotWrittenError, PlannerError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.session import Session
from salgsplan_tui.storage import rewriting
from salgsplan_tui.storage.lock import locked
from tests.folders import (
    NEXT_WEEK,
    SAID,
    SUNDAY,
    WEEK,
    add,
    block,
    change,
    file,
    ids,
    lay,
    move,
    opened,
    state_of,
    texts,
    ticking,
    titled,
)
from tests.storage.issuing import ISSUED, is_frozen, is_issued, issue_week, with_issue

ROOT = Path(__file__).parents[2]
LONG = '"""\n' + "Avtalt sist: prøve i to uker.\n" * 300 + '"""'


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    return plan_in(tmp_path)


def plan_in(folder: Path) -> Path:
    week = file(block("a1", notes=LONG), block("a2"))
    next_week = file(block("b1", date="2027-02-24"))
    return lay(folder / "plan", {WEEK: week, NEXT_WEEK: next_week, "issued.toml": ISSUED})


def refused(session: Session, edit: Callable[[Plan], Plan]) -> PlannerError:
    """Return why a change cannot be made; nothing of it is on the disk or in the plan."""
    session.need_all()
    before, plan = texts(session.home), session.plan
    with pytest.raises(PlannerError) as raised:
        session.change(edit, SAID)
    assert (texts(session.home), session.plan) == (before, plan)
    return raised.value


def test_a_lock_that_somebody_holds_is_waited_for_and_then_told(home: Path) -> None:
    session = opened(home, patience=0.05)
    with locked(state_of(home) / "lock"):
        error = refused(session, add("a3"))
        assert opened(home).plan.activity("a1").title == "Row a1"
    assert (type(error), error.key) == (ConflictError, "locked")
    change(session, add("a3"))
    assert ids(session) == ["a1", "a2", "a3", "b1"]


def test_a_file_written_by_hand_amid_a_change_is_read_again(home: Path) -> None:
    session = opened(home)
    times: list[int] = []

    def edit(plan: Plan) -> Plan:
        if not times:
            lay(home, {WEEK: (home / WEEK).read_text().replace("Row a2", "Ring Berg")})
        times.append(1)
        return move("a1", 23)(plan)

    change(session, edit)
    assert len(times) > 1
    assert opened(home).plan.activity("a2").title == "Ring Berg"
    assert ids(session) == ["a1", "a2", "b1"]


def test_a_file_that_is_written_by_hand_again_and_again_is_told(home: Path) -> None:
    session = opened(home)
    times: list[int] = []

    def edit(plan: Plan) -> Plan:
        times.append(1)
        lay(home, {WEEK: file(block("a1", title=f'"Try {len(times)}"'))})
        return titled("a1", "Ring Kari")(plan)

    with pytest.raises(ConflictError, match="changed_outside"):
        change(session, edit)
    assert f"Try {len(times)}" in (home / WEEK).read_text()


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Let no file become larger than this, as a full disk would."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.parametrize("size", [0, 10, 300, 1000, 5000])
@pytest.mark.parametrize("edit", [add("a3"), titled("a1", "Ring Kari"), move("a2", 23), move("b1", 17)])
def test_whatever_cannot_grow_any_more_nothing_is_half_written(
    home: Path, size: int, edit: Callable[[Plan], Plan]
) -> None:
    session = opened(home)
    with files_up_to(size):
        error = refused(session, edit)
    assert (type(error), error.values["reason"]) == (NotWrittenError, os.strerror(errno.EFBIG))
    change(session, edit)
    session.undo()
    assert [path.name for path in home.parent.rglob(".~*")] == []
    assert opened(home).problems == ()


@pytest.fixture(name="tiny_disk")
def _tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of 64 kB of its own, where this user can make one."""
    mount = shutil.which("mount")
    if os.geteuid() != 0 or mount is None:
        pytest.skip("only root can mount a disk")
    command = [mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)]
    if subprocess.run(command, check=False).returncode:  # noqa: S603  # a fixed command
        pytest.skip("no disk can be mounted here")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)  # noqa: S603, S607  # as above


def test_a_full_disk_is_told_and_a_second_try_succeeds_once_there_is_room(tiny_disk: Path) -> None:
    session = opened(plan_in(tiny_disk))
    change(session, add("a3"))
    filler = tiny_disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as made:
        while made.write(bytes(512)):
            pass
    for edit in (add("a4"), move("a2", 23), with_issue):
        assert refused(session, edit).key == "disk_full"
    with pytest.raises(NotWrittenError, match="disk_full"):
        issue_week(session)
    assert (is_frozen(session.home), is_issued(session.plan)) == (False, False)
    filler.unlink()
    change(session, add("a4"))
    issue_week(session)
    assert (is_frozen(session.home), is_issued(session.plan)) == (True, True)
    assert ids(opened(session.home)) == ["a1", "a2", "a3", "a4", "b1"]


def test_what_may_not_be_written_or_read_is_told_by_its_cause(home: Path) -> None:
    command = [sys.executable, "-m", "tests.storage.forbidding", str(home)]
    if os.geteuid() == 0:
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("root may do everything")
        command = [setpriv, "--bounding-set", "-dac_override,-dac_read_search", *command]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  # our own program
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines() == [
        "the data folder: NotWrittenError no_permission",
        "the folder of the weeks: NotWrittenError no_permission",
        "the week's file: NotWrittenError no_permission",
        "the list of issued reports: NotWrittenError no_permission",
        "the state folder: NotWrittenError no_permission",
        "the journal: NotWrittenError no_permission",
        "an unreadable week: DamagedError unreadable",
        "an unreadable list of issued reports: DamagedError unreadable",
        "an unreadable folder: DamagedError unreadable",
    ]


def test_a_week_that_cannot_be_read_leaves_the_others_usable(home: Path) -> None:
    (home / WEEK).unlink()
    (home / WEEK).mkdir()
    session = opened(home, ticking(SUNDAY))
    assert [(each.file, each.key) for each in session.problems] == [(WEEK, "not_a_file")]
    assert refused(session, add("a3")).key == "not_a_file"
    change(session, add("b2", date="2027-02-25"))
    assert ids(opened(home)) == ["b1", "b2"]


def test_a_file_that_would_become_too_large_to_be_opened_is_not_written(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rewriting, "LARGEST", len((home / WEEK).read_bytes()) + 20)
    error = refused(opened(home), add("z1", notes="x" * 100))
    assert (error.key, error.values["path"]) == ("would_be_too_large", home / WEEK)
