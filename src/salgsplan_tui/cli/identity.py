"""An activity's id as people type it: any unique beginning, in any case; the shell completes those at hand."""

from typing import TYPE_CHECKING

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.values import ValueType
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import week_key

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Identity(ValueType):
    """The beginning of an id."""

    name = "id"

    def shell_complete(self, ctx: click.Context, _param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """Offer today's rows and the overdue ones."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415  # only when the shell asks

        from salgsplan_tui.language.safe import safe_line  # noqa: PLC0415

        call: Call = ctx.obj
        call.session.need_day(call.now.date())
        rows = {row.id: row for row in (*call.plan.overdue(call.now), *call.plan.on(call.now.date()))}
        short = call.session.shortest(rows)
        offered = ((short[each], rows[each].title) for each in rows if each.startswith(incomplete.lower()))
        return [CompletionItem(identity, help=safe_line(title)) for identity, title in offered]


def found(call: Call, beginning: str) -> Activity:
    """Return the activity whose id begins so.

    Raises:
        NotFoundError: none does, or several do.
    """
    identity = call.session.find(beginning)  # which may read more of the plan
    row = call.plan.activity(identity)
    call.session.need_weeks([week_key(row.date or call.now.date())])  # with the sales plans of its goal
    return call.plan.activity(identity)
