"""Changing what is planned: `move`, `edit` and `remove`."""

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import get_args

import click

from salgsplan_tui.cli.attention import tell_warnings
from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.changed import make_change, said_of, show_changed
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.identity import Identity, found
from salgsplan_tui.cli.mistyped import MistypedError
from salgsplan_tui.cli.run_steps import along, print_moved, show_steps, steps_option, with_steps
from salgsplan_tui.cli.series import change_series, scope_of, series_option, with_part
from salgsplan_tui.cli.values import Code, OneOf
from salgsplan_tui.domain import edits, life
from salgsplan_tui.domain.activity import Activity, MovedBy, Reason
from salgsplan_tui.domain.carry_over import wants_reason
from salgsplan_tui.domain.contact_checks import refuse_blocked
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.outlays import told_anew
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.playbooks import RunPart
from salgsplan_tui.domain.quick_add import Reading
from salgsplan_tui.domain.series_edits import Revision, Scope, SeriesPart, remove, revise
from salgsplan_tui.language import N_, _

_ID = N_("ID")
_BY = get_args(MovedBy)
_OF_PLACE = frozenset({"weekend", "holiday", "contact_rule"})
"""What is said of a row's new place anyway."""
_PLACE = frozenset({"date", "bucket", "start", "end_date"})


@command("move", N_("A date is written as in quick add: Friday, 19.2 10:30, +3d, week 8, March, 2027-02-19."))
@click.argument("identity", metavar=_ID, type=Identity())
@click.argument("words", metavar=N_("DATE [TIME]"), nargs=-1, required=True)
@click.option("--reason", metavar=N_("REASON"), type=Code(Reason), help=N_("Why: a code, or your own words."))
@click.option("--by", metavar="|".join(_BY), type=OneOf(_BY), default="me", help=N_("Who wanted it moved."))
@series_option()
@steps_option()
def move_command(  # noqa: PLR0913  # a move is told by where, by whom, why, and how much of a series or a playbook
    call: Call,
    *,
    identity: str,
    words: tuple[str, ...],
    reason: str | None,
    by: MovedBy,
    part: SeriesPart,
    steps: RunPart | None,
) -> None:
    """Give it another place in time."""
    from salgsplan_tui.cli.when import place_meant  # noqa: PLC0415

    row = found(call, identity)
    to = place_meant(call, " ".join(words), row)
    code, text = _why(call, row, to, reason)
    run = along(call, row, to, steps)
    at, said, scope = call.clock.stamp(), with_steps(said_of("moved", row, to), run), scope_of(call, row, part)

    def move(plan: Plan) -> Plan:
        plan = life.move(plan, row.id, to, at=at, by=by, reason=code, reason_text=text)
        return plan if run is None else run.move(plan, at=at, by=by, reason=code, reason_text=text)

    if part == "this" and run is not None and call.options.json:
        print_moved(call, call.change(move, said), row.id, run)
    elif part == "this":
        make_change(call, move, said, row.id)
        show_steps(call, run)
    else:
        revised = partial(revise, identity=row.id, scope=scope, revision=Revision(to=to), at=at)
        tell_warnings(call, change_series(call, revised, said, row, scope))


def _why(call: Call, row: Activity, to: Placement | None, given: str | None) -> tuple[Reason | None, str | None]:
    """Return why a row is moved: as it was given, or asked where it is put off for the third time or more.

    Where nobody can answer, it is only said.
    """
    from salgsplan_tui.cli.reasons import reason_meant  # noqa: PLC0415

    if given is None and to is not None and wants_reason(row, to):
        given = _why_again(call, row)
    return (None, None) if given is None else reason_meant(given)


def _why_again(call: Call, row: Activity) -> str | None:
    from salgsplan_tui.cli.reasons import reason_asked  # noqa: PLC0415

    given = reason_asked(call, row, _("“{title}” was moved {count} times before. Why again?"))
    if given is None:
        words = _("Moved {count} times before; --reason tells why again.").format(count=len(row.reschedules))
        call.console.say(f"! {words}")
    return given


@command("edit", N_("For example: salgsplan edit a27 45m 200kr line:travel !1 #offer place:Drammen"))
@click.argument("identity", metavar=_ID, type=Identity())
@click.argument("words", metavar=N_("TEXT"), nargs=-1, required=True)
@click.option("--reason", metavar=N_("REASON"), type=Code(Reason), help=N_("Why: a code, or your own words."))
@series_option()
@steps_option()
def edit_command(  # noqa: PLR0913  # a new date is told by why, and how much of a series or a playbook
    call: Call, *, identity: str, words: tuple[str, ...], reason: str | None, part: SeriesPart, steps: RunPart | None
) -> None:
    """Set what the words name, and leave the rest as it is."""
    from salgsplan_tui.cli.reading import certain  # noqa: PLC0415
    from salgsplan_tui.language.messages import sentence  # noqa: PLC0415

    row = found(call, identity)
    call.session.need_sales_plans()  # a row of a programme that is over can be held against another of its lines
    text = " ".join(words)
    reading = certain(call, text, row)
    _refuse_words(call, text, reading)
    to = _place(reading)
    why = _why(call, row, to, reason)
    run = along(call, row, to, steps)
    scope, at = scope_of(call, row, part), call.clock.stamp()

    def edit(plan: Plan) -> Plan:
        revision = Revision({}, to, None, *why)
        plan = _edited(plan, identity=row.id, reading=reading, scope=scope, revision=revision, now=call.now, at=at)
        return plan if run is None else run.move(plan, at=at, reason=why[0], reason_text=why[1])

    for notice in reading.notices:
        if notice.code not in _OF_PLACE:
            call.console.say(f"! {sentence(notice.code, notice.values)}")
    tell_warnings(call, change_series(call, edit, with_steps(said_of("edited", row), run), row, scope))
    show_steps(call, run)


def _place(reading: Reading) -> Placement | None:
    """Return where the text puts the row, where it says that."""
    wanted = reading.activity
    if not reading.given & _PLACE:
        return None
    return Placement(wanted.date, wanted.start, wanted.bucket, wanted.end_date)


def _refuse_words(call: Call, text: str, reading: Reading) -> None:
    """Refuse words that are no item of quick add: they would be a new title, and `edit` leaves the title alone."""
    if "title" not in reading.given:
        return
    known = {word.casefold() for chip in reading.chips for word in text[chip.start : chip.end].split()}
    words = call.session.words
    for word in reading.activity.title.split():
        plain = word.casefold()
        if not (plain in known or plain in words.before_names or plain in words.before_dates_and_names):
            start = text.find(word)
            at = None if start < 0 else (start, start + len(word))
            raise MistypedError(text, NotUnderstoodError("not_understood", at=at, what=word))


def _edited(  # noqa: PLR0913  # which row, how much of its series, and when
    plan: Plan,
    *,
    identity: str,
    reading: Reading,
    scope: Scope,
    revision: Revision,
    now: dt.datetime,
    at: dt.datetime,
) -> Plan:
    """Set the fields that the text named; a new date is a move, as everywhere."""
    wanted = reading.activity
    fields = {name: getattr(wanted, name) for name in reading.given - _PLACE - {"title"}}
    plan = edits.with_customers(plan, reading.customers, at=at)
    if fields:
        before = plan.activity(identity)
        if "costs" in fields:
            names_line = any(chip.kind == "line" for chip in reading.chips)
            fields["costs"] = told_anew(before.costs, wanted.costs, names_line=names_line)
        refuse_blocked(plan, before.changed_to(**fields), now, before=before)
    return revise(plan, identity, scope, replace(revision, fields=fields), at=at)


@command(
    "remove",
    N_("It leaves no trace; what was planned and came to nothing is skipped or cancelled."),
)
@click.argument("identity", metavar=_ID, type=Identity())
@series_option()
def remove_command(call: Call, identity: str, part: SeriesPart) -> None:
    """Take a mistake out of the plan."""
    row = found(call, identity)
    scope, before = scope_of(call, row, part), call.plan
    said = with_part(said_of("removed", row), part)
    call.session.need_improvement()  # an area may name it
    call.change(partial(remove, identity=row.id, scope=scope, at=call.clock.stamp()), said)
    show_changed(call, before, said, [row])
