"""The ten pages of the week's review, as lines (chapter 6.3); the screen and the command line show the same."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.fulfilment import Fate
from salgsplan_tui.domain.funnel_rates import Rate
from salgsplan_tui.domain.review import STEPS, ReviewStep, WeekReview
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.case_names import case_state_name
from salgsplan_tui.language.figures import UNKNOWN, figure, money, share
from salgsplan_tui.language.formats import amount_rounded, day_and_month, hours, week_name
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.customer_labels import stage_name
from salgsplan_tui.tui.customer_words import customer_name, days_ago
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.plain_text import flush_right, padded

_NAMES: Final[Mapping[ReviewStep, str]] = {
    ReviewStep.ROWS: N_("Plan and what came of it"),
    ReviewStep.RESULTS: N_("Results of the week"),
    ReviewStep.RATES: N_("Your rates against the plan"),
    ReviewStep.CUSTOMERS: N_("Customers and offers that wait"),
    ReviewStep.SERVICE: N_("Service cases"),
    ReviewStep.COST: N_("What it cost"),
    ReviewStep.LEARNED: N_("What worked, and what to change"),
    ReviewStep.NEEDS: N_("What you need from the leader"),
    ReviewStep.NEXT_WEEK: N_("Next week"),
    ReviewStep.ISSUE: N_("To the leader"),
}
_FATES: Final[Mapping[Fate, str]] = {
    Fate.DONE: N_("done in time"),
    Fate.LATE: N_("done late"),
    Fate.MOVED: N_("moved out"),
    Fate.CANCELLED: N_("called off"),
    Fate.SKIPPED: N_("not done"),
    Fate.OVERDUE: N_("overdue"),
    Fate.OPEN: N_("still ahead"),
    Fate.GONE: N_("removed"),
}
_FIRST: Final = 30
_COLUMN: Final = 12


def step_name(step: ReviewStep) -> str:
    """Return the heading of a step."""
    return _(_NAMES[step])


def step_place(step: ReviewStep) -> str:
    """Return how far in the review it stands, "3 of 10"."""
    return _("{number} of {count}").format(number=STEPS.index(step) + 1, count=len(STEPS))


def page(review: WeekReview, step: ReviewStep, *, hide: bool = False) -> tuple[Line, ...]:
    """Return a step's page from top to bottom; `hide` leaves out names and amounts."""
    return tuple(_PAGES[step](review, hide))


def _rows(review: WeekReview, hide: bool) -> Iterator[Line]:  # noqa: FBT001  # all pages are called alike
    told = review.fulfilment
    rate = share(told.rate.value, 0)
    words = _("{done} of {all} done").format(done=told.rate.part, all=told.rate.whole)
    yield Line((Part(words, "figure"),), (Part(rate, "figure"),))
    for fate, count in told.counts.items():
        if count and fate is not Fate.DONE:
            yield _figure(_(_FATES[fate]), str(count))
    if told.ad_hoc:
        yield _figure(_("came in on the way"), str(len(told.ad_hoc)))
    for reason, count in told.reasons.items():
        name = _("no reason given") if reason is None else labels.reason_name(reason)
        yield _figure(f"  {name}", str(count), "muted")
    yield Line()
    if not review.left:
        yield _muted(_("Nothing is left open. Well done."))
        return
    count = len(review.left)
    yield _heading(ngettext("{count} is still open", "{count} are still open", count).format(count=count))
    yield from (_row(review, each, hide=hide) for each in review.left)


def _row(review: WeekReview, row: Activity, *, hide: bool) -> Line:
    left = f"{labels.place(row)} {labels.sign(review.plan, row)} {labels.title(review.plan, row, hide=hide)}"
    return Line((Part(left),), (Part(labels.moved(row), "muted"),), Target("activity", row.id))


def _results(review: WeekReview, hide: bool) -> Iterator[Line]:  # noqa: FBT001
    told, wanted = review.results, review.wanted
    yield _columns("", _("this week"), _("the goal asks"), "muted")
    steps = (
        (_("calls"), told.attempts, None if wanted is None else wanted.attempts),
        (_("people reached"), told.reached, None if wanted is None else wanted.reached),
        (_("meetings"), told.meetings, None if wanted is None else wanted.meetings),
        (_("offers"), told.offers, None if wanted is None else wanted.offers),
        (_("orders"), told.orders, None if wanted is None else wanted.orders),
    )
    for name, number, asked in steps:
        yield _columns(name, str(number), UNKNOWN if asked is None else str(asked), "text")
    yield Line()
    yield _figure(_("order value"), labels.HIDDEN if hide else amount_rounded(told.order_value))
    yield _figure(_("contribution margin"), labels.HIDDEN if hide else amount_rounded(told.contribution_margin))
    yield _figure(_("worked"), _("{hours} h").format(hours=hours(told.minutes)))
    if told.margin_per_hour is not None and not hide:
        yield _figure(_("margin per hour"), figure(told.margin_per_hour, "kr"))
    if wanted is None:
        yield Line()
        yield _muted(_("No goal of order intake, so nothing is asked of the week."))


def _rates(review: WeekReview, hide: bool) -> Iterator[Line]:  # noqa: FBT001
    if review.rates is None:
        yield _muted(_("No programme runs, so there are no rates to hold yours against."))
        return
    own, planned = review.rates
    yield Line(
        (Part(padded("", _FIRST) + flush_right(_("yours"), _COLUMN) + flush_right(_("planned"), _COLUMN), "muted"),),
        (Part(_("of so many"), "muted"),),
    )
    names: tuple[tuple[str, Rate, Rate], ...] = (
        (_("reached of called"), own.reached, planned.reached),
        (_("meetings of reached"), own.meeting, planned.meeting),
        (_("offers of meetings"), own.offer, planned.offer),
        (_("orders of decided offers"), own.hit, planned.hit),
    )
    for name, mine, plan in names:
        cells = flush_right(share(mine.value, 0), _COLUMN) + flush_right(share(plan.value, 0), _COLUMN)
        yield Line((Part(padded(name, _FIRST)), Part(cells)), (Part(_of(mine), "muted"),))
    average = (money(own.average_order.value), money(planned.average_order.value))
    cells = "".join(flush_right(labels.HIDDEN if hide else each, _COLUMN) for each in average)
    yield Line((Part(padded(_("average order, kr"), _FIRST)), Part(cells)), (Part(_of(own.average_order), "muted"),))
    if own.is_smoothed:
        yield Line()
        yield _muted(_("Few cases so far: your own rates are drawn towards the planned ones."))


def _of(rate: Rate) -> str:
    return f"n = {rate.number}"


def _customers(review: WeekReview, hide: bool) -> Iterator[Line]:  # noqa: FBT001
    waiting = review.without_next_step
    count = len(waiting)
    if waiting:
        words = ngettext("{count} customer without a next step", "{count} customers without a next step", count)
        yield _heading(words.format(count=count))
    else:
        yield _muted(_("Every customer on the way has a next step."))
    for record in waiting:
        stage = record.customer.stage
        right = days_ago(record.days_since(review.last_day))
        left = f" {customer_name(record.customer, hide=hide)} · {stage_name(stage)}"
        yield Line((Part(left),), (Part(right, "muted"),), Target("customer", record.customer.id))
    yield Line()
    offers = review.old_offers
    if not offers:
        yield _muted(_("No offer has been out for more than a week."))
        return
    words = ngettext("{count} offer out for more than a week", "{count} offers out for more than a week", len(offers))
    yield _heading(words.format(count=len(offers)))
    for offer in offers:
        name = _name(review, offer.customer, hide=hide)
        value = labels.HIDDEN if hide else amount_rounded(offer.amount)
        age = days_ago(offer.age(review.last_day))
        yield Line((Part(f" {name} · {value}"),), (Part(age, "muted"),), Target("customer", offer.customer))


def _name(review: WeekReview, identity: str, *, hide: bool) -> str:
    customer = review.plan.customers.get(identity)
    return safe_line(identity) if customer is None else customer_name(customer, hide=hide)


def _service(review: WeekReview, hide: bool) -> Iterator[Line]:  # noqa: FBT001
    closed, count = review.closed_cases, len(review.closed_cases)
    joy = sum(each.end_mood == _JOY for each in closed)
    words = ngettext("{count} case closed this week", "{count} cases closed this week", count).format(count=count)
    happy = (Part(_("{count} with buyer's joy").format(count=joy), "figure"),) if joy else ()
    yield Line((Part(words, "figure"),), happy)
    yield Line()
    if not review.open_cases:
        yield _muted(_("No case is open."))
        return
    yield _heading(_("Open"))
    for case in review.open_cases:
        title = labels.HIDDEN if hide else safe_line(case.title) or _name(review, case.customer, hide=hide)
        right = f"{case_state_name(case.state)} · {days_ago((review.last_day - case.day).days)}"
        yield Line((Part(f" {title}"),), (Part(right, "muted"),))


_JOY: Final = 2


def _cost(review: WeekReview, hide: bool) -> Iterator[Line]:  # noqa: FBT001
    costs = review.costs

    def told(ore: int) -> str:
        return labels.HIDDEN if hide else amount_rounded(ore)

    yield _figure(_("spent this week"), told(costs.actual))
    yield _figure(_("ordered"), told(costs.committed))
    yield _figure(_("still planned this week"), told(costs.planned))
    yield Line()
    if review.budget is None or not review.budget.lines:
        yield _muted(_("No cost budget to hold it against."))
        return
    total = review.budget.total
    left = amount_rounded(total.available)
    yield _figure(_("left of the cost budget"), labels.HIDDEN if hide else left)
    over = [line for line in review.budget.lines if line.id in review.over_budget]
    if not over:
        yield _muted(_("No budget line will cost more than its frame."))
    for line in over:
        beyond = -review.budget.by_line[line.id].variance
        name = safe_line(line.title or line.id)
        words = _("{name}: {amount} more than its frame").format(name=name, amount=told(beyond))
        yield Line((Part(f"! {words}", "warning"),))


def _learned(review: WeekReview, hide: bool) -> Iterator[Line]:  # noqa: FBT001
    notes = review.notes
    for name, text in ((_("What worked"), notes.worked), (_("What to change"), notes.change)):
        yield _heading(name)
        yield Line((Part(f" {labels.HIDDEN if hide and text else safe_line(text) or UNKNOWN}"),))
        yield Line()
    if review.wanted_to_change:
        yield _heading(_("Last week you wanted to change"))
        yield Line((Part(f" {labels.HIDDEN if hide else safe_line(review.wanted_to_change)}"),))
        yield Line()
    yield _muted(_("A line each is enough."))


def _needs(review: WeekReview, hide: bool) -> Iterator[Line]:  # noqa: FBT001
    if not review.needs:
        yield _muted(_("You need nothing from the leader now."))
        return
    for number, need in enumerate(review.needs):
        weeks = need.weeks(review.last_day)
        since = ngettext("{count} week", "{count} weeks", weeks).format(count=weeks) if weeks else _("new")
        text = labels.HIDDEN if hide else safe_line(need.text)
        yield Line((Part(f" {number + 1} {text}"),), (Part(since, "muted"),), Target("need", str(number)))
    yield Line()
    yield _muted(_("They go along in the plan to the leader until they are resolved."))


def _next_week(review: WeekReview, hide: bool) -> Iterator[Line]:  # noqa: FBT001
    week = review.ahead
    yield _heading(_("Must-dos of {week}").format(week=week_name(review.next_week)))
    for number, text in enumerate(week.must_dos, start=1):
        yield Line((Part(f" {number} {labels.HIDDEN if hide else safe_line(text)}"),))
    if not week.must_dos:
        yield _muted(" " + _("none set yet"))
    yield Line()
    planned = _("{hours} h").format(hours=hours(week.planned_minutes))
    capacity = _("{hours} h").format(hours=hours(week.capacity_minutes))
    yield _figure(_("planned"), _("{planned} of {capacity}").format(planned=planned, capacity=capacity))
    for holiday in week.holidays:
        yield _figure(day_and_month(holiday.date), labels.holiday_names((holiday,)), "muted")
    yield Line()
    for row in week.rows:
        yield _row(review, row, hide=hide)
    if not week.rows:
        yield _muted(_("Nothing is planned yet: a new plan begins with whom to contact."))


def _issue(review: WeekReview, hide: bool) -> Iterator[Line]:  # noqa: FBT001
    del hide
    if review.notes.done is not None:
        words = _("This review was finished {date}.").format(date=day_and_month(review.notes.done.date()))
        yield Line((Part(words, "figure"),))
    else:
        yield Line((Part(_("That was the week."), "figure"),))
    yield Line()
    words = _("The plan for {week} lies ready for the leader among the reports: 8, or salgsplan report week {key}")
    yield _muted(words.format(week=week_name(review.next_week), key=review.next_week))
    yield _muted(_("Or on the screen: 8, then . for next week, and m for a mail draft."))


_PAGES: Final[Mapping[ReviewStep, Callable[[WeekReview, bool], Iterator[Line]]]] = {
    ReviewStep.ROWS: _rows,
    ReviewStep.RESULTS: _results,
    ReviewStep.RATES: _rates,
    ReviewStep.CUSTOMERS: _customers,
    ReviewStep.SERVICE: _service,
    ReviewStep.COST: _cost,
    ReviewStep.LEARNED: _learned,
    ReviewStep.NEEDS: _needs,
    ReviewStep.NEXT_WEEK: _next_week,
    ReviewStep.ISSUE: _issue,
}


def _heading(text: str) -> Line:
    return Line((Part(text, "heading"),))


def _muted(text: str) -> Line:
    return Line((Part(text, "muted"),))


def _figure(name: str, value: str, style: str = "text") -> Line:
    return Line((Part(padded(f" {name}", _FIRST), style), Part(flush_right(value, _COLUMN), style)))


def _columns(name: str, one: str, other: str, style: str) -> Line:
    cells = flush_right(one, _COLUMN) + flush_right(other, _COLUMN + 4)
    return Line((Part(padded(f" {name}", _FIRST), style), Part(cells, style)))
