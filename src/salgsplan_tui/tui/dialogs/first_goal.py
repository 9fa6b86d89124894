"""Where are you going? The first goal in one line, checked for number, unit and deadline (S1, S23)."""

from fractions import Fraction
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from salgsplan_tui.domain.goal_line import NewGoal
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.formats import long_date, number
from salgsplan_tui.language.safe import safe_line, width
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.dialogs.place_text import day_words
from salgsplan_tui.tui.dialogs.reading import ReadGoal
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar


class FirstGoalDialog(PlannerModal[NewGoal | None]):
    """Asks for one goal; a vision is told apart from it, and nothing is demanded."""

    CSS_PATH = "first_goal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("set the goal"), priority=True, id="goal.take"),
        Binding("escape", "leave", N_("skip it"), id="dialog.leave"),
    ]

    def __init__(self, read_goal: ReadGoal) -> None:
        """Take how to read a goal."""
        super().__init__()
        self._read_goal = read_goal

    def compose(self) -> ComposeResult:
        """Lay out the question, the line and what it says."""
        with Box().entitle(_("Where are you going?")):
            yield Static(_("One goal for the time ahead: how many, of what, by when?"), id="question")
            yield Input(placeholder=_("8 orders by 31.3"), compact=True)
            yield Static(id="echo")
            yield HintBar()

    def on_mount(self) -> None:
        """Show what a goal needs."""
        self._show(NewGoal(""))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Say what the line says."""
        self._show(self._read_goal(message.value))

    def _show(self, goal: NewGoal) -> None:
        self.query_one("#echo", Static).update(goal_echo(goal))

    def action_take(self) -> None:
        """Take the goal; an empty line skips it."""
        goal = self._read_goal(self.query_one(Input).value)
        if goal.weekday_says is not None:
            self.app.bell()  # the line under it says why
            return
        self.dismiss(goal if goal.title else None)

    def action_leave(self) -> None:
        """Go on without a goal."""
        self.dismiss(None)


def goal_echo(goal: NewGoal) -> Content:
    """Return what a goal has and what it lacks; one that lacks something is a vision so far."""
    figure = "" if goal.target is None else number(Fraction(goal.target, 100), 2 if goal.target % 100 else 0)
    parts = (
        (_("number"), figure),
        (_("unit"), goal.counted),
        (_("deadline"), day_words(goal.deadline) if goal.deadline else ""),
    )
    column = max(width(label) for label, _told in parts)
    lines = [
        Content.assemble(
            ("✓ " if told else "○ ", "$text-success" if told else "$text-warning"),
            label.ljust(column + 2),
            (safe_line(told), "bold"),
        )
        for label, told in parts
    ]
    if goal.weekday_says is not None and goal.deadline is not None:
        words = _("The weekday says {date}, but the date is {other}.")
        told = words.format(date=long_date(goal.weekday_says), other=long_date(goal.deadline))
        lines.append(Content.styled(f"✗ {told}", "$text-error"))
    if goal.title and not goal.is_concrete:
        vision = _("So far it is a vision: it does not say how far, or by when. You can set it all the same.")
        lines.append(Content.styled(vision, "$text-warning"))
    return Content("\n").join(lines)
