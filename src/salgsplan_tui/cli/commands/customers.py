"""`customers`: whom to contact, chosen by words and filters, and everything about one of them (S15)."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.customer_shown import customer_meant, show_customer
from salgsplan_tui.cli.mistyped import MistypedError, quoted
from salgsplan_tui.cli.values import Number, OneOf
from salgsplan_tui.domain.customer_filter import CustomerFilter, both
from salgsplan_tui.domain.customer_history import CustomerRecord, customer_records
from salgsplan_tui.domain.customer_query import CustomerQueryReader
from salgsplan_tui.domain.customers import Customer, Stage
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.whom_to_call import Suggestion, whom_to_call
from salgsplan_tui.language import N_, _
from salgsplan_tui.session import Said

_NOTHING_FOUND: Final = 3
_SHOW: Final = frozenset({"show", "vis"})


@command(
    "customers",
    N_(
        "Words are looked for in names, roles, numbers, addresses, segments, products and notes; filters may stand "
        "among them: class:A stage:lead segment:schools days:30 next:none. `customers show ID` "
        "prints everything about one. With --call-list those come first who should be called, with the reasons; "
        "who may not be called stands last."
        "\n\nsalgsplan customers NAME --nps 9 notes what one answered today."
    ),
)
@click.argument("words", metavar=N_("WORDS"), nargs=-1)
@click.option("--class", "customer_class", metavar="A|B|C", type=OneOf(("A", "B", "C")), help=N_("Of this class."))
@click.option("--stage", metavar=N_("STAGE"), type=OneOf([stage.value for stage in Stage]), help=N_("At this stage."))
@click.option("--segment", metavar=N_("SEGMENT"), help=N_("In this segment."))
@click.option("--no-next-step", is_flag=True, help=N_("With whom nothing is planned."))
@click.option("--not-contacted", metavar=N_("DAYS"), type=Number(), help=N_("Not contacted for so many days."))
@click.option("--nps", metavar="0-10", help=N_("Note what the one named answered today: would it recommend us?"))
@click.option("--call-list", is_flag=True, help=N_("Whom to call first, and why."))
def customers_command(  # noqa: PLR0913  # one for each filter
    call: Call,
    *,
    words: tuple[str, ...],
    customer_class: str | None,
    stage: str | None,
    segment: str | None,
    no_next_step: bool,
    not_contacted: int | None,
    nps: str | None,
    call_list: bool,
) -> None:
    """List the customers that match, or show one."""
    call.need_all()
    records = customer_records(call.plan, call.now)
    if nps is not None:
        _note_nps(call, customer_meant(tuple(records.values()), words).customer, nps)
        return
    suggestions = whom_to_call(call.plan, records, call.now)
    if words and words[0] in _SHOW:
        show_customer(call, customer_meant(tuple(records.values()), words[1:]), suggestions)
        return
    asked = CustomerFilter(
        customer_class=customer_class,
        stage=None if stage is None else Stage(stage),
        segment=segment,
        no_next_step=no_next_step,
        not_contacted=not_contacted,
    )
    _list(call, records, suggestions, both(_typed(call, words), asked), in_call_order=call_list)


def _note_nps(call: Call, customer: Customer, text: str) -> None:
    """Keep what a customer answered today.

    Raises:
        NotUnderstoodError: `not_an_nps`.
    """
    from salgsplan_tui.domain.customer_edits import note_nps  # noqa: PLC0415  # only who changes something
    from salgsplan_tui.domain.nps import score_of  # noqa: PLC0415

    edit = partial(note_nps, identity=customer.id, score=score_of(text), today=call.now.date(), at=call.clock.stamp())
    said = Said("nps_noted", {"title": customer.name})
    plan = call.change(edit, said)
    if call.options.json:
        from salgsplan_tui.cli.customers_as_json import nps_document  # noqa: PLC0415  # only for other programs

        call.print_json({"customer": customer.id, "nps": nps_document(plan.customers[customer.id])})
        return
    from salgsplan_tui.language.said import said_in_words  # noqa: PLC0415  # only for people

    words = said_in_words(said.key, said.values)
    if call.options.dry_run:
        words = _("Nothing is saved, this would be done: {what}").format(what=words)
    call.console.say(words)


def _typed(call: Call, words: Sequence[str]) -> CustomerFilter:
    """Read the words as the screens do: filters may stand among them."""
    text = " ".join(quoted(word) for word in words)
    try:
        return CustomerQueryReader(call.session.query_words).read(text)
    except NotUnderstoodError as error:
        raise MistypedError(text, error) from error


def _list(
    call: Call,
    records: Mapping[str, CustomerRecord],
    suggestions: Sequence[Suggestion],
    wanted: CustomerFilter,
    *,
    in_call_order: bool,
) -> None:
    from salgsplan_tui.tui.customer_page import CustomersPage  # noqa: PLC0415  # not for one alone

    page = CustomersPage(records, suggestions, call.now.date(), wanted, "call" if in_call_order else "name")
    rows = [row for row in page.rows if row.suggestion is not None or not in_call_order]
    if call.options.json:
        from salgsplan_tui.cli.customers_as_json import customer_document  # noqa: PLC0415  # only for other programs

        call.print_json({"customers": [customer_document(call.plan, row, call.now.date()) for row in rows]})
    elif rows:
        from salgsplan_tui.cli.text.customers import print_customers  # noqa: PLC0415  # only for people

        print_customers(call, page, rows, with_reasons=in_call_order)
    if not rows and not wanted.is_empty:
        call.console.say(_("Nothing matches."))
        call.exit_code = _NOTHING_FOUND
