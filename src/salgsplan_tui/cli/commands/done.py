"""`done`: what came of an activity, what it took, and the next step."""

from functools import partial

import click

from salgsplan_tui.cli.attention import tell_warnings
from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.changed import said_of, show_changed
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.identity import Identity, found
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.outcomes import outcome_meant, outcome_wanted
from salgsplan_tui.cli.sale import need_sales
from salgsplan_tui.cli.series import scope_of, series_option, with_part
from salgsplan_tui.cli.stopped import change_with_result
from salgsplan_tui.cli.values import Amount, Code, NamedNumber, Number
from salgsplan_tui.domain import life
from salgsplan_tui.domain.activity import Activity, Outcome
from salgsplan_tui.domain.errors import RefusedError
from salgsplan_tui.domain.quick_add import Reading
from salgsplan_tui.domain.results import Result
from salgsplan_tui.domain.sales import Offer, Order
from salgsplan_tui.domain.sales_drafts import SORTS, drafted_sale
from salgsplan_tui.domain.series_edits import Scope, SeriesPart, end
from salgsplan_tui.domain.taking import finish
from salgsplan_tui.language import N_, _

_EXPLANATION = N_(
    "Outcomes: reached, no_answer, call_back, meeting_booked, offer_wanted, offer_sent, order, not_now, no, "
    "wrong_person, objected, info_given, other; or words for them. Without one it is asked for, or noted as "
    "other where nobody can answer."
)


@command("done", _EXPLANATION)
@click.argument("identity", metavar=N_("ID"), type=Identity())
@click.option("--outcome", metavar=N_("CODE"), type=Code(Outcome), help=N_("What came of it."))
@click.option(
    "--amount",
    metavar=N_("AMOUNT"),
    type=Amount(),
    help=N_("Of the offer sent or the order given, which is then noted too."),
)
@click.option("--actual-cost", metavar=N_("AMOUNT"), type=Amount(), help=N_("All outlays, such as 1250 or 1250.50."))
@click.option("--next", "step", metavar=N_("TEXT"), help=N_("The next step, as in quick add: meeting Tuesday 13."))
@click.option("--minutes", metavar="N", type=Number(), help=N_("What it took, in minutes."))
@click.option("--quantity", metavar="N", type=Number(), help=N_("How many were done: calls, letters, visits."))
@click.option(
    "--count",
    metavar=N_("WHAT=N"),
    type=NamedNumber(),
    multiple=True,
    help=N_("What it gave, such as reached=9; may be repeated."),
)
@click.option("--km", metavar="N", type=Number(), help=N_("The kilometres driven."))
@click.option(
    "--whom", metavar=N_("NAME"), multiple=True, help=N_("Who does not want contact, where it is for several.")
)
@click.option("--note", metavar=N_("TEXT"), help=N_("A note about what came of it."))
@series_option()
def done_command(  # noqa: PLR0913  # a result has this many sides
    call: Call,
    *,
    identity: str,
    outcome: str | None,
    amount: int | None,
    actual_cost: int | None,
    step: str | None,
    minutes: int | None,
    quantity: int | None,
    count: tuple[tuple[str, int], ...],
    km: int | None,
    whom: tuple[str, ...],
    note: str | None,
    part: SeriesPart,
) -> None:
    """Mark it done."""
    row = found(call, identity)
    if not row.is_open:
        raise RefusedError("already_settled", id=row.id, state=row.state.value)
    came_of_it = outcome_wanted(call, row) if outcome is None else outcome_meant(call, outcome)
    objected = _objected(call, row, came_of_it, whom)
    following = _next_step(call, row, step, asks=outcome is None)
    sale = _sale(call, row, came_of_it, amount)
    result = Result(came_of_it, note, count, minutes, quantity, actual_cost, km, objected, sale)
    _finish(call, row, result, following, scope_of(call, row, part))


def _sale(call: Call, row: Activity, outcome: Outcome, amount: int | None) -> Offer | Order | None:
    """Return the offer or order that came of it, where its amount is known: told now, or with the activity."""
    if outcome not in SORTS:
        if amount is not None:
            raise MisuseError(N_("An amount goes with the outcomes offer_sent and order."))
        return None
    told = row.value if amount is None else amount
    if told is None:
        call.console.say(_("No amount was given, so it is not noted as an offer or order. Use --amount."))
        return None
    need_sales(call)
    sale = drafted_sale(call.plan, row.changed_to(date=call.now.date()), outcome, told, call.session.new_id())
    if sale is None:
        raise MisuseError(N_("The activity names no customer, so it is not known whose offer or order it is."))
    return sale


def _objected(call: Call, row: Activity, outcome: Outcome, whom: tuple[str, ...]) -> tuple[str, ...]:
    """Return who wants no more contact; in a call session they may be named beside any outcome."""
    if outcome is not Outcome.OBJECTED and not whom:
        return ()
    from salgsplan_tui.cli.objected import who_objected  # noqa: PLC0415  # seldom

    return who_objected(call, row, whom)


def _next_step(call: Call, row: Activity, text: str | None, *, asks: bool) -> Reading | None:
    """Return the next step as told, or as answered where the outcome was asked for too."""
    if text is None and asks and call.can_ask:
        text = call.console.ask(_("Next step? Enter means none: "))
    if not text:
        return None
    from salgsplan_tui.cli.reading import certain  # noqa: PLC0415  # most have none

    return certain(call, text, row)


def _finish(call: Call, row: Activity, result: Result, step: Reading | None, scope: Scope) -> None:
    at = call.clock.stamp()
    if result.actual_cost is not None:
        call.session.need_sales_plans()  # it may be held against a line of the cost budget
    if row.purpose == "service":
        call.session.need_day(call.now.date())  # with the open cases: it may be the first answer in one
    done = partial(finish, ids=(row.id,), result=result, step=step, now=call.now, at=at)
    rest = partial(life.skip, at=at)
    edit = partial(end, identity=row.id, scope=scope, step=lambda plan, _id: done(plan), rest=rest, at=at)
    said = with_part(said_of("done" if step is None else "done_next", row), scope.part)
    plan, found_stopped = change_with_result(call, edit, said, result, (row,))
    rows = [plan.activity(row.id)] if step is None else [plan.activity(row.id), plan.activity(step.activity.id)]
    show_changed(call, plan, said, rows, found_stopped)
    if step is not None:
        tell_warnings(call, rows[-1])
