"""What came of each row of an import, and the sum, in words; for the screens and the command line."""

from collections.abc import Mapping
from typing import Final

from salgsplan_tui.domain.newcomers import Arrivals, Sorted
from salgsplan_tui.exchange.people import MOST_PEOPLE, People, Refused
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.formats import number
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


def refused_words(each: Refused) -> str:
    """Return why a row cannot be taken in."""
    return sentence(each.key, {"text": each.text, "most": MOST_PEOPLE})


def progress_words(stage: str, done: int, of: int) -> str:
    """Return how far the reading or the search for duplicates has come."""
    text = _("reading contacts: {done} of {all}") if stage == "read" else _("looking for duplicates: {done} of {all}")
    return text.format(done=number(done), all=number(of))


def saving_words(count: int) -> str:
    """Return that so many contacts are being saved."""
    return ngettext("saving {count} contacts …", "saving {count} contacts …", count).format(count=number(count))


def import_lines(people: People, arrivals: Arrivals) -> list[str]:
    """Return a line for each row, in the file's order."""
    lines = {each.who.row: _line(each) for each in arrivals.people}
    lines |= {each.row: f"{_REFUSED} {refused_words(each)}" for each in people.refused}
    column = len(str(max(lines, default=0)))
    return [f"{row:>{column}} {line}" for row, line in sorted(lines.items())]


def notes_words(people: People) -> str:
    """Return which columns went into the notes."""
    headings = ", ".join(map(safe_line, people.in_notes))
    return _("Kept in the notes, for nobody knows these columns: {columns}").format(columns=headings)


def _line(each: Sorted) -> str:
    parts = [safe_line(each.who.label), why(each), *(sentence(remark, {}) for remark in each.who.remarks)]
    return f"{_MARKS[each.fate]} {' · '.join(part for part in parts if part)}"


def why(each: Sorted) -> str:
    """Return why a row is not simply new; nothing where it is."""
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


def sum_words(found: Mapping[str, int], refused: int) -> str:
    """Return how many are new, filled in, left out and refused."""
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
    return " · ".join(part for part in parts if part)
