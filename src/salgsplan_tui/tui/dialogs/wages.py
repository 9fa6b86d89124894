"""The wages paid out: looked at, and from here written down, changed or taken out (chapter 4.10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from salgsplan_tui.domain.wages import Wage
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.formats import amount, long_date
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar
from salgsplan_tui.tui.widgets.page_lines import PageLines

WageAction = Literal["add", "edit", "remove", "undo"]


@dataclass(frozen=True)
class WageChoice:
    """What to do, and with which payment."""

    action: WageAction
    wage: str | None = None


class WagesDialog(PlannerModal[WageChoice | None]):
    """Shows the payments; the answer is what to do next."""

    DEFAULT_CSS = """
    WagesDialog { align: center middle; }
    WagesDialog LineList { height: auto; max-height: 14; }
    WagesDialog #where { height: auto; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,n", "choose('add')", N_("new"), id="wages.add"),
        Binding("enter,e", "choose('edit')", N_("edit"), id="wages.edit"),
        Binding("delete,backspace", "choose('remove')", N_("remove"), id="wages.remove"),
        Binding("u", "choose('undo')", N_("undo"), id="wages.undo"),
        Binding("escape,q", "dismiss(None)", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, wages: Sequence[Wage], where: str, *, can_undo: bool) -> None:
        """Take the payments, the file they lie in, and whether there is something to take back."""
        super().__init__()
        self._wages, self._where, self._can_undo = tuple(wages), where, can_undo
        self._lines = PageLines()

    def compose(self) -> ComposeResult:
        """Lay out the payments over where they lie."""
        with Box().entitle(_("Wages paid out")):
            yield self._lines
            words = _("Gross, as paid out. They lie only in {path}, and in no report unless you choose it.")
            yield Static(Content(words.format(path=self._where)), id="where")
            yield HintBar()

    def on_mount(self) -> None:
        """Show them, the newest under the cursor."""
        self._lines.show(tuple(_line(each) for each in self._wages))
        self._lines.action_edge(1)
        self._lines.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what there is nothing for."""
        if action != "choose":
            return True
        return self._can_undo if parameters == ("undo",) else bool(self._wages) or parameters == ("add",)

    def action_choose(self, action: WageAction) -> None:
        """Give back what to do."""
        target = self._lines.target
        self.dismiss(WageChoice(action, None if target is None else target.id))


def _line(wage: Wage) -> Line:
    return Line(
        (Part(f" {long_date(wage.date)}"),), (Part(f"{amount(wage.gross)} ", "figure"),), target=Target("part", wage.id)
    )
