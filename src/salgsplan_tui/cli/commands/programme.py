"""`programme`: what the market programme holds, and its seven-column table for paper and other programs (S2)."""

from pathlib import PurePath
from typing import Final

import click

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.chosen_programme import chosen_basis, say_no_programme
from salgsplan_tui.cli.command import command
from salgsplan_tui.cli.output import put_out
from salgsplan_tui.cli.values import OneOf
from salgsplan_tui.domain.basis import Basis
from salgsplan_tui.language import N_

FORMATS: Final = ("txt", "md", "html", "csv", "json")
_BY_ENDING: Final = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".csv": "csv", ".json": "json"}


@command(
    "programme",
    N_(
        "Without a name it is the programme that runs today; a part of its title is enough. The formats md, html and "
        "csv hold its activities in seven columns. Where no format is given, the ending of the file's name tells it."
    ),
)
@click.argument("words", metavar=N_("PROGRAMME"), nargs=-1)
@click.option("--format", "form", metavar="txt|md|html|csv|json", type=OneOf(FORMATS), help=N_("How it is written."))
@click.option("-o", "--output", metavar=N_("FILE"), help=N_("Write to this file."))
def programme_command(call: Call, *, words: tuple[str, ...], form: str | None, output: str | None) -> None:
    """Print a programme, or write its table to a file."""
    basis = chosen_basis(call, words)
    chosen = "json" if call.options.json else form or _format_of(output)
    if basis is None and chosen != "json":
        say_no_programme(call)
        return
    put_out(call, _written(call, basis, chosen), output)


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
