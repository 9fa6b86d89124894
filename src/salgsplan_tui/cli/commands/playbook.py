"""`playbook`: chains of activities around one date - listed, started, and moved as a whole."""

from functools import partial

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.errors import NotFoundError, RefusedError
from salgsplan_tui.domain.playbook import Playbook
from salgsplan_tui.domain.playbooks import Run, move_run, playbook_called, rows_in_run, rows_of, start
from salgsplan_tui.language import N_, _, language
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.session import Edit, Said

_TWO = 2


@command(
    "playbook",
    N_(
        "For example: salgsplan playbook fair 10.3.2027\n\n"
        "Without a name they are listed. With --move the first word is the run that `playbook` and `show` tell, and "
        "all its open steps move along. With --save the first word is the name of a playbook of your own, and after it "
        "come the activities it is made of, first the one on whose date the others stand. "
        "In playbooks.toml stand your own."
    ),
)
@click.argument("words", metavar=N_("[NAME DATE]"), nargs=-1)
@click.option("--customer", metavar=N_("NAME"), help=N_("For this customer or contact, by id or name."))
@click.option("--move", "moves", is_flag=True, help=N_("Move a run to another date."))
@click.option("--save", "saves", is_flag=True, help=N_("Make a playbook of activities."))
def playbook_command(call: Call, *, words: tuple[str, ...], customer: str | None, moves: bool, saves: bool) -> None:
    """List, start, move or save playbooks."""
    if not words:
        _list(call)
    elif saves:
        _save(call, words[0], words[1:])
    elif len(words) < _TWO:
        raise MisuseError(N_("Say the name and the date: salgsplan playbook fair 10.3"))
    elif moves:
        _move(call, words[0], " ".join(words[1:]))
    else:
        _start(call, words, customer)


def _list(call: Call) -> None:
    found = call.session.playbooks.values()
    if call.options.json:
        call.print_json({"playbooks": [_document(each) for each in found]})
        return
    for each in found:
        _print(call, each)


def _print(call: Call, playbook: Playbook) -> None:
    call.console.print(f"{playbook.code}  {safe_line(playbook.name(language()))}")
    for step in playbook.steps:
        call.console.print(f"  {step.offset:>6}  {safe_line(step.nb if language() == 'nb' else step.en)}")


def _document(playbook: Playbook) -> dict[str, object]:
    return {
        "code": playbook.code,
        "nb": playbook.nb,
        "en": playbook.en,
        "steps": [
            {
                "nb": step.nb,
                "en": step.en,
                "channel": step.channel,
                "type": step.type,
                "minutes": step.minutes,
                "start": None if step.start is None else f"{step.start:%H:%M}",
                "days": step.days,
                "offset": step.offset,
                "material": step.material,
            }
            for step in playbook.steps
        ],
    }


def _start(call: Call, words: tuple[str, ...], customer: str | None) -> None:
    from salgsplan_tui.cli.when import day_meant  # noqa: PLC0415  # not to list them

    playbook, rest = _named(call, words)
    day = day_meant(call, rest)
    customers, contacts = ((), ()) if customer is None else _whom(call, customer)
    ids = tuple(call.session.new_id() for _step in range(len(playbook.steps) + 1))
    run = Run(playbook, day, ids, language(), customers, contacts)
    rows = rows_of(run, call.plan)
    said = Said("playbook", {"title": playbook.name(language()), "count": 1, "id": ids[0]})
    _change(call, partial(start, rows=rows, at=call.clock.stamp()), said, ids[0])


def _save(call: Call, name: str, ids: tuple[str, ...]) -> None:
    """Make a playbook of activities, around the date of the first."""
    from salgsplan_tui.cli.identity import found  # noqa: PLC0415  # only to save one
    from salgsplan_tui.domain.playbook_edits import add_playbook, playbook_from  # noqa: PLC0415

    rows = [found(call, each) for each in dict.fromkeys(ids)]
    if len(rows) < _TWO:
        raise MisuseError(
            N_('Say the name and two or more activities: salgsplan playbook --save "My fair" a38 a33 a39')
        )
    for row in rows:
        if row.date is None:
            raise RefusedError("date_needed", id=row.id)
    playbook = playbook_from(rows, rows[0], name, call.session.playbooks.values())
    said = Said("playbook_saved", {"title": playbook.nb, "count": 1, "id": playbook.code})
    call.change(partial(add_playbook, playbook=playbook), said)
    if call.options.json:
        call.print_json({"playbook": _document(playbook)})
    else:
        _print(call, playbook)
        _say(call, said)


def _named(call: Call, words: tuple[str, ...]) -> tuple[Playbook, str]:
    """Return the playbook that the first words name, and the words after its name."""
    found = call.session.playbooks
    for length in range(len(words) - 1, 0, -1):
        try:
            return playbook_called(found, " ".join(words[:length])), " ".join(words[length:])
        except NotFoundError:
            continue
    raise NotFoundError("no_playbook", name=words[0])


def _whom(call: Call, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    wanted = name.strip().casefold()
    for customer in call.plan.customers.values():
        if wanted in {customer.id, customer.name.casefold()}:
            return (customer.id,), ()
        for contact in customer.contacts:
            if wanted in {contact.id, contact.name.casefold()}:
                return (customer.id,), (contact.id,)
    raise NotFoundError("no_customer", id=name)


def _move(call: Call, run: str, text: str) -> None:
    from salgsplan_tui.cli.when import day_meant  # noqa: PLC0415  # not to list them

    call.session.need_mentions([run])
    day = day_meant(call, text)
    said = Said("moved", {"title": _title(call, run), "count": 1, "id": run, "to": day.isoformat(), "start": ""})
    _change(call, partial(move_run, run=run, date=day, at=call.clock.stamp()), said, run)


def _title(call: Call, run: str) -> str:
    rows = rows_in_run(call.plan, run)
    anchor = next((row for row in rows if row.offset == "0d"), rows[0] if rows else None)
    return "" if anchor is None else anchor.title


def _change(call: Call, edit: Edit, said: Said, run: str) -> None:
    plan = call.change(edit, said)
    rows: tuple[Activity, ...] = rows_in_run(plan, run)
    if call.options.json:
        from salgsplan_tui.cli.as_json import activity_documents  # noqa: PLC0415  # only for other programs

        call.print_json({"run": run, "activities": activity_documents(plan, rows)})
        return
    from salgsplan_tui.cli.text.row_list import print_rows  # noqa: PLC0415  # only for people

    print_rows(call, plan, list(rows))
    _say(call, said)
    if not call.options.dry_run:
        call.console.say(_("Run {id}: move all of it with salgsplan playbook --move {id} DATE").format(id=run))


def _say(call: Call, said: Said) -> None:
    from salgsplan_tui.language.said import said_in_words  # noqa: PLC0415  # only for people

    words = said_in_words(said.key, said.values)
    if call.options.dry_run:
        words = _("Nothing is saved, this would be done: {what}").format(what=words)
    call.console.say(words)
