"""The activities that keys act on: the selected ones, or the one that was opened."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.tui.change import Change, over, said
from salgsplan_tui.tui.desk import Desk
from salgsplan_tui.tui.form_actions import FormActions


class SelectedRows(FormActions):
    """A screen on which activities are selected."""

    desk: Desk
    acting_on: tuple[str, ...] | None = None
    """The rows that were opened, while something is done to them; the selected ones where None were."""

    @property
    def is_hidden(self) -> bool:
        """Say whether names and amounts are hidden."""
        raise NotImplementedError

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids the keys act on."""
        raise NotImplementedError

    @property
    def rows(self) -> tuple[Activity, ...]:
        """The activities the keys act on, as they are now."""
        ids = self.selected if self.acting_on is None else self.acting_on
        return tuple(self.desk.plan.activity(each) for each in ids)

    def request(self, key: str, step: Callable[[Plan, str], Plan], **values: str) -> None:
        """Ask for one step on every selected row: one change, one undo."""
        rows = self.rows
        if rows:
            self.post_message(Change(over(tuple(row.id for row in rows), step), said(key, rows, **values)))

    @property
    def at(self) -> dt.datetime:
        """The moment that a change is stamped with."""
        return self.desk.clock.stamp()

    def ask_then(self, rows: tuple[Activity, ...], then: "Callable[..., None]", choice: object) -> None:
        """Go on with what was chosen, and how much of a series is meant by it."""
        if choice is not None:
            self.ask_part(rows, partial(then, rows, choice))

    def tell_settled(self) -> None:
        """Say that the row is done, cancelled or skipped already."""
        if self.rows:
            self.tell("already_settled", id=self.rows[0].id, state=self.rows[0].state.value)

    def tell(self, key: str, **values: object) -> None:
        """Say a sentence in a toast."""
        from salgsplan_tui.language.messages import sentence  # noqa: PLC0415

        self.app.notify(sentence(key, values), severity="warning", markup=False)
