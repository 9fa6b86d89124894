"""What a change came to: said in a sentence, and shown as the row now stands."""

from salgsplan_tui.cli.attention import tell_warnings
from salgsplan_tui.cli.call import Call
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.objecting import Stopped
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import _
from salgsplan_tui.session import Edit, Said


def said_of(key: str, row: Activity, to: Placement | None = None) -> Said:
    """Return what a change does to a row, in data."""
    values: dict[str, str | int | None] = {"id": row.id, "title": row.title, "count": 1}
    if to is not None:
        values["to"] = to.date.isoformat() if to.date is not None else to.bucket or ""
        values["start"] = None if to.start is None else f"{to.start:%H:%M}"
    return Said(key, values)


def make_change(call: Call, edit: Edit, said: Said, identity: str, step: str | None = None) -> None:
    """Change the plan, and show the row and its next step as they are now."""
    plan = call.change(edit, said)
    rows = [plan.activity(each) for each in (identity, step) if each is not None]
    show_changed(call, plan, said, rows)
    if said.key in {"moved", "edited", "done_next", "reopened", "started"}:
        tell_warnings(call, rows[-1])


def show_changed(call: Call, plan: Plan, said: Said, rows: list[Activity], found: Stopped | None = None) -> None:
    """Say what was done, and show the rows and what stopped because of it; with `--json` only they."""
    if call.options.json:
        from salgsplan_tui.cli.as_json import activity_document  # noqa: PLC0415  # only for other programs

        names = ("activity", "next")
        documents = (activity_document(plan, row) for row in rows)
        call.print_json({**dict(zip(names, documents, strict=False)), **_stopped(plan, found)})
        return
    from salgsplan_tui.cli.text.row_list import print_rows  # noqa: PLC0415  # only for people
    from salgsplan_tui.language.said import said_in_words  # noqa: PLC0415

    print_rows(call, plan, rows)
    words = said_in_words(said.key, said.values)
    if call.options.dry_run:
        words = _("Nothing is saved, this would be done: {what}").format(what=words)
    call.console.say(words)
    if found is not None and found.rows:
        from salgsplan_tui.cli.stopped import tell_stopped  # noqa: PLC0415  # seldom

        tell_stopped(call, plan, found)


def _stopped(plan: Plan, found: Stopped | None) -> dict[str, object]:
    if found is None:
        return {}
    from salgsplan_tui.cli.stopped import stopped_document  # noqa: PLC0415  # only for other programs

    return stopped_document(plan, found)
