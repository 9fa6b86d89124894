"""Finding activities: `list` and `show`."""

import datetime as dt
from contextlib import suppress

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.commands.search import STATUSES, Search, matching
from salgsplan_tui.cli.identity import Identity, found
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.values import OneOf
from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.language import N_, _

_NOTHING_FOUND = 3


@command(
    "list",
    N_(
        "Words are looked for in titles, notes, places, tags, and the names of customers and contacts, whatever their "
        "case and accents: cafe finds Café. Without a filter everything is listed."
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
def list_command(  # noqa: PLR0913  # one for each filter
    call: Call,
    *,
    words: tuple[str, ...],
    first: str | None,
    last: str | None,
    channel: str | None,
    customer: str | None,
    status: str | None,
    goal: str | None,
) -> None:
    """List the activities that match."""
    search = Search(
        words=tuple(word for each in words for word in each.split()),
        first=_day(call, first, last=False),
        last=_day(call, last, last=True),
        channel=_channel(call, channel),
        customer=customer,
        status=status,
        goal=goal,
    )
    _read_what_is_needed(call, search)
    rows = matching(call.plan, search, call.now)
    if call.options.json:
        from salgsplan_tui.cli.as_json import activity_documents  # noqa: PLC0415  # only for other programs

        call.print_json({"activities": activity_documents(call.plan, rows)})
    else:
        from salgsplan_tui.cli.text.row_list import print_rows  # noqa: PLC0415  # only for people

        print_rows(call, call.plan, rows)
    if search.is_narrow and not rows:
        call.console.say(_("Nothing matches."))
        call.exit_code = _NOTHING_FOUND


def _day(call: Call, text: str | None, *, last: bool) -> dt.date | None:
    if text is None:
        return None
    from salgsplan_tui.cli.when import span_meant  # noqa: PLC0415  # few give one

    span = span_meant(call, text)
    return span.last if last else span.start


def _channel(call: Call, text: str | None) -> str | None:
    if text is None or call.plan.channels.channel(text):
        return text
    codes = call.plan.channels.words.get(text.casefold())
    if codes is None:
        raise MisuseError(N_("There is no channel “{name}”. See: salgsplan channels"), name=text)
    return codes[0]


def _read_what_is_needed(call: Call, search: Search) -> None:
    """Read the weeks in which the rows can be: those of the days asked for, those with open rows, or all."""
    from salgsplan_tui.storage.names import sheet_key, week_files  # noqa: PLC0415
    from salgsplan_tui.storage.reading import raw  # noqa: PLC0415
    from salgsplan_tui.storage.searching import may_concern_later_days  # noqa: PLC0415

    first = "" if search.first is None else week_key(search.first)
    last = "9999" if search.last is None else week_key(search.last)
    files = [file for file in week_files(call.home) if first <= sheet_key(file) <= last]
    if search.wants_open_rows:
        files = [file for file in files if may_concern_later_days(raw(call.home, file))]
    elif search.first is None and search.last is None:
        call.need_all()
        return
    if search.first is not None:
        call.session.need_day(search.first)  # with the rows that began before and are not over
    call.session.need_weeks(map(sheet_key, files))


@command("show")
@click.argument("identity", metavar=N_("ID"), type=Identity())
def show_command(call: Call, identity: str) -> None:
    """Print everything about one activity."""
    row = found(call, identity)
    if call.options.json:
        from salgsplan_tui.cli.as_json import activity_document  # noqa: PLC0415  # only for other programs

        call.print_json({"activity": activity_document(call.plan, row)})
        return
    from salgsplan_tui.cli.text.fields import print_fields  # noqa: PLC0415  # only for people

    for other in (row.previous, row.next):
        with suppress(NotFoundError):  # it may have been removed since
            if other is not None:
                call.session.find(other)
    print_fields(call, call.plan, row)
