"""The seller's own looks back in a report: those alone that they have chosen to share (S6, chapter 7.5)."""

from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.reflection import COMPETENCES, Reflection, average_degrees
from salgsplan_tui.domain.reports.scope import Scope
from salgsplan_tui.domain.reports.values import Block, Figure, Figures, Item, Table, code, number, ratio, text


def looks_back(scope: Scope, span: Span) -> tuple[Block, ...]:
    """Return the shared looks back of some days one by one, as the seller wrote them; nothing where none is shared."""
    rows = tuple(
        (_about(scope, each), *(number(each.degrees.get(name)) for name in COMPETENCES), text(each.text))
        for each in _shared(scope, span)
    )
    return (Table("looks_back", ("about", *COMPETENCES, "own_words"), rows, is_list=True),) if rows else ()


def competences(scope: Scope) -> tuple[Block, ...]:
    """Return the four competences on average over the shared looks back, without words: so much further up."""
    found = average_degrees(_shared(scope, scope.span))
    figures = tuple(Figure(name, ratio(average * n, n, "degree")) for name, (average, n) in found.items())
    return (Figures("looks_back", figures),) if figures else ()


def _shared(scope: Scope, span: Span) -> tuple[Reflection, ...]:
    found = (each for each in scope.plan.reflections.values() if each.shared and each.date in span)
    return tuple(sorted((each for each in found if each.date <= scope.as_of), key=lambda each: (each.date, each.id)))


def _about(scope: Scope, reflection: Reflection) -> Item:
    """Return the case that is looked back on, or the week as a whole."""
    if reflection.case is None:
        return code("whole_week", "word")
    case = scope.plan.cases.get(reflection.case)
    words = "" if case is None else scope.discretion.words(case.title or case.cause)
    return text(words) if words else code("service_case", "word")
