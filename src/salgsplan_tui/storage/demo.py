"""Laying out the demo: the sample salesperson's quarter, in a data folder of its own (chapter 8)."""

from pathlib import Path

from salgsplan_tui.storage.packaged import DEMO
from salgsplan_tui.storage.safe_writes import make_folder, replace_file


def lay_out(target: Path) -> None:
    """Copy the packaged sample data into a folder, for its owner alone; what else lies there stays.

    Raises:
        NotWrittenError: as `not_written` tells.
    """
    make_folder(target)
    for source in sorted(path for path in DEMO.rglob("*") if path.is_file()):
        file = target / source.relative_to(DEMO)
        make_folder(file.parent)
        replace_file(file, source.read_bytes())
