"""The status line says in words what the cursor stands on, and what to look out for (interaction.md 1.3)."""

from typing import Final

from salgsplan_tui.domain.activity import State
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.day_lines import DayPage
from salgsplan_tui.tui.lines import Line, Part, Target

FIGURES_SAY: Final = N_("Enter shows what it was counted from.")
"""What is said of a figure in the panel."""
_OFFERS: Final = {
    "left": N_("Enter: what was left, one by one; other keys act on the first."),
    "calls": N_("Enter: go on with the call session, end it with the calls that were made, or throw it away."),
    "review": N_("Enter: page by page; it can be left anywhere, and gone on with later."),
    "must_dos": N_("Enter: the week's three most important things."),
    "goal": FIGURES_SAY,
    "figure": FIGURES_SAY,
    "older": N_("Press Enter to see them all, or i to let them go: they were not done."),
}
"""What the lines offer that stand for no row."""


def status_line(page: DayPage, target: Target | None) -> Line:
    """Return one line: marks, kind of work, state, whom, goal and warnings of the row; the way on where none is."""
    return Line((Part(" " + _words(page, target)),))


def _words(page: DayPage, target: Target | None) -> str:
    if page.marked:
        return _("{count} marked: keys act on all of them").format(count=len(page.marked))
    if target is None:
        return _("Nothing planned. Press a and write, for example: call Kari 10:00")
    if target.kind == "gap":
        return _("Free from {time}. Press Enter to plan something here.").format(time=target.id)
    if target.kind in _OFFERS:
        return _(_OFFERS[target.kind])
    return case_words(page, target.id) if target.kind == "case" else row_words(page, target)


def panel_words(target: Target) -> str:
    """Return what Enter does on a line of the panel."""
    return _(_OFFERS[target.kind])


def case_words(page: DayPage, identity: str) -> str:
    """Return what there is to know about a service case: whose it is, how far it has come, its clock."""
    from salgsplan_tui.tui.service_words import status_words  # noqa: PLC0415  # most days have none

    case = page.plan.cases.get(identity)
    return "" if case is None else status_words(page.plan, case, page.now, hide=page.hide)


def row_words(page: DayPage, target: Target) -> str:
    """Return what there is to know about a row beside its title: the most pressing first."""
    row = page.plan.activity(target.id)
    goal = page.plan.goal(row.goal) if row.goal else None
    overdue = row.overdue(page.now)
    words = (
        "! " + _("overdue") if overdue else "",
        *(f"! {warning}" for warning in labels.warnings_for(page.today.warnings, row, hide=page.hide)),
        labels.kind_of_work(page.plan, row),
        labels.moved(row),
        labels.state_name(row.state) if row.state is not State.PLANNED or not overdue else "",
        labels.whom(page.plan, row, hide=page.hide),
        "" if page.hide or not row.goal else _("goal: {goal}").format(goal=goal.title if goal else row.goal),
        _("without a goal") if not row.goal and row.kind == "customer" and row.is_open else "",
    )
    return " · ".join(safe_line(word) for word in words if word)
