"""The reviews of a week, a month and a quarter: opened, gone on with, and what the week's pages lead to (6.3)."""

from functools import partial
from typing import TYPE_CHECKING

from salgsplan_tui.domain import need_edits
from salgsplan_tui.domain.reflection import Reflection
from salgsplan_tui.domain.reflection_edits import reflect, reflection_of_week
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import bucket, week_name
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.files_wanted import FilesWanted
from salgsplan_tui.tui.period_review_actions import PeriodReviewActions
from salgsplan_tui.tui.views.view import PlannerView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from salgsplan_tui.domain.any_review import AnyReview
    from salgsplan_tui.domain.review import WeekReview
    from salgsplan_tui.tui.dialogs.record_form import RecordResult
    from salgsplan_tui.tui.dialogs.review import ReviewDialog
    from salgsplan_tui.tui.lines import Target


class ReviewActions(PeriodReviewActions):
    """A screen from which the week, the month and the quarter are looked back on."""

    def __init__(self) -> None:
        """Remember at which page a review was left for a view, to come back there."""
        super().__init__()
        self._left_for_a_view: dict[str, int] = {}

    def action_review(self) -> None:
        """Open the review that is due: this week's, or on Monday and Tuesday still that of the week before."""
        from salgsplan_tui.domain.review import week_to_review  # noqa: PLC0415  # on Fridays

        self.want_review(week_to_review(self.desk.clock.today()))

    def action_month_review(self) -> None:
        """Open the review of the month before."""
        from salgsplan_tui.domain.period_review import month_to_review  # noqa: PLC0415  # once a month

        self.want_review(month_to_review(self.desk.clock.today()))

    def action_quarter_review(self) -> None:
        """Open the review of the quarter: in its last month of the current one, else of the one before."""
        from salgsplan_tui.domain.period_review import quarter_to_review  # noqa: PLC0415  # once a quarter

        self.want_review(quarter_to_review(self.desk.clock.today()))

    def want_review(self, period: str) -> None:
        """Have read what a review looks at, and open it: of "2027-W07", "2027-02" or "2027-Q1"."""
        self.post_message(FilesWanted(lambda session: session.need_review(period), partial(self._open_review, period)))

    def _open_review(self, period: str) -> None:
        """Show the review over what was read; it begins where it was left."""
        from salgsplan_tui.domain.any_review import review_of  # noqa: PLC0415  # on Fridays
        from salgsplan_tui.tui.dialogs.review import ReviewDialog  # noqa: PLC0415

        def read() -> "AnyReview":
            return review_of(self.desk.plan, period, self.desk.clock.now())

        at = self._left_for_a_view.pop(period, None)
        self.app.push_screen(ReviewDialog(read, hide=self.is_hidden, at=at), partial(self._end_review, read))

    def _end_review(self, read: "Callable[[], AnyReview]", reached: int | None) -> None:
        review = read()
        before, steps = review.notes, len(review.steps)
        if reached is None or (before.reached == reached and (before.done is None) == (reached < steps)):
            return
        if reached == steps:
            finished = self.desk.clock.now().replace(second=0, microsecond=0)
            self._note(review.key, "reviewed", reached=reached, done=finished)
        elif before.done is None:
            self._note(review.key, "review_left", reached=reached)

    def _note(self, period: str, key: str, **fields: object) -> None:
        from salgsplan_tui.domain.any_review import note_review  # noqa: PLC0415  # on Fridays

        words = Said(key, {"title": bucket(period), "to": period})
        self.post_message(Change(lambda plan: note_review(plan, period, **fields), words))

    def on_review_dialog_asked(self, message: "ReviewDialog.Asked") -> None:
        """Do what a page leads to; the page stays open below and shows what came of it."""
        from salgsplan_tui.domain.review import WeekReview  # noqa: PLC0415  # on Fridays
        from salgsplan_tui.tui.review_ways import WAYS, action_on  # noqa: PLC0415  # on Fridays

        review, target = message.review, message.target
        match message.what:
            case "review" | "month_review" | "quarter_review" as action:
                getattr(self, f"action_{action}")()
            case "presentation":
                self.action_presentation()
            case "ask":
                self._ask_leader()
            case what if what in WAYS:
                self._left_for_a_view[review.key] = message.at
                way, today = WAYS[what], self.desk.clock.today()
                self.post_message(PlannerView.Wanted(today, way.view, then=action_on(way, target)))
            case what if isinstance(review, WeekReview):
                self._do_in_week(what, review, target)
            case what:
                self.do_in_period(what, review, target)

    def _do_in_week(self, what: str, review: "WeekReview", target: "Target | None") -> None:
        from salgsplan_tui.tui.going_through import Occasion  # noqa: PLC0415  # on Fridays

        match what:
            case "settle":
                self.go_through(
                    (*review.left, *review.left_before), occasion=Occasion(onward=review.span.end, asks_why=True)
                )
            case "write":
                self._write(review)
            case "reflect" if self.is_hidden:
                self.tell("presentation_hides")
            case "reflect":
                self._reflect(review)
            case "resolve" if target is not None:
                need = review.needs[int(target.id)]
                edit = partial(need_edits.resolve_need, need=need, day=self.desk.clock.today())
                self.post_message(Change(edit, Said("need_resolved", {"title": need.text})))
            case "must_dos":
                self.ask_must_dos(review.next_week)
            case "issue":
                self.open_report("week", review.next_week)
            case "plan":
                self._plan(review, None if target is None else target.id)

    def action_presentation(self) -> None:
        """Hide names and amounts, or show them again."""
        raise NotImplementedError

    def ask_must_dos(self, week: str) -> None:
        """Ask for a week's three most important things."""
        raise NotImplementedError

    def _write(self, review: "WeekReview") -> None:
        from salgsplan_tui.tui.dialogs.two_lines import TwoLinesDialog  # noqa: PLC0415
        from salgsplan_tui.tui.review_pages import review_title  # noqa: PLC0415

        notes = review.notes
        title = review_title(review)
        fields = ((_("What worked"), notes.worked), (_("What to change"), notes.change))
        self.app.push_screen(TwoLinesDialog(title, fields), partial(self._take_notes, review.week))

    def _take_notes(self, week: str, texts: tuple[str, ...] | None) -> None:
        if texts is not None:
            worked, change = texts
            self._note(week, "review_noted", worked=worked, change=change)

    def _reflect(self, review: "WeekReview", texts: "Mapping[str, str] | None" = None) -> None:
        """Ask how the seller coped in the week, for themselves alone (S6)."""
        from salgsplan_tui.tui.case_fields import reflection_fields, reflection_texts  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.record_form import RecordForm  # noqa: PLC0415

        self.desk.session.need_reflections()
        before = reflection_of_week(self.desk.plan, review.span)
        form = RecordForm(_("Own look back: only you see it"), reflection_fields(), texts or reflection_texts(before))
        self.app.push_screen(form, partial(self._take_reflection, review, before))

    def _take_reflection(
        self, review: "WeekReview", before: "Reflection | None", result: "RecordResult | None"
    ) -> None:
        if result is None or not result.saved:
            return
        told = before or Reflection(id=self.desk.session.new_id(), date=review.last_day)
        made = told.changed_to(**{**result.values, "date": review.last_day})
        again = partial(self._reflect, review, dict(result.texts))
        words = Said("reflected", {"title": week_name(review.week)})
        edit = partial(reflect, reflection=made, at=self.desk.clock.stamp())
        self.post_message(Change(edit, words, otherwise=again))

    def _ask_leader(self) -> None:
        from salgsplan_tui.tui.dialogs.ask_words import AskWordsDialog  # noqa: PLC0415

        detail = _("Help, a decision, an obstacle to be taken away. It goes along in the plans until it is resolved.")
        self.app.push_screen(AskWordsDialog(_("What do you need from the leader?"), detail=detail), self._take_need)

    def _take_need(self, text: str | None) -> None:
        if text is not None:
            edit = partial(need_edits.add_need, text=text, day=self.desk.clock.today())
            self.post_message(Change(edit, Said("need_added", {"title": text})))

    def _plan(self, review: "WeekReview", identity: str | None) -> None:
        customer = None if identity is None else review.plan.customers.get(identity)
        who = "" if customer is None else f" @{customer.id} "
        self.open_quick_add(f"{_('call')}{who}" if who else f"{review.next_week} ")
