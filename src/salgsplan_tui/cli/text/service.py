"""Service cases as text: the list with ids, one case whole, and the figures of a period."""

from collections.abc import Iterator

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.text.drawing import draw
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.reflection_edits import reflection_on
from salgsplan_tui.domain.service import ServiceCase
from salgsplan_tui.domain.service_results import ServiceResults
from salgsplan_tui.tui.labels import late_words
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.service_card import CaseCard, case_card_lines
from salgsplan_tui.tui.service_page import CasesPage, heads_line, row_line
from salgsplan_tui.tui.service_results_page import results_lines
from salgsplan_tui.tui.service_words import case_title, late_of


def print_cases(call: Call, page: CasesPage) -> None:
    """Print the list, and under a case that its next activity comes too late for."""
    ids = max((len(row.case.id) for row in page.rows), default=0) + 1
    draw(call, _list(page, call.width, ids))


def _list(page: CasesPage, cells: int, ids: int) -> Iterator[Line]:
    heads = heads_line(cells - ids)
    yield Line((Part(" " * ids), *heads.left))
    for row in page.rows:
        line = row_line(page, row, cells - ids)
        yield Line((Part(f"{row.case.id:<{ids}}", "muted"), *line.left))
        late = late_of(page.plan, row.case, page.now)
        if late is not None:
            yield Line((Part(f"{' ' * ids}! {late_words(late)}", "warning"),))


def print_case_line(call: Call, plan: Plan, case: ServiceCase) -> None:
    """Print one case in a line."""
    page = CasesPage(plan, call.now, "all")
    line = row_line(page, page.row(case), call.width - len(case.id) - 1)
    draw(call, [Line((Part(f"{case.id} ", "muted"), *line.left))])


def print_case(call: Call, case: ServiceCase) -> None:
    """Print everything about one case."""
    title = Line((Part(case_title(case), "heading"),))
    card = CaseCard(call.plan, case, call.now, call.session.claim_deadlines, reflection_on(call.plan, case.id))
    draw(call, [title, Line(), *case_card_lines(card, call.width)])


def print_results(call: Call, found: ServiceResults) -> None:
    """Print the figures of a period."""
    draw(call, results_lines(found))
