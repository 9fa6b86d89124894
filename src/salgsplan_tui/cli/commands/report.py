"""`report`: the week and month plan, the quarterly report and the others, in any format, for one seller or a team."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.options import LanguageName
from salgsplan_tui.cli.output import put_out_bytes
from salgsplan_tui.cli.values import OneOf
from salgsplan_tui.domain.issued import ReportKind
from salgsplan_tui.domain.reports.privacy import Names
from salgsplan_tui.domain.reports.values import Report
from salgsplan_tui.language import N_, Language, _, language, speaking

_NORWEGIAN: Final = {
    "uke": "week",
    "måned": "month",
    "kvartal": "quarter",
    "år": "year",
    "program": "programme",
    "timeplan": "timetable",
    "utstedt": "issued",
}
_KINDS: Final = ("week", "month", "quarter", "year", "programme", "timetable")
_ISSUED: Final = "issued"
_FORMATS: Final = ("md", "txt", "html", "pdf", "csv", "xlsx", "json")
_ENDINGS: Final = {f".{form}": form for form in _FORMATS} | {".markdown": "md", ".htm": "html"}


class _KindName(OneOf):
    """What kind of report, by its English or its Norwegian name."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code."""
        return super().convert(_NORWEGIAN.get(value.casefold(), value), param, ctx)


@dataclass(frozen=True)
class _Asked:
    """What was asked for."""

    kind: ReportKind
    words: tuple[str, ...]
    form: str | None
    output: str | None
    language: Language
    left_out: tuple[str, ...]
    names: Names | None
    wages: bool
    summary: tuple[str, ...]
    machine: bool


@command(
    "report",
    N_(
        "For example: salgsplan report week --format pdf -o week7.pdf\n\n"
        "The first word is week, month, quarter, year, programme or timetable; then comes the period, this one where "
        "none is given. The word issued lists what was handed on. With --preview you see what the report holds and "
        "what is kept back. With --team every folder or exported JSON is one seller's, and the report is that of all. "
        "Where no format is given, the ending of the file's name tells it."
    ),
)
@click.argument("kind", metavar=N_("KIND"), type=_KindName((*_KINDS, _ISSUED)), default="week")
@click.argument("words", metavar=N_("[PERIOD]"), nargs=-1)
@click.option(
    "--format",
    "form",
    metavar=N_("FORMAT"),
    type=OneOf(_FORMATS),
    help=N_("How it is written: md, txt, html, pdf, csv, xlsx or json."),
)
@click.option("-o", "--output", metavar=N_("FILE"), help=N_("Write to this file, or into this folder."))
@click.option("--report-lang", metavar="nb|en", type=LanguageName(), help=N_("The report's own language."))
@click.option("--without", metavar=N_("SECTIONS"), multiple=True, help=N_("Leave these sections out: cost,offers."))
@click.option(
    "--names",
    metavar="contacts|firms|classes",
    type=OneOf(("contacts", "firms", "classes")),
    help=N_("How much of names is told."),
)
@click.option("--wages", is_flag=True, help=N_("Tell wages and profit per wage krone."))
@click.option("--summary", metavar=N_("TEXT"), multiple=True, help=N_("A sentence of your own summary."))
@click.option("--machine", is_flag=True, help=N_("CSV for programs: codes, points, ISO dates."))
@click.option("--preview", is_flag=True, help=N_("Only show what it holds and what is kept back."))
@click.option(
    "--mail", metavar=N_("FILE"), help=N_("Write a mail draft (.eml) with the report attached, and issue it.")
)
@click.option("--mailto", is_flag=True, help=N_("Print a mailto: link with the main figures."))
@click.option("--issue", "issues", is_flag=True, help=N_("Remember it as handed on."))
@click.option("--to", "receivers", metavar=N_("NAME"), multiple=True, help=N_("To whom; else those in the settings."))
@click.option("--team", metavar=N_("DIR"), multiple=True, help=N_("Add up these sellers' folders or exported JSON."))
def report_command(  # noqa: PLR0913  # one for each option
    call: Call,
    *,
    kind: str,
    words: tuple[str, ...],
    form: str | None,
    output: str | None,
    report_lang: Language | None,
    without: tuple[str, ...],
    names: Names | None,
    wages: bool,
    summary: tuple[str, ...],
    machine: bool,
    preview: bool,
    mail: str | None,
    mailto: bool,
    issues: bool,
    receivers: tuple[str, ...],
    team: tuple[str, ...],
) -> None:
    """Make a report, and print it, write it, or hand it on."""
    if kind == _ISSUED:
        from salgsplan_tui.cli.issued import show_issued  # noqa: PLC0415  # seldom

        show_issued(call)
        return
    left_out = tuple(code.strip() for each in without for code in each.split(",") if code.strip())
    members = (*team, *(word for word in words if _is_member(word))) if team else ()
    asked = _Asked(
        kind=next(each for each in _report_kinds() if each == kind),
        words=tuple(word for word in words if word not in members),
        form="json" if call.options.json else form,
        output=output,
        language=report_lang or language(),
        left_out=left_out,
        names=names,
        wages=wages,
        summary=summary,
        machine=machine,
    )
    found = _team(call, asked, members) if members else _own(call, asked)
    _check_sections(found, left_out)
    found = found.without(left_out)
    if preview:
        _preview(call, found)
    elif mailto:
        with speaking(asked.language):
            _print_link(call, found, receivers)
    else:
        _hand_on(call, asked, found, _Way(mail, receivers, issues=issues or mail is not None))


@dataclass(frozen=True)
class _Way:
    """What is done with the document."""

    mail: str | None
    receivers: tuple[str, ...]
    issues: bool


def _report_kinds() -> tuple[ReportKind, ...]:
    from salgsplan_tui.domain.reports.table import KINDS  # noqa: PLC0415  # not for the help

    return KINDS


def _is_member(word: str) -> bool:
    return Path(word).expanduser().exists()


def _own(call: Call, asked: _Asked) -> Report:
    from salgsplan_tui.cli.reporting import scope_of  # noqa: PLC0415
    from salgsplan_tui.domain.reports.table import report  # noqa: PLC0415

    scope = scope_of(call, asked.kind, asked.words)
    wages = call.session.wages() if asked.wages else None
    return report(replace(scope, names=asked.names, wages=wages, summary=asked.summary))


def _team(call: Call, asked: _Asked, members: tuple[str, ...]) -> Report:
    from salgsplan_tui.cli.team import Wanted, team_of  # noqa: PLC0415

    return team_of(call, Wanted(asked.kind, asked.words, asked.names, wages=asked.wages), members)


def _check_sections(found: Report, left_out: tuple[str, ...]) -> None:
    known = [section.code for section in found.sections]
    for code in left_out:
        if code not in known:
            raise MisuseError(N_("“{value}” is none of these: {codes}."), value=code, codes=", ".join(known))


def _preview(call: Call, found: Report) -> None:
    from salgsplan_tui.cli.reporting import recipients_of  # noqa: PLC0415
    from salgsplan_tui.reports.page import page_of  # noqa: PLC0415

    page = page_of(found, call.plan.channels)
    call.console.print(f"{page.title} · {page.about}")
    for section in page.sections:
        call.console.print(f"{section.number:>3}. {section.title}  [{section.code}]")
    for note in page.notes[:-1]:
        call.console.print(note)
    names = ", ".join(each.name for each in recipients_of(call, found.kind, ()))
    call.console.print(_("To: {names}").format(names=names or _("nobody; see recipients in settings.toml")))


def _print_link(call: Call, found: Report, receivers: tuple[str, ...]) -> None:
    from salgsplan_tui.cli.reporting import recipients_of  # noqa: PLC0415
    from salgsplan_tui.reports.mail import link  # noqa: PLC0415
    from salgsplan_tui.reports.page import page_of  # noqa: PLC0415

    call.console.print(link(page_of(found, call.plan.channels), recipients_of(call, found.kind, receivers)))


def _hand_on(call: Call, asked: _Asked, found: Report, way: _Way) -> None:
    from salgsplan_tui.cli.reporting import Document, mailed, recipients_of, remember  # noqa: PLC0415
    from salgsplan_tui.reports.formats import Job, file_name, written  # noqa: PLC0415

    form = asked.form or _form_of(call, asked, way)
    job = Job(found, call.plan.channels, call.width if asked.output is None else 78, for_programs=asked.machine)
    recipients = recipients_of(call, found.kind, way.receivers)
    with speaking(asked.language):
        document = Document(
            found, written(form, job), form, file_name(found.kind, found.period, form), recipients, asked.language
        )
        mail = None if way.mail is None else mailed(call, document)
    if mail is not None:
        put_out_bytes(call, mail, way.mail)
    if mail is None or asked.output is not None:
        put_out_bytes(call, document.data, _place(asked.output, document.name), form=form)
    if way.issues:
        remember(call, document, way.mail or asked.output)


def _form_of(call: Call, asked: _Asked, way: _Way) -> str:
    if asked.output is not None:
        return _ENDINGS.get(Path(asked.output).suffix.lower(), "md")
    if way.mail is not None:
        return "html"
    return "txt" if call.console.is_terminal else "md"


def _place(output: str | None, name: str) -> str | None:
    """Return the file to write; in a folder that is there, one with the report's own name."""
    if output is None or not Path(output).expanduser().is_dir():
        return output
    return str(Path(output) / name)
