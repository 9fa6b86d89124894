"""What stops because somebody wants no more contact, told as rows of text or in JSON (chapter 7.5)."""

from collections.abc import Iterable

from salgsplan_tui.cli.as_json import Document, activity_documents
from salgsplan_tui.cli.call import Call
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.objecting import Stopped, ids_beside, stopped
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.results import Result
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.session import Edit, Said


def change_with_result(
    call: Call, edit: Edit, said: Said, result: Result | None, rows: Iterable[Activity]
) -> tuple[Plan, Stopped]:
    """Make a change, and return the plan and what stopped because somebody in these rows wants no more contact."""
    if result is None or not result.has_objection:
        return call.change(edit, said), Stopped()
    call.session.need_mentions([each for row in rows for each in ids_beside(call.plan, row)])
    before = call.plan
    after = call.change(edit, said)
    return after, stopped(before, after)


def stopped_document(plan: Plan, found: Stopped) -> Document:
    """Return the rows that were cancelled, and those that go on without somebody."""
    return {
        "cancelled": activity_documents(plan, found.cancelled),
        "continued": activity_documents(plan, found.continued),
    }


def tell_stopped(call: Call, plan: Plan, found: Stopped) -> None:
    """Print those rows; what happened to them is said before."""
    from salgsplan_tui.cli.text.row_list import print_rows  # noqa: PLC0415  # only for people, and seldom

    if found.cancelled:
        count = len(found.cancelled)
        text = ngettext(
            "Does not want contact: {count} activity is cancelled",
            "Does not want contact: {count} activities are cancelled",
            count,
        )
        call.console.say(text.format(count=count))
        print_rows(call, plan, found.cancelled)
    if found.continued:
        call.console.say(_("These go on without them:"))
        print_rows(call, plan, found.continued)
