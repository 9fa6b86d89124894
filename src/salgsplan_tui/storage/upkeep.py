"""What keeps a folder in order around reads and changes: the lock, cut-off saves, files that vanish or are damaged."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from salgsplan_tui.domain.errors import NotWrittenError, PlannerError, Problem
from salgsplan_tui.storage.names import listing
from salgsplan_tui.storage.shelf import Shelf
from salgsplan_tui.storage.state import State


@contextmanager
def locked_for_change(shelf: Shelf, state: State, patience: float) -> Iterator[None]:
    """Hold the folder's lock, with everything on the shelf as it lies on the disk.

    Raises:
        ConflictError: `locked`: somebody else held it for `patience` seconds.
        NotWrittenError: `folder_gone`, `folder_empty`, or what hinders the lock or the end of a save that was cut off.
    """
    from salgsplan_tui.storage.lock import locked  # noqa: PLC0415  # not to look at a day
    from salgsplan_tui.storage.recovery import recover  # noqa: PLC0415

    state.make()
    with locked(state.lock, patience):
        check_still_there(shelf, state)
        recover(shelf.home, state, shelf.stamp())
        _finish_forgetting(state)
        _clear_private_save(shelf.home, state)
        shelf.refresh()
        yield


def finish_cut_off_save(shelf: Shelf, state: State) -> None:
    """Finish what a process left that died; while another one is at work, or the disk is full, that has to wait."""
    if not (state.may_have_cut_off_save() or state.forgetting.exists() or state.private_save.exists()):
        return
    from salgsplan_tui.storage.lock import locked  # noqa: PLC0415  # a rare case
    from salgsplan_tui.storage.recovery import recover  # noqa: PLC0415

    with suppress(PlannerError), locked(state.lock, timeout=0):
        recover(shelf.home, state, shelf.stamp())
        _finish_forgetting(state)
        _clear_private_save(shelf.home, state)


def _clear_private_save(home: Path, state: State) -> None:
    """Take away what a process left that died while it wrote the private file; the file itself is whole."""
    if state.private_save.exists():
        from salgsplan_tui.storage.safe_writes import clean_temporary  # noqa: PLC0415  # a rare case

        clean_temporary(home)
        state.private_save.unlink(missing_ok=True)


def _finish_forgetting(state: State) -> None:
    if state.forgetting.exists():
        from salgsplan_tui.storage.forgetting import finish  # noqa: PLC0415  # a rare case

        finish(state)


def check_still_there(shelf: Shelf, state: State) -> None:
    """Check that a folder in which there were files has not lost them all: then nothing is begun anew.

    Raises:
        NotWrittenError: `folder_gone` or `folder_empty`, with `path`.
    """
    if any(reading.exists for reading in shelf.readings.values()):
        vanished = shelf.has_vanished()
    else:
        vanished = bool(state.known.names()) and not listing(shelf.home).files
    if vanished:
        raise NotWrittenError("folder_empty" if shelf.home.is_dir() else "folder_gone", path=shelf.home)


def remember_files(shelf: Shelf, state: State) -> None:
    """Note which files there are, so that the next start misses them if they are gone."""
    there = {file for file, reading in shelf.readings.items() if reading.exists}
    if there:
        with suppress(PlannerError):  # it only helps
            state.make()
            state.known.add(there)
    remember_right(state)


def remember_right(state: State) -> None:
    """Keep which texts were found right, so that the next start need not check them."""
    if state.vouched.has_news:
        with suppress(PlannerError):  # it only saves time
            state.make()
            state.vouched.save()


def with_copies(problems: tuple[Problem, ...], state: State) -> tuple[Problem, ...]:
    """Return the problems, those of damaged files with the newest `copy` from before a change, if there is one."""
    if not any(problem.is_damage for problem in problems):
        return problems
    from salgsplan_tui.storage.snapshots import newest  # noqa: PLC0415  # most files are whole

    copies = {each.file: newest(state.snapshots, each.file) for each in problems if each.is_damage}
    return tuple(
        replace(each, values=(*each.values, ("copy", copy))) if each.is_damage and (copy := copies[each.file]) else each
        for each in problems
    )
