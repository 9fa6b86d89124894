"""The week's review: ten pages, Enter goes on, and what is found is settled on the spot (chapter 6.3)."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from salgsplan_tui.domain.review import STEPS, ReviewStep, WeekReview
from salgsplan_tui.language import N_
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.review_lines import Shown
from salgsplan_tui.tui.review_pages import page, review_title, step_name, step_place
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar
from salgsplan_tui.tui.widgets.line_list import LineList

_ONLY_ON: Final[Mapping[str, frozenset[ReviewStep]]] = {
    "settle": frozenset({ReviewStep.ROWS}),
    "write": frozenset({ReviewStep.LEARNED}),
    "reflect": frozenset({ReviewStep.LEARNED}),
    "ask": frozenset({ReviewStep.NEEDS}),
    "resolve": frozenset({ReviewStep.NEEDS}),
    "must_dos": frozenset({ReviewStep.NEXT_WEEK}),
    "issue": frozenset({ReviewStep.ISSUE}),
    "plan": frozenset({ReviewStep.CUSTOMERS, ReviewStep.NEXT_WEEK}),
}
"""The keys that mean something on some pages only."""


class ReviewDialog(PlannerModal[int | None]):
    """Shows page after page; the answer is how many steps were gone through, `DONE` where all were."""

    DEFAULT_CSS = """
    ReviewDialog { align: center middle; }
    ReviewDialog Box { width: 100%; max-width: 100; height: 100%; }
    ReviewDialog LineList { height: 1fr; }
    ReviewDialog #place { color: $text-muted; margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go(1)", N_("go on"), priority=True, id="review.next"),
        Binding("right,space", "go(1)", N_("go on"), show=False, priority=True, id="review.forward"),
        Binding("backspace,left", "go(-1)", N_("back"), show=False, priority=True, id="review.back"),
        Binding("g", "settle", N_("go through what is open"), priority=True, id="review.settle"),
        Binding("w", "write", N_("write"), id="review.write"),
        Binding("c", "reflect", N_("the four competences, private"), id="review.reflect"),
        Binding("a", "plan", N_("plan something"), id="review.plan"),
        Binding("n", "ask", N_("ask for something"), id="review.ask"),
        Binding("r", "resolve", N_("resolved"), id="review.resolve"),
        Binding("v", "must_dos", N_("must-dos"), id="review.must_dos"),
        Binding("8", "issue", N_("the week plan to the leader"), priority=True, id="review.issue"),
        Binding("escape,q", "leave", N_("leave, to go on later"), id="dialog.leave"),
    ]

    class Asked(Message):
        """Something that this page leads to is to be done."""

        def __init__(self, what: str, review: WeekReview, target: Target | None) -> None:
            """Take the action's name, the review as it stands, and what the cursor stands on."""
            super().__init__()
            self.what, self.review, self.target = what, review, target

    def __init__(self, read: Callable[[], WeekReview], *, hide: bool) -> None:
        """Take what gives the review as it stands now; it begins where it was left."""
        super().__init__()
        self._read, self._hide = read, hide
        self._review = read()
        reached = self._review.notes.reached
        self._at = reached if reached < len(STEPS) else 0
        self._reached = reached

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with Box().entitle(review_title(self._review)):
            yield Static(id="place")
            yield LineList()
            yield HintBar()

    @property
    def step(self) -> ReviewStep:
        """The step whose page is shown."""
        return STEPS[self._at]

    def on_mount(self) -> None:
        """Show the page; it follows what changes in the plan while it is open."""
        self.query_one(LineList).focus()
        self.watch(self.app.screen_stack[0], "plan", self._look_again, init=False)

    def on_resize(self) -> None:
        """Write the page at the width there is."""
        self.call_after_refresh(self._show)

    def _look_again(self) -> None:
        self._review = self._read()
        self._show()

    def _show(self) -> None:
        self.query_one("#place", Static).update(f"{step_place(self.step)} · {step_name(self.step)}")
        lines = self.query_one(LineList)
        shown = Shown(lines.scrollable_content_region.width, self._hide)
        lines.show(page(self._review, self.step, shown))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer on each page what it leads to."""
        del parameters
        match action:
            case "settle":
                return self.step is ReviewStep.ROWS and bool(self._review.left)
            case "resolve":
                return self.step is ReviewStep.NEEDS and bool(self._review.needs)
        return self.step in _ONLY_ON.get(action, frozenset(STEPS))

    def action_go(self, by: int) -> None:
        """Go on to the next page or back to the one before; after the last the review is done."""
        if by > 0:
            self._reached = max(self._reached, self._at + 1)
        if self._at + by >= len(STEPS):
            self.dismiss(len(STEPS))
            return
        self._at = max(0, self._at + by)
        self.query_one(LineList).scroll_home(animate=False)
        self._show()

    def action_leave(self) -> None:
        """Leave it; it goes on from here the next time."""
        self.dismiss(min(self._reached, len(STEPS) - 1))

    def _ask(self, what: str) -> None:
        self.app.screen_stack[0].post_message(self.Asked(what, self._review, self.query_one(LineList).target))

    def action_settle(self) -> None:
        """Go through what is still open, a key each."""
        self._ask("settle")

    def action_write(self) -> None:
        """Write what worked and what to change."""
        self._ask("write")

    def action_reflect(self) -> None:
        """Look back on oneself: 1 to 5 in each of the four competences (S6)."""
        self._ask("reflect")

    def action_ask(self) -> None:
        """Ask the leader for something."""
        self._ask("ask")

    def action_resolve(self) -> None:
        """Note that the need under the cursor is met."""
        self._ask("resolve")

    def action_must_dos(self) -> None:
        """Set next week's three most important things."""
        self._ask("must_dos")

    def action_issue(self) -> None:
        """Finish the review, and go to next week's plan for the leader."""
        self._ask("issue")
        self.dismiss(len(STEPS))

    def action_plan(self) -> None:
        """Plan something for next week, or with the customer under the cursor."""
        self._ask("plan")
