"""The customers: whom to contact, chosen and ordered by keys, and beside the list what is known of each (S15)."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from salgsplan_tui.domain.customer_history import CustomerRecord, customer_records
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.whom_to_call import Suggestion, call_hours, whom_to_call
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.session import Session
from salgsplan_tui.tui.activity_actions import KEYS_OF_ACTIVITIES
from salgsplan_tui.tui.customer_imports import CustomerImports
from salgsplan_tui.tui.customer_page import CustomerRow, CustomersPage, customer_lines, head_line, heads_line
from salgsplan_tui.tui.customer_panel import panel_lines, status_words
from salgsplan_tui.tui.lines import Line, Part, Target

_OF_DAYS: Final = frozenset({"view.previous", "view.next", "view.today"})
"""The keys that turn pages: the customers have no days."""
_OF_THE_DAY: Final = MappingProxyType({"plan.carry_over": "carry_over", "plan.ill": "ill"})
"""The keys for what a day left undone, and for a day of illness, with their actions."""


class CustomersView(CustomerImports):
    """All customers, and what to do with them."""

    code = "customers"
    hint_of_words = N_("words in names, numbers, notes; class:A stage:lead segment:schools days:30 next:none")
    of_the_day = _OF_THE_DAY
    without = frozenset(KEYS_OF_ACTIVITIES) | _OF_DAYS | of_the_day.keys()

    def __init__(self) -> None:
        """Make the page; `set_up` gives it the plan."""
        super().__init__()
        self._known: tuple[Plan, dt.date, Mapping[str, CustomerRecord]] | None = None
        self._shown_page: CustomersPage | None = None
        self._suggested: tuple[Mapping[str, CustomerRecord], tuple[bool, ...], tuple[Suggestion, ...]] | None = None

    def on_mount(self) -> None:
        """Read what is older, behind the list."""
        self.post_message(self.MoreWanted())

    def need(self, session: Session, day: dt.date) -> None:
        """Read what lies ahead and a quarter back; what is older comes in behind."""
        del day
        session.need_contacts()
        self.prepare(session.plan, session.clock.now())

    @property
    def records(self) -> Mapping[str, CustomerRecord]:
        """What is known of every customer; gathered once for each plan and day."""
        return self._records(self.plan, self.now)

    def _records(self, plan: Plan, now: dt.datetime) -> Mapping[str, CustomerRecord]:
        today, known = now.date(), self._known
        if known is None or known[0] is not plan or known[1] != today:
            known = self._known = plan, today, customer_records(plan, now)
        return known[2]

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """Whom to call now."""
        return self._suggestions(self.plan, self.now)

    def _suggestions(self, plan: Plan, now: dt.datetime) -> tuple[Suggestion, ...]:
        """Return whom to call, worked out anew for another plan, another day, or when the hours of a rule pass.

        With two thousand customers it takes four frames, so not each minute.
        """
        records, hours, known = self._records(plan, now), call_hours(plan, now), self._suggested
        if known is None or known[0] is not records or known[1] != hours:
            known = self._suggested = records, hours, whom_to_call(plan, records, now)
        return known[2]

    def prepare(self, plan: Plan, now: dt.datetime) -> None:
        """Gather what is known of everybody, and whom to call; called outside the screen's own thread."""
        self._suggestions(plan, now)

    def watch_now(self, before: dt.datetime, now: dt.datetime) -> None:
        """Draw anew when the day or the hours of a rule pass: nothing else here tells of the time."""
        if self.is_mounted and (before.date() != now.date() or self._has_turned(now)):
            self.show_page()

    def _has_turned(self, now: dt.datetime) -> bool:
        return self._suggested is None or self._suggested[1] != call_hours(self.plan, now)

    @property
    def page(self) -> CustomersPage:
        """What is shown, as a value; who is shown, and in what order, is chosen once."""
        page = CustomersPage(
            records=self.records,
            suggestions=self.suggestions,
            today=self.now.date(),
            wanted=self.wanted,
            order=self.order,
            marked=self.marked,
            hide=self.hide,
        )
        self._shown_page = page if self._shown_page is None else page.like(self._shown_page)
        return self._shown_page

    @property
    def row(self) -> CustomerRow | None:
        """The customer under the cursor."""
        target = self.target
        record = None if target is None else self.records.get(target.id)
        if record is None:
            return None
        found = (each for each in self.suggestions if each.record.customer.id == record.customer.id)
        return CustomerRow(record, next(found, None))

    @property
    def new_words(self) -> str:
        """Begin with a call to those who are marked, or to whom the cursor stands on."""
        names = " ".join(self._written(each) for each in self.chosen)
        return _("call {names}").format(names=names) + " " if names else ""

    def _written(self, row: CustomerRow) -> str:
        contact = row.suggestion.contact if row.suggestion else None
        who = contact or row.record.customer
        return f'@"{who.name}"' if '"' not in who.name and who.name == safe_line(who.name) else f"@{who.id}"

    @property
    def new_people(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Plan with those who are marked, or with whom the cursor stands on."""
        contacts = (row.suggestion.contact for row in self.chosen if row.suggestion)
        return (
            tuple(row.record.customer.id for row in self.chosen),
            tuple(contact.id for contact in contacts if contact is not None),
        )

    def show_page(self) -> None:
        """Draw the list anew; the cursor stays on its customer."""
        if not self.is_mounted:
            return
        page, cells = self.page, self.lines.scrollable_content_region.width
        note = _("reading older weeks …") if self.is_reading else ""
        self._head.show((head_line(page, note),))
        self._heads.show((heads_line(page, cells),))
        self.lines.show(customer_lines(page, cells))
        self.say_status()

    def go_to(self, identity: str) -> None:
        """Stand on a customer, if it is here."""
        self.lines.go_to(Target("customer", identity))

    def say_status(self) -> None:
        """Say why to call whom the cursor stands on."""
        row = self.row
        if self.marked:
            words = _("{count} marked: keys act on all of them").format(count=len(self.marked))
        else:
            words = "" if row is None else status_words(row, hide=self.hide)
        self._status.show((Line((Part(f" {words}"),)),))
        if row is None or not self._panel.display:
            self._panel.show(())
            return
        cells = self._panel.scrollable_content_region.width
        self._panel.show(panel_lines(self.plan, row, self.now.date(), cells, hide=self.hide))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out the keys that turn pages: the customers have no days."""
        del parameters
        return action not in {"step", "today"}
