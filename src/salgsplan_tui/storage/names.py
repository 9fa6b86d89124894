"""The names of the files in a data folder: what each holds, and which only look like ours."""

import os
import re
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path
from typing import Final, NamedTuple

from salgsplan_tui.domain.dates import is_bucket
from salgsplan_tui.domain.sheet import UNPLACED

SETTINGS: Final = "settings.toml"
CHANNELS: Final = "channels.toml"
CUSTOMERS: Final = "customers.toml"
SERIES: Final = "series.toml"
CALENDAR: Final = "calendar.toml"
PLAYBOOKS: Final = "playbooks.toml"
IMPROVEMENT: Final = "improvement.toml"
ISSUED: Final = "issued.toml"
PRIVATE: Final = "private.toml"


class Kind(Enum):
    """What a file holds."""

    SETTINGS = auto()
    CHANNELS = auto()
    CUSTOMERS = auto()
    SERIES = auto()
    CALENDAR = auto()
    """Days off: leave, illness, closed days."""
    PLAYBOOKS = auto()
    """The person's own chains of activities."""
    IMPROVEMENT = auto()
    """Improvement areas."""
    ISSUED = auto()
    """The reports that were handed on."""
    SHEET = auto()
    """Activities: those of a week, or those without one."""
    SALES_PLAN = auto()
    SALES = auto()
    """The offers and orders of a year."""
    SERVICE = auto()
    """The service cases of a year."""
    PRIVATE = auto()
    """The seller's own: looks back, and wages, which are no part of the plan."""
    OTHER = auto()
    """A file of a part of the program that does not stand in the plan; it is left alone."""


class Listing(NamedTuple):
    """The files of a data folder by their paths inside it, in order."""

    files: tuple[str, ...]
    strangers: tuple[str, ...]
    """TOML files that are none of ours: copies that a sync made of a conflict, slips of the pen."""


_FOLDERS: Final = ("", "weeks", "weeks/*", "plans", "sales", "service")
_BY_NAME: Final = {
    SETTINGS: Kind.SETTINGS,
    CHANNELS: Kind.CHANNELS,
    CUSTOMERS: Kind.CUSTOMERS,
    SERIES: Kind.SERIES,
    CALENDAR: Kind.CALENDAR,
    PLAYBOOKS: Kind.PLAYBOOKS,
    f"{UNPLACED}.toml": Kind.SHEET,
    PRIVATE: Kind.PRIVATE,
    IMPROVEMENT: Kind.IMPROVEMENT,
    ISSUED: Kind.ISSUED,
}
_NAMES: Final = re.compile(
    r"weeks/(\d{4})/(?P<week>\1-W\d\d)\.toml|(?P<plan>plans/[0-9a-z][0-9a-z-]{1,31}\.toml)|(?P<year>sales|service)/\d{4}\.toml",
    re.ASCII,
)
_YEARLY: Final = {"sales": Kind.SALES, "service": Kind.SERVICE}
_CONFLICT: Final = r"\.sync-conflict-|conflict(?:ed)? copy|[-_(]conflict|\(\d+\)\.toml$"


def kind_of(file: str) -> Kind | None:
    """Return what a file holds, or None where it is none of ours."""
    if file in _BY_NAME:
        return _BY_NAME[file]
    name = _NAMES.fullmatch(file)
    if name is None:
        return None
    if name["week"]:
        return Kind.SHEET if "01" <= name["week"][-2:] <= "52" or is_bucket(name["week"]) else None
    return Kind.SALES_PLAN if name["plan"] else _YEARLY[name["year"]]


def sheet_file(key: str) -> str:
    """Return the file of a week, "2027-W07", or of the rows without one."""
    return f"{key}.toml" if key == UNPLACED else f"weeks/{key[:4]}/{key}.toml"


def sheet_key(file: str) -> str:
    """Return the key of the sheet that a file holds."""
    return file.rpartition("/")[2].removesuffix(".toml")


def plan_file(identity: str) -> str:
    """Return the file of a sales plan."""
    return f"plans/{identity}.toml"


def sales_file(year: int) -> str:
    """Return the file of a year's offers and orders."""
    return f"sales/{year:04}.toml"


def service_file(year: int) -> str:
    """Return the file of a year's service cases."""
    return f"service/{year:04}.toml"


def is_conflict_copy(file: str) -> bool:
    """Say whether a sync left this file beside ours, because two machines wrote at once."""
    return re.search(_CONFLICT, file, re.IGNORECASE) is not None


def listing(home: Path) -> Listing:
    """Return the files of a data folder; what cannot be listed is empty."""
    found = [file for folder in _FOLDERS for file in _toml_files(home, folder)]
    ours = [file for file in found if kind_of(file) is not None]
    strangers = [os.fsencode(file).decode(errors="backslashreplace") for file in found if kind_of(file) is None]
    return Listing(tuple(sorted(ours)), tuple(sorted(strangers)))


def week_files(home: Path) -> tuple[str, ...]:
    """Return the week files of a data folder, oldest first."""
    return tuple(sorted(file for file in _toml_files(home, "weeks/*") if kind_of(file) is Kind.SHEET))


def plan_files(home: Path) -> tuple[str, ...]:
    """Return the files of the sales plans."""
    return tuple(sorted(file for file in _toml_files(home, "plans") if kind_of(file) is Kind.SALES_PLAN))


def service_files(home: Path) -> tuple[str, ...]:
    """Return the files of service cases."""
    return tuple(sorted(file for file in _toml_files(home, "service") if kind_of(file) is Kind.SERVICE))


def yearly_files(home: Path) -> tuple[str, ...]:
    """Return the files of sales and service."""
    found = [file for folder in _YEARLY for file in _toml_files(home, folder)]
    return tuple(sorted(file for file in found if kind_of(file) in _YEARLY.values()))


def _toml_files(home: Path, pattern: str) -> Iterator[str]:
    """Yield the TOML files right inside a folder; those whose name begins with a dot are somebody's tools."""
    for folder in home.glob(pattern) if "*" in pattern else [home / pattern]:
        inside = folder.relative_to(home).as_posix()
        prefix = "" if inside == "." else f"{inside}/"
        try:
            with os.scandir(folder) as entries:
                names = [entry.name for entry in entries]
        except OSError:  # it is told when one of its files is asked for
            continue
        yield from (f"{prefix}{name}" for name in names if name.endswith(".toml") and not name.startswith("."))
