"""The desk: what every screen works with - the session, the clock, and the reading of typed words."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from salgsplan_tui.domain.activity import Activity, State
from salgsplan_tui.domain.clock import Clock
from salgsplan_tui.domain.dates import Span
from salgsplan_tui.domain.material import with_usual_material
from salgsplan_tui.domain.placement import Placement
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import language
from salgsplan_tui.session import Session

if TYPE_CHECKING:
    from salgsplan_tui.domain.customer_filter import CustomerFilter
    from salgsplan_tui.domain.goal_line import NewGoal
    from salgsplan_tui.domain.programme import SalesPlan
    from salgsplan_tui.domain.quick_add import Reading
    from salgsplan_tui.domain.search import Search


@dataclass(frozen=True)
class Desk:
    """The session with its clock and the environment the program was started in."""

    session: Session
    environment: Mapping[str, str]

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.session.plan

    @property
    def clock(self) -> Clock:
        """The clock the program was started with."""
        return self.session.clock

    def weeks(self, weeks: Iterable[str]) -> Plan:
        """Return the plan with these weeks read."""
        self.session.need_weeks(weeks)
        return self.session.plan

    def read(self, text: str, *, base: Activity | None = None, day: dt.date | None = None) -> "Reading":
        """Read a line of quick add; without a date or bucket of its own it is planned on the day shown.

        Raises:
            NotUnderstoodError: it cannot be read; tells where.
        """
        reading = self._read(text, base, day)
        if (reading.is_forbidden or reading.has_sale) and not self.plan.orders:
            self.session.need_sales_and_service()  # who has bought lately may be contacted more freely, and buys again
            reading = self._read(text, base, day)
        activity = reading.activity
        if day is None or activity.date is not None or activity.bucket is not None or reading.series is not None:
            return reading
        planned = activity.changed_to(date=day, state=State.PLANNED)
        return replace(reading, activity=with_usual_material(self.plan, planned, self.clock.today()))

    def _read(self, text: str, base: Activity | None, day: dt.date | None) -> "Reading":
        from salgsplan_tui.domain.quick_add import read  # noqa: PLC0415  # 30 ms, and not to look at a day

        return read(
            text,
            plan=self.plan,
            words=self.session.words,
            now=self.clock.now(),
            language=language(),
            new_id=self.session.new_id,
            base=base,
            shown=day,
        )

    def usual_approach(self, channel: str, kind: str) -> str:
        """Return how activities of a type are usually gone about, in the language spoken."""
        return self.session.usual_approach(channel, kind, language())

    def with_sales(self, customer: str) -> Plan:
        """Return the plan with all offers and orders read, the product groups, and what was done with a customer."""
        self.session.need_sales_plans()
        self.session.need_mentions((customer,))  # reads the offers and orders too
        return self.plan

    def with_programme(self, sales_plan: "SalesPlan") -> Plan:
        """Return the plan with all read that the figures of a programme are counted from."""
        self.session.need_programme(sales_plan.span)
        return self.plan

    def read_query(self, text: str) -> "Search":
        """Read what is typed into the search.

        Raises:
            NotUnderstoodError: a filter means nothing; tells where.
        """
        from salgsplan_tui.domain.query import QueryReader  # noqa: PLC0415  # not to look at a day

        return QueryReader(self.session.query_words, self.plan.channels, self.read_days).read(text)

    def read_customer_filter(self, text: str) -> "CustomerFilter":
        """Read what is typed to choose among the customers.

        Raises:
            NotUnderstoodError: a filter means nothing; tells where.
        """
        from salgsplan_tui.domain.customer_query import CustomerQueryReader  # noqa: PLC0415  # as above

        return CustomerQueryReader(self.session.query_words).read(text)

    def read_days(self, text: str) -> Span:
        """Read words for days to look at, which may have passed.

        Raises:
            NotUnderstoodError: they mean none; tells where.
        """
        from salgsplan_tui.domain.quick_add.looking import span_meant  # noqa: PLC0415  # as above

        return span_meant(text, words=self.session.words, now=self.clock.now(), language=language())

    def read_goal(self, text: str) -> "NewGoal":
        """Read what a line says of a goal."""
        from salgsplan_tui.domain.goal_line import read_goal  # noqa: PLC0415  # not to look at a day

        return read_goal(text, words=self.session.words, read_when=self.read_when)

    def read_when(self, text: str, base: Activity | None = None) -> Placement:
        """Read words for a place in time.

        Raises:
            NotUnderstoodError: they cannot be read; tells where.
        """
        from salgsplan_tui.domain.quick_add import read_when  # noqa: PLC0415  # as above

        return read_when(
            text,
            words=self.session.words,
            now=self.clock.now(),
            language=language(),
            base=base,
            days_off=self.plan.days_off,
        )
