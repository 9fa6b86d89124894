"""What is done is settled: what came of it, the next step, and who wants no more contact (interaction.md 2)."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from salgsplan_tui.domain import life
from salgsplan_tui.domain.activity import Activity, Outcome
from salgsplan_tui.domain.objecting import ids_beside, stopped
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.results import Result
from salgsplan_tui.domain.said import Said
from salgsplan_tui.domain.sales import Offer
from salgsplan_tui.domain.taking import finish
from salgsplan_tui.tui.change import Change, said
from salgsplan_tui.tui.selected_rows import SelectedRows
from salgsplan_tui.tui.series_actions import Reach, ending, words_of

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.outcome import OutcomeChoice, OutcomeDialog
    from salgsplan_tui.tui.sale_form import SaleForm


class FinishActions(SelectedRows):
    """A screen on which activities are finished."""

    def action_done(self) -> None:
        """Ask what came of it and for the next step."""
        rows = tuple(row for row in self.rows if row.is_open)
        if rows:
            self.app.push_screen(self.outcome_dialog(rows[0]), partial(self.ask_then, rows, self.finish_as_meant))
        else:
            self.tell_settled()

    def outcome_dialog(self, row: Activity) -> "OutcomeDialog":
        """Return the question what came of a row, and what the next step is."""
        from salgsplan_tui.tui.dialogs.outcome import OutcomeDialog  # noqa: PLC0415

        read = partial(self.desk.read, base=row)
        sale = partial(self._sale_of, row)
        return OutcomeDialog(self.desk.plan, row, now=self.desk.clock.now(), read=read, sale=sale)

    def _sale_of(self, row: Activity, outcome: Outcome) -> "SaleForm | None":
        """Return the form of the offer or order that came of a row; None where it names no customer."""
        from salgsplan_tui.tui.sale_of_outcome import sale_of_row  # noqa: PLC0415

        return sale_of_row(self.desk, row, outcome)

    def finish_as_meant(self, rows: tuple[Activity, ...], choice: "OutcomeChoice", reach: Reach) -> None:
        """Finish rows, or as much of their series as is meant, with what came of them."""
        result, ids = choice.result, tuple(row.id for row in rows)
        now, at = self.desk.clock.now(), self.at

        def edit(plan: Plan) -> Plan:
            plan = finish(plan, ids, result, choice.next, now=now, at=at)
            return ending(reach, _nothing_more, partial(life.skip, at=at), at=at)(plan)

        key = "done" if choice.next is None else "done_next"
        words = said_of_result(said(key, rows, **words_of(reach)), result)
        mentions = (*self.mentions(result, rows), *self.series_of(rows, reach))
        self.post_message(Change(edit, words, mentions=mentions, afterwards=self.tell_stopped))

    def mentions(self, result: Result | None, rows: Iterable[Activity]) -> tuple[str, ...]:
        """Return those whose every activity has to be read because they want no more contact."""
        if result is None or not result.has_objection:
            return ()
        return tuple(each for row in rows for each in ids_beside(self.desk.plan, row))

    def tell_stopped(self, before: Plan, after: Plan) -> None:
        """List what was cancelled because somebody wants no more contact; it must be seen."""
        found = stopped(before, after)
        if found.rows:
            from salgsplan_tui.tui.dialogs.stopped import StoppedDialog  # noqa: PLC0415

            self.app.push_screen(StoppedDialog(after, found), self._undo_if_wanted)

    async def _undo_if_wanted(self, choice: str | None) -> None:
        if choice == "undo":
            await self.run_action("app.undo")


def _nothing_more(plan: Plan, _identity: str) -> Plan:
    """Leave a row that is done already as it is."""
    return plan


def said_of_result(words: Said, result: Result) -> Said:
    """Return what was done, with the offer or order that came of it."""
    if result.sale is None:
        return words
    key = "done_offer" if isinstance(result.sale, Offer) else "done_order"
    return Said(key, {**words.values, "amount": result.sale.amount})
