"""What the pages of a month's and a quarter's review lead to (chapter 6.4-6.5)."""

from typing import TYPE_CHECKING, Final

from salgsplan_tui.domain.dates import ONE_DAY, bucket_span
from salgsplan_tui.domain.said import Said
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.figures import figure
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.carry_over_actions import CarryOverActions
from salgsplan_tui.tui.change import Change
from salgsplan_tui.tui.views.view import PlannerView

if TYPE_CHECKING:
    from salgsplan_tui.domain.any_review import AnyReview
    from salgsplan_tui.domain.month_review import MonthReview
    from salgsplan_tui.domain.programme import SalesPlan
    from salgsplan_tui.domain.quarter_review import QuarterReview
    from salgsplan_tui.tui.lines import Target

_FOUND: Final = {
    "neither": N_("not in the register"),
    "phone": N_("reserved against telephone"),
    "mail": N_("reserved against addressed mail"),
    "both": N_("reserved against both"),
}
"""What the register of reservations can say of a person."""


class PeriodReviewActions(CarryOverActions):
    """A screen from which the pages of these reviews are acted on."""

    def open_quick_add(self, text: str) -> None:
        """Open the line for a new activity with this text in it."""
        raise NotImplementedError

    def do_in_period(self, what: str, review: "AnyReview", target: "Target | None") -> None:
        """Do what a page leads to; the page stays open below and shows what came of it."""
        from salgsplan_tui.domain.month_review import MonthReview  # noqa: PLC0415  # once a month
        from salgsplan_tui.domain.quarter_review import QuarterReview  # noqa: PLC0415  # once a quarter

        if isinstance(review, MonthReview):
            self._do_in_month(what, review, target)
        elif isinstance(review, QuarterReview):
            self._do_in_quarter(what, review)

    def _do_in_month(self, what: str, review: "MonthReview", target: "Target | None") -> None:
        if what == "month_plan":
            self.open_report("month", review.next_key)
        elif self.is_hidden:
            self.tell("presentation_hides")
        elif what == "move_money":
            self._move_money(review, "" if target is None else target.id)
        elif target is not None and target.kind == "contact":
            {"look_up": self._note_register, "keep": self._keep_person}[what](review, target.id)

    def _do_in_quarter(self, what: str, review: "QuarterReview") -> None:
        programme = review.programme
        if what == "quarter_report":
            self.open_report("quarter", review.key)
        elif what == "open_programme" and review.linked is not None:
            day, show = self.desk.clock.today(), f"show_plan('{review.linked.id}')"
            self.post_message(PlannerView.Wanted(day, "programme", then=show))
        elif self.is_hidden:
            self.tell("presentation_hides")
        elif what == "plan":
            self._promise(review)
        elif what == "close" and programme is not None:
            self._close(review, programme)
        elif what == "follow" and programme is not None:
            from salgsplan_tui.tui.plan_following import Following  # noqa: PLC0415  # once a quarter

            Following(self, programme).ask()

    def open_report(self, kind: str, period: str) -> None:
        """Go to the report of a week, a month or a quarter."""
        self.post_message(PlannerView.Wanted(bucket_span(period).start, "report", then=f"show_kind('{kind}')"))

    # The month

    def _move_money(self, review: "MonthReview", code: str) -> None:
        """Move money from the line under the cursor, or from the first one."""
        from salgsplan_tui.domain.budget import budget_of  # noqa: PLC0415
        from salgsplan_tui.tui.money_moving import MoneyMoving  # noqa: PLC0415

        basis = review.running
        if basis is None or not basis.programme.budget_lines:
            return
        lines = basis.programme.budget_lines
        line = next((each for each in lines if code == f"line:{each.id}"), lines[0])
        available = figure(budget_of(basis).by_line[line.id].available, "kr")
        MoneyMoving(self, basis.programme, line, available).ask()

    def _note_register(self, review: "MonthReview", contact: str) -> None:
        """Ask what the register says of a person; today is noted as the day it was looked into."""
        from salgsplan_tui.domain.customers import Reservation  # noqa: PLC0415
        from salgsplan_tui.domain.register_check import check_register  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choice_list import Choice  # noqa: PLC0415
        from salgsplan_tui.tui.dialogs.choose import ChooseDialog  # noqa: PLC0415

        name = next((each.contact.name for each in review.unchecked if each.contact.id == contact), contact)

        def take(found: str | None) -> None:
            if found is None:
                return
            told = Reservation(
                phone=found in {"phone", "both"}, mail=found in {"mail", "both"}, checked=self.desk.clock.today()
            )
            at = self.desk.clock.stamp()
            words = Said("register_checked", {"title": name})
            self.post_message(Change(lambda plan: check_register(plan, contact, told, at=at), words))

        choices = [Choice(code, _(words)) for code, words in _FOUND.items()]
        detail = _("The program looks nothing up itself; today is noted as the day you did.")
        self.app.push_screen(ChooseDialog(safe_line(name), choices, detail=detail), take)

    def _keep_person(self, review: "MonthReview", contact: str) -> None:
        """Keep a person on; they are looked through again when as long has gone by."""
        from salgsplan_tui.domain.retention import keep_on  # noqa: PLC0415

        name = next((each.contact.name for each in review.overkept if each.contact.id == contact), contact)
        today, at = self.desk.clock.today(), self.desk.clock.stamp()
        words = Said("kept_on", {"title": name})
        self.post_message(Change(lambda plan: keep_on(plan, contact, today, at=at), words))

    # The quarter

    def _close(self, review: "QuarterReview", programme: "SalesPlan") -> None:
        from salgsplan_tui.tui.plan_closing import Closing, Standing  # noqa: PLC0415  # once a quarter

        stands = {each.goal.id: Standing(figure(each.actual, each.goal.unit), each) for each in review.goals}
        Closing(self, programme, stands, self.post_message).ask()

    def _promise(self, review: "QuarterReview") -> None:
        """Open the line for a new activity, on the first working day of the next quarter."""
        from salgsplan_tui.domain.holidays import next_workday  # noqa: PLC0415

        first = next_workday(bucket_span(review.next_key).start - ONE_DAY, review.plan.days_off)
        self.open_quick_add(f"{first.isoformat()} ")
