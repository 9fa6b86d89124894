"""Going through what was left undone, row by row: a key each, and a further question only where one is needed."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from textual.screen import ModalScreen

from salgsplan_tui.domain import life
from salgsplan_tui.domain.activity import Activity, Reason
from salgsplan_tui.domain.dates import day_span
from salgsplan_tui.domain.day_plan import capacity_of
from salgsplan_tui.domain.free_time import next_free
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.playbooks import anchors_moved
from salgsplan_tui.language import _, language
from salgsplan_tui.session import Edit
from salgsplan_tui.tui.change import Change, said
from salgsplan_tui.tui.dialogs.approach import ApproachDialog
from salgsplan_tui.tui.dialogs.left import LeftPlaces, What, left_dialog
from salgsplan_tui.tui.dialogs.move import MoveChoice
from salgsplan_tui.tui.dialogs.reason import ReasonChoice, ReasonDialog
from salgsplan_tui.tui.run_actions import Runs, every_step, runs_dialog
from salgsplan_tui.tui.why_again import put_off_again, reasoned, why_again

if TYPE_CHECKING:
    from salgsplan_tui.tui.carry_over_actions import CarryOverActions

Answer = TypeVar("Answer")


class _Settled(NamedTuple):
    """A row was dealt with, and perhaps moved."""

    to: Placement | None = None


class Occasion(NamedTuple):
    """When it is gone through: in the morning, where nothing else is told."""

    onward: dt.date | None = None
    """The first day for what is put off, where that is not today: tomorrow, or the Monday after the week looked at."""
    offers_today: bool = True
    """Whether a row may still go to another time of today; not where the day ends."""
    asks_why: bool = False
    """Whether it is asked why a row was let go or put off: the week's review tells the reasons."""


class GoingThrough:
    """Asks for each row what becomes of it, and does that."""

    def __init__(self, screen: "CarryOverActions", occasion: Occasion) -> None:
        """Take the screen whose dialogs and changes are used, and when it is gone through."""
        self._occasion = occasion
        self._screen = screen
        self._desk = screen.desk

    async def _ask(self, dialog: ModalScreen[Answer]) -> Answer | None:
        return await self._screen.app.push_screen_wait(dialog)

    async def go(self, rows: tuple[Activity, ...], reason: Reason | None) -> None:
        """Ask row by row; closing a question ends it."""
        taken: list[Activity] = []
        for number, row in enumerate(rows, start=1):
            places = self._places(row, taken)
            settled = None
            while settled is None:  # a question that was left without an answer leads back to the row
                dialog = left_dialog(self._desk.plan, row, places, at=(number, len(rows)), hide=self._screen.is_hidden)
                what = await self._ask(dialog)
                if what is None:
                    return
                if what == "ill":
                    self._screen.mark_ill(self._desk.clock.now().date())
                    return
                settled = await self._settle(row, what, places, reason)
            if settled.to is not None:
                taken.append(row.changed_to(date=settled.to.date, start=settled.to.start))

    def _places(self, row: Activity, taken: list[Activity]) -> LeftPlaces:
        """Return where a row may go today, and where next there is time for it."""
        plan, now = self._desk.plan, self._desk.clock.now()
        soonest = next_free(row, now, self._desk.weeks, taken)
        following = soonest
        if self._occasion.onward is not None and self._occasion.onward > now.date():
            onward = dt.datetime.combine(self._occasion.onward, dt.time.min)
            following = next_free(row, onward, self._desk.weeks, taken)
        if not self._occasion.offers_today:
            return LeftPlaces(None, following)
        is_working_day = capacity_of(plan, day_span(now.date()), plan.on(now.date())) > 0
        late = Placement(now.date()) if is_working_day else None
        return LeftPlaces(soonest if soonest.date == now.date() else late, following)

    async def _settle(self, row: Activity, what: What, places: LeftPlaces, reason: Reason | None) -> _Settled | None:
        """Do what was chosen; None where a further question got no answer."""
        match what:
            case "today" | "next":
                to = (places.today if what == "today" else None) or places.following
                return await self._put_off(row, MoveChoice({row.id: to}, reason=reason), asks_why=what == "next")
            case "move":
                choice = await self._ask(self._screen.move_dialog((row,)))
                return None if choice is None else await self._put_off(row, choice)
            case "now":
                return await self._begin(row)
            case "done":
                outcome = await self._ask(self._screen.outcome_dialog(row))
                if outcome is not None:
                    self._screen.finish_as_meant((row,), outcome, self._screen.reach((row,), "this"))
                return None if outcome is None else _Settled()
            case "cancel" | "skip":
                return await (self._call_off(row) if what == "cancel" else self._let_go(row))
        return _Settled()

    async def _put_off(self, row: Activity, choice: MoveChoice, *, asks_why: bool = False) -> _Settled | None:
        again = put_off_again((row,), choice.places)
        if choice.reason is None and (again or (asks_why and self._occasion.asks_why)):
            question = why_again(again) if again else ReasonDialog(_("Why is it moved?"), needed=False)
            why = await self._ask(question)
            if why is None:
                return None
            choice = reasoned(choice, why)
        runs = await self._runs(row, choice)
        if runs is None:
            return None
        self._screen.move_as_meant((row,), choice, self._screen.reach((row,), "this"), runs)
        return _Settled(choice.places[row.id])

    async def _runs(self, row: Activity, choice: MoveChoice) -> Runs | None:
        """Return the playbook runs that go along with the row; None where the question got no answer."""
        runs = anchors_moved((row,), choice.places)
        if not runs or not await self._screen.app.reads(every_step(runs)):  # type: ignore[attr-defined]  # PlannerApp's own
            return {}
        dialog = runs_dialog(self._desk.plan, (row,), runs)
        part = "this" if dialog is None else await self._ask(dialog)
        return None if part is None else runs if part == "all" else {}

    async def _begin(self, row: Activity) -> _Settled | None:
        """Put it here and now, under way."""
        now, at = self._desk.clock.now(), self._desk.clock.stamp()
        to = Placement(now.date(), now.time().replace(second=0, microsecond=0))
        again = put_off_again((row,), {row.id: to})
        why = await self._ask(why_again(again)) if again else ReasonChoice(None)
        if why is None:
            return None

        def begin(plan: Plan) -> Plan:
            moved = life.move(plan, row.id, to, at=at, reason=why.reason, reason_text=why.text)
            return life.start(moved, row.id, now=now, at=at)

        self._change("started", row, begin)
        approach = self._desk.session.approach(row, language())
        if approach and not self._screen.is_hidden:
            await self._ask(ApproachDialog(self._desk.plan, row, approach, leads_on=False))
        return _Settled(to)

    async def _let_go(self, row: Activity) -> _Settled | None:
        why: ReasonChoice | None = ReasonChoice(None)
        if self._occasion.asks_why:
            why = await self._ask(ReasonDialog(_("Why was it not done?"), needed=False))
        if why is None:
            return None
        at = self._desk.clock.stamp()
        self._change(
            "skipped", row, partial(life.skip, identity=row.id, at=at, reason=why.reason, reason_text=why.text)
        )
        return _Settled()

    async def _call_off(self, row: Activity) -> _Settled | None:
        why = await self._ask(ReasonDialog(_("Why is it cancelled?"), needed=True))
        if why is None:
            return None
        edit = partial(
            life.cancel, identity=row.id, at=self._desk.clock.stamp(), reason=why.reason, reason_text=why.text
        )
        self._change("cancelled", row, edit)
        return _Settled()

    def _change(self, key: str, row: Activity, edit: Edit) -> None:
        self._screen.post_message(Change(edit, said(key, (row,))))
