"""What stops because somebody wants no more contact: rows that were cancelled, and rows that go on without them."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.objecting import Stopped
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.formats import bucket
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.details_lines import Field, as_text
from salgsplan_tui.tui.dialogs.scrolled import ScrolledDialog
from salgsplan_tui.tui.widgets.hint_bar import HintBar


def stopped_fields(plan: Plan, stopped: Stopped) -> Iterator[Field]:
    """Yield the rows, each with when and what."""
    label = _("Cancelled")
    for row in stopped.cancelled:
        yield Field(label, _words(plan, row))
        label = ""
    label = _("Without them")
    for row in stopped.continued:
        yield Field(label, _words(plan, row))
        label = ""


def _words(plan: Plan, row: Activity) -> str:
    when = labels.when(row) or (bucket(row.bucket) if row.bucket else "")
    words = " ".join(part for part in (when, labels.sign(plan, row), safe_line(row.title)) if part)
    if row.id in plan.series:
        return _("{what} · the whole series").format(what=words)
    series = plan.series.get(row.series or "")
    ends = row.state is State.CANCELLED and series is not None and series.until == row.occurrence
    return _("{what} · and the rest of the series").format(what=words) if ends else words


class StoppedDialog(ScrolledDialog[Literal["undo"] | None]):
    """Lists them; from here all of it can be undone at once."""

    CSS_PATH = "stopped.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "dismiss('undo')", N_("undo"), id="stopped.undo"),
        Binding("escape,enter,q", "dismiss(None)", N_("close"), id="dialog.leave"),
    ]

    def __init__(self, plan: Plan, stopped: Stopped) -> None:
        """Take what stopped, and the plan it stands in now."""
        super().__init__()
        self._fields = tuple(stopped_fields(plan, stopped))
        self._count = len(stopped.cancelled)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Box().entitle(self._title()):
            with VerticalScroll():
                yield Static(id="rows")
            yield HintBar()

    def _title(self) -> str:
        if not self._count:
            return _("Does not want contact")
        cancelled = ngettext(
            "Does not want contact: {count} activity is cancelled",
            "Does not want contact: {count} activities are cancelled",
            self._count,
        )
        return cancelled.format(count=self._count)

    def fill(self) -> None:
        """Lay the text out."""
        self.query_one("#rows", Static).update(as_text(self._fields, self.cells))
