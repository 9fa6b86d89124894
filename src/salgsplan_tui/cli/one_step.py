"""What one command changes of plans: each change told in a sentence, all of them one step to undo."""

from collections.abc import Sequence
from functools import reduce

from salgsplan_tui.cli.call import Call
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import _
from salgsplan_tui.session import Edit


class OneStep:
    """The changes so far: worked out as they come, so that all are refused or none, and then made together."""

    def __init__(self, call: Call, title: str = "") -> None:
        """Begin with none; `title` is that of the plan, for a step of several changes."""
        self.call = call
        self.title = title
        self._edits: list[Edit] = []
        self._said: list[Said] = []
        self._notes: list[str] = []

    @property
    def plan(self) -> Plan:
        """The plan as the changes so far leave it."""
        return _all_of(self.call.plan, self._edits)

    def add(self, edit: Edit, said: Said, *notes: str) -> None:
        """Go on with a change; the notes are told beneath its sentence.

        Raises:
            PlannerError: it cannot be made after those before it.
        """
        edit(self.plan)
        self._edits.append(edit)
        self._said.append(said)
        self._notes += [self._told(said), *notes]

    def note(self, words: str) -> None:
        """Tell something beside the changes."""
        self._notes.append(words)

    def make(self) -> Plan:
        """Make the changes, if there are any, say what was done, and return the plan as it is then."""
        edits, plan = tuple(self._edits), self.call.plan
        if edits:
            first, *others = self._said
            said = Said("plan_changed", {"title": self.title, "id": ""}) if others else first
            plan = self.call.change(lambda before: _all_of(before, edits), said)
        for note in self._notes:
            self.call.console.say(note)
        return plan

    def _told(self, said: Said) -> str:
        from salgsplan_tui.language.said import said_in_words  # noqa: PLC0415  # only who changes something

        words = said_in_words(said.key, said.values)
        if self.call.options.dry_run:
            words = _("Nothing is saved, this would be done: {what}").format(what=words)
        return words


def _all_of(plan: Plan, edits: Sequence[Edit]) -> Plan:
    return reduce(lambda now, edit: edit(now), edits, plan)
