"""What each column of a table means: chosen heading by heading, with the first people shown as they would come in."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import clip, safe_line
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.choice_list import Choice, ChoiceList
from salgsplan_tui.tui.dialogs.choose import ChooseDialog
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar

FIELD_NAMES: Final = {
    "name": N_("the person's whole name"),
    "first": N_("first name"),
    "middle": N_("middle name"),
    "last": N_("last name"),
    "firm": N_("the firm"),
    "role": N_("role"),
    "email": N_("e-mail"),
    "phone": N_("telephone"),
    "org_number": N_("organisation number"),
    "notes": N_("notes"),
    "skip": N_("left out"),
}
"""What a column can mean, in words."""
_SAMPLE: Final = 24

Columns = Mapping[str, str]
"""The field of each heading that somebody has said the meaning of."""


class ImportColumns(PlannerModal[Columns | None]):
    """Lists the headings; the answer is what they mean, or None where it was left."""

    DEFAULT_CSS = """
    ImportColumns { align: center middle; }
    ImportColumns Box { width: 100%; max-width: 100; max-height: 100%; }
    ImportColumns ChoiceList { max-height: 60vh; }
    ImportColumns Static { height: auto; margin-top: 1; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "take", N_("use these"), id="columns.take"),
        Binding("escape", "dismiss(None)", N_("close"), id="dialog.leave"),
    ]

    def __init__(
        self,
        headings: Sequence[str],
        samples: Mapping[str, str],
        meanings: Columns,
        preview: Callable[[Columns], Sequence[str]],
    ) -> None:
        """Take the headings, what stands under each, what they are taken for, and what shows people as they come in."""
        super().__init__()
        self._headings = [each for each in headings if each.strip()]
        self._samples, self._preview = samples, preview
        self._meanings = dict(meanings)
        self._chosen: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Lay out the headings above the people."""
        with Box().entitle(_("What does each column mean?")):
            yield ChoiceList(self._choices())
            yield Static(id="people")
            yield HintBar()

    def on_mount(self) -> None:
        """Show whom it comes to."""
        self._show_people()

    def _choices(self) -> list[Choice[str]]:
        return [Choice(each, clip(safe_line(each), _SAMPLE), detail=self._detail(each)) for each in self._headings]

    def _detail(self, heading: str) -> str:
        field = self._chosen.get(heading) or self._meanings.get(heading) or "notes"
        sample = clip(safe_line(self._samples.get(heading, "")), _SAMPLE)
        return f"→ {_(FIELD_NAMES[field])}" + (f" · {sample}" if sample else "")

    def on_choice_list_picked(self, message: ChoiceList.Picked[str]) -> None:
        """Ask what the heading means."""
        heading = message.value
        choices = [Choice(field, _(name)) for field, name in FIELD_NAMES.items()]
        question = _("What does “{column}” mean?").format(column=safe_line(heading))
        self.app.push_screen(ChooseDialog(question, choices), lambda field: self._mean(heading, field))

    def _mean(self, heading: str, field: str | None) -> None:
        if field is None:
            return
        self._chosen[heading] = field
        self.query_one(ChoiceList).show(self._choices())
        self._show_people()

    def _show_people(self) -> None:
        lines = [safe_line(line) for line in self._preview(self._chosen)]
        self.query_one("#people", Static).update(Content("\n".join(lines)))

    def action_take(self) -> None:
        """Give back what was chosen."""
        self.dismiss(dict(self._chosen))
