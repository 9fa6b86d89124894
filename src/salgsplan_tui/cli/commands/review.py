"""`review`: the review of a week, a month or a quarter, read on the command line and noted from there (6.3-6.5)."""

from functools import partial
from typing import TYPE_CHECKING

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.values import Number
from salgsplan_tui.domain import need_edits
from salgsplan_tui.domain.any_review import note_review, review_of
from salgsplan_tui.domain.dates import bucket_kind, bucket_of, bucket_span, week_key
from salgsplan_tui.domain.review import week_to_review
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.formats import bucket
from salgsplan_tui.session import Said

if TYPE_CHECKING:
    from salgsplan_tui.domain.any_review import AnyReview


@command(
    "review",
    N_(
        "PERIOD is a week, a month (2027-02) or a quarter (2027-Q1). Without one it is this week, on Monday and "
        "Tuesday still the week before. For example: salgsplan review "
        "--worked “Calls before ten” --need “A decision on the discount” --done"
    ),
)
@click.argument("words", metavar=N_("PERIOD"), nargs=-1)
@click.option("--worked", metavar=N_("TEXT"), help=N_("Note what worked in the week."))
@click.option("--change", "otherwise", metavar=N_("TEXT"), help=N_("Note what to change after the week."))
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
    """Print the pages of a review, after noting what was given."""
    period = _period_meant(call, " ".join(words))
    notes: dict[str, object] = {
        name: " ".join(text.split()) for name, text in (("worked", worked), ("change", otherwise)) if text is not None
    }
    if need is not None and not (need := " ".join(need.split())):
        raise MisuseError(N_("Say what you need: salgsplan review --need “A decision on the discount”"))
    if notes and bucket_kind(period) != "week":
        raise MisuseError(N_("What worked and what to change is noted at the review of a week."))
    call.session.need_review(period)
    if resolved is not None:
        _resolve(call, period, resolved)
    if notes:
        _change(call, period, "review_noted", notes)
    if need is not None:
        call.change(partial(need_edits.add_need, text=need, day=call.now.date()), Said("need_added", {"title": need}))
    if is_done:
        steps = review_of(call.plan, period, call.now).steps
        finished = call.now.replace(second=0, microsecond=0)
        _change(call, period, "reviewed", {"reached": len(steps), "done": finished})
    _show(call, review_of(call.plan, period, call.now))


def _period_meant(call: Call, text: str) -> str:
    """Return the week, month or quarter that the words mean; a day means its week."""
    if not text:
        return week_to_review(call.now.date())
    from salgsplan_tui.cli.when import span_meant, week_words  # noqa: PLC0415  # most look at the one that is due

    span = span_meant(call, week_words(text))
    return bucket_of(span) or week_key(span.start)


def _change(call: Call, period: str, key: str, fields: dict[str, object]) -> None:
    words = Said(key, {"title": bucket(period), "to": period})
    call.change(lambda plan: note_review(plan, period, **fields), words)


def _resolve(call: Call, period: str, number: int) -> None:
    last = min(call.now.date(), bucket_span(period).last)
    needs = need_edits.open_needs(call.plan, last)
    if not 1 <= number <= len(needs):
        raise MisuseError(_("There are {count} needs, numbered from 1.").format(count=len(needs)))
    need = needs[number - 1]
    edit = partial(need_edits.resolve_need, need=need, day=call.now.date())
    call.change(edit, Said("need_resolved", {"title": need.text}))


def _show(call: Call, review: "AnyReview") -> None:
    if call.options.json:
        from salgsplan_tui.cli.review_document import review_document  # noqa: PLC0415  # only for other programs

        call.print_json(review_document(review))
        return
    from salgsplan_tui.cli.text.drawing import draw  # noqa: PLC0415  # only for people
    from salgsplan_tui.cli.text.review import review_text  # noqa: PLC0415

    draw(call, review_text(review, call.width))
