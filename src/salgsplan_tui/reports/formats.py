"""The formats a report can be written in: a line each; the screen and the command line find them here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, NamedTuple

from salgsplan_tui.domain.channels import Catalogue
from salgsplan_tui.domain.reports.values import Report
from salgsplan_tui.language.report_names import report_name
from salgsplan_tui.reports.page import Page, page_of
from salgsplan_tui.reports.wording import Wording


@dataclass(frozen=True)
class Job:
    """A report to be written in the language spoken now."""

    report: Report
    channels: Catalogue
    cells: int = 78
    """The width of plain text."""
    for_programs: bool = False
    """Of CSV the form with codes and points."""

    @property
    def page(self) -> Page:
        """The report in words."""
        return page_of(self.report, self.channels)


class Format(NamedTuple):
    """One format: the ending of its files, what mail programs call it, and what writes it."""

    ending: str
    media: str
    write: Callable[[Job], bytes]
    is_text: bool = True


def _md(job: Job) -> bytes:
    from salgsplan_tui.reports.report_md import report_md  # noqa: PLC0415  # each format is loaded when it is asked for

    return report_md(job.page).encode()


def _txt(job: Job) -> bytes:
    from salgsplan_tui.reports.report_txt import report_txt  # noqa: PLC0415

    return report_txt(job.page, job.cells).encode()


def _html(job: Job) -> bytes:
    from salgsplan_tui.reports.report_html import report_html  # noqa: PLC0415

    return report_html(job.page).encode()


def _pdf(job: Job) -> bytes:
    from salgsplan_tui.reports.report_pdf import report_pdf  # noqa: PLC0415

    return report_pdf(job.page)


def _csv(job: Job) -> bytes:
    from salgsplan_tui.reports.report_csv import machine_csv, report_csv  # noqa: PLC0415

    if job.for_programs:
        return machine_csv(job.report).encode()
    return report_csv(job.page, Wording(job.channels, in_table=True)).encode()


def _xlsx(job: Job) -> bytes:
    from salgsplan_tui.reports.report_xlsx import report_xlsx  # noqa: PLC0415

    return report_xlsx(job.page, Wording(job.channels, in_table=True))


def _json(job: Job) -> bytes:
    from salgsplan_tui.reports.report_json import report_text  # noqa: PLC0415

    return report_text(job.report).encode()


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        "md": Format("md", "text/markdown", _md),
        "txt": Format("txt", "text/plain", _txt),
        "html": Format("html", "text/html", _html),
        "pdf": Format("pdf", "application/pdf", _pdf, is_text=False),
        "csv": Format("csv", "text/csv", _csv),
        "xlsx": Format(
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx, is_text=False
        ),
        "json": Format("json", "application/json", _json),
    }
)


def file_name(kind: str, period: str, form: str) -> str:
    """Return what a report's file is called, in the language spoken now: «ukeplan-2027-W07.pdf»."""
    name = report_name(kind).lower().replace(" ", "-").replace("å", "a")
    return f"{name}-{period}.{FORMATS[form].ending}"


def written(form: str, job: Job) -> bytes:
    """Return a report in a format, the same bytes for the same data and day.

    Raises:
        RefusedError: `no_typst` or `no_xlsxwriter`: what writes the format is not installed.
    """
    return FORMATS[form].write(job)
