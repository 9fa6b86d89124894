"""The states of an activity: `confirm`, `start`, `done`, `skip`, `cancel` and `reopen` (chapter 3.4)."""

from functools import partial

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.changed import make_change, said_of
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.identity import Identity, found
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.series import change_series, scope_of, series_option
from salgsplan_tui.domain import life
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.objecting import ids_beside
from salgsplan_tui.domain.series_edits import SeriesPart, Step, end
from salgsplan_tui.language import N_, _

_ID = N_("ID")
_REASON = N_(
    "Why: customer_asked, ill, double_booked, travel_weather, lower_priority, missing_input, other, or your own words."
)


@command("confirm")
@click.argument("identity", metavar=_ID, type=Identity())
def confirm_command(call: Call, identity: str) -> None:
    """Mark that the other side has confirmed it."""
    row = found(call, identity)
    make_change(call, partial(life.confirm, identity=row.id, at=call.clock.stamp()), said_of("confirmed", row), row.id)


@command("start")
@click.argument("identity", metavar=_ID, type=Identity())
def start_command(call: Call, identity: str) -> None:
    """Mark that it is under way."""
    row = found(call, identity)
    call.session.need_mentions(ids_beside(call.plan, row))  # the first approach to somebody is held to more
    edit = partial(life.start, identity=row.id, now=call.now, at=call.clock.stamp())
    make_change(call, edit, said_of("started", row), row.id)
    if not call.options.json:
        from salgsplan_tui.cli.text.fields import print_approach  # noqa: PLC0415  # only for people

        print_approach(call, row)


@command("reopen")
@click.argument("identity", metavar=_ID, type=Identity())
def reopen_command(call: Call, identity: str) -> None:
    """Take a settled activity back into the plan."""
    row = found(call, identity)
    make_change(call, partial(life.reopen, identity=row.id, at=call.clock.stamp()), said_of("reopened", row), row.id)


@command("skip")
@click.argument("identity", metavar=_ID, type=Identity())
@click.option("--reason", metavar=N_("REASON"), help=_REASON)
@series_option()
def skip_command(call: Call, identity: str, reason: str | None, part: SeriesPart) -> None:
    """Settle that it was not done and will not be."""
    from salgsplan_tui.cli.reasons import reason_meant  # noqa: PLC0415

    row = found(call, identity)
    code, text = (None, None) if reason is None else reason_meant(reason)
    _let_go(call, row, "skipped", partial(life.skip, at=call.clock.stamp(), reason=code, reason_text=text), part)


def _let_go(call: Call, row: Activity, key: str, step: Step, part: SeriesPart) -> None:
    scope = scope_of(call, row, part)
    edit = partial(end, identity=row.id, scope=scope, step=step, rest=step, at=call.clock.stamp())
    change_series(call, edit, said_of(key, row), row, scope)


@command("cancel")
@click.argument("identity", metavar=_ID, type=Identity())
@click.option("--reason", metavar=N_("REASON"), help=_REASON)
@series_option()
def cancel_command(call: Call, identity: str, reason: str | None, part: SeriesPart) -> None:
    """Call it off, with a reason; without one it is asked for."""
    from salgsplan_tui.cli.reasons import reason_asked, reason_meant  # noqa: PLC0415

    row = found(call, identity)
    if not row.is_open:
        raise RefusedError("already_settled", id=row.id, state=row.state.value)
    given = reason or reason_asked(call, row, _("Why is “{title}” called off?"))
    if not given:
        raise MisuseError(N_("Say why, with --reason."))
    code, text = reason_meant(given)
    _let_go(call, row, "cancelled", partial(life.cancel, at=call.clock.stamp(), reason=code, reason_text=text), part)
