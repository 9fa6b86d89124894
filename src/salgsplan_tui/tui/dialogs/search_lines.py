"""What a search found, as lines: whom, service cases, then the rows by year, each with the words it was found by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.case_search import case_texts
from salgsplan_tui.domain.customers import Contact, Customer
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.search import Search, searched_texts
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.language import _
from salgsplan_tui.language.case_names import case_state_name
from salgsplan_tui.language.formats import bucket, clock, day_and_month
from salgsplan_tui.language.safe import safe_line, width
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.service_words import case_title, customer_of, type_name

_MOST_PEOPLE = 6
MOST_CASES = 6
"""So many service cases are shown, the newest; who wants others writes more words."""
_NO_TIME = " " * len("09:00")


@dataclass(frozen=True)
class Findings:
    """What was found so far, and how it is shown."""

    plan: Plan
    search: Search
    people: Sequence[tuple[Customer, Contact | None]]
    cases: Sequence[ServiceCase]
    rows: Sequence[Activity]
    hide: bool = False
    """Presentation mode: names and amounts are hidden."""


def findings_lines(found: Findings) -> tuple[Line, ...]:
    """Return the lines from top to bottom."""
    return (*_people(found), *_cases(found), *_rows(found))


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


def _cases(found: Findings) -> Iterator[Line]:
    if not found.cases:
        return
    yield _heading(_("service cases"))
    for case in found.cases[:MOST_CASES]:
        target = Target("case", case.id)
        style = "title" if case.is_open else "done"
        about = (customer_of(found.plan, case, hide=found.hide), type_name(case.type), case_state_name(case.state))
        words = "".join(f" · {each}" for each in dict.fromkeys(about) if each)
        left = (Part("  ✚ ", "sign"), Part(case_title(case, hide=found.hide), style), Part(words, "muted"))
        came_in = f"{day_and_month(case.day)} {case.day.year} "
        yield Line(left, (Part(came_in, "muted"),), target)
        if not found.hide and (excerpt := _of_case(found, case)):
            yield Line((Part("    ┆ ", "muted"), Part(excerpt, "muted")), target=target)
    if len(found.cases) > MOST_CASES:
        yield Line((Part("    " + _("the newest {count}; write more to narrow it").format(count=MOST_CASES), "muted"),))


def _of_case(found: Findings, case: ServiceCase) -> str:
    shown = f"{case.title}\n{customer_of(found.plan, case)}\n{type_name(case.type)}"
    return _line_with(found.search.words, shown, case_texts(case)[1:-1])


def _rows(found: Findings) -> Iterator[Line]:
    column = max((width(day_and_month(row.date)) for row in found.rows if row.date is not None), default=0)
    before = None
    for row in found.rows:
        year = _("without a date") if row.date is None else f"{row.date.year}"
        if year != before:
            yield _heading(year)
            before = year
        yield _row(found, row, column)
        if not found.hide and (excerpt := _excerpt(found, row)):
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


def _excerpt(found: Findings, row: Activity) -> str:
    return _line_with(found.search.words, f"{row.title}\n{labels.whom(found.plan, row)}", searched_texts(row)[1:])


def _line_with(words: Sequence[str], shown: str, texts: Sequence[str]) -> str:
    """Return the line of the other texts that holds a word which what is shown anyway does not."""
    seen = fold(shown)
    missing = [folded for word in words if (folded := fold(word)) not in seen]
    lines = (line for text in texts for line in text.splitlines())
    return next((safe_line(line.strip()) for line in lines if any(word in fold(line) for word in missing)), "")
