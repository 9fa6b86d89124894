"""What came of an import, row by row: as lines of text or in JSON."""

from collections.abc import Iterator, Mapping
from typing import Final

from salgsplan_tui.cli.as_json import Document
from salgsplan_tui.cli.call import Call
from salgsplan_tui.domain.newcomers import Arrivals, Sorted, batched_ids, counts
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.exchange.people import People, Refused
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.messages import sentence
from salgsplan_tui.language.safe import safe_line

_MARKS: Final = {"new": "+", "filled": "=", "duplicate": "?", "stopped": "⊘"}
_REFUSED: Final = "!"
_WHY: Final = {
    "email": N_("has the e-mail address of {name}"),
    "phone": N_("has the telephone number of {name}"),
    "org_number": N_("has the organisation number of {name}"),
    "name": N_("is called much like {name}"),
    "firm": N_("the firm is called much like {name}"),
}


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
            "text": _why(each),
            "remarks": [sentence(remark, {}) for remark in each.who.remarks],
        }


def _holds(plan: Plan, identity: str) -> bool:
    return identity in plan.customers or plan.contact(identity) is not None


def _like_document(each: Sorted) -> Document | None:
    like = each.like
    return None if like is None else {"why": like.why, "name": like.name, "id": like.id, "row": like.row}


def _refused_document(each: Refused) -> Document:
    text = sentence(each.key, {"text": each.text})
    return {"row": each.row, "fate": "refused", "name": None, "id": None, "like": None, "text": text, "remarks": []}


def print_imported(call: Call, people: People, arrivals: Arrivals) -> None:
    """Print a line for each row, and say the sum."""
    lines = {each.who.row: _line(each) for each in arrivals.people}
    lines |= {each.row: f"{_REFUSED} {sentence(each.key, {'text': each.text})}" for each in people.refused}
    column = len(str(max(lines, default=0)))
    for row, line in sorted(lines.items()):
        call.console.print(f"{row:>{column}} {line}")
    if people.in_notes:
        headings = ", ".join(map(safe_line, people.in_notes))
        call.console.say(_("Kept in the notes, for nobody knows these columns: {columns}").format(columns=headings))
    _say_sum(call, counts(arrivals.people), len(people.refused))


def _line(each: Sorted) -> str:
    parts = [safe_line(each.who.label), _why(each), *(sentence(remark, {}) for remark in each.who.remarks)]
    return f"{_MARKS[each.fate]} {' · '.join(part for part in parts if part)}"


def _why(each: Sorted) -> str:
    if each.fate == "stopped":
        return _("asked to be forgotten")
    if each.like is None:
        return ""
    name = (
        each.like.name
        if each.like.row is None
        else _("{name} in row {row}").format(name=each.like.name, row=each.like.row)
    )
    return _(_WHY[each.like.why]).format(name=safe_line(name))


def _say_sum(call: Call, found: Mapping[str, int], refused: int) -> None:
    new, left = found["new"], found["duplicate"]
    parts = [
        ngettext("{count} new contact", "{count} new contacts", new).format(count=new),
        ngettext("{count} filled in", "{count} filled in", found["filled"]).format(count=found["filled"])
        if found["filled"]
        else "",
        ngettext("{count} left out as a possible duplicate", "{count} left out as possible duplicates", left).format(
            count=left
        )
        if left
        else "",
        _("{count} left out because they asked to be forgotten").format(count=found["stopped"])
        if found["stopped"]
        else "",
        ngettext("{count} row refused", "{count} rows refused", refused).format(count=refused) if refused else "",
    ]
    words = " · ".join(part for part in parts if part)
    call.console.say(
        _("Nothing is saved, this would be done: {what}").format(what=words) if call.options.dry_run else words
    )
    if new and not call.options.dry_run:
        call.console.say(_("Tell them that you keep them, at the latest with the first contact or within a month."))
