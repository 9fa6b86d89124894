"""`review`: the week's review, read on the command line and noted from there (chapter 6.3)."""

from functools import partial

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.values import Number
from salgsplan_tui.domain import edits, need_edits
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.review import STEPS, WeekReview, week_to_review
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.formats import week_name
from salgsplan_tui.session import Said


@command(
    "review",
    N_(
        "Without a week it is this one, on Monday and Tuesday still the week before. For example: salgsplan review "
        "--worked “Calls before ten” --need “A decision on the discount” --done"
    ),
)
@click.argument("words", metavar=N_("WEEK"), nargs=-1)
@click.option("--worked", metavar=N_("TEXT"), help=N_("Note what worked."))
@click.option("--change", "otherwise", metavar=N_("TEXT"), help=N_("Note what to change."))
@click.option("--need", metavar=N_("TEXT"), help=N_("Note what you need from the leader."))
@click.option("--resolved", metavar="N", type=Number(), help=N_("The need of this number in the list is met."))
@click.option("--done", "is_done", is_flag=True, help=N_("The review is finished."))
def review_command(  # noqa: PLR0913  # one for each thing that is noted
    call: Call,
    *,
    words: tuple[str, ...],
    worked: str | None,
    otherwise: str | None,
    need: str | None,
    resolved: int | None,
    is_done: bool,
) -> None:
    """Print the ten pages of a week's review, after noting what was given."""
    week = week_to_review(call.now.date())
    if words:
        from salgsplan_tui.cli.when import week_meant  # noqa: PLC0415  # most look at the one that is due

        week = week_meant(call, " ".join(words))
    call.session.need_review(week)
    notes: dict[str, object] = {
        name: text for name, text in (("worked", worked), ("change", otherwise)) if text is not None
    }
    if notes:
        _change(call, week, "review_noted", notes)
    if need is not None:
        call.change(partial(need_edits.add_need, text=need, day=call.now.date()), Said("need_added", {"title": need}))
    if resolved is not None:
        _resolve(call, week, resolved)
    if is_done:
        finished = call.now.replace(second=0, microsecond=0)
        _change(call, week, "reviewed", {"reached": len(STEPS), "done": finished})
    _show(call, WeekReview(call.plan, week, call.now))


def _change(call: Call, week: str, key: str, fields: dict[str, object]) -> None:
    def edit(plan: Plan) -> Plan:
        return edits.set_review(plan, week, **fields)

    call.change(edit, Said(key, {"title": week_name(week), "to": week}))


def _resolve(call: Call, week: str, number: int) -> None:
    needs = WeekReview(call.plan, week, call.now).needs
    if not 1 <= number <= len(needs):
        raise MisuseError(_("There are {count} needs, numbered from 1.").format(count=len(needs)))
    need = needs[number - 1]
    edit = partial(need_edits.resolve_need, need=need, day=call.now.date())
    call.change(edit, Said("need_resolved", {"title": need.text}))


def _show(call: Call, review: WeekReview) -> None:
    if call.options.json:
        from salgsplan_tui.cli.review_document import review_document  # noqa: PLC0415  # only for other programs

        call.print_json(review_document(review))
        return
    from salgsplan_tui.cli.text.drawing import draw  # noqa: PLC0415  # only for people
    from salgsplan_tui.cli.text.review import review_text  # noqa: PLC0415

    draw(call, review_text(review, call.width))
