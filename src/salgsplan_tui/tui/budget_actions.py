"""What is done to the lines of the cost budget: made, changed, removed, and money moved between them (chapter 6.4)."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from salgsplan_tui.domain import programme_edits
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_parts import SHARED, BudgetLine
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.wage_actions import WageActions

if TYPE_CHECKING:
    from salgsplan_tui.tui.dialogs.record_fields import Meant, RecordField
    from salgsplan_tui.tui.dialogs.record_form import RecordResult

_YES: Final = "yes"


class BudgetActions(WageActions):
    """A money view in which the lines of the cost budget are changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "move_money", N_("move between lines"), id="money.move"),
        Binding("e", "edit_line", N_("edit the line"), id="money.edit"),
        Binding("c", "new_line", N_("new line"), id="money.new_line"),
        Binding("delete,backspace", "remove_line", N_("remove a mistake"), show=False, id="money.remove"),
    ]

    @property
    def line(self) -> BudgetLine | None:
        """The budget line under the cursor."""
        target, plan = self.target, self.sales_plan
        kind, _colon, identity = ("", "", "") if target is None else target.id.partition(":")
        if plan is None or kind != "line":
            return None
        return next((each for each in plan.budget_lines if each.id == identity), None)

    def action_edit_line(self) -> None:
        """Edit the line under the cursor."""
        if self.line is not None and not self.hide:
            self._open_line(self.line, is_new=False)

    def action_new_line(self) -> None:
        """Make a line of the cost budget."""
        if not self.hide and self.sales_plan is not None:
            self._open_line(BudgetLine(id=self.desk.session.new_id()), is_new=True)

    def _open_line(self, line: BudgetLine, *, is_new: bool, texts: dict[str, str] | None = None) -> None:
        from salgsplan_tui.tui.dialogs.form_fields import written_amount  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415

        stands = {
            "title": line.title,
            "amount": written_amount(line.amount),
            "strategy": line.strategy,
            "mileage": _YES if line.mileage else "",
        }
        title = _("New line of the cost budget") if is_new else _("Edit: {title}").format(title=line.title)
        form = RecordForm(title, self._line_fields(), texts or stands)
        self.app.push_screen(form, partial(self._take_line, line, is_new=is_new))

    def _line_fields(self) -> "tuple[RecordField, ...]":
        from salgsplan_tui.tui.dialogs.record_fields import Meant, RecordField  # noqa: PLC0415

        plan = self.sales_plan
        strategies = [] if plan is None else [(each.id, each.title) for each in plan.strategies]

        def named(text: str) -> Meant:
            if not text.strip():
                raise NotUnderstoodError("name_needed")
            return Meant(" ".join(text.split()))

        def kroner(text: str) -> Meant:
            meant = self._reader().amount(text)
            return Meant(meant.value or 0, meant.echo)

        return (
            RecordField("title", N_("Name"), named),
            RecordField("amount", N_("Amount"), kroner),
            RecordField("strategy", N_("Strategy"), Meant, [(SHARED, _("shared by all")), *strategies]),
            RecordField("mileage", N_("Holds the kilometres"), _is_yes, [("", _("no")), (_YES, _("yes"))]),
        )

    def _take_line(self, line: BudgetLine, result: "RecordResult | None", *, is_new: bool) -> None:
        plan = self.sales_plan
        if result is None or not result.saved or plan is None:
            return
        at, fields = self.desk.clock.stamp(), dict(result.values)
        again = partial(self._open_line, line, is_new=is_new, texts=dict(result.texts))
        words = {"title": str(fields["title"])}
        if is_new:
            edit = partial(programme_edits.add_part, identity=plan.id, part=line.changed_to(**fields), at=at)
            self.post_message(Change(edit, Said("added_part", words), otherwise=again, select=line.id))
            return
        changed = {name: value for name, value in fields.items() if value != getattr(line, name)}

        def change(there: Plan) -> Plan:
            return programme_edits.change_part(there, plan.id, BudgetLine, line.id, at=at, **changed)

        if changed:
            self.post_message(Change(change, Said("plan_changed", {"title": plan.title}), otherwise=again))

    def action_remove_line(self) -> None:
        """Take a line out that was made by mistake; one that activities, costs or other plans name stays."""
        plan, line = self.sales_plan, self.line
        if plan is None or line is None or self.hide:
            return
        edit = partial(
            programme_edits.remove_part,
            identity=plan.id,
            kind=BudgetLine,
            part=line.id,
            at=self.desk.clock.stamp(),
        )
        said = Said("removed", {"title": line.title})
        self.post_message(Change(edit, said, need=lambda session: session.need_namers((line.id,))))

    def action_move_money(self) -> None:
        """Move money from the line under the cursor to another; it is written down with its reason."""
        plan, line, page = self.sales_plan, self.line, self.page
        if plan is None or line is None or page is None or self.hide:
            return
        from salgsplan_tui.tui.money_moving import MoneyMoving  # noqa: PLC0415

        available = page.amount(page.known.budget.by_line[line.id].available)
        MoneyMoving(self.main, plan, line, available).ask()


def _is_yes(text: str) -> "Meant":
    from salgsplan_tui.tui.dialogs.record_fields import Meant  # noqa: PLC0415

    return Meant(text == _YES)
