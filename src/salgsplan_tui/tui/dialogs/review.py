"""A review, page after page: Enter goes on, and what is found is settled on the spot (chapter 6.3-6.5)."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from salgsplan_tui.domain.any_review import AnyReview, Step
from salgsplan_tui.language import N_
from salgsplan_tui.tui.dialogs.box import Box
from salgsplan_tui.tui.lines import Target
from salgsplan_tui.tui.review_keys import is_offered
from salgsplan_tui.tui.review_lines import Shown
from salgsplan_tui.tui.review_pages import page, review_title, step_name, step_place
from salgsplan_tui.tui.screens import PlannerModal
from salgsplan_tui.tui.widgets.hint_bar import HintBar
from salgsplan_tui.tui.widgets.page_lines import PageLines


class ReviewDialog(PlannerModal[int | None]):
    """Shows page after page; the answer is how many steps were gone through."""

    DEFAULT_CSS = """
    ReviewDialog { align: center middle; }
    ReviewDialog Box { width: 100%; max-width: 100; height: 100%; }
    ReviewDialog LineList { height: 1fr; }
    ReviewDialog #said { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    ReviewDialog #place { color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go(1)", N_("go on"), priority=True, id="review.next"),
        Binding("right,space", "go(1)", N_("go on"), show=False, priority=True, id="review.forward"),
        Binding("backspace,left", "go(-1)", N_("back"), show=False, priority=True, id="review.back"),
        Binding("4", "leave_for('funnel')", N_("the funnel"), id="review.funnel"),
        Binding("5", "leave_for('customers')", N_("the customers"), id="review.customers"),
        Binding("6", "leave_for('offers')", N_("the offers"), id="review.offers"),
        Binding("6", "leave_for('budget')", N_("the cost budget"), id="review.budget"),
        Binding("7", "leave_for('cases')", N_("the cases"), id="review.cases"),
        Binding("g", "settle", N_("go through what is open"), priority=True, id="review.settle"),
        Binding("w", "write", N_("write"), id="review.write"),
        Binding("c", "reflect", N_("the four competences, private"), id="review.reflect"),
        Binding("a", "plan", N_("plan something"), id="review.plan"),
        Binding("n", "ask", N_("ask for something"), id="review.ask"),
        Binding("r", "resolve", N_("resolved"), id="review.resolve"),
        Binding("v", "must_dos", N_("must-dos"), id="review.must_dos"),
        Binding("8", "issue", N_("the week plan to the leader"), priority=True, id="review.issue"),
        Binding("m", "move_money", N_("move money"), id="review.move_money"),
        Binding("x", "look_up", N_("note what the register says"), id="review.look_up"),
        Binding("b", "keep", N_("keep on"), id="review.keep"),
        Binding("8", "month_plan", N_("the month plan to the leader"), priority=True, id="review.month_plan"),
        Binding("s", "close", N_("close the programme"), id="review.close"),
        Binding("y", "follow", N_("copy it into the next quarter"), id="review.follow"),
        Binding("o", "open_programme", N_("open the programme"), id="review.open_programme"),
        Binding("8", "quarter_report", N_("the quarterly report"), priority=True, id="review.quarter_report"),
        Binding("u", "app.undo", N_("undo"), show=False, id="review.undo"),
        Binding("U,ctrl+r", "app.redo", N_("redo"), show=False, id="review.redo"),
        Binding("f9,asterisk", "hide", N_("presentation mode"), show=False, id="review.presentation"),
        Binding("R,f6", "other('review')", N_("review of the week"), show=False, id="review.week"),
        Binding("O", "other('month_review')", N_("review of the month"), show=False, id="review.month"),
        Binding("Q", "other('quarter_review')", N_("review of the quarter"), show=False, id="review.quarter"),
        Binding("escape,q", "leave", N_("leave, to go on later"), id="dialog.leave"),
    ]

    class Asked(Message):
        """Something that this page leads to is to be done."""

        def __init__(self, what: str, review: AnyReview, target: Target | None, at: int) -> None:
            """Take the action's name, the review as it stands, what the cursor stands on, and the page's number."""
            super().__init__()
            self.what, self.review, self.target, self.at = what, review, target, at

    def __init__(self, read: Callable[[], AnyReview], *, hide: bool, at: int | None = None) -> None:
        """Take what gives the review as it stands now; it begins where it was left, or at the page `at`."""
        super().__init__()
        self._read, self._hide = read, hide
        self._review = read()
        reached = self._review.notes.reached
        self._at = at if at is not None else reached if reached < len(self._review.steps) else 0
        self._reached = reached

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with Box().entitle(review_title(self._review)):
            yield Static(id="place")
            yield Static(id="said")
            yield PageLines()
            yield HintBar()

    @property
    def step(self) -> Step:
        """The step whose page is shown."""
        step: Step = self._review.steps[self._at]
        return step

    def on_mount(self) -> None:
        """Show the page; it follows what changes in the plan while it is open."""
        self.query_one(PageLines).focus()
        self.watch(self.app.screen_stack[0], "plan", self._look_again, init=False)

    def on_resize(self) -> None:
        """Write the page at the width there is."""
        self.call_after_refresh(self._show)

    def _look_again(self) -> None:
        self._review = self._read()
        self._show()

    def _show(self) -> None:
        self.query_one("#place", Static).update(f"{step_place(self._review, self.step)} · {step_name(self.step)}")
        lines = self.query_one(PageLines)
        lines.lay_out(lambda cells: page(self._review, self.step, Shown(cells, self._hide)))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer on each page what it leads to."""
        return is_offered(self._review, self.step, action, parameters)

    def action_go(self, by: int) -> None:
        """Go on to the next page or back to the one before; after the last the review is done."""
        if by > 0:
            self._reached = max(self._reached, self._at + 1)
        if self._at + by >= len(self._review.steps):
            self._finish()
            return
        self._at = max(0, self._at + by)
        self.query_one("#said", Static).update("")
        self._show()
        lines = self.query_one(PageLines)
        lines.action_edge(-1)
        lines.scroll_home(animate=False)

    def action_leave(self) -> None:
        """Leave it; it goes on from here the next time."""
        self.dismiss(min(self._reached, len(self._review.steps) - 1))

    def _finish(self) -> None:
        self.dismiss(len(self._review.steps))

    def action_other(self, action: str) -> None:
        """Leave it for the review of another stretch of time."""
        self._ask(action)
        self.action_leave()

    def _ask(self, what: str) -> None:
        target = self.query_one(PageLines).target
        self.app.screen_stack[0].post_message(self.Asked(what, self._review, target, self._at))

    def say(self, text: str) -> None:
        """Say what was done or undone, until the page is turned."""
        self.query_one("#said", Static).update(Content.styled(text, "$text-accent"))

    def action_hide(self) -> None:
        """Hide names and amounts, or show them again: here and in what lies below."""
        self._ask("presentation")
        self._hide = not self._hide
        self._show()

    def action_leave_for(self, way: str) -> None:
        """Leave it for the view where one acts; the key of the review leads back to this page."""
        self._ask(way)
        self.action_leave()

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
        self._finish()

    def action_plan(self) -> None:
        """Plan something for next week, or with the customer under the cursor."""
        self._ask("plan")

    def action_move_money(self) -> None:
        """Move money from the budget line under the cursor."""
        self._ask("move_money")

    def action_look_up(self) -> None:
        """Note what the register of reservations says of the person under the cursor."""
        self._ask("look_up")

    def action_keep(self) -> None:
        """Keep the person under the cursor on, to be looked through again later."""
        self._ask("keep")

    def action_month_plan(self) -> None:
        """Finish the review, and go to the month's plan for the leader."""
        self._ask("month_plan")
        self._finish()

    def action_close(self) -> None:
        """Close the quarter's programme: each goal with how it ended, and why."""
        self._ask("close")

    def action_follow(self) -> None:
        """Copy the programme into the next quarter."""
        self._ask("follow")

    def action_open_programme(self) -> None:
        """Leave it, to be gone on with later, and open the programme."""
        self._ask("open_programme")
        self.action_leave()

    def action_quarter_report(self) -> None:
        """Go to the quarterly report; from the last page the review is finished by that."""
        self._ask("quarter_report")
        if self._at == len(self._review.steps) - 1:
            self._finish()
        else:
            self.action_leave()
