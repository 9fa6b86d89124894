"""`add -`: many lines at once, each an activity of its own; one that is not understood stops none of the others."""

from salgsplan_tui.cli.added import added_document, print_added, tell_notices
from salgsplan_tui.cli.as_json import Document
from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.commands.add import taken
from salgsplan_tui.cli.failures import code_of, planner_lines
from salgsplan_tui.cli.reading import certain
from salgsplan_tui.cli.stopped import tell_stopped
from salgsplan_tui.domain.errors import ConflictError, NotWrittenError, PlannerError
from salgsplan_tui.language import _


def add_lines(call: Call) -> None:
    """Add each line of the input; blank ones are passed over."""
    documents: list[Document] = []
    for number, line in enumerate(call.console.read_lines(), start=1):
        if not line.strip():
            continue
        try:
            documents.append({"line": number} | _add(call, line.strip()) | {"error": None})
        except PlannerError as error:
            documents.append({"line": number} | _refused(call, number, error))
            if isinstance(error, ConflictError | NotWrittenError):  # the next line would meet the same
                call.console.say(_("Nothing from line {number} on was added.").format(number=number))
                break
    if call.options.json:
        call.print_json({"lines": documents})


def _add(call: Call, line: str) -> Document:
    plan, reading, found = taken(call, certain(call, line))
    if not call.options.json:
        print_added(call, plan, reading)
        tell_stopped(call, plan, found)
    tell_notices(call, plan, reading)
    return added_document(plan, reading, found)


def _refused(call: Call, number: int, error: PlannerError) -> Document:
    first, *others = planner_lines(error)
    call.console.say(_("line {number}: {what}").format(number=number, what=first))
    for other in others:
        call.console.say(other)
    call.exit_code = call.exit_code or code_of(error)
    nothing = {"activity": None, "next": None, "series": None, "case": None}
    return nothing | {"notices": [], "cancelled": [], "continued": [], "error": first}
