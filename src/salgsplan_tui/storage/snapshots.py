"""Snapshots: copies of the files as they were before they were changed, for the day that everything else fails.

They are packed so that `gunzip` opens them, and lie in the state folder, outside whatever syncs the data folder.
"""

import datetime as dt
import os
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from salgsplan_tui.storage.safe_writes import clean_temporary, make_folder, not_written, replace_file

_APART: Final = dt.timedelta(minutes=10)
_DAYS: Final = 30
_MONTHS: Final = 12
_NAME: Final = "%Y%m%dT%H%M%SZ.toml.gz"
_GZIP: Final = 31
"""zlib's word for the form of gzip."""


def keep(folder: Path, file: str, data: bytes, now: dt.datetime, *, always: bool = False) -> None:
    """Keep a copy of a file unless there is one of the last ten minutes; remove those that time has made superfluous.

    Raises:
        NotWrittenError: as `not_written` tells.
    """
    copies = folder / _folder_name(file)
    taken = _taken(copies)
    if taken and abs(now - taken[-1]) < _APART and not always:
        return
    make_folder(copies, is_durable=False)
    clean_temporary(copies)
    replace_file(copies / f"{now:{_NAME}}", _packed(data))
    try:
        for moment in superfluous(taken, now):
            (copies / f"{moment:{_NAME}}").unlink(missing_ok=True)
    except OSError as error:
        raise not_written(copies, error) from error


def newest(folder: Path, file: str) -> Path | None:
    """Return the newest copy of a file, if there is one."""
    copies = folder / _folder_name(file)
    taken = _taken(copies)
    return copies / f"{taken[-1]:{_NAME}}" if taken else None


def without(folder: Path, names: Callable[[str], bool]) -> int:
    """Remove the copies that tell of something; return how many there were. One that cannot be unpacked tells nothing.

    Raises:
        NotWrittenError: as `not_written` tells.
    """
    gone = [path for path in sorted(folder.glob("*/*.gz")) if names(_unpacked(path))]
    for path in gone:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise not_written(path, error) from error
    return len(gone)


def superfluous(taken: Sequence[dt.datetime], now: dt.datetime) -> list[dt.datetime]:
    """Return the copies beyond today's, the last of each day for 30 days, and the last of each month for 12 months."""
    days, months = set[dt.date](), set[tuple[int, int]]()
    surplus = []
    for moment in sorted(taken, reverse=True):
        day, month = moment.date(), (moment.year, moment.month)
        age = (now.date() - day).days
        is_of_day = age < _DAYS and day not in days
        is_of_month = 12 * (now.year - moment.year) + now.month - moment.month < _MONTHS and month not in months
        if age > 0 and not is_of_day and not is_of_month:
            surplus.append(moment)
        days.add(day)
        months.add(month)
    return surplus


def _folder_name(file: str) -> str:
    return file.replace("/", "~")


def _taken(copies: Path) -> list[dt.datetime]:
    """Return when the copies in a folder were taken, the newest last."""
    try:
        names = [entry.name for entry in os.scandir(copies)]
    except OSError:
        return []
    return sorted(moment for name in names if (moment := _moment(name)) is not None)


def _moment(name: str) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(name, _NAME).replace(tzinfo=dt.UTC)
    except ValueError:
        return None


def _unpacked(path: Path) -> str:
    try:
        return zlib.decompress(path.read_bytes(), wbits=_GZIP).decode("utf-8", errors="replace")
    except (OSError, zlib.error):
        return ""


def _packed(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=_GZIP)
    return packer.compress(data) + packer.flush()
