"""Parts of a plan as people type them, a line each: «Annonser 118 000», «Luftrenser 8000/7000», «Messe, 10.3, Oslo».

So a small plan of the department or the firm is typed in five minutes (chapter 1.5, X5).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.fields import Value
from salgsplan_tui.domain.goal_line import NewGoal
from salgsplan_tui.domain.plan_parts import Benefit, BudgetLine, DepartmentActivity, FocusArea, Product, Segment
from salgsplan_tui.domain.programme import ActivityProgramme, Goal, Strategy

_LAST_PRIORITY: Final = 3


@dataclass(frozen=True)
class LineReader:
    """How the words in such lines are understood, and where new ids come from."""

    amount: Callable[[str], int]
    """Reads an amount in øre; raises NotUnderstoodError."""
    days: Callable[[str], Span]
    """Reads words for days; raises NotUnderstoodError."""
    goal: Callable[[str], NewGoal]
    new_id: Callable[[], str]


def goals_in(text: str, reader: LineReader) -> tuple[Goal, ...]:
    """Return the goals of such lines; one without number, unit or deadline is a vision so far.

    Raises:
        NotUnderstoodError: weekday and date of a deadline disagree.
    """
    return tuple(reader.goal(line).goal(reader.new_id()) for line in lines_of(text))


def strategies_in(text: str, reader: LineReader) -> tuple[Strategy, ...]:
    """Return a strategy a line."""
    return tuple(Strategy(id=reader.new_id(), title=line) for line in lines_of(text))


def programmes_in(text: str, reader: LineReader) -> tuple[ActivityProgramme, ...]:
    """Return an activity programme a line."""
    return tuple(ActivityProgramme(id=reader.new_id(), title=line) for line in lines_of(text))


def focus_areas_in(text: str, reader: LineReader) -> tuple[FocusArea, ...]:
    """Return a focus area a line, the most important first."""
    return tuple(FocusArea(id=reader.new_id(), title=line) for line in lines_of(text))


def segments_in(text: str, reader: LineReader) -> tuple[Segment, ...]:
    """Return a segment a line."""
    return tuple(Segment(id=reader.new_id(), title=line) for line in lines_of(text))


def priority_at(place: int) -> Literal[1, 2, 3]:
    """Return how important the product at this place among them is, counted from 1."""
    return 1 if place == 1 else 2 if place < _LAST_PRIORITY else _LAST_PRIORITY


def products_in(text: str, reader: LineReader) -> tuple[Product, ...]:
    """Return products, the most important first: «Luftrenser 8000/7000» has target and floor price.

    Raises:
        NotUnderstoodError: a price after a stroke is none.
    """
    found = []
    for place, line in enumerate(lines_of(text), start=1):
        before, _stroke, floor = line.rpartition("/")
        title, target = _with_amount(before or line, reader)
        found.append(
            Product(
                id=reader.new_id(),
                title=title,
                priority=priority_at(place),
                target_price=target,
                floor_price=reader.amount(floor) if before else None,
            )
        )
    return tuple(found)


def benefits_in(text: str, reader: LineReader) -> tuple[Benefit, ...]:
    """Return who benefits how: «barnehager: færre sykedager».

    Raises:
        NotUnderstoodError: a line does not tell both.
    """
    found = []
    for line in lines_of(text):
        segment, colon, gain = line.partition(":")
        if not colon or not segment.strip() or not gain.strip():
            raise NotUnderstoodError("benefit_line", text=line)
        found.append(Benefit(id=reader.new_id(), segment=segment.strip(), text=gain.strip()))
    return tuple(found)


def budget_lines_in(text: str, reader: LineReader) -> tuple[BudgetLine, ...]:
    """Return budget lines: «Annonser 118 000».

    Raises:
        NotUnderstoodError: a line does not end with an amount.
    """
    found = []
    for line in lines_of(text):
        title, amount = _with_amount(line, reader)
        if amount is None or _whole_amount(line, reader) is not None:
            raise NotUnderstoodError("budget_line_line", text=line)
        found.append(BudgetLine(id=reader.new_id(), title=title, amount=amount))
    return tuple(found)


def department_in(text: str, reader: LineReader) -> tuple[DepartmentActivity, ...]:
    """Return what the department does when and where: «Fagmessen, 10.-12.3.2027, Messehallen».

    Raises:
        NotUnderstoodError: the words for when mean nothing.
    """
    found = []
    for line in lines_of(text):
        title, when, place = (*(part.strip() for part in line.split(",", 2)), "", "")[:3]
        days = reader.days(when) if when else None
        found.append(
            DepartmentActivity(
                id=reader.new_id(),
                title=title,
                start=None if days is None else days.start,
                end=None if days is None else days.last,
                place=place or None,
            )
        )
    return tuple(found)


def lines_of(text: str) -> Iterator[str]:
    """Yield the lines in which something stands."""
    return (" ".join(line.split()) for line in text.splitlines() if line.strip())


def _with_amount(line: str, reader: LineReader) -> tuple[str, int | None]:
    """Return a line's title, and the amount that its longest possible ending is."""
    words = line.rstrip(" .").split(" ")
    for first in range(1, len(words)):
        ending = " ".join(words[first:])
        if not ending[:1].isdigit():
            continue
        try:
            return " ".join(words[:first]).rstrip(" :–-"), reader.amount(ending)
        except NotUnderstoodError:
            continue
    return line, None


def _whole_amount(line: str, reader: LineReader) -> int | None:
    """Return the amount that the whole line is; None where it is none."""
    try:
        return reader.amount(line) if line[:1].isdigit() else None
    except NotUnderstoodError:
        return None


def told_anew(field: str, text: str, reader: LineReader) -> dict[str, object]:
    """Return what a line says of a part that is there already: «Annonser 30 000», and of a budget line «30 000» alone.

    Raises:
        NotUnderstoodError: it is no such line, or several.
    """
    lines = list(lines_of(text))
    if len(lines) != 1:
        raise NotUnderstoodError("one_line")
    if field == "budget_lines":
        amount = _whole_amount(lines[0], reader)
        title, last = _with_amount(lines[0], reader)
        told: dict[str, object] = {"title": title, "amount": last} if amount is None else {"amount": amount}
    else:
        (part,) = PARTS[field](text, reader)
        told = {name: getattr(part, name) for name in _TOLD.get(field, ("title",))}
        if getattr(part, "measure", None) is None:
            told.pop("area", None)  # it follows from what is counted
    return {name: value for name, value in told.items() if value is not None}


PARTS: Final[Mapping[str, Callable[[str, LineReader], tuple[Value, ...]]]] = {
    "goals": goals_in,
    "strategies": strategies_in,
    "programmes": programmes_in,
    "focus_areas": focus_areas_in,
    "products": products_in,
    "segments": segments_in,
    "benefits": benefits_in,
    "budget_lines": budget_lines_in,
    "activities": department_in,
}
"""How the lines of each field of a sales plan are read."""
_TOLD: Final[Mapping[str, tuple[str, ...]]] = {
    "goals": ("title", "unit", "target", "deadline", "measure", "area"),
    "products": ("title", "target_price", "floor_price"),
    "benefits": ("segment", "text"),
    "activities": ("title", "start", "end", "place"),
}
"""What a line says of a part; of the others only the title."""
