"""Moving money from one line of the cost budget to another, written down with its reason (chapter 6.4)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from salgsplan_tui.domain.plan_parts import BudgetLine, BudgetMove
from salgsplan_tui.domain.programme import SalesPlan
from salgsplan_tui.domain.programme_life import move_money
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.change import Change

if TYPE_CHECKING:
    from salgsplan_tui.tui.activity_actions import ActivityActions
    from salgsplan_tui.tui.dialogs.record_form import RecordResult


class MoneyMoving:
    """Asks how much goes where and why, and does it."""

    def __init__(self, main: "ActivityActions", plan: SalesPlan, line: BudgetLine, available: str) -> None:
        """Take the screen, the plan, the line it goes from, and what is available on it, in words."""
        self._main, self._plan, self._line, self._available = main, plan, line, available

    def ask(self, texts: Mapping[str, str] | None = None) -> None:
        """Open the form, with what was typed before where it could not be done."""
        from salgsplan_tui.tui.customer_fields import Reader  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_fields import Meant, RecordField  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415

        line, desk = self._line, self._main.desk
        lines = [(each.id, each.title or each.id) for each in self._plan.budget_lines]
        others = [each for each in lines if each[0] != line.id] or lines
        fields = (
            RecordField("amount", N_("Amount"), Reader(desk.read, desk.read_days).amount),
            RecordField("to", N_("To"), Meant, others),
            RecordField("from", N_("From"), Meant, lines),
            RecordField("reason", N_("Reason")),
        )
        stands = {"from": line.id, "to": others[0][0]}
        words = _("Move money: {amount} is available on “{title}”")
        title = words.format(amount=self._available, title=line.title)
        self._main.app.push_screen(RecordForm(title, fields, texts or stands), self._take)

    def _take(self, result: "RecordResult | None") -> None:
        if result is None or not result.saved:
            return
        values, desk = result.values, self._main.desk
        amount = values["amount"] if isinstance(values["amount"], int) else 0
        move = BudgetMove(
            id=desk.session.new_id(),
            on=desk.clock.today(),
            from_=str(values["from"]),
            to=str(values["to"]),
            amount=amount,
            reason=str(values["reason"]) if values["reason"] else None,
        )
        identity, at = self._plan.id, desk.clock.stamp()
        titles = {each.id: each.title for each in self._plan.budget_lines}
        said = Said("moved_money", {"title": titles.get(move.to, move.to), "amount": amount})
        texts = dict(result.texts)
        change = Change(lambda plan: move_money(plan, identity, move, at=at), said, otherwise=lambda: self.ask(texts))
        self._main.post_message(change)
