"""What a person may ask for (GDPR): `insight`, `forget`; and who has been kept for too long: `retention`."""

import secrets
from functools import partial

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.person import person_meant
from salgsplan_tui.domain import forgetting
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.session import Said

_PERSON = N_("PERSON")


@command(
    "insight",
    N_(
        "PERSON is an id or a name. All there is in the files is told, also where only words name the person: to be "
        "given to them when they ask (GDPR article 15). With -o it goes into a file that only you can read."
    ),
)
@click.argument("words", metavar=_PERSON, nargs=-1, required=True)
@click.option("-o", "--output", metavar=N_("FILE"), help=N_("Write to this file."))
def insight_command(call: Call, words: tuple[str, ...], output: str | None) -> None:
    """Tell everything about one person."""
    from salgsplan_tui.cli.output import put_out  # noqa: PLC0415
    from salgsplan_tui.domain.insight import insight  # noqa: PLC0415

    person = person_meant(call, " ".join(words))
    call.need_all()
    found = insight(call.plan, person)
    if call.options.json:
        from salgsplan_tui.cli.insight_document import insight_document  # noqa: PLC0415
        from salgsplan_tui.cli.json_text import dumped  # noqa: PLC0415

        put_out(call, dumped({"schema": 1, **insight_document(call.plan, found)}, "utf-8"), output)
        return
    from salgsplan_tui.tui.insight_page import insight_lines  # noqa: PLC0415
    from salgsplan_tui.tui.plain_text import texts_of  # noqa: PLC0415
    from salgsplan_tui.tui.row_text import Rows  # noqa: PLC0415

    rows = Rows(call.plan, call.now, {row.id: row.id for row in found.rows})
    lines = texts_of(insight_lines(rows, found, call.width), call.width)
    put_out(call, "".join(f"{line}\n" for line in lines), output)


@command(
    "forget",
    N_(
        "PERSON is an id or a name. Name, address, number and all that was noted about the person go, from the files, "
        "the undo journal and the copies; what was done and sold stays, without the name. A stop row of hashes keeps "
        "an import from bringing the person back. It cannot be undone: --dry-run shows first what it comes to."
    ),
)
@click.argument("words", metavar=_PERSON, nargs=-1, required=True)
def forget_command(call: Call, words: tuple[str, ...]) -> None:
    """Erase who somebody is."""
    from salgsplan_tui.cli.forgotten import Forgotten, tell_forgotten  # noqa: PLC0415

    person = person_meant(call, " ".join(words))
    call.need_all()
    customer, contact = forgetting.person_of(call.plan, person)
    who = forgetting.identity_of(customer, contact)
    _be_sure(call, contact.name)
    before = call.plan
    edit = partial(
        forgetting.forget,
        identity=person,
        salt=forgetting.salt_of(before, secrets.token_hex(8)),
        today=call.now.date(),
        at=call.clock.stamp(),
    )
    if call.options.dry_run:
        tell_forgotten(call, Forgotten(before, edit(before), person, who))
        return
    purged = call.session.forget(edit, Said("forgotten", {"count": 1}), person, who.marks)
    call.has_changed = True
    tell_forgotten(call, Forgotten(before, call.plan, person, who, purged))


def _be_sure(call: Call, name: str) -> None:
    """Ask whether it is meant, for it cannot be undone; where nobody can be asked it has to be said."""
    if call.options.yes or call.options.dry_run:
        return
    if not call.can_ask:
        raise MisuseError(N_("This cannot be undone. Say --yes, or look first with --dry-run."))
    question = _("Erase {name} for good? It cannot be undone. Write yes: ").format(name=safe_line(name))
    if call.console.ask(question).casefold() not in {"yes", "y", "ja", "j"}:
        raise MisuseError(N_("Nobody was erased."))


@command(
    "retention",
    N_(
        "Contacts with whom there was nothing for 24 months (retention_months in settings.toml), with whom nothing is "
        "noted at all, or whose own day for it has come (retention_review). Keep them for a reason, or forget them."
    ),
)
def retention_command(call: Call) -> None:
    """List the contacts to look through."""
    from salgsplan_tui.cli.retained import print_retained, retained_document  # noqa: PLC0415
    from salgsplan_tui.domain.retention import to_review  # noqa: PLC0415

    call.need_all()
    found = to_review(call.plan, call.now)
    if call.options.json:
        call.print_json(retained_document(found, call.plan.settings.retention_months))
    else:
        print_retained(call, found)
