"""A view of one sales plan on several sheets: a head, the sheet's lines, and a status that says what one stands on."""

from textual.geometry import Size

from salgsplan_tui.tui.chosen_plan import ChosenPlanView
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.widgets.drawn_lines import StillLines
from salgsplan_tui.tui.widgets.line_list import LineList


class SheetsView(ChosenPlanView):
    """A view that is turned from sheet to sheet."""

    def __init__(self) -> None:
        """Make the parts; `set_up` gives the plan."""
        super().__init__()
        self.lines = LineList(id=f"{self.code}-lines")
        """The sheet."""
        self._head = StillLines(self.lines, id=f"{self.code}-head")
        self._status = StillLines(self.lines, id=f"{self.code}-status")
        self._drawn_in = Size(0, 0)
        self._drawn_for: tuple[object, ...] = (None,) * 6
        """What the lines were drawn for; while that is the same they are not drawn again."""

    def on_mount(self) -> None:
        """Draw, follow the cursor, and take the keys."""
        self.show_page()
        self.watch(self.lines, "cursor", self.follow, init=False)
        if self.display:
            self.take_focus()

    def on_resize(self) -> None:
        """Use the room that there is."""
        if self.room != self._drawn_in:
            self.show_page()

    def take_focus(self) -> None:
        """Take the keys."""
        self.screen.set_focus(self.lines)

    @property
    def target(self) -> Target | None:
        """What the cursor stands on."""
        return self.lines.target

    @property
    def first_row(self) -> Target | None:
        """What the cursor stands on at first: not the figure of a heading, to which it comes by going up."""
        return next((line.target for line in self.lines.lines if line.target is not None and not line.rule), None)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines; the cursor stays on its row, and at first stands on the first one."""
        is_first = self.lines.target is None
        self.lines.show(lines)
        if is_first:
            self.stand_on_top()

    def stand_on_top(self) -> None:
        """Stand on the first row of the sheet."""
        self.lines.action_edge(-1)
        if self.first_row is not None:
            self.lines.go_to(self.first_row)

    def follow(self) -> None:
        """Tell of what the cursor stands on."""
        raise NotImplementedError

    def say(self, text: str) -> None:
        """Say what was done, until the cursor moves on."""
        self._status.show((Line((Part(f" {text}", "now"),)),))

    def go_to(self, identity: str) -> None:
        """Stand on the line of what has this id, if it is here: an activity, a part of the plan, an offer, a figure."""
        for line in self.lines.lines:
            if line.target is not None and identity in {line.target.id, line.target.id.rpartition(":")[2]}:
                self.lines.go_to(line.target)
                return
