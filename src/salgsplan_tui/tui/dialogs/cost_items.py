"""The outlays of a row, one by one: made, changed, held against another budget line, taken out (S42-S43).

They belong to the form that opened the list, and are saved with it; so nothing here is asked twice or lost.
"""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from salgsplan_tui.domain.activity import CostItem
from salgsplan_tui.domain.budget_lines import usual_line
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.formats import amount_exact
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.cost_lines import Outlays
from salgsplan_tui.tui.dialogs.form_fields import written_amount
from salgsplan_tui.tui.dialogs.item_words import amount_of
from salgsplan_tui.tui.dialogs.palette import Command
from salgsplan_tui.tui.dialogs.pick import PickDialog
from salgsplan_tui.tui.dialogs.reading import Read
from salgsplan_tui.tui.dialogs.record_fields import Meant, RecordField
from salgsplan_tui.tui.dialogs.record_form import RecordForm, RecordResult
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar
from salgsplan_tui.tui.widgets.line_list import LineList
from salgsplan_tui.tui.widgets.page_lines import PageLines

Costs = tuple[CostItem, ...]

_MINUS: Final = "-−"


class CostItemsDialog(PlannerModal[Costs]):
    """Shows the outlays with their sums; the answer is what became of them, however it is left."""

    DEFAULT_CSS = """
    CostItemsDialog { align: center middle; }
    CostItemsDialog Box { width: 100; }
    CostItemsDialog LineList { height: auto; max-height: 16; }
    CostItemsDialog #about { height: auto; margin-top: 1; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,e", "edit", N_("edit"), id="costs.edit"),
        Binding("a,n", "add", N_("new"), id="costs.add"),
        Binding("delete,backspace", "remove", N_("remove"), id="costs.remove"),
        Binding("u", "undo", N_("undo"), id="costs.undo"),
        Binding("escape,q,ctrl+s", "leave", N_("back to the form"), id="dialog.leave"),
    ]

    def __init__(self, outlays: Outlays, read: Read) -> None:
        """Take the row's outlays in their plan, and how amounts are read."""
        super().__init__()
        self._outlays, self._read, self._costs = outlays, read, outlays.row.costs
        self._before: list[Costs] = []
        self._left: dict[int, Mapping[str, str]] = {}
        """What was typed in a form that was left, by the place of its outlay."""
        self._lines = PageLines()

    def compose(self) -> ComposeResult:
        """Lay out the outlays over what becomes of them."""
        with Box().entitle(_("Costs: {title}").format(title=self._outlays.row.title)):
            yield self._lines
            yield Static(Content(self._about), id="about")
            yield HintBar()

    @property
    def _about(self) -> str:
        budget = self._outlays.budget
        if budget is None or not budget.budget_lines:
            return _("They are saved with the form. No cost budget has lines for them.")
        return _("They are saved with the form, and count in the cost budget of “{title}”.").format(title=budget.title)

    def on_mount(self) -> None:
        """Take the keys."""
        self._lines.focus()

    def on_resize(self) -> None:
        """Write the lines at the width there is."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        self._lines.lay_out(lambda cells: tuple(self._outlays.table(self._costs, cells)))
        self.refresh_bindings()

    @property
    def _place(self) -> int | None:
        """The place of the outlay under the cursor."""
        target = self._lines.target
        return None if target is None else int(target.id)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Edit what was double clicked."""
        message.stop()
        self.action_edit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what there is nothing for."""
        del parameters
        if action == "undo":
            return bool(self._before)
        return bool(self._costs) or action not in {"edit", "remove"}

    def action_edit(self) -> None:
        """Edit the outlay under the cursor."""
        if self._place is not None:
            self._open(self._place, self._costs[self._place])

    def action_add(self) -> None:
        """Ask what a new outlay is for, and then how much; one that was left half written is gone on with."""
        place = len(self._costs)
        if place in self._left:
            self._open(place, CostItem())
            return
        kinds = [Command(code, words) for code, words in self._outlays.kinds]
        self.app.push_screen(PickDialog(kinds, title=_("What is it for?")), partial(self._add, place))

    def _add(self, place: int, kind: str | None) -> None:
        if kind is not None:
            outlays = self._outlays
            line = usual_line(outlays.plan, outlays.row, kind, outlays.today)
            self._open(place, CostItem(kind=kind, line=line))

    def _open(self, place: int, item: CostItem) -> None:
        title = _("New cost") if place == len(self._costs) else self._kind(item)
        form = RecordForm(title, self._fields, self._left.get(place, _texts(item)))
        self.app.push_screen(form, partial(self._take, place, item))

    def _kind(self, item: CostItem) -> str:
        return dict(self._outlays.kinds).get(item.kind, item.kind)

    @property
    def _fields(self) -> tuple[RecordField, ...]:
        return (
            RecordField("kind", N_("Is for"), Meant, self._outlays.kinds),
            RecordField("line", N_("Held against"), self._line, self._outlays.lines),
            RecordField("planned", N_("Planned"), self._amount, opens_group=True),
            RecordField("committed", N_("Ordered"), self._amount),
            RecordField("actual", N_("Spent"), self._signed),
            RecordField("supplier", N_("Supplier"), opens_group=True),
            RecordField("invoice", N_("Invoice")),
        )

    def _line(self, code: str) -> Meant:
        return Meant(code or None, self._outlays.available(code))

    def _amount(self, text: str) -> Meant:
        ore = amount_of(text, self._read) if text.strip() else 0
        return Meant(ore, amount_exact(ore) if text.strip() else "")

    def _signed(self, text: str) -> Meant:
        """Read what was spent; below 0 it is a credit note."""
        plain = text.strip()
        if plain[:1] not in _MINUS or not plain:
            return self._amount(text)
        try:
            ore = -amount_of(plain[1:], self._read)
        except NotUnderstoodError as error:
            error.values["text"] = plain
            raise
        return Meant(ore, amount_exact(ore))

    def _take(self, place: int, item: CostItem, result: RecordResult | None) -> None:
        if result is None or not result.saved:
            self._left |= {} if result is None or result.texts == _texts(item) else {place: result.texts}
            return
        self._left.pop(place, None)
        changed = item.changed_to(**result.values)
        self._become((*self._costs[:place], changed, *self._costs[place + 1 :]))

    def action_remove(self) -> None:
        """Take the outlay under the cursor out."""
        if self._place is not None:
            self._left.clear()
            self._become((*self._costs[: self._place], *self._costs[self._place + 1 :]))

    def action_undo(self) -> None:
        """Take the last change in this list back."""
        self._left.clear()
        self._costs = self._before.pop()
        self._show()

    def _become(self, costs: Costs) -> None:
        if costs != self._costs:
            self._before.append(self._costs)
            self._costs = costs
            self._show()

    def action_leave(self) -> None:
        """Go back to the form with them."""
        self.dismiss(self._costs)


def _texts(item: CostItem) -> dict[str, str]:
    """Return what stands in the fields of an outlay."""
    return {
        "kind": item.kind,
        "line": item.line or "",
        "planned": written_amount(item.planned),
        "committed": written_amount(item.committed),
        "actual": written_amount(item.actual),
        "supplier": item.supplier or "",
        "invoice": item.invoice or "",
    }
