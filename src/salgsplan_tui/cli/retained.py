"""The contacts to look through, as text or in JSON."""

from collections.abc import Sequence

from salgsplan_tui.cli.as_json import Document
from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.text.drawing import draw
from salgsplan_tui.domain.retention import Overkept
from salgsplan_tui.language import _
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.retention_words import why_kept


def retained_document(found: Sequence[Overkept], months: int) -> Document:
    """Return the document."""
    return {
        "months": months,
        "contacts": [
            {
                "id": each.contact.id,
                "name": each.contact.name,
                "customer": {"id": each.customer.id, "name": each.customer.name},
                "why": each.why,
                "last": None if each.last is None else each.last.isoformat(),
            }
            for each in found
        ],
    }


def print_retained(call: Call, found: Sequence[Overkept]) -> None:
    """Print a line for each."""
    if not found:
        call.console.say(_("Nobody has been kept for too long."))
        return
    column = max(len(each.contact.id) for each in found)
    draw(call, (_line(each, column) for each in found))


def _line(each: Overkept, column: int) -> Line:
    names = dict.fromkeys((each.contact.name, each.customer.name))
    return Line(
        (Part(f"  {each.contact.id:<{column}}  ", "muted"), Part(", ".join(map(safe_line, names)))),
        (Part(f"  {why_kept(each)}", "muted"),),
    )
