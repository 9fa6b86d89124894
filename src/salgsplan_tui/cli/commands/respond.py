"""`respond`: answers that come after something was done, to an advertisement or a letter (chapter 5.3)."""

from functools import partial

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.changed import make_change, said_of
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.identity import Identity, found
from salgsplan_tui.cli.values import Number
from salgsplan_tui.domain import life
from salgsplan_tui.language import N_


@command("respond", N_("For example: salgsplan respond a14 2. They are added to those that were counted before."))
@click.argument("identity", metavar=N_("ID"), type=Identity())
@click.argument("number", metavar="N", type=Number())
def respond_command(call: Call, identity: str, number: int) -> None:
    """Add answers to something done."""
    row = found(call, identity)
    edit = partial(life.respond, identity=row.id, number=number, at=call.clock.stamp())
    make_change(call, edit, said_of("responded", row), row.id)
