"""The form over an activity: opened, and what it says saved, after the questions that a new day brings."""

from functools import partial
from typing import TYPE_CHECKING

from salgsplan_tui.domain import edits, series_edits
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.carry_over import wants_reason
from salgsplan_tui.domain.contact_checks import refuse_blocked
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.playbooks import move_run
from salgsplan_tui.domain.series_edits import Revision, made_from
from salgsplan_tui.tui.change import Change, along, said
from salgsplan_tui.tui.run_actions import RunActions, Runs
from salgsplan_tui.tui.series_actions import Reach, words_of
from salgsplan_tui.tui.why_again import why_again

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.form import FormResult
    from salgsplan_tui.tui.dialogs.reason import ReasonChoice


class FormActions(RunActions):
    """A screen on which activities are edited in the form."""

    def open_form(self, row: Activity, draft: "FormResult | None" = None, *, is_new: bool = False) -> None:
        """Open the form on a row, with what was typed before where it could not be saved."""
        from salgsplan_tui.tui.dialogs.form import ActivityForm  # noqa: PLC0415

        form = ActivityForm(
            self.desk.plan,
            row,
            read=self.desk.read,
            read_when=self.desk.read_when,
            now=self.desk.clock.now(),
            usual_approach=self.desk.usual_approach,
            read_programme=self.desk.with_programme,
            is_new=is_new,
            draft=draft,
        )
        self.app.push_screen(form, partial(self._take_form, row, is_new=is_new))

    def _take_form(self, row: Activity, result: "FormResult | None", *, is_new: bool) -> None:
        if result is None or not result.saved:
            return
        if is_new:
            self._add_from_form(row, result)
        elif result.fields or result.to or result.series:
            again = partial(self.open_form, row, result)
            then = partial(self._ask_why, row, result)
            self.ask_part((row,), then, may_be_one=result.series is None, otherwise=again)

    def _ask_why(self, row: Activity, result: "FormResult", reach: Reach) -> None:
        """Ask why it is put off, where that is the third time or more; without an answer the form stands again."""
        if result.to is None or not wants_reason(row, result.to):
            self._ask_along(row, result, reach, None)
            return

        def go_on(why: "ReasonChoice | None") -> None:
            if why is None:
                self.open_form(row, result)
            else:
                self._ask_along(row, result, reach, why)

        self.app.push_screen(why_again((row,)), go_on)

    def _ask_along(self, row: Activity, result: "FormResult", reach: Reach, why: "ReasonChoice | None") -> None:
        places = {} if result.to is None else {row.id: result.to}
        again = partial(self.open_form, row, result)
        self.ask_runs((row,), places, partial(self._save_form, row, result, reach, why), otherwise=again)

    def _add_from_form(self, row: Activity, result: "FormResult") -> None:
        now, at = self.desk.clock.now(), self.desk.clock.stamp()
        rule = None
        if result.series is not None:
            rule = made_from(result.activity, result.series, self.desk.session.new_id())

        def take(plan: Plan) -> Plan:
            plan = edits.with_customers(plan, result.customers, at=at)
            refuse_blocked(plan, result.activity, now)
            return edits.add(plan, result.activity, at=at) if rule is None else edits.add_series(plan, rule, at=at)

        again = partial(self.open_form, row, result, is_new=True)
        self.post_message(Change(take, said("added", (result.activity,)), otherwise=again, select=row.id))

    def _save_form(
        self, row: Activity, result: "FormResult", reach: Reach, why: "ReasonChoice | None", runs: Runs
    ) -> None:
        now, at, scope = self.desk.clock.now(), self.desk.clock.stamp(), reach[row.id]
        reason = (None, None) if why is None else (why.reason, why.text)
        revision = Revision(result.fields, result.to, result.series, *reason)
        rule = None if result.series is None else made_from(result.activity, result.series, scope.new_id)

        def take(plan: Plan) -> Plan:
            plan = edits.with_customers(plan, result.customers, at=at)
            if result.fields:
                before = plan.activity(row.id)
                refuse_blocked(plan, before.changed_to(**result.fields), now, before=before)
            plan = series_edits.revise(plan, row.id, scope, revision, at=at)
            for run, date in runs.items():
                plan = move_run(plan, run, date, at=at, reason=reason[0], reason_text=reason[1])
            return plan if rule is None or scope.part != "this" else series_edits.repeat(plan, row.id, rule, at=at)

        again = partial(self.open_form, row, result)
        words = said("edited", (result.activity,), **words_of(reach), **along(runs))
        mentions = (*self.series_of((row,), reach), *runs)
        self.post_message(Change(take, words, otherwise=again, select=row.id, mentions=mentions))
