"""The one family of errors: a key and values, which only the command line and the screens turn into words."""

from dataclasses import dataclass


class PlannerError(Exception):
    """Something the person should be told: what, where, and what to do."""

    def __init__(self, key: str, **values: object) -> None:
        """Take the sentence's key and the values that belong in it."""
        super().__init__(key, values)
        self.key = key
        self.values = values


class NotUnderstoodError(PlannerError):
    """The words given could not be read; `at` tells where in them."""

    def __init__(self, key: str, *, at: tuple[int, int] | None = None, **values: object) -> None:
        """Take also the half-open span of characters that could not be read."""
        super().__init__(key, **values)
        self.at = at


class NotFoundError(PlannerError):
    """Nothing matched what was asked for, or there was nothing to do it with."""


class DamagedError(PlannerError):
    """A data file cannot be read as it stands; it is left untouched."""


class RefusedError(PlannerError):
    """A rule of the plan forbids it."""


class ConflictError(PlannerError):
    """The files are locked, or were changed by someone else meanwhile."""


class NotWrittenError(PlannerError):
    """The change could not be written; the old files are whole."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a data file: where it is, and what."""

    file: str
    """The file's path inside the data folder, or whole where it lies elsewhere."""
    line: int
    """The line it was found on, from 1."""
    key: str
    """The sentence's key, as in `PlannerError`."""
    values: tuple[tuple[str, object], ...] = ()
    """What belongs in the sentence."""
    is_damage: bool = True
    """Whether the file is left as it stands until this is put right; else it is only worth telling."""
