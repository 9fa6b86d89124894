"""What came of forgetting a person: what lost the name, where words still stand, and what is out of reach."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from salgsplan_tui.cli.as_json import Document
from salgsplan_tui.cli.call import Call
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.customer_history import people_in
from salgsplan_tui.domain.forgetting import Identity
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.language.safe import safe_line

if TYPE_CHECKING:
    from salgsplan_tui.storage.forgetting import Purged, Trace


@dataclass(frozen=True)
class Forgotten:
    """The plan before and after, and who was forgotten."""

    before: Plan
    after: Plan
    person: str
    who: Identity
    purged: "Purged | None" = None
    """None of a trial run."""

    @cached_property
    def kept(self) -> tuple[Activity, ...]:
        """The activities that stay, without the name."""
        return tuple(row for row in self.after.stored() if self.person in people_in(row))

    @cached_property
    def reworded(self) -> tuple[Activity, ...]:
        """The activities whose words lost the name."""
        return tuple(row for row in self.after.stored() if row != self.before.activity(row.id))


def tell_forgotten(call: Call, found: Forgotten) -> None:
    """Tell it as text or in JSON."""
    traces = call.session.traces((*found.who.parts, *(f"(?i:{mark})" for mark in found.who.marks)))
    copies = call.session.other_copies()
    if call.options.json:
        call.print_json(_document(found, traces, copies))
        return
    if call.options.dry_run:
        call.console.say(_("Nothing is erased. This would be done:"))
    for line in (*_done(found), *_left(traces)):
        call.console.print(line)
    call.console.say(_out_of_reach(copies))


def _document(found: Forgotten, traces: "tuple[Trace, ...]", copies: tuple[str, ...]) -> Document:
    return {
        "id": found.person,
        "kept": [row.id for row in found.kept],
        "reworded": [{"id": row.id, "title": row.title} for row in found.reworded],
        "purged": None if found.purged is None else found.purged._asdict(),
        "review": [{"file": each.file, "line": each.line, "word": each.word} for each in traces],
        "out_of_reach": list(copies),
    }


def _done(found: Forgotten) -> list[str]:
    kept, reworded = len(found.kept), found.reworded
    lines = [
        _("Erased: {id}. A stop row without a name stands in its place.").format(id=found.person),
        ngettext(
            "{count} activity stays with its figures, without the name.",
            "{count} activities stay with their figures, without the name.",
            kept,
        ).format(count=kept),
    ]
    if reworded:
        lines.append(_("The name is taken out of the words of:"))
        lines += [f"  {row.id} {safe_line(row.title)}" for row in reworded]
    if found.purged is not None:
        lines.append(
            _("Taken out of undo: {steps} steps; of the copies from before changes: {copies}.").format(
                steps=found.purged.steps, copies=found.purged.copies
            )
        )
        if found.purged.from_calls:
            lines.append(_("Taken out of the call session that was stopped; its other calls stay."))
    return lines


def _left(traces: "tuple[Trace, ...]") -> list[str]:
    if not traces:
        return []
    lines = [_("These words may be about the person. Look through them:")]
    return lines + [f"  {safe_line(each.file)}:{each.line}: {safe_line(each.word)}" for each in traces]


def _out_of_reach(copies: tuple[str, ...]) -> str:
    words = _(
        "Out of reach are copies that others keep: git history, older versions in a sync, backups, files you exported, "
        "printouts. Clean them yourself."
    )
    found = _("Found here: {names}.").format(names=", ".join(copies)) if copies else ""
    return f"{words} {found}".strip()
