"""`channels`: the ways to the customer, and what is done in them (S14-S22); made, changed and hidden as one likes."""

from typing import Final, get_args

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.values import OneOf
from salgsplan_tui.domain.activity import Kind, Purpose
from salgsplan_tui.domain.channels import Form
from salgsplan_tui.language import N_

_VERBS: Final = {
    **dict.fromkeys(("add", "legg-til"), "add"),
    **dict.fromkeys(("change", "endre"), "change"),
    **dict.fromkeys(("hide", "skjul"), "hide"),
    **dict.fromkeys(("show", "vis"), "show"),
}
_GATES: Final = ("phone", "mail", "electronic", "door", "")
_FORM: Final = N_("How many it meets: one_to_one, addressed, group, one_to_many or own.")
_GATE: Final = N_("The contact rules it falls under: phone, mail, electronic, door, or '' for none.")
_KIND: Final = N_("What work it is: customer, internal, service, travel or private.")
_PURPOSE: Final = N_("What for: marketing, agreed, service or internal.")


@command(
    "channels",
    N_(
        "Your own stand in channels.toml and are laid over those that come with the program.\n\n"
        "add NAME makes a channel, or with --channel a kind of activity in one; change, hide and show take a code such "
        "as phone or phone.call, or a name. For example: salgsplan channels add podcast --minutes 90m --cost "
        '"production 500-2000"'
    ),
)
@click.argument("words", metavar=N_("[add|change|hide|show NAME]"), nargs=-1)
@click.option(
    "--results", is_flag=True, help=N_("What each has given and cost in the programme that runs today, instead.")
)
@click.option("--hidden", "with_hidden", is_flag=True, help=N_("Those that are hidden too."))
@click.option("--channel", "within", metavar=N_("CHANNEL"), help=N_("Make a kind of activity in this channel."))
@click.option("--nb", metavar=N_("NAME"), help=N_("Its name in Norwegian."))
@click.option("--en", metavar=N_("NAME"), help=N_("Its name in English."))
@click.option("--sign", metavar=N_("SIGN"), help=N_("Its sign, one character."))
@click.option("--form", metavar=N_("CODE"), type=OneOf(get_args(Form)), help=_FORM)
@click.option("--gate", metavar=N_("CODE"), type=OneOf(_GATES), help=_GATE)
@click.option("--kind", metavar=N_("CODE"), type=OneOf(get_args(Kind)), help=_KIND)
@click.option("--purpose", metavar=N_("CODE"), type=OneOf(get_args(Purpose)), help=_PURPOSE)
@click.option("--minutes", metavar=N_("DURATION"), help=N_("How long it usually takes: 30m, 1h30."))
@click.option("--travel", metavar=N_("DURATION"), help=N_("How long the way there, and back, usually takes."))
@click.option(
    "--cost", "costs", metavar=N_("COSTS"), help=N_("What it usually costs: “print 8; stand rent 15000-50000”.")
)
@click.option("--lead-days", metavar=N_("DAYS"), help=N_("How many days before its date the material is due."))
@click.option("--unit", metavar=N_("UNIT"), help=N_("What its quantity counts: calls, letters, meetings."))
@click.option("--measures", metavar=N_("MEASURES"), help=N_("What tells how it went, a comma between them."))
@click.option("--words", "said", metavar=N_("WORDS"), help=N_("What you call it in quick add, a comma between them."))
@click.option("--approach", metavar=N_("TEXT"), help=N_("How to go about it."))
def channels_command(
    call: Call, *, words: tuple[str, ...], results: bool, with_hidden: bool, within: str | None, **given: str | None
) -> None:
    """Print the channels with their types, or with what they have given; or make, change, hide and show one."""
    if words and words[0] in _VERBS:
        from salgsplan_tui.cli.own_channels import do  # noqa: PLC0415  # seldom

        named = {{"said": "words"}.get(key, key): text for key, text in given.items() if text is not None}
        do(call, _VERBS[words[0]], " ".join(words[1:]), within, named)
        return
    if words:
        raise MisuseError(N_("“{words}” is too much here."), words=" ".join(words))
    catalogue = call.plan.channels
    channels = catalogue.channels if with_hidden else catalogue.shown
    if not (call.options.json or results):
        from salgsplan_tui.cli.text.channel_list import print_channels  # noqa: PLC0415  # only for people

        print_channels(call, catalogue, channels, with_hidden=with_hidden)
        return
    from salgsplan_tui.cli.chosen_programme import chosen_basis, say_no_programme  # noqa: PLC0415  # not for the list
    from salgsplan_tui.domain.channel_economics import channel_economics  # noqa: PLC0415  # as above

    basis = chosen_basis(call, ())
    table = None if basis is None else channel_economics(basis)
    if call.options.json:
        from salgsplan_tui.cli.channel_document import channels_document  # noqa: PLC0415  # only for other programs

        call.print_json(channels_document(channels, table, call.now.date()))
    elif basis is None or table is None:
        say_no_programme(call)
    else:
        from salgsplan_tui.cli.text.channel_results import channel_results_text  # noqa: PLC0415  # only for people
        from salgsplan_tui.cli.text.drawing import draw  # noqa: PLC0415  # as above

        draw(call, channel_results_text(basis, table, call.width))
