"""What a move means for a playbook's run: where its own date changes, it is asked whether what is open goes along."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.playbooks import RunPart, anchors_moved, open_steps
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.language.formats import day_and_month
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.files_wanted import FilesWanted, Need
from salgsplan_tui.tui.series_actions import SeriesActions

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.choose import ChooseDialog

_TOLD = 4

Runs = Mapping[str, dt.date]
"""The runs that go along with a move, each with its new date."""


class RunActions(SeriesActions):
    """A screen that asks whether the open steps of a run go along."""

    def ask_runs(
        self,
        rows: Sequence[Activity],
        places: Mapping[str, Placement],
        then: Callable[[Runs], None],
        *,
        otherwise: Callable[[], object] | None = None,
    ) -> None:
        """Go on with the runs that go along; where no run's own date changes, or nothing else is open, not asked.

        `otherwise` is done where the question gets no answer.
        """
        runs = anchors_moved(rows, places)
        if not runs:
            then({})
            return

        def go_on(part: RunPart | None) -> None:
            if part is not None:
                then(runs if part == "all" else {})
            elif otherwise is not None:
                otherwise()

        def ask() -> None:
            dialog = runs_dialog(self.desk.plan, rows, runs)
            if dialog is None:
                then({})
            else:
                self.app.push_screen(dialog, go_on)

        self.post_message(FilesWanted(every_step(runs), ask))


def every_step(runs: Runs) -> Need:
    """Return the need of every step of these runs, in whichever week it lies."""
    return lambda session: session.need_mentions(tuple(runs))


def runs_dialog(plan: Plan, rows: Sequence[Activity], runs: Runs) -> "ChooseDialog[RunPart] | None":
    """Return the question whether the open steps go along with their anchors; None where there are none."""
    moved = {row.id for row in rows}
    steps = [step for run in runs for step in open_steps(plan, run, besides=moved)]
    if not steps:
        return None
    from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
    from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

    count = len(steps)
    all_of_them = ngettext("this and the {count} step still open", "this and all {count} steps still open", count)
    choices = (
        Choice[RunPart]("this", _("only this one"), "d"),
        Choice[RunPart]("all", all_of_them.format(count=count), "h"),
    )
    told = [f"{day_and_month(step.date)} {labels.title(plan, step)}" for step in steps[:_TOLD] if step.date]
    more = [ngettext("and {count} more", "and {count} more", count - _TOLD).format(count=count - _TOLD)]
    detail = "\n".join(told + (more if count > _TOLD else []))
    return ChooseDialog(_("It is the date of a playbook. Does the rest go along?"), choices, detail=detail)
