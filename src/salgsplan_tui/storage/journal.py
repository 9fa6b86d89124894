"""The journal: every step that was made, so that it can be undone, and finished where it was cut off.

One line of JSON a step and one for how it ended, only ever appended, in the state folder. A step is on the disk before
its first file is written. A line that was cut off was never acted on, and goes when the next one is written.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from salgsplan_tui.storage.files import opened
from salgsplan_tui.storage.safe_writes import not_written, replace_file
from salgsplan_tui.storage.steps import StepKind, StepRecord, record_as_json, record_from_json

_LARGEST: Final = 1_000_000
"""Bytes; a larger journal is set aside and begun anew, and the one set aside before is forgotten."""


class Journal:
    """The steps of one data folder, from whichever program they came; to be written under the lock only."""

    def __init__(self, path: Path) -> None:
        """Take the journal's file."""
        self.path = path
        self._older = path.with_suffix(".1.jsonl")

    def append(self, step: StepRecord) -> None:
        """Write a step down for good; it is pending until it is told how it ended.

        Raises:
            NotWrittenError: as `not_written` tells; nothing was written.
        """
        try:
            with suppress(FileNotFoundError):
                if self.path.stat().st_size > _LARGEST:
                    self.path.replace(self._older)
            self._write(record_as_json(step), durable=True)
        except OSError as error:
            raise not_written(self.path, error) from error

    def done(self, step: StepRecord) -> None:
        """Note that a step was made."""
        self._end("done", step)

    def dropped(self, step: StepRecord) -> None:
        """Note that a step was not made."""
        self._end("dropped", step)

    def pending(self) -> StepRecord | None:
        """Return the newest step where nobody noted how it ended."""
        ended: set[str] = set()
        for line in reversed(list(_lines(self.path))):
            if "step" not in line:
                ended |= {str(item) for item in line.values()}
                continue
            step = _step(line)
            if step is not None:
                return None if step.id in ended else step
        return None

    def undoable(self) -> StepRecord | None:
        """Return the step that an undo takes back: the newest that was not undone."""
        return next(reversed(self._stacks()[0]), None)

    def redoable(self) -> StepRecord | None:
        """Return the undo that a redo takes back: the newest with no change after it."""
        return next(reversed(self._stacks()[1]), None)

    def without(self, names: Callable[[str], bool]) -> int:
        """Take every step out whose line tells of something; return how many there were.

        Raises:
            NotWrittenError: as `not_written` tells.
        """
        return sum(_thinned(path, names) for path in (self._older, self.path))

    def _stacks(self) -> tuple[list[StepRecord], list[StepRecord]]:
        lines = [*_lines(self._older), *_lines(self.path)]
        dropped = {line["dropped"] for line in lines if "dropped" in line}
        undoable: list[StepRecord] = []
        redoable: list[StepRecord] = []
        for step in filter(None, map(_step, lines)):
            if step.id in dropped:
                continue
            if step.kind is StepKind.UNDO:
                del undoable[-1:]
                redoable.append(step)
                continue
            if step.kind is StepKind.REDO:
                del redoable[-1:]
            else:
                redoable.clear()
            undoable.append(step)
        return undoable, redoable

    def _end(self, how: str, step: StepRecord) -> None:
        with suppress(OSError):  # the next start finds out from the files themselves
            self._write({how: step.id}, durable=False)

    def _write(self, line: object, *, durable: bool) -> None:
        import json  # noqa: PLC0415  # not before the first change

        text = json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"
        with opened(self.path, os.O_RDWR | os.O_CREAT) as handle:
            start = _end_of_lines(handle)
            os.ftruncate(handle, start)
            try:
                left = memoryview(text.encode(errors="backslashreplace"))  # half a character, as JSON writes it
                os.lseek(handle, start, os.SEEK_SET)
                while left:
                    left = left[os.write(handle, left) :]
                if durable:
                    os.fsync(handle)
            except OSError:
                with suppress(OSError):
                    os.ftruncate(handle, start)
                raise


def _end_of_lines(handle: int) -> int:
    """Return where the last whole line ends."""
    size = os.fstat(handle).st_size
    with os.fdopen(os.dup(handle), "rb") as file:
        back = 4096
        while size:
            start = max(0, size - back)
            file.seek(start)
            found = file.read(size - start).rfind(b"\n")
            if found >= 0:
                return start + found + 1
            if start == 0:
                return 0
            back *= 2
    return 0


def _thinned(path: Path, names: Callable[[str], bool]) -> int:
    try:
        lines = path.read_bytes().splitlines(keepends=True)
    except FileNotFoundError:
        return 0
    kept = [line for line in lines if not names(line.decode("utf-8", errors="replace"))]
    if len(kept) < len(lines):
        replace_file(path, b"".join(kept))
    return len(lines) - len(kept)


def _lines(path: Path) -> Iterator[dict[str, object]]:
    """Yield what the journal's lines hold, those passed over that nobody can read."""
    import json  # noqa: PLC0415  # not before the first change

    try:
        data = path.read_bytes()
    except OSError:
        return
    for line in data.split(b"\n")[:-1]:
        with suppress(ValueError, RecursionError):
            read = json.loads(line)
            if isinstance(read, dict):
                yield read


def _step(line: dict[str, object]) -> StepRecord | None:
    if "step" not in line:
        return None
    try:
        return record_from_json(line)
    except (ValueError, TypeError):
        return None
