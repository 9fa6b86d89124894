"""The steps of a plan's life by keys: active, closed with causes, taken up again; goals settled; work taken down."""

import datetime as dt
from functools import partial, reduce
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from salgsplan_tui.domain import life
from salgsplan_tui.domain.activity import Activity, Reason
from salgsplan_tui.domain.basis import running_programme
from salgsplan_tui.domain.edits import add
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.fit_advice import Advice
from salgsplan_tui.domain.goal_counts import COUNTS
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import DepartmentActivity
from salgsplan_tui.domain.programme import Goal, Measurement, PlanStatus, SalesPlan
from salgsplan_tui.domain.programme_edits import change_part, change_plan
from salgsplan_tui.domain.programme_life import Settled, activate, adopt, origin_of, reopen_plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.figures import figure
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.session import Session
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.files_wanted import FilesWanted
from salgsplan_tui.tui.programme_editing import ProgrammeEditing
from salgsplan_tui.tui.toasts import tell_error

if TYPE_CHECKING:
    from salgsplan_tui.session import Edit
    from salgsplan_tui.tui.plan_closing import Standing

_STEPS: Final[dict[PlanStatus, tuple[str, ...]]] = {
    "draft": ("activate", "follow", "archive"),
    "active": ("close", "follow", "draft"),
    "closed": ("follow", "reopen", "archive"),
    "archived": ("reopen", "draft"),
}
"""What can be done with a plan of each status."""
_STEP_NAMES: Final = {
    "activate": N_("make it active"),
    "close": N_("close it, each goal with how it ended"),
    "follow": N_("copy it into the next period"),
    "reopen": N_("take it up again"),
    "archive": N_("put it away"),
    "draft": N_("make it a draft again"),
}
_NONE: Final = ""


class PlanLife(ProgrammeEditing):
    """A programme whose status, goals and department's activities can be acted on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "plan_status", N_("the plan's status"), id="programme.status"),
        Binding("d", "settle_goal", N_("how the goal ended"), show=False, id="programme.settle"),
        Binding("m", "measure_goal", N_("how far the goal has come"), show=False, id="programme.measure"),
        Binding("f", "fill", N_("fill up, follow advice"), id="programme.fill"),
        Binding("r", "rates", N_("rates: own, planned"), id="programme.rates"),
        Binding("p", "take_down", N_("take the department's activity down"), show=False, id="programme.adopt"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out the keys for what the cursor does not stand on."""
        goal = self.goal_shown
        if action == "settle_goal":
            return goal is not None
        if action == "measure_goal":
            return goal is not None and goal.measure not in COUNTS
        if action == "fill":
            return self.sheet == "funnel" or (self.target is not None and self.target.kind == "advice")
        if action == "rates":
            return self.sheet == "funnel"
        if action == "take_down":
            return self.work_shown is not None
        return super().check_action(action, parameters)

    @property
    def goal_shown(self) -> Goal | None:
        """The goal under the cursor."""
        found = self.part_shown
        return found.part if found is not None and isinstance(found.part, Goal) else None

    @property
    def work_shown(self) -> DepartmentActivity | None:
        """The department's activity under the cursor."""
        found = self.part_shown
        return found.part if found is not None and isinstance(found.part, DepartmentActivity) else None

    # The status of a plan

    def action_plan_status(self) -> None:
        """Ask what is to become of the plan under the cursor, or of the one that is shown."""
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        target = self.target
        code = target.id if target is not None and target.kind == "plan" else ""
        shown = self.plan.sales_plans.get(code) or self.sales_plan
        if shown is None:
            return
        if shown.read_only:
            self.main.tell("plan_read_only", title=shown.title)
            return
        steps = [step for step in _STEPS[shown.status] if step != "follow" or shown.kind == "market_programme"]
        choices = [Choice(step, _(_STEP_NAMES[step])) for step in steps]
        title = "" if self.hide else safe_line(shown.title)
        self.app.push_screen(ChooseDialog(title or _("the plan's status"), choices), partial(self._take_step, shown))

    def _take_step(self, shown: SalesPlan, step: str | None) -> None:
        at = self.at
        edits: dict[str, tuple[str, Edit]] = {
            "activate": ("plan_activated", partial(activate, identity=shown.id, at=at)),
            "reopen": ("plan_reopened", partial(reopen_plan, identity=shown.id, at=at)),
            "archive": ("plan_archived", partial(change_plan, identity=shown.id, at=at, status="archived")),
            "draft": ("plan_drafted", partial(change_plan, identity=shown.id, at=at, status="draft")),
        }
        if step == "close":
            self._close(shown)
        elif step == "follow":
            self._follow(shown)
        elif step in edits:
            key, edit = edits[step]
            self._change_plan(Change(edit, Said(key, {"title": shown.title, "id": shown.id})), shown.id)

    def _close(self, shown: SalesPlan) -> None:
        """Ask of each open goal how it ended, and then close the plan."""
        from salgsplan_tui.tui.plan_closing import Closing  # noqa: PLC0415  # once a quarter

        known = {goal.id: self._stands(goal) for goal in shown.goals}
        stands = {identity: each for identity, each in known.items() if each is not None}
        Closing(self.main, shown, stands, lambda change: self._change_plan(change, shown.id)).ask()

    def _follow(self, shown: SalesPlan) -> None:
        """Copy a programme into the next period, from all that was read of it."""
        from salgsplan_tui.tui.plan_following import Following  # noqa: PLC0415  # once a quarter

        def need(session: Session) -> None:
            session.need_programme(shown.span)

        self.post_message(FilesWanted(need, lambda: Following(self.main, shown).ask()))

    # How a goal ended

    def action_settle_goal(self) -> None:
        """Ask how the goal under the cursor ended."""
        from salgsplan_tui.tui.plan_closing import Ending, ask_end  # noqa: PLC0415

        goal, shown = self.goal_shown, self.sales_plan
        if goal is not None and shown is not None:
            about = Ending(goal, self._stands(goal), may_be_open=goal.status != "open")
            ask_end(self.main, about, partial(self._settle, shown, goal))

    def _stands(self, goal: Goal) -> "Standing | None":
        from salgsplan_tui.tui.plan_closing import Standing  # noqa: PLC0415  # as above

        page = self.page
        figures = None if page is None else page.known.goals.get(goal.id)
        return None if figures is None or page is None else Standing(page.figure(figures.actual, goal.unit), figures)

    def _settle(self, shown: SalesPlan, goal: Goal, end: Settled) -> None:
        edit = partial(
            change_part, identity=shown.id, kind=Goal, part=goal.id, at=self.at, status=end.status, cause=end.cause
        )
        self.post_message(Change(edit, Said("goal_settled", {"title": goal.title, "id": goal.id}), select=goal.id))

    def action_measure_goal(self, text: str = "") -> None:
        """Ask how far a goal has come that the program cannot count."""
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        goal = self.goal_shown
        if goal is not None:
            last = max(goal.measured, key=lambda each: each.on, default=None)
            told = "" if last is None else _("last told: {figure}").format(figure=figure(last.value, goal.unit))
            dialog = AskWordsDialog(_("How far has it come today?"), detail=told, text=text)
            self.app.push_screen(dialog, self._take_measured)

    def _take_measured(self, typed: str | None) -> None:
        from salgsplan_tui.tui.plan_readers import hundredths  # noqa: PLC0415

        goal, shown = self.goal_shown, self.sales_plan
        if typed is None or goal is None or shown is None:
            return
        try:
            value = hundredths(typed).value
        except NotUnderstoodError as error:
            tell_error(self, error)
            self.action_measure_goal(typed)
            return
        if isinstance(value, int):
            today = self.now.date()
            told = (*(each for each in goal.measured if each.on != today), Measurement(on=today, value=value))
            edit = partial(change_part, identity=shown.id, kind=Goal, part=goal.id, at=self.at, measured=told)
            self.post_message(Change(edit, Said("goal_measured", {"title": goal.title, "id": goal.id}), select=goal.id))

    # The funnel

    def action_rates(self) -> None:
        """Count the funnel by the planned rates, or by the own ones so far."""
        self.rates_shown = "plan" if self.rates_shown == "own" else "own"
        self.show_page()

    def action_fill(self) -> None:
        """Put what the funnel misses in the plan into this week, as rows with the time they take (4.2)."""
        page = self.page
        if self.sheet == "fit":
            self._follow_advice()
            return
        if page is None or not page.known.missing:
            self.say(_("Nothing is missing in the plan."))
            return
        new_id, at = self.desk.session.new_id, self.at
        rows = tuple(row.changed_to(id=new_id()) for row in page.known.missing)
        edit: Edit = partial(_added, rows=rows, at=at)
        self.post_message(Change(edit, Said("missing_planned", {"title": "", "count": 1, "to": rows[0].bucket or ""})))

    def _follow_advice(self) -> None:
        """Drop or move the row of the advice under the cursor; the gap is filled by what was too much."""
        page, target = self.page, self.target
        found = None if page is None or target is None else advice_on(page.known.advice, target.id)
        if found is None:
            return
        row, at = found.row, self.at
        said: dict[str, str | int | None] = {"id": row.id, "title": row.title, "count": 1}
        if found.to is None:
            edit: Edit = partial(life.cancel, identity=row.id, at=at, reason=Reason.LOWER_PRIORITY)
            self.post_message(Change(edit, Said("cancelled", said)))
        else:
            place = Placement(bucket=found.to)
            edit = partial(life.move, identity=row.id, to=place, at=at, reason=Reason.LOWER_PRIORITY)
            self.post_message(Change(edit, Said("moved", {**said, "to": found.to, "start": ""})))

    # The department's activities

    def action_take_down(self) -> None:
        """Take the department's activity down (S39), under the activity programme that is asked for.

        Only one of a programme that runs on its day can be; where there is none, and where it was taken down before,
        there is nothing to ask.
        """
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        work, shown = self.work_shown, self.sales_plan
        if work is None or shown is None:
            return
        own = running_programme(self.plan, work.start or self.now.date())
        origin = origin_of(shown.id, work)
        if own is None or not own.programmes or any(row.origin == origin and row.counts for row in self.plan.stored()):
            self._take_down(shown, work, _NONE)
            return
        choices = [Choice(each.id, safe_line(each.title)) for each in own.programmes]
        choices.append(Choice(_NONE, _("under none of them"), "0"))
        dialog = ChooseDialog(_("Under which activity programme?"), choices, detail=safe_line(work.title))
        self.app.push_screen(dialog, partial(self._take_down, shown, work))

    def _take_down(self, shown: SalesPlan, work: DepartmentActivity, programme: str | None) -> None:
        if programme is None:
            return
        kind = self.plan.channels.type(work.channel, work.type)
        edit = partial(
            adopt,
            source=shown.id,
            department_activity=work.id,
            new_id=self.desk.session.new_id(),
            at=self.at,
            programme=programme or None,
            minutes=None if kind is None else kind.minutes,
        )
        said = Said("adopted", {"title": work.title, "count": 1})
        self.post_message(Change(edit, said, mentions=(origin_of(shown.id, work),)))


def advice_on(found: tuple[Advice, ...], identity: str) -> Advice | None:
    """Return the advice about a row."""
    return next((each for each in found if each.row.id == identity), None)


def _added(plan: Plan, rows: tuple[Activity, ...], at: dt.datetime) -> Plan:
    """Add rows, all as one step."""
    return reduce(lambda now, row: add(now, row, at=at), rows, plan)
