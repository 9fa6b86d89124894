"""The part of the app that changes the plan: it passes changes to the session, and says what was done."""

from collections.abc import Callable

from salgsplan_tui.domain import life
from salgsplan_tui.domain.dates import ONE_DAY
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.playbooks import move_run
from salgsplan_tui.language import _
from salgsplan_tui.session import Step
from salgsplan_tui.tui.change import Change, Push
from salgsplan_tui.tui.reading_app import ReadingApp
from salgsplan_tui.tui.screens import SaysWhatWasDone


class ChangingApp(ReadingApp):
    """An app in which the plan is changed, and changes taken back and made again."""

    async def on_change(self, message: Change) -> None:
        """Apply and save a change; if that fails the person gets back what they typed."""
        before: list[Plan] = []

        def save() -> None:
            if message.need is not None:
                message.need(self._session)
            if message.mentions:
                self._session.need_mentions(message.mentions)
            if message.again:
                self._session.undo()
            before.append(self._session.plan)
            self._session.change(message.edit, message.said)

        if await self._in_session(save):
            if message.select is not None:
                self.main.view.go_to(message.select)
            if message.afterwards is not None:
                message.afterwards(before[0], self._session.plan)
            self._say(Step(message.said, self.desk.clock.stamp()))
        elif message.otherwise is not None:
            message.otherwise()

    async def on_push(self, message: Push) -> None:
        """Push rows; a push right after another takes the place of it."""
        at = self.desk.clock.stamp()

        def push(plan: Plan) -> Plan:
            for identity, origin in message.origins.items():
                start = plan.activity(identity).start
                to = Placement(origin + message.days * ONE_DAY, start)
                plan = life.move(plan, identity, to, at=at, reason=message.reason, reason_text=message.reason_text)
            for run, identity in message.runs.items():
                date = plan.activity(identity).date or message.origins[identity]
                plan = move_run(plan, run, date, at=at, reason=message.reason, reason_text=message.reason_text)
            return plan

        def save() -> None:
            if message.runs:
                self._session.need_mentions(message.runs)
            if message.again:
                self._session.undo()
            if message.days:
                self._session.change(push, message.said)

        if await self._in_session(save):
            self._say(Step(message.said, at))

    async def action_undo(self) -> None:
        """Take the newest change back, from whichever program it came."""
        await self._step(self._session.undo, _("Undone: {what}"))

    async def action_redo(self) -> None:
        """Make the change that was taken back."""
        await self._step(self._session.redo, _("Done again: {what}"))

    async def _step(self, step: Callable[[], Step], words: str) -> None:
        taken: list[Step] = []
        if await self._in_session(lambda: taken.append(step())):
            self._say(taken[0], words)
            await self._count_older()

    def _say(self, step: Step, words: str = "{what}") -> None:
        from salgsplan_tui.language.said import said_in_words  # noqa: PLC0415  # not before the first change

        what = said_in_words(step.said.key, step.said.values)
        # In the status line, not as a toast over the page: that would cost three more layouts before all is painted.
        self.main.view.say(words.format(what=what))
        for dialog in self.screen_stack:
            if isinstance(dialog, SaysWhatWasDone):  # it covers the status line
                dialog.say(words.format(what=what))
