"""Lines to write under one another: Enter goes on, and after the last is done."""

from textual.widgets import Input

from salgsplan_tui.tui.screens import PlannerModal


class LinesToWrite(PlannerModal[tuple[str, ...] | None]):
    """Asks for a few lines; the answer is what stands in them, or None where they are left as they were."""

    def action_go(self, step: int) -> None:
        """Go to another line."""
        lines = list(self.query(Input))
        here = next((number for number, line in enumerate(lines) if line.has_focus), 0)
        lines[min(max(here + step, 0), len(lines) - 1)].focus()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Go on to the next line; after the last, save."""
        if message.input is self.query(Input).last():
            self.action_save()
        else:
            self.action_go(1)

    @property
    def texts(self) -> tuple[str, ...]:
        """What is written, line by line."""
        return tuple(line.value.strip() for line in self.query(Input))

    def action_save(self) -> None:
        """Take what is written."""
        self.dismiss(self.texts)
