"""`import`: people from another program's file come into the book, and nobody twice."""

from functools import partial
from pathlib import Path

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.domain.errors import NotFoundError, NotUnderstoodError
from salgsplan_tui.domain.newcomers import Arrivals, take_in
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.exchange.columns import own_columns
from salgsplan_tui.exchange.decoding import MOST_BYTES
from salgsplan_tui.exchange.duplicates import sort_newcomers
from salgsplan_tui.exchange.people import People
from salgsplan_tui.exchange.reading import people_in
from salgsplan_tui.language import N_
from salgsplan_tui.session import Said
from salgsplan_tui.tui.import_words import progress_words, saving_words

_NOTHING_TAKEN = 3
_MANY = 5000
"""From so many contacts on it is told how far it has come."""


@command(
    "import",
    N_(
        "FILE is a vCard file or a table (CSV) from Google, Outlook, HubSpot or made by hand. Each row is told: + new, "
        "? left out as a possible duplicate, ! refused. Nobody is merged with anybody unless --fill says so, and who "
        "asked to be forgotten stays out. All of it is one step for undo; --dry-run only shows it."
    ),
)
@click.argument("path", metavar=N_("FILE"))
@click.option(
    "--map",
    "columns",
    metavar=N_("COLUMN=FIELD"),
    multiple=True,
    help=N_(
        "What a column means: name, first, middle, last, firm, role, email, phone, org_number, notes; "
        "skip leaves it out."
    ),
)
@click.option("--source", metavar=N_("TEXT"), help=N_("Where the contacts are from; the file's name where not told."))
@click.option("--fill", is_flag=True, help=N_("Give those who are known by e-mail or telephone what they lack."))
def import_command(call: Call, path: str, columns: tuple[str, ...], source: str | None, *, fill: bool) -> None:
    """Take people in."""
    from salgsplan_tui.cli.imported import imported_document, print_imported  # noqa: PLC0415

    file = Path(path)
    own = {**call.plan.settings.contact_columns, **own_columns(columns)}
    people = _people(call, file, own)
    found = sort_newcomers(people.newcomers, call.plan.customers, fill=fill, progress=partial(_tell, call))
    call.tell_far(saving_words(len(found)) if len(found) >= _MANY else "")
    arrivals = Arrivals(found, call.session.new_ids(2 * len(found)), source or file.name, call.now.date())
    plan = _taken(call, arrivals, own if columns else None, file.name)
    call.tell_far("")
    if call.options.json:
        call.print_json(imported_document(plan, people, arrivals))
    else:
        print_imported(call, people, arrivals)
    if people.refused and not found:
        call.exit_code = _NOTHING_TAKEN


def _people(call: Call, file: Path, own: dict[str, str]) -> People:
    from salgsplan_tui.domain.quick_add.whom import kind_of_firm  # noqa: PLC0415  # it loads quick add

    try:
        if file.stat().st_size > MOST_BYTES:
            raise NotUnderstoodError("import_too_large", most=MOST_BYTES // (1024 * 1024))
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError("no_file", path=file) from error
    except OSError as error:
        raise NotFoundError("unreadable", path=file, reason=error.strerror) from error
    kind_of = partial(kind_of_firm, call.session.words)
    return people_in(data, call.session.contact_columns, own, kind_of, partial(_tell, call))


def _tell(call: Call, stage: str, done: int, of: int) -> None:
    """Tell how far it has come, where that takes long enough to be read."""
    if of >= _MANY:
        call.tell_far(progress_words(stage, done, of))


def _taken(call: Call, arrivals: Arrivals, own: dict[str, str] | None, name: str) -> Plan:
    """Take them in as one step; the person's own headings are remembered where settings are kept."""
    columns = None if call.session.is_new else own
    take = partial(take_in, arrivals=arrivals, at=call.clock.stamp(), columns=columns)
    if any(each.fate in {"new", "filled"} for each in arrivals.people):
        return call.change(take, Said("imported", {"title": name, "count": 1}))
    return call.plan
