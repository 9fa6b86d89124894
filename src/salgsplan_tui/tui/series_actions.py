"""What keys do to rows of a repeating activity: it is asked how much of the series is meant (interaction.md 2)."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from salgsplan_tui.domain import series_edits
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.series_edits import Scope, SeriesPart, Step, is_of_series
from salgsplan_tui.language import _
from salgsplan_tui.session import Edit
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.screens import PlannerScreen

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.choice_list import Choice

Reach = Mapping[str, Scope]
"""How much of its series each row stands for, by id; a row whose series another one stands for is left out."""


class SeriesActions(PlannerScreen[object]):
    """A screen that asks how much of a series is meant."""

    desk: Desk

    def ask_part(
        self,
        rows: Sequence[Activity],
        then: Callable[[Reach], None],
        *,
        may_be_one: bool = True,
        otherwise: Callable[[], object] | None = None,
    ) -> None:
        """Go on with how much is meant; where no row belongs to a series it is not asked.

        `otherwise` is done where the question gets no answer.
        """
        plan = self.desk.plan
        first = next((row for row in rows if is_of_series(plan, row)), None)
        if first is None:
            then(self.reach(rows, "this"))
            return
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog, series_choices  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.repeat_words import repeat_words  # noqa: PLC0415

        words = f"↻ {repeat_words(plan.series[first.series or ''])}"
        choices: tuple[Choice[SeriesPart], ...] = series_choices() if may_be_one else series_choices()[1:]
        dialog = ChooseDialog(_("How much of the series?"), choices, detail=words)

        def go_on(part: SeriesPart | None) -> None:
            if part is not None:
                then(self.reach(rows, part))
            elif otherwise is not None:
                otherwise()

        self.app.push_screen(dialog, go_on)

    def reach(self, rows: Sequence[Activity], part: SeriesPart) -> Reach:
        """Return what each row stands for; of several rows of a series the earliest, if more than itself is meant."""
        plan, today = self.desk.plan, self.desk.clock.today()
        found: dict[str, Scope] = {}
        served: set[str] = set()
        for row in sorted(rows, key=lambda row: str(row.occurrence)):
            own: SeriesPart = part if is_of_series(plan, row) else "this"
            if own == "this" or row.series not in served:
                found[row.id] = Scope(own, today, self.desk.session.new_id())
            served |= {row.series or ""} if own != "this" else set()
        return {row.id: found[row.id] for row in rows if row.id in found}

    def series_of(self, rows: Sequence[Activity], reach: Reach) -> tuple[str, ...]:
        """Return the ids of the series of which more than one row is meant: what was touched of them has to be read."""
        meant = [row.series for row in rows if row.id in reach and reach[row.id].part != "this"]
        return tuple(dict.fromkeys(each for each in meant if each is not None))


def ending(reach: Reach, step: Step, rest: Step, *, at: dt.datetime) -> Edit:
    """Return the edit that takes a step on each row, and lets the series end of which more than the row is meant."""

    def edit(plan: Plan) -> Plan:
        for identity, scope in reach.items():
            plan = series_edits.end(plan, identity, scope, step, rest, at=at)
        return plan

    return edit


def words_of(reach: Reach) -> dict[str, str]:
    """Return how much was meant, as data for the sentence that says what was done."""
    parts = {scope.part for scope in reach.values()} - {"this"}
    return {"part": parts.pop()} if len(parts) == 1 else {}
