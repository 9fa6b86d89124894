"""Lines of text as values: parts with a style's name, and what they stand for; no widget, no colour."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, overload


class Part(NamedTuple):
    """A piece of text and the name of its style; the widget that draws it knows the colours."""

    text: str
    style: str = "text"


@dataclass(frozen=True)
class Target:
    """What a line stands for: an activity, free time to plan in, rows that are only counted, a customer, an offer.

    `left` is what was left undone: its first row stands for all of it. A `figure` is counted from rows that it opens.
    An `area` is an improvement area, a `section` a part of a report, `issued` a report that was handed on.
    `calls` is the call session that was stopped, `review` a month or quarter that is to be looked back on, `must_dos`
    are the three of a week.
    """

    kind: Literal[
        "activity", "gap", "older", "customer", "contact", "left", "need",
        "plan", "goal", "strategy", "programme", "part", "figure", "advice", "offer", "order", "case", "area",
        "section", "issued",
        "calls", "review", "must_dos",
    ]  # fmt: skip
    id: str
    """The id of what it is; the gap's start, "09:30"; nothing for older overdue rows; of a `part` "kind:id"."""


@dataclass(frozen=True)
class Line:
    """One line of a list: parts to the left, parts held to the right, and what choosing it means."""

    left: tuple[Part, ...] = ()
    right: tuple[Part, ...] = ()
    target: Target | None = None
    """Lines of the same row share its target; the first of them carries the cursor."""
    rule: bool = False
    """Drawn out to the full width, as a heading or the line of now."""


class LinesAsSeen(Sequence[Line]):
    """One line for each of many rows, written when it is first looked at: of thousands only a screenful is."""

    def __init__(self, targets: Sequence[Target], write: Callable[[int], Line]) -> None:
        """Take what each line stands for, no two of them the same, and what writes a line by its number."""
        self.targets = targets
        self._write = write
        self._written: dict[int, Line] = {}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.targets)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | Sequence[Line]:
        """Return a line, written now where it was not yet."""
        if isinstance(at, slice):
            return [self[number] for number in range(len(self))[at]]
        number = range(len(self))[at]
        if number not in self._written:
            self._written[number] = self._write(number)
        return self._written[number]

    def __iter__(self) -> Iterator[Line]:
        """Go through all of them."""
        return (self[number] for number in range(len(self)))
