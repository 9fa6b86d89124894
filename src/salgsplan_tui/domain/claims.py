"""How long a customer may wait with a claim: help text from dated data, never a rule of the program (chapter 3.7).

Consumers: forbrukerkjøpsloven § 27, within a reasonable time and never less than two months from when the fault was
found (first paragraph), two years from delivery at most, five for what is meant to last much longer (second). Firms:
kjøpsloven § 32, within a reasonable time (1) and two years (2), unless agreed otherwise (§ 3). Work for consumers is
under håndverkertjenesteloven § 22, with years from when it was done, which no field of a case tells: it is only told.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from dateutil.relativedelta import relativedelta

from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.service import ServiceCase

Buyer = Literal["consumer", "business"]

_ASKED: Final = frozenset({"complaint", "claim"})


@dataclass(frozen=True, slots=True)
class ClaimDeadline:
    """What the law says for one sort of buyer, from a day on."""

    id: str
    buyer: Buyer
    valid_from: dt.date
    years: int
    """After delivery a claim comes too late."""
    source: str
    says: Mapping[str, str]
    """By language; it goes on after «reklamasjon»."""
    valid_until: dt.date | None = None
    notice_months: int | None = None
    """A notice so soon after the fault was found is always in time."""
    long_years: int | None = None
    """The years for what is meant to last much longer."""
    besides: Mapping[str, str] = field(default_factory=dict)
    """By language, what another law says of what was done and not sold; a whole sentence."""

    def holds_on(self, day: dt.date) -> bool:
        """Say whether it is the law on a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True)
class ClaimHelp:
    """The deadlines of one case, as far as its days are known."""

    deadline: ClaimDeadline
    notice_until: dt.date | None
    """Until then a notice is always in time."""
    last_day: dt.date | None
    long_last_day: dt.date | None


def claim_help(plan: Plan, case: ServiceCase, deadlines: Iterable[ClaimDeadline]) -> ClaimHelp | None:
    """Return what holds for a complaint or claim; none for a question or praise, or where no rule was the law then."""
    if case.type not in _ASKED:
        return None
    customer = plan.customers.get(case.customer)
    buyer: Buyer = "consumer" if customer is not None and customer.kind == "consumer" else "business"
    day = case.delivered or case.day
    rule = next((each for each in deadlines if each.buyer == buyer and each.holds_on(day)), None)
    if rule is None:
        return None
    found, delivered = case.discovered or case.day, case.delivered
    return ClaimHelp(
        deadline=rule,
        notice_until=None if rule.notice_months is None else found + relativedelta(months=rule.notice_months),
        last_day=None if delivered is None else delivered + relativedelta(years=rule.years),
        long_last_day=None
        if delivered is None or rule.long_years is None
        else delivered + relativedelta(years=rule.long_years),
    )
