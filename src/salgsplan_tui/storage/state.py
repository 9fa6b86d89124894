"""The state folder: what the program remembers about one data folder on this machine."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from salgsplan_tui.storage.journal import Journal
from salgsplan_tui.storage.known import Known
from salgsplan_tui.storage.safe_writes import not_written


@dataclass(frozen=True)
class State:
    """The lock, the journal, the snapshots and the known files of one data folder."""

    folder: Path

    @property
    def lock(self) -> Path:
        """The file that is locked while a data folder is changed."""
        return self.folder / "lock"

    @property
    def snapshots(self) -> Path:
        """The folder of the copies from before changes."""
        return self.folder / "snapshots"

    @property
    def open_rows(self) -> Path:
        """What was counted in the week files; it may be deleted at any time."""
        return self.folder / "open-rows"

    @cached_property
    def journal(self) -> Journal:
        """The steps that were made."""
        return Journal(self.folder)

    @cached_property
    def known(self) -> Known:
        """The files that were there."""
        return Known(self.folder)

    def make(self) -> None:
        """Make the folder where it is missing, for its owner alone.

        It is not flushed to the disk: a power cut that takes it takes no more than the steps to undo.

        Raises:
            NotWrittenError: as `not_written` tells.
        """
        try:
            for folder in reversed([self.folder, *self.folder.parents]):
                if not folder.is_dir():
                    folder.mkdir(0o700, exist_ok=True)
        except OSError as error:
            raise not_written(self.folder, error) from error
