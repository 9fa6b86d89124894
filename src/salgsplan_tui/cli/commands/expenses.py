"""`expenses`: the driving log and the outlays of a month, for who pays them back (chapter 4.5)."""

from pathlib import PurePath
from typing import Final

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.output import put_out_bytes
from salgsplan_tui.cli.values import OneOf
from salgsplan_tui.cli.when import span_meant
from salgsplan_tui.domain.dates import Span, month_key, week_key
from salgsplan_tui.domain.expenses import ExpenseClaim, expenses_of
from salgsplan_tui.language import N_

FORMATS: Final = ("txt", "csv", "xlsx", "json")


@command(
    "expenses",
    N_(
        "What was done counts, by its date: kilometres by the rate of that day, and outlays as they were paid. "
        "csv and xlsx are for a spreadsheet. Where no format is given, the ending of the file's name tells it."
    ),
)
@click.option("--month", metavar=N_("MONTH"), help=N_("The month, such as 2027-02; without it, this one."))
@click.option("--format", "form", metavar="txt|csv|xlsx|json", type=OneOf(FORMATS), help=N_("How it is written."))
@click.option("-o", "--output", metavar=N_("FILE"), help=N_("Write to this file."))
def expenses_command(call: Call, *, month: str | None, form: str | None, output: str | None) -> None:
    """Print the driving log and the outlays of a month, or write them to a file."""
    span = span_meant(call, month or month_key(call.now.date()))
    chosen = "json" if call.options.json else form or _format_of(output)
    call.session.need_weeks(dict.fromkeys(map(week_key, span.days())))
    put_out_bytes(call, _written(call, expenses_of(call.plan, span), span, chosen), output, form=chosen)


def _format_of(output: str | None) -> str:
    ending = "" if output is None else PurePath(output).suffix.lower().lstrip(".")
    return ending if ending in FORMATS else "txt"


def _written(call: Call, claim: ExpenseClaim, span: Span, form: str) -> bytes:
    """Return the claim in a format; only what that needs is loaded."""
    if form == "json":
        from salgsplan_tui.cli.expense_document import expense_document  # noqa: PLC0415
        from salgsplan_tui.cli.json_text import dumped  # noqa: PLC0415

        return dumped({"schema": 1, **expense_document(claim)}, "utf-8").encode()
    if form in {"csv", "xlsx"}:
        from salgsplan_tui.reports.expense_formats import expense_csv, expense_xlsx  # noqa: PLC0415

        return expense_csv(claim).encode() if form == "csv" else expense_xlsx(claim, call.plan.settings.name)
    from salgsplan_tui.language.formats import date_range  # noqa: PLC0415
    from salgsplan_tui.tui.expense_lines import ExpensePage, expense_lines  # noqa: PLC0415
    from salgsplan_tui.tui.lines import Line, Part  # noqa: PLC0415
    from salgsplan_tui.tui.plain_text import texts_of  # noqa: PLC0415

    title = Line((Part(date_range(span.start, span.last), "heading"),))
    lines = [title, *expense_lines(ExpensePage(claim, call.width))]
    return "".join(f"{line}\n" for line in texts_of(lines, call.width)).encode()
