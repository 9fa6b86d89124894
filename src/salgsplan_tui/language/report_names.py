"""The names of the kinds of reports (chapter 6.7)."""

from typing import Final

from salgsplan_tui.language import N_, _

_KINDS: Final = {
    "week": N_("Week plan"),
    "month": N_("Month plan"),
    "quarter": N_("Quarterly report"),
    "year": N_("Year report"),
    "programme": N_("Market programme"),
    "timetable": N_("Timetable"),
}


def report_name(kind: str) -> str:
    """Return what a kind of report is called."""
    return _(_KINDS[kind])
