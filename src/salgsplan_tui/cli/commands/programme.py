"""`programme`: what the market programme holds, and its seven-column table for paper and other programs (S2)."""

from pathlib import PurePath
from typing import Final, get_args

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.chosen_programme import chosen_basis, say_no_programme
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.output import put_out
from salgsplan_tui.cli.values import OneOf
from salgsplan_tui.domain.activity import Reason
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.domain.errors import NotFoundError
from salgsplan_tui.domain.fit import fit_of
from salgsplan_tui.domain.fit_advice import advice
from salgsplan_tui.domain.funnel import funnel_of
from salgsplan_tui.domain.programme import PlanKind, PlanStatus
from salgsplan_tui.language import N_
from salgsplan_tui.language.safe import safe_line

KINDS: Final[tuple[PlanKind, ...]] = get_args(PlanKind)
STATUSES: Final[tuple[PlanStatus, ...]] = get_args(PlanStatus)
REASONS: Final = tuple(each.value for each in Reason)
FORMATS: Final = ("txt", "md", "html", "csv", "json")
_BY_ENDING: Final = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".csv": "csv", ".json": "json"}


@command(
    "programme",
    N_(
        "Without a name it is the programme that runs today; a part of its title is enough. The formats md, html and "
        "csv hold its activities in seven columns. Where no format is given, the ending of the file's name tells it."
        "\n\nWith --new a plan is made: salgsplan programme --new --from 1.4.2027 --to 30.6.2027 Second quarter"
    ),
)
@click.argument("words", metavar=N_("PROGRAMME"), nargs=-1)
@click.option("--format", "form", metavar="txt|md|html|csv|json", type=OneOf(FORMATS), help=N_("How it is written."))
@click.option("-o", "--output", metavar=N_("FILE"), help=N_("Write to this file."))
@click.option("--new", "is_new", is_flag=True, help=N_("Make a plan with this title."))
@click.option("--kind", metavar=N_("KIND"), type=OneOf(KINDS), default="market_programme", help=N_("Its kind."))
@click.option("--from", "first", metavar=N_("DATE"), help=N_("Its first day."))
@click.option("--to", "last", metavar=N_("DATE"), help=N_("Its last day."))
@click.option(
    "--status", metavar=N_("STATUS"), type=OneOf(STATUSES), help=N_("Make it active, closed, draft or archived.")
)
@click.option("--strategy", metavar=N_("TEXT"), help=N_("Add a strategy."))
@click.option("--activities", metavar=N_("TEXT"), help=N_("Add an activity programme."))
@click.option(
    "--under", metavar=N_("NAME"), help=N_("What the new activity programme, or what is taken down, goes under.")
)
@click.option("--remove", metavar=N_("NAME"), help=N_("Take a strategy or an activity programme out."))
@click.option("--serves", metavar=N_("PLAN"), help=N_("Hang it under this plan."))
@click.option("--take-down", metavar=N_("ACTIVITY"), help=N_("Take an activity of the department down."))
@click.option("--next", "following", metavar=N_("TITLE"), help=N_("Copy it into the next period, with this title."))
@click.option("--reason", metavar=N_("REASON"), type=OneOf(REASONS), help=N_("Why what is not finished is carried on."))
@click.option("--fit", "asks_fit", is_flag=True, help=N_("Will it fit? The weeks against what is still needed."))
def programme_command(  # noqa: PLR0913  # one for each change
    call: Call,
    *,
    words: tuple[str, ...],
    form: str | None,
    output: str | None,
    is_new: bool,
    kind: str,
    first: str | None,
    last: str | None,
    status: str | None,
    strategy: str | None,
    activities: str | None,
    under: str | None,
    take_down: str | None,
    remove: str | None,
    serves: str | None,
    following: str | None,
    reason: str | None,
    asks_fit: bool,
) -> None:
    """Print a programme, or write its table to a file; or change it first."""
    if is_new:
        words = (_made(call, words, kind, first, last),)
    basis = chosen_basis(call, words) if not (is_new and call.options.dry_run) else None
    if following is not None:
        _follow(call, basis, following, reason)
        return
    wanted = {"status": status, "strategy": strategy, "activities": activities, "take_down": take_down}
    wanted |= {"remove": remove, "serves": serves}
    if any(wanted.values()):
        _change(call, basis, wanted, under)
    if (any(wanted.values()) or is_new) and not call.options.json:
        return
    if any(wanted.values()):
        basis = chosen_basis(call, words)
    if asks_fit:
        _tell_fit(call, basis)
        return
    chosen = "json" if call.options.json else form or _format_of(output)
    if basis is None and chosen != "json":
        say_no_programme(call)
        return
    put_out(call, _written(call, basis, chosen), output)


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


def _made(call: Call, words: tuple[str, ...], kind: str, first: str | None, last: str | None) -> str:
    """Make a plan, and return its id."""
    from salgsplan_tui.cli.programme_changes import new_plan  # noqa: PLC0415  # only who makes one

    if not words or first is None or last is None:
        raise MisuseError(N_("Say its title, its first and its last day: --new --from 1.4 --to 30.6 TITLE"))
    call.session.need_sales_plans()
    return new_plan(call, " ".join(words), kind, first, last)


def _follow(call: Call, basis: Basis | None, title: str, reason: str | None) -> None:
    from salgsplan_tui.cli.programme_changes import follow  # noqa: PLC0415  # once a quarter

    if basis is None:
        raise NotFoundError("no_programme_runs")
    follow(call, basis, title, None if reason is None else Reason(reason))


def _change(call: Call, basis: Basis | None, wanted: dict[str, str | None], under: str | None) -> None:
    from salgsplan_tui.cli import programme_changes  # noqa: PLC0415  # only who changes something

    if (name := wanted["take_down"]) is not None:
        programme_changes.take_down(call, None if basis is None else basis.programme, name, under)
    if basis is None:
        if any(text for key, text in wanted.items() if key != "take_down"):
            raise NotFoundError("no_programme_runs")
        return
    plan = basis.programme
    if (title := wanted["strategy"]) is not None:
        programme_changes.add_strategy(call, plan, title)
    if (title := wanted["activities"]) is not None:
        programme_changes.add_programme(call, call.plan.sales_plans[plan.id], title, under)
    if (name := wanted["remove"]) is not None:
        programme_changes.remove_named(call, call.plan.sales_plans[plan.id], name)
    if (name := wanted["serves"]) is not None:
        programme_changes.set_parent(call, call.plan.sales_plans[plan.id], name)
    if (status := next((each for each in STATUSES if each == wanted["status"]), None)) is not None:
        programme_changes.set_status(call, call.plan.sales_plans[plan.id], status)


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

        return "".join(f"{line}\n" for line in texts_of(programme_text(basis), call.width))
    from salgsplan_tui.reports import programme_formats  # noqa: PLC0415
    from salgsplan_tui.reports.programme_page import ProgrammePage  # noqa: PLC0415

    write = {"md": programme_formats.programme_md, "html": programme_formats.programme_html}
    return write.get(form, programme_formats.programme_csv)(ProgrammePage(basis))
