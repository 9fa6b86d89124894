"""The customers as text: the list in columns, for the call list the reasons under each, and the card of one."""

from collections.abc import Iterator, Sequence

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.text.drawing import draw
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.customer_card import CustomerCard, card_lines
from salgsplan_tui.tui.customer_page import CustomerRow, CustomersPage, heads_line, row_line
from salgsplan_tui.tui.customer_panel import status_words, wrapped
from salgsplan_tui.tui.lines import Line, Part

_INDENT = "      "


def print_customers(call: Call, page: CustomersPage, rows: Sequence[CustomerRow], *, with_reasons: bool) -> None:
    """Print the list."""
    draw(call, [heads_line(page, call.width), *_lines(page, rows, call.width, with_reasons=with_reasons)])


def _lines(page: CustomersPage, rows: Sequence[CustomerRow], cells: int, *, with_reasons: bool) -> Iterator[Line]:
    for row in rows:
        yield row_line(page, row, cells)
        if with_reasons:
            for text in wrapped(status_words(row), cells - len(_INDENT)):
                yield Line((Part(f"{_INDENT}{text}", "muted"),))


def print_card(call: Call, row: CustomerRow) -> None:
    """Print everything about one customer."""
    name = Line((Part(safe_line(row.record.customer.name), "heading"),))
    draw(call, [name, Line(), *card_lines(CustomerCard(call.plan, row, call.now), call.width)])
