"""What a search found, as lines: whom, then the rows by year, the newest first, each with the words it was found by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.search import Search, searched_texts
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import bucket, clock, day_and_month
from salgsplan_tui.language.safe import safe_line, width
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part, Target

_MOST_PEOPLE = 6
_NO_TIME = " " * len("09:00")


@dataclass(frozen=True)
class Findings:
    """What was found so far, and how it is shown."""

    plan: Plan
    search: Search
    people: Sequence[tuple[Customer, Contact | None]]
    rows: Sequence[Activity]
    hide: bool = False
    """Presentation mode: names and amounts are hidden."""


def findings_lines(found: Findings) -> tuple[Line, ...]:
    """Return the lines from top to bottom."""
    return (*_people(found), *_rows(found))


def _people(found: Findings) -> Iterator[Line]:
    if found.hide or not found.people:
        return
    yield _heading(_("customers and contacts"))
    for customer, contact in found.people[:_MOST_PEOPLE]:
        name, about = person_words(customer, contact)
        target = Target("customer", customer.id if contact is None else contact.id)
        yield Line((Part("  ☺ ", "sign"), Part(name, "title"), Part(about, "muted")), target=target)


def person_words(customer: Customer, contact: Contact | None) -> tuple[str, str]:
    """Return a name, and what tells whose it is: «Stian Ødegård», « · redaktør · Fagbladet Inneluft»."""
    if contact is None:
        return safe_line(customer.name), ""
    about = (contact.role or "", customer.name if customer.name != contact.name else "")
    return safe_line(contact.name), safe_line("".join(f" · {each}" for each in about if each))


def _rows(found: Findings) -> Iterator[Line]:
    words = tuple(fold(word) for word in found.search.words)
    column = max((width(day_and_month(row.date)) for row in found.rows if row.date is not None), default=0)
    before = None
    for row in found.rows:
        year = _("without a date") if row.date is None else f"{row.date.year}"
        if year != before:
            yield _heading(year)
            before = year
        yield _row(found, row, column)
        if not found.hide and (excerpt := _excerpt(found, row, words)):
            yield Line((Part("    ┆ ", "muted"), Part(excerpt, "muted")), target=Target("activity", row.id))


def _heading(text: str) -> Line:
    return Line((Part("── ", "heading"), Part(text, "heading"), Part(" ", "heading")), rule=True)


def _row(found: Findings, row: Activity, column: int) -> Line:
    style = "title" if row.is_open else "done"
    whom = labels.whom(found.plan, row, hide=found.hide)
    left = (
        Part(f"{labels.MARKS[row.state]} ", style),
        Part(f"{_when(row, column)} ", "time" if row.is_open else "done"),
        Part(f"{labels.sign(found.plan, row)} ", "sign" if row.is_open else "done"),
        Part(labels.title(found.plan, row, hide=found.hide), style),
        Part(f" · {whom}" if whom else "", "muted"),
    )
    cost = labels.cost(found.plan, row, hide=found.hide)
    return Line(left, (Part(f" {cost} " if cost else " ", "muted"),), Target("activity", row.id))


def _when(row: Activity, column: int) -> str:
    if row.date is None:
        return "" if row.bucket is None else bucket(row.bucket)
    return f"{day_and_month(row.date):<{column}} {clock(row.start) if row.start else _NO_TIME}"


def _excerpt(found: Findings, row: Activity, words: tuple[str, ...]) -> str:
    """Return the line of the row's other texts that holds a word which neither title nor names do."""
    shown = fold(f"{row.title}\n{labels.whom(found.plan, row)}")
    missing = [word for word in words if word not in shown]
    lines = (line for text in searched_texts(row)[1:] for line in text.splitlines())
    return next((safe_line(line.strip()) for line in lines if any(word in fold(line) for word in missing)), "")
