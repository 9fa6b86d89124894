"""What came of an import, row by row: as lines of text or in JSON."""

from collections.abc import Iterator, Mapping

from salgsplan_tui.cli.as_json import Document
from salgsplan_tui.cli.call import Call
from salgsplan_tui.domain.newcomers import Arrivals, Sorted, batched_ids, counts
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.exchange.people import People, Refused
from salgsplan_tui.language import _
from salgsplan_tui.language.messages import sentence
from salgsplan_tui.tui.import_words import import_lines, notes_words, refused_words, sum_words, why


def imported_document(plan: Plan, people: People, arrivals: Arrivals) -> Document:
    """Return what was done with each row, in the file's order, and what each column was taken for."""
    rows = [*_sorted_documents(plan, arrivals), *(_refused_document(each) for each in people.refused)]
    return {
        "counts": {**counts(arrivals.people), "refused": len(people.refused)},
        "columns": dict(people.columns),
        "in_notes": list(people.in_notes),
        "rows": sorted(rows, key=lambda each: each["row"]),  # type: ignore[arg-type, return-value]  # a number
    }


def _sorted_documents(plan: Plan, arrivals: Arrivals) -> Iterator[Document]:
    for each, (customer, contact) in zip(arrivals.people, batched_ids(arrivals.ids), strict=True):
        known = next((one for one in (contact, customer) if _holds(plan, one)), None)
        yield {
            "row": each.who.row,
            "fate": each.fate,
            "name": each.who.label,
            "id": known if each.fate == "new" else None,
            "like": None if each.like is None else _like_document(each),
            "text": why(each),
            "remarks": [sentence(remark, {}) for remark in each.who.remarks],
        }


def _holds(plan: Plan, identity: str) -> bool:
    return identity in plan.customers or plan.contact(identity) is not None


def _like_document(each: Sorted) -> Document | None:
    like = each.like
    return None if like is None else {"why": like.why, "name": like.name, "id": like.id, "row": like.row}


def _refused_document(each: Refused) -> Document:
    text = refused_words(each)
    return {"row": each.row, "fate": "refused", "name": None, "id": None, "like": None, "text": text, "remarks": []}


def print_imported(call: Call, people: People, arrivals: Arrivals) -> None:
    """Print a line for each row, and say the sum."""
    for line in import_lines(people, arrivals):
        call.console.print(line)
    if people.in_notes:
        call.console.say(notes_words(people))
    _say_sum(call, counts(arrivals.people), len(people.refused))


def _say_sum(call: Call, found: Mapping[str, int], refused: int) -> None:
    words = sum_words(found, refused)
    call.console.say(
        _("Nothing is saved, this would be done: {what}").format(what=words) if call.options.dry_run else words
    )
    if found["new"] and not call.options.dry_run:
        call.console.say(_("Tell them that you keep them, at the latest with the first contact or within a month."))
