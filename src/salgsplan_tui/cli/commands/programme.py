"""`programme`: what the market programme holds, and its seven-column table for paper and other programs (S2)."""

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, get_args

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.chosen_programme import chosen_basis, say_no_programme
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.output import put_out
from salgsplan_tui.cli.part_options import Named, part_options
from salgsplan_tui.cli.values import Code, OneOf
from salgsplan_tui.domain.activity import Reason
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.fit import fit_of
from salgsplan_tui.domain.fit_advice import advice
from salgsplan_tui.domain.funnel import funnel_of
from salgsplan_tui.domain.programme import Discipline, PlanKind, PlanStatus
from salgsplan_tui.language import N_
from salgsplan_tui.language.safe import safe_line

if TYPE_CHECKING:
    from salgsplan_tui.cli.part_changes import PartOwner

KINDS: Final[tuple[PlanKind, ...]] = get_args(PlanKind)
STATUSES: Final[tuple[PlanStatus, ...]] = get_args(PlanStatus)
REASONS: Final = tuple(each.value for each in Reason)
FORMATS: Final = ("txt", "md", "html", "csv", "json")
DISCIPLINES: Final[tuple[Discipline, ...]] = get_args(Discipline)
_NAMED: Final = Named(N_("PART TEXT"), N_("PART FIELD=VALUE"), N_("PART NUMBER"), N_("PART"))
_FIELDS: Final = (
    "title",
    "from",
    "to",
    "for",
    "serves",
    "rests_on",
    "vision",
    "counter",
    "read_only",
    "take_down",
    "following",
)
_CHANGES: Final = (
    *("is_new", "status", "rate", "market", "strategy", "activities", "focus", "product", "segment", "benefit"),
    *("work", "text", "edit", "settings", "place", "remove", "remove_plan"),
)
"""The options that change something: those that can be given empty, and the others."""
_BY_ENDING: Final = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".csv": "csv", ".json": "json"}


@command(
    "programme",
    N_(
        "Without a name it is the programme that runs today; a part of its title is enough. The formats md, html and "
        "csv hold its activities in seven columns. Where no format is given, the ending of the file's name tells it."
        "\n\nWith --new a plan is made: salgsplan programme --new --from 1.4.2027 --to 30.6.2027 Second quarter"
        "\n\nWhat is changed of the plans above is changed the same way: salgsplan programme Pure --focus schools "
        '--product "Purifier 8000/7000" --set purifier margin=45. A text can be @FILE, or - for stdin; each of several '
        "lines is a part of its own. Goals and budget lines have their own commands, goals and budget."
        "\n\nWith --what-if nothing is changed; it tells what would become of goals, cost, hours and calls: "
        'salgsplan programme --what-if hit=60 --what-if "b2=30 000" --what-if a31=drop --what-if a32=Friday'
        "\n\nThat takes reached, meeting, offer, hit and average_order, prices up or down in percent, a budget line by "
        "its id or title, and an activity by its id: dropped, or moved to a day. --keep makes it one step to undo."
    ),
)
@click.argument("words", metavar=N_("PROGRAMME"), nargs=-1)
@click.option("--format", "form", metavar="txt|md|html|csv|json", type=OneOf(FORMATS), help=N_("How it is written."))
@click.option("-o", "--output", metavar=N_("FILE"), help=N_("Write to this file."))
@click.option("--fit", "asks_fit", is_flag=True, help=N_("Will it fit? The weeks against what is still needed."))
@click.option(
    "--what-if",
    "what_if",
    metavar=N_("NAME=VALUE"),
    multiple=True,
    help=N_("Try a rate, prices, a budget line or an activity: hit=60, prices=-5, b2=30000, a31=drop, a32=Friday."),
)
@click.option("--keep", is_flag=True, help=N_("Keep what is tried, as one step to undo."))
@click.option("--new", "is_new", is_flag=True, help=N_("Make a plan with this title."))
@click.option("--kind", metavar=N_("KIND"), type=OneOf(KINDS), help=N_("The kind of a new plan."))
@click.option("--title", metavar=N_("TEXT"), help=N_("Call it this."))
@click.option("--from", "from", metavar=N_("DATE"), help=N_("Its first day."))
@click.option("--to", "to", metavar=N_("DATE"), help=N_("Its last day."))
@click.option("--for", "for", metavar="sales|service|both", type=Code(DISCIPLINES), help=N_("What it is for."))
@click.option(
    "--status", metavar=N_("STATUS"), type=OneOf(STATUSES), help=N_("Make it active, closed, draft or archived.")
)
@click.option("--serves", metavar=N_("PLAN"), help=N_("Hang it under this plan; '' under none."))
@click.option("--rests-on", metavar=N_("PLAN"), help=N_("The market plan, or strategic plan, that it rests on."))
@click.option("--vision", metavar=N_("TEXT"), help=N_("What is wished for, and is no goal."))
@click.option("--counter", metavar=N_("TEXT"), help=N_("Whether the firm sells, or takes orders at the counter."))
@click.option("--read-only", metavar=N_("yes|no"), help=N_("Whether it is somebody else's, and only shown."))
@click.option(
    "--rate",
    metavar=N_("FIELD=NUMBER"),
    multiple=True,
    help=N_("A rate of the funnel: reached, meeting, offer, hit, or average_order."),
)
@click.option(
    "--market",
    metavar=N_("FIELD=VALUE"),
    multiple=True,
    help=N_("The market share: market, basis, total, share, value; of the last three two are enough."),
)
@click.option("--strategy", metavar=N_("TEXT"), multiple=True, help=N_("Add a strategy."))
@click.option("--activities", metavar=N_("TEXT"), multiple=True, help=N_("Add an activity programme."))
@click.option("--focus", metavar=N_("TEXT"), multiple=True, help=N_("Add a focus area."))
@click.option(
    "--product", metavar=N_("TEXT"), multiple=True, help=N_("Add a product: “Purifier 8000/7000”, target and floor.")
)
@click.option("--segment", metavar=N_("TEXT"), multiple=True, help=N_("Add a segment."))
@click.option(
    "--benefit", metavar=N_("TEXT"), multiple=True, help=N_("Add who benefits how: “schools: fewer days of illness”.")
)
@click.option(
    "--work",
    metavar=N_("TEXT"),
    multiple=True,
    help=N_("Add an activity of the department: “Fair, 10.-12.3, Oslo”."),
)
@click.option(
    "--text", metavar=N_("TITLE=TEXT"), multiple=True, help=N_("Write a piece of its text, or write it anew.")
)
@click.option(
    "--under", metavar=N_("NAME"), help=N_("What the new activity programme, or what is taken down, goes under.")
)
@part_options(_NAMED)
@click.option("--take-down", metavar=N_("ACTIVITY"), help=N_("Take an activity of the department down."))
@click.option("--next", "following", metavar=N_("TITLE"), help=N_("Copy it into the next period, with this title."))
@click.option(
    "--reason",
    metavar=N_("REASON|ID=REASON"),
    type=Code(REASONS),
    multiple=True,
    help=N_("Why what is not finished is carried on: one reason for all, and others for single ones."),
)
@click.option("--remove-plan", is_flag=True, help=N_("Take the whole plan out."))
def programme_command(  # how it is shown; what is changed lies in the rest
    call: Call,
    *,
    words: tuple[str, ...],
    form: str | None,
    output: str | None,
    asks_fit: bool,
    **given: Any,  # noqa: ANN401  # what click read
) -> None:
    """Print a programme, or write its table to a file; or change it first."""
    if given["kind"] is not None and not given["is_new"]:
        raise MisuseError(N_("A plan keeps its kind; --kind goes with --new."))
    changes = any(given[name] for name in _CHANGES) or any(given[name] is not None for name in _FIELDS)
    tries = bool(given["what_if"])
    if (tries or given["keep"]) and (not tries or changes or asks_fit or form is not None or output is not None):
        raise MisuseError(N_("--what-if tries something, and stands with --keep alone: --what-if hit=60 --keep"))
    basis = None if given["is_new"] else chosen_basis(call, words)
    if tries:
        _try_out(call, basis, given)
        return
    if changes:
        basis = _changed(call, basis, words, given)
        if not call.options.json:
            return
    if asks_fit:
        _tell_fit(call, basis)
        return
    chosen = "json" if call.options.json else form or _format_of(output)
    if basis is None and chosen != "json":
        say_no_programme(call)
        return
    put_out(call, _written(call, basis, chosen), output)


def _try_out(call: Call, basis: Basis | None, given: dict[str, Any]) -> None:
    """Tell what would be different; nothing is changed unless it is to be kept."""
    from salgsplan_tui.cli.what_if import try_out  # noqa: PLC0415  # only who tries something

    if basis is None:
        raise NotFoundError("no_programme_runs")
    try_out(call, basis, given["what_if"], keep=given["keep"])


def _tell_fit(call: Call, basis: Basis | None) -> None:
    """Tell whether what is planned and needed fits into the weeks that are left, and what to drop or move."""
    if basis is None and not call.options.json:
        say_no_programme(call)
        return
    fit = None if basis is None else fit_of(basis, funnel_of(basis))
    if call.options.json:
        from salgsplan_tui.cli.programme_document import fit_document  # noqa: PLC0415  # only for other programs

        call.print_json(fit_document(fit))
    elif fit is not None:
        from salgsplan_tui.cli.text.drawing import draw  # noqa: PLC0415  # only for people
        from salgsplan_tui.tui.fit_lines import fit_lines  # noqa: PLC0415

        draw(call, fit_lines(fit, advice(fit), lambda row: safe_line(row.title)))


def _changed(call: Call, basis: Basis | None, words: tuple[str, ...], given: dict[str, Any]) -> Basis | None:
    """Change the plan, and return what its figures are counted from then; None where it is gone, or there is none."""
    from salgsplan_tui.cli import programme_changes  # noqa: PLC0415  # only who changes something
    from salgsplan_tui.cli.one_step import OneStep  # noqa: PLC0415  # as above
    from salgsplan_tui.cli.part_changes import PartOwner  # noqa: PLC0415  # as above

    plan = None if basis is None else basis.programme
    step = OneStep(call, " ".join(words) if plan is None else plan.title)
    if given["is_new"]:
        call.session.need_sales_plans()
        identity: str | None = programme_changes.new_plan(step, " ".join(words), given["kind"], given)
    else:
        identity = None if plan is None else plan.id
    if given["take_down"] is not None:
        programme_changes.take_down(step, plan, given["take_down"], given["under"])
    if identity is None:
        others = any(given[name] is not None for name in _FIELDS if name != "take_down")
        if others or any(given[name] for name in _CHANGES):
            raise NotFoundError("no_programme_runs")
        step.make()
        return None
    owner = PartOwner(step, identity)
    if not given["is_new"]:
        programme_changes.set_own(owner, given)
    _change_parts(owner, given)
    if (following := given["following"]) is not None and basis is not None:
        programme_changes.follow(step, basis, following, given["reason"])
    if (status := next((each for each in STATUSES if each == given["status"]), None)) is not None:
        programme_changes.set_status(owner, status)
    if given["remove_plan"]:
        programme_changes.take_out(owner)
        step.make()
        return None
    return owner.made()


def _change_parts(owner: "PartOwner", given: dict[str, Any]) -> None:
    from salgsplan_tui.cli import part_changes  # noqa: PLC0415  # only who changes something
    from salgsplan_tui.cli.plan_parts_by_option import ADDED, CHANGED  # noqa: PLC0415  # as above

    if given["market"]:
        part_changes.set_market(owner, given["market"])
    for option, kind in ADDED.items():
        under = given["under"] if option == "activities" else None
        for text in given[option]:
            part_changes.add_lines(owner, kind, text, **part_changes.strategy_under(owner, under))
    for text in given["text"]:
        part_changes.set_section(owner, text)
    part_changes.change_parts(owner, CHANGED, given)


def _format_of(output: str | None) -> str:
    return "txt" if output is None else _BY_ENDING.get(PurePath(output).suffix.lower(), "txt")


def _written(call: Call, basis: Basis | None, form: str) -> str:
    """Return the programme in a format; only what that needs is loaded."""
    if form == "json" or basis is None:
        from salgsplan_tui.cli.json_text import dumped  # noqa: PLC0415
        from salgsplan_tui.cli.programme_document import programme_document  # noqa: PLC0415

        return dumped({"schema": 1, **programme_document(basis, call.now.date())}, "utf-8")
    if form == "txt":
        from salgsplan_tui.cli.text.programme import programme_text  # noqa: PLC0415
        from salgsplan_tui.tui.plain_text import texts_of  # noqa: PLC0415

        return "".join(f"{line}\n" for line in texts_of(programme_text(basis, call.width), call.width))
    from salgsplan_tui.reports import programme_formats  # noqa: PLC0415
    from salgsplan_tui.reports.programme_page import ProgrammePage  # noqa: PLC0415

    write = {"md": programme_formats.programme_md, "html": programme_formats.programme_html}
    return write.get(form, programme_formats.programme_csv)(ProgrammePage(basis))
