"""`respond`: answers that come after something was done, to an advertisement or a letter (chapter 5.3)."""

from functools import partial

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.changed import make_change, said_of
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.identity import Identity, found
from salgsplan_tui.cli.mistyped import MistypedError
from salgsplan_tui.domain.answers import Arrival, answers_meant, ids_needed, respond
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.language import N_


@command(
    "respond",
    N_(
        "For example: salgsplan respond a14 2 Kari Nordmann, Ola Hansen (Berg AS)\n\n"
        "They are added to those that were counted before. Who asked can be named; who is new becomes a lead."
    ),
)
@click.argument("identity", metavar=N_("ID"), type=Identity())
@click.argument("words", metavar=N_("N [NAME, NAME …]"), nargs=-1, required=True)
def respond_command(call: Call, identity: str, words: tuple[str, ...]) -> None:
    """Add answers to something done."""
    row = found(call, identity)
    try:
        answers = answers_meant(" ".join(words))
    except NotUnderstoodError as error:
        raise MistypedError(" ".join(words), error) from error
    new_ids = call.session.new_ids(ids_needed(answers))
    arrival = Arrival(call.session.words, new_ids, call.now.date(), call.clock.stamp())
    edit = partial(respond, identity=row.id, answers=answers, arrival=arrival)
    make_change(call, edit, said_of("responded", row), row.id)
