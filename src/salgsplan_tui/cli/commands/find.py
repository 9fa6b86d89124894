"""Finding activities: `list` and `show`."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.identity import Identity, found
from salgsplan_tui.cli.mistyped import MistypedError, quoted
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.values import OneOf
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.errors import NotFoundError, NotUnderstoodError
from salgsplan_tui.domain.query import QueryReader
from salgsplan_tui.domain.search import STATUSES, Search
from salgsplan_tui.domain.sheet import order
from salgsplan_tui.language import N_, _, language

_NOTHING_FOUND: Final = 3
_CODES: Final = {"first": "from", "last": "to"}
"""The filters whose option is stored under another name."""


@command(
    "list",
    N_(
        "Words are looked for in titles, notes, places, tags, and the names of customers and contacts, whatever their "
        "case and accents: cafe finds Café. The filters may stand among the words too: channel:phone status:overdue "
        "customer:Berg from:1.1 kr>1000. Without a filter everything is listed."
    ),
)
@click.argument("words", metavar=N_("WORDS"), nargs=-1)
@click.option("--from", "first", metavar=N_("DATE"), help=N_("From this day, week or month on."))
@click.option("--to", "last", metavar=N_("DATE"), help=N_("Up to this day, week or month."))
@click.option("--channel", metavar=N_("CHANNEL"), help=N_("In this channel, by code or name."))
@click.option("--customer", metavar=N_("NAME"), help=N_("For this customer or contact, by id or part of the name."))
@click.option(
    "--status", metavar=N_("STATUS"), type=OneOf(STATUSES), help=N_("Open, overdue, or a state such as done.")
)
@click.option("--goal", metavar=N_("GOAL"), help=N_("Towards this goal, by id or a part of its title."))
@click.option("--amount", metavar=N_("AMOUNT"), help=N_("That cost or bring in so much: 1000, 1000-5000, 1000-."))
def list_command(call: Call, *, words: tuple[str, ...], **filters: str | None) -> None:
    """List the activities that match."""
    search = _search(call, words, {_CODES.get(name, name): text for name, text in filters.items() if text is not None})
    rows = _found(call, search)
    if call.options.json:
        from salgsplan_tui.cli.as_json import activity_documents  # noqa: PLC0415  # only for other programs

        call.print_json({"activities": activity_documents(call.plan, rows)})
    else:
        from salgsplan_tui.cli.text.row_list import print_rows  # noqa: PLC0415  # only for people

        print_rows(call, call.plan, rows)
    if search.is_narrow and not rows:
        call.console.say(_("Nothing matches."))
        call.exit_code = _NOTHING_FOUND


def _search(call: Call, words: Sequence[str], filters: Mapping[str, str]) -> Search:
    """Return what is looked for: the words as in the screens' search, and the options beside them."""
    reader = QueryReader(call.session.query_words, call.plan.channels, partial(_days, call))
    text = " ".join(quoted(word) for word in words)
    try:
        search = reader.read(text)
    except NotUnderstoodError as error:
        raise MistypedError(text, error) from error
    for code, value in filters.items():
        try:
            search = reader.filtered(search, code, value)
        except NotUnderstoodError as error:
            raise _misuse(code, value, error) from error
    return search


def _days(call: Call, text: str) -> Span:
    from salgsplan_tui.domain.quick_add.looking import span_meant  # noqa: PLC0415  # few give a day

    return span_meant(text, words=call.session.words, now=call.now, language=language())


def _misuse(code: str, value: str, error: NotUnderstoodError) -> Exception:
    if code == "channel":
        return MisuseError(N_("There is no channel “{name}”. See: salgsplan channels"), name=value)
    return MistypedError(value, error)


def _found(call: Call, search: Search) -> tuple[Activity, ...]:
    """Return the rows that match, in the order of the plan; a file that cannot be read is told at the end."""
    call.session.need_sales_plans()
    if not search.is_narrow:
        call.need_all()
    finds = tuple(call.session.search(search))
    call.session.need_weeks(Path(each.file).stem for each in finds if each.problem is not None)
    rows = (row for each in finds for row in each.rows)
    return tuple(sorted(rows, key=order))


@command(
    "show",
    N_("ID is the unique beginning of an activity's id, or the id or a name of a customer or contact."),
)
@click.argument("identity", metavar=N_("ID"), type=Identity())
def show_command(call: Call, identity: str) -> None:
    """Print everything about one activity, or about one customer."""
    row = _row_meant(call, identity)
    if row is None:
        from salgsplan_tui.cli.customer_shown import show_meant  # noqa: PLC0415  # not for an activity

        show_meant(call, identity)
        return
    if call.options.json:
        from salgsplan_tui.cli.as_json import activity_document  # noqa: PLC0415  # only for other programs

        call.print_json({"activity": activity_document(call.plan, row)})
        return
    from salgsplan_tui.cli.text.fields import print_fields  # noqa: PLC0415  # only for people

    for other in (row.previous, row.next):
        with suppress(NotFoundError):  # it may have been removed since
            if other is not None:
                call.session.find(other)
    if row.costs:
        call.session.need_sales_plans()  # its budget lines have names
    print_fields(call, call.plan, row)


def _row_meant(call: Call, identity: str) -> Activity | None:
    """Return the activity whose id begins so, or None where somebody in the book is meant.

    Raises:
        NotFoundError: several activities begin so, or nothing at all is of that name.
    """
    if identity.lower() in call.plan.customers or call.plan.contact(identity.lower()) is not None:
        return None
    try:
        return found(call, identity)
    except NotFoundError as error:
        if error.key != "no_activity" or not _is_in_book(call, identity):
            raise
        return None


def _is_in_book(call: Call, text: str) -> bool:
    from salgsplan_tui.domain.fold import fold  # noqa: PLC0415  # most that is shown is an activity

    wanted, beginning = fold(text), text.lower()
    firms = ((one.id, one.name) for one in call.plan.customers.values())
    people = ((each.id, each.name) for one in call.plan.customers.values() for each in one.contacts)
    return any(identity.startswith(beginning) or wanted in fold(name) for identity, name in (*firms, *people))
