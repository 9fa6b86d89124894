"""`timetable`: three months of the plan, on the screen, for paper, or for other programs (S24)."""

from pathlib import PurePath
from typing import Final, get_args

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.output import put_out
from salgsplan_tui.cli.values import OneOf
from salgsplan_tui.domain.dates import week_key
from salgsplan_tui.domain.three_months import three_months, timetable, weeks_of
from salgsplan_tui.domain.timetable import Layout, Measure
from salgsplan_tui.language import N_
from salgsplan_tui.reports.timetable_page import TimetablePage

FORMATS: Final = ("txt", "md", "html", "json")
_BY_ENDING: Final = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".json": "json"}


@command(
    "timetable",
    N_(
        "Without a date it begins today. A date is written as in quick add. HTML is made to be printed on A4. Where no "
        "format is given, the ending of the file's name tells it."
    ),
)
@click.argument("words", metavar=N_("DATE"), nargs=-1)
@click.option("--format", "form", metavar="txt|md|html|json", type=OneOf(FORMATS), help=N_("How it is written."))
@click.option(
    "--layout",
    metavar=N_("LAYOUT"),
    type=OneOf(get_args(Layout)),
    default="days",
    help=N_("What the rows are: days of weeks (days), channels or programmes."),
)
@click.option(
    "--measure",
    metavar=N_("MEASURE"),
    type=OneOf(get_args(Measure)),
    default="activities",
    help=N_("What a field tells: activities, hours or cost."),
)
@click.option("-o", "--output", metavar=N_("FILE"), help=N_("Write to this file."))
def timetable_command(  # noqa: PLR0913  # one for each option
    call: Call, *, words: tuple[str, ...], form: str | None, layout: Layout, measure: Measure, output: str | None
) -> None:
    """Print three months of the plan, or write them to a file."""
    start = call.now.date()
    if words:
        from salgsplan_tui.cli.when import day_meant  # noqa: PLC0415  # most look from today on

        start = day_meant(call, " ".join(words))
    weeks = weeks_of(three_months(start))
    call.session.need_day(weeks[0].start)
    call.session.need_weeks(week_key(week.start) for week in weeks)
    page = TimetablePage(call.plan, timetable(call.plan, start), layout, measure, call.now.date())
    put_out(call, _written(call, page, "json" if call.options.json else form or _format_of(output)), output)


def _format_of(output: str | None) -> str:
    return "txt" if output is None else _BY_ENDING.get(PurePath(output).suffix.lower(), "txt")


def _written(call: Call, page: TimetablePage, form: str) -> str:
    """Return the page in a format; only what that needs is loaded."""
    match form:
        case "json":
            from salgsplan_tui.cli.json_text import dumped  # noqa: PLC0415
            from salgsplan_tui.cli.timetable_document import timetable_document  # noqa: PLC0415

            return dumped({"schema": 1, **timetable_document(page.plan, page.table)}, "utf-8")
        case "html":
            from salgsplan_tui.reports.timetable_html import timetable_html  # noqa: PLC0415

            return timetable_html(page)
        case "md":
            from salgsplan_tui.reports.timetable_md import timetable_md  # noqa: PLC0415

            return timetable_md(page)
    from salgsplan_tui.cli.text.timetable import timetable_text  # noqa: PLC0415
    from salgsplan_tui.tui.plain_text import texts_of  # noqa: PLC0415

    return "".join(f"{line}\n" for line in texts_of(timetable_text(page, call.width), call.width))
