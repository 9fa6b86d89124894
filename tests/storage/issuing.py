"""Issues week plans through a session of its own: one of many such programs at once, and what the killed ones do."""

import datetime as dt
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from salgsplan_tui.domain.issued import ReportIssue
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.reports.issuing import Handed, issue, issue_of
from salgsplan_tui.domain.reports.scope import Scope
from salgsplan_tui.domain.reports.table import needed_days, period_of, report
from salgsplan_tui.session import Session
from tests.folders import NEXT_WEEK, SAID, block, file, opened, ticking
from tests.planning import NOW, STAMP

ISSUED: Final = (
    '# to the leader\nschema = 1\n\n[[issued]]\nid = "w6"\nkind = "week"\nperiod = "2027-W06"\nas_of = 2027-02-08\n'
    'issued = 2027-02-08T08:00:00Z\nsignature = "abc"  # not ours\n'
)
"""A list of issued reports that a person has written in."""
NEXT_MONDAY: Final = dt.date(2027, 2, 22)
"""The first day of a week that nothing has frozen yet."""


def issue_week(session: Session, identity: str = "r9", day: dt.date = NEXT_MONDAY) -> None:
    """Issue the plan of a day's week, which freezes that week: two files at once."""
    key, span = period_of("week", day)
    session.need_report(needed_days("week", span))
    made = report(Scope(session.plan, "week", key, span, NOW))
    remembered = issue_of(Handed(made, b"document", "md", "nb", ("Rune Kvistad",)), identity, STAMP)
    session.change(partial(issue, remembered=remembered, report=made), SAID)


def with_issue(plan: Plan) -> Plan:
    """Remember a report by itself, and so change the list of what was issued alone."""
    made = ReportIssue(id="m2", kind="month", period="2027-02", as_of=STAMP.date(), issued=STAMP)
    return replace(plan, issued={**plan.issued, made.id: made})


def is_frozen(home: Path) -> bool:
    """Say whether the week's plan on disk is frozen."""
    return "[snapshot]" in (home / NEXT_WEEK).read_text("utf-8")


def is_issued(plan: Plan, identity: str = "r9") -> bool:
    """Say whether a report is remembered."""
    return identity in plan.issued


def weeks_to_issue(number: int) -> dict[str, str]:
    """Return the files of so many weeks from the next one on, with a row each."""
    days = [NEXT_MONDAY + dt.timedelta(days=7 * count) for count in range(number)]
    return {
        f"weeks/2027/{period_of('week', day)[0]}.toml": file(block(f"n{count}", date=day.isoformat()))
        for count, day in enumerate(days)
    }


def main() -> None:
    """Issue the plans of so many weeks one after the other."""
    home, name, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    session = opened(home, ticking())
    for count in range(number):
        issue_week(session, f"{name}-{count}", NEXT_MONDAY + dt.timedelta(days=7 * count))


if __name__ == "__main__":
    main()
