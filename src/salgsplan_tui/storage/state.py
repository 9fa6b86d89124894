"""The state folder: what the program remembers about one data folder on this machine."""

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from salgsplan_tui.storage.vouched import Vouched

if TYPE_CHECKING:
    from salgsplan_tui.storage.journal import Journal
    from salgsplan_tui.storage.known import Known

_TAIL: Final = 200
"""Bytes that hold the journal's line for how a step ended."""


class State:
    """The lock, the journal, the snapshots and the known files of one data folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, which need not be there."""
        self.folder = folder

    @property
    def lock(self) -> Path:
        """The file that is locked while a data folder is changed."""
        return self.folder / "lock"

    @property
    def snapshots(self) -> Path:
        """The folder of the copies from before changes."""
        return self.folder / "snapshots"

    @property
    def journal_file(self) -> Path:
        """The file of the steps."""
        return self.folder / "journal.jsonl"

    @property
    def calls(self) -> Path:
        """The call session that is under way."""
        return self.folder / "call-session.toml"

    @property
    def forgetting(self) -> Path:
        """The note of whom to forget, while that is being done."""
        return self.folder / "forgetting"

    @property
    def private_save(self) -> Path:
        """The note that the private file is being written, so that a next start clears up after a cut."""
        return self.folder / "private-save"

    @property
    def open_rows(self) -> Path:
        """What was counted in the week files; it may be deleted at any time."""
        return self.folder / "open-rows"

    @property
    def offered(self) -> Path:
        """The day on which what was left undone was offered last."""
        return self.folder / "offered"

    @cached_property
    def journal(self) -> "Journal":
        """The steps that were made."""
        from salgsplan_tui.storage.journal import Journal  # noqa: PLC0415  # not to look at a day

        return Journal(self.journal_file)

    @cached_property
    def vouched(self) -> Vouched:
        """The texts that were found right."""
        return Vouched(self.folder / "vouched")

    @cached_property
    def known(self) -> "Known":
        """The files that were there."""
        from salgsplan_tui.storage.known import Known  # noqa: PLC0415  # mostly there is nothing to note

        return Known(self.folder / "known")

    def may_have_cut_off_save(self) -> bool:
        """Say whether the journal may lack the end of its newest step; cheap, for it is asked at every start."""
        try:
            with self.journal_file.open("rb") as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
                tail = file.read()
        except OSError:
            return False
        last = tail[: tail.rfind(b"\n") + 1].rstrip(b"\n").rpartition(b"\n")[2]
        return bool(tail) and not last.startswith((b'{"done":', b'{"dropped":'))

    def make(self) -> None:
        """Make the folder where it is missing, for its owner alone.

        It is not flushed to the disk: a power cut that takes it takes the steps to undo, and nothing of the plan.

        Raises:
            NotWrittenError: as `not_written` tells.
        """
        if not self.folder.is_dir():
            from salgsplan_tui.storage.safe_writes import make_folder  # noqa: PLC0415  # mostly it is there

            make_folder(self.folder, is_durable=False)
