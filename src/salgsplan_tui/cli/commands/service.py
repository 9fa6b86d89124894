"""`service`: the cases and their clocks, one case, its steps, its money, and what service came to (S5-S6)."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, get_args

import click

from salgsplan_tui.cli import case_actions
from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.service_case import Told, case_meant, need_service
from salgsplan_tui.cli.values import Amount, Number, OneOf
from salgsplan_tui.domain import case_steps
from salgsplan_tui.domain.service import CaseResult, CaseType, EvidenceKind
from salgsplan_tui.domain.service_results import ServiceResults, usual_period
from salgsplan_tui.language import N_, _

_NOTHING_FOUND: Final = 3
_SHOWN: Final = ("open", "late", "no_next", "waiting", "closed", "all")


_OPTIONS: Final = (
    click.option("--show", metavar=N_("CODE"), type=OneOf(_SHOWN), help=N_("Which cases are listed.")),
    click.option("--period", metavar=N_("PERIOD"), help=N_("A day, week, month or quarter: 2027-02, Q1, last week.")),
    click.option("--type", metavar=N_("CODE"), type=OneOf(get_args(CaseType)), help=N_("What it is.")),
    click.option("--title", metavar=N_("TEXT"), help=N_("What it is about.")),
    click.option("--channel", metavar=N_("CODE"), help=N_("The channel it came in by.")),
    click.option("--contact", metavar=N_("ID"), help=N_("Who speaks for the customer.")),
    click.option("--order", metavar=N_("ID"), help=N_("The order it is about.")),
    click.option("--at", metavar=N_("TIME"), help=N_("When it was: 15:30, yesterday 14:00. Without it, now.")),
    click.option("--mood", metavar="-2…+2", help=N_("How the customer feels, from very dissatisfied to buyer's joy.")),
    click.option("--cause", metavar=N_("TEXT"), help=N_("What the cause was.")),
    click.option("--area", metavar=N_("ID"), help=N_("The improvement area that it shows.")),
    click.option("--solution", metavar=N_("TEXT"), help=N_("Which solution was agreed.")),
    click.option("--by", metavar=N_("NAME"), help=N_("Who carries it out.")),
    click.option("--due", metavar=N_("TIME"), help=N_("When it is promised to be solved.")),
    click.option("--evidence", metavar=N_("TEXT"), help=N_("What shows buyer's joy.")),
    click.option(
        "--evidence-kind",
        metavar=N_("CODE"),
        type=OneOf(get_args(EvidenceKind)),
        help=N_("What kind of evidence it is; without it, the customer's own words."),
    ),
    click.option("--result", metavar=N_("CODE"), type=OneOf(get_args(CaseResult)), help=N_("What it came to.")),
    click.option("--reason", metavar=N_("TEXT"), help=N_("Why it is rejected, lost or reopened.")),
    click.option("--next", metavar=N_("TEXT"), help=N_("The next activity, in a line of quick add.")),
    click.option("--amount", metavar=N_("AMOUNT"), type=Amount(), help=N_("The compensation; 0 takes it back.")),
    click.option("--line", metavar=N_("ID"), help=N_("The budget line it is held against.")),
    click.option("--activity", metavar=N_("ID"), help=N_("The activity it is a cost of, or that belongs to the case.")),
    click.option("--delivered", metavar=N_("DATE"), help=N_("When the goods were delivered.")),
    click.option("--discovered", metavar=N_("DATE"), help=N_("When the fault was found.")),
    click.option("--note", metavar=N_("TEXT"), help=N_("A note about it.")),
    *(
        click.option(f"--{name}", metavar="1…5", type=Number(), help=text)
        for name, text in (
            ("knowledge", N_("For reflect: how your knowledge was, 1 to 5.")),
            ("psychology", N_("For reflect: your psychological competence.")),
            ("social", N_("For reflect: your social skills.")),
            ("tolerance", N_("For reflect: your tolerance.")),
        )
    ),
    click.option("--share", is_flag=True, help=N_("For reflect: a report may tell it.")),
)


def _with_options(function: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


@command(
    "service",
    N_(
        "ACTION is list, show, figures, open, step, close, wait, resume, escalate, reopen, mood, cost, next, link, "
        "edit, reflect or remove; without one the open cases are listed by their clock.\n\n"
        "For example: salgsplan service open Olsen wrong filter --mood -1 --next “call Olsen 15:30”\n"
        "salgsplan service step s3 resolved --cause “wrong filter” --solution “sent a new one”\n"
        "salgsplan service close s3 --mood +2 --evidence “Best service we ever had”"
    ),
)
@click.argument("words", metavar=N_("[ACTION] [ID] [WORDS]"), nargs=-1)
@_with_options
def service_command(call: Call, *, words: tuple[str, ...], **values: object) -> None:
    """Look at service cases, or take one a step further."""
    need_service(call)
    told = Told(values)
    action = _ACTIONS.get(words[0].lower()) if words else None
    if action is None:
        _list(call, words, told)
    else:
        action(call, words[1:], told)


def _list(call: Call, words: Sequence[str], told: Told) -> None:
    from salgsplan_tui.tui.service_page import FILTERS, CasesPage  # noqa: PLC0415  # not for one alone

    wanted = told.text("show") or "open"
    page = CasesPage(
        call.plan,
        call.now,
        next(each for each in FILTERS if each == wanted),
        tuple(word for each in words for word in each.split()),
    )
    if call.options.json:
        from salgsplan_tui.cli.case_documents import case_document  # noqa: PLC0415  # only for other programs

        call.print_json({"cases": [case_document(call.plan, row.case, call.now) for row in page.rows]})
    elif page.rows:
        from salgsplan_tui.cli.text.service import print_cases  # noqa: PLC0415  # only for people

        print_cases(call, page)
    if not page.rows:
        call.console.say(_("Nothing matches.") if words else _("No service case is open."))
        call.exit_code = _NOTHING_FOUND if words else 0


def _show(call: Call, words: Sequence[str], _told: Told) -> None:
    case = case_meant(call, words[0] if words else None)
    call.session.need_mentions(case.activities)
    if call.options.json:
        from salgsplan_tui.cli.case_documents import case_document, claim_document  # noqa: PLC0415  # as above

        help_text = claim_document(call.plan, case, call.session.claim_deadlines)
        call.print_json({"case": case_document(call.plan, case, call.now) | {"claim": help_text}})
        return
    from salgsplan_tui.cli.text.service import print_case  # noqa: PLC0415  # only for people

    call.session.need_reflections()
    print_case(call, case)


def _figures(call: Call, words: Sequence[str], told: Told) -> None:
    from salgsplan_tui.cli.when import span_meant  # noqa: PLC0415  # where a period is named

    period = told.text("period") or " ".join(words)
    span = span_meant(call, period) if period else usual_period(call.plan, call.now.date())
    call.session.need_service(span)
    found = ServiceResults(call.plan, span, call.now)
    if call.options.json:
        from salgsplan_tui.cli.case_documents import results_document  # noqa: PLC0415  # only for other programs

        call.print_json(results_document(found))
        return
    from salgsplan_tui.cli.text.service import print_results  # noqa: PLC0415  # only for people

    print_results(call, found)


_ACTIONS: Final[Mapping[str, Callable[[Call, Sequence[str], Told], None]]] = {
    name: action
    for names, action in (
        (("list", "liste"), _list),
        (("show", "vis"), _show),
        (("figures", "tall"), _figures),
        (("open", "åpne", "apne"), case_actions.open_case),
        (("step", "steg", "trinn"), case_actions.step_case),
        (("close", "avslutt"), case_actions.close_case),
        (("wait", "vent"), case_actions.beside("case_waits", case_steps.wait)),
        (("resume", "fortsett"), case_actions.beside("case_goes_on", case_steps.go_on)),
        (("escalate", "løft", "loft"), case_actions.beside("case_escalated", case_steps.escalate)),
        (("reopen", "gjenåpne", "gjenapne"), case_actions.reopen_case),
        (("mood", "humør", "humor"), case_actions.mood_case),
        (("cost", "kompensasjon"), case_actions.cost_case),
        (("next", "neste"), case_actions.next_case),
        (("link", "koble"), case_actions.link_case),
        (("edit", "endre"), case_actions.edit_case),
        (("reflect", "refleksjon"), case_actions.reflect_case),
        (("remove", "fjern"), case_actions.remove_case),
    )
    for name in names
}
