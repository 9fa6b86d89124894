"""What waits when a week is over, on the pages of its review: customers, cases, notes, needs, the next week (6.3)."""

from collections.abc import Iterator
from typing import Final

from salgsplan_tui.domain.dates import bucket_kind
from salgsplan_tui.domain.period_review import due_reviews
from salgsplan_tui.domain.review import WeekReview
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.language.case_names import case_state_name
from salgsplan_tui.language.figures import UNKNOWN
from salgsplan_tui.language.formats import amount_rounded, day_and_month, hours, week_name
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.customer_labels import stage_name
from salgsplan_tui.tui.customer_words import customer_name, days_ago
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.review_lines import Shown, figure_line, heading, muted, row_line
from salgsplan_tui.tui.review_offer import period_title


def customers_page(review: WeekReview, shown: Shown) -> Iterator[Line]:
    """Yield the customers with whom nothing is planned, and the offers that wait."""
    waiting = review.without_next_step
    count = len(waiting)
    if waiting:
        words = ngettext("{count} customer without a next step", "{count} customers without a next step", count)
        yield heading(words.format(count=count))
    else:
        yield muted(_("Every customer on the way has a next step."))
    for record in waiting:
        stage = record.customer.stage
        right = days_ago(record.days_since(review.last_day))
        left = f" {customer_name(record.customer, hide=shown.hide)} · {stage_name(stage)}"
        yield Line((Part(left),), (Part(right, "muted"),), Target("customer", record.customer.id))
    yield Line()
    offers = review.old_offers
    if not offers:
        yield muted(_("No offer has been out for more than a week."))
        return
    words = ngettext("{count} offer out for more than a week", "{count} offers out for more than a week", len(offers))
    yield heading(words.format(count=len(offers)))
    for offer in offers:
        name = _name(review, offer.customer, hide=shown.hide)
        value = labels.HIDDEN if shown.hide else amount_rounded(offer.amount)
        age = days_ago(offer.age(review.last_day))
        yield Line((Part(f" {name} · {value}"),), (Part(age, "muted"),), Target("customer", offer.customer))


def _name(review: WeekReview, identity: str, *, hide: bool) -> str:
    customer = review.plan.customers.get(identity)
    return safe_line(identity) if customer is None else customer_name(customer, hide=hide)


def service_page(review: WeekReview, shown: Shown) -> Iterator[Line]:
    """Yield the cases that were closed, and the open ones."""
    closed, count = review.closed_cases, len(review.closed_cases)
    joy = sum(each.end_mood == _JOY for each in closed)
    words = ngettext("{count} case closed this week", "{count} cases closed this week", count).format(count=count)
    happy = (Part(_("{count} with buyer's joy").format(count=joy), "figure"),) if joy else ()
    yield Line((Part(words, "figure"),), happy)
    yield Line()
    if not review.open_cases:
        yield muted(_("No case is open."))
        return
    yield heading(_("Open"))
    for case in review.open_cases:
        title = labels.HIDDEN if shown.hide else safe_line(case.title) or _name(review, case.customer, hide=shown.hide)
        right = f"{case_state_name(case.state)} · {days_ago((review.last_day - case.day).days)}"
        yield Line((Part(f" {title}"),), (Part(right, "muted"),), Target("case", case.id))


_JOY: Final = 2


def learned_page(review: WeekReview, shown: Shown) -> Iterator[Line]:
    """Yield what worked and what to change."""
    notes = review.notes
    for name, text in ((_("What worked"), notes.worked), (_("What to change"), notes.change)):
        yield heading(name)
        yield Line((Part(f" {labels.HIDDEN if shown.hide and text else safe_line(text) or UNKNOWN}"),))
        yield Line()
    if review.wanted_to_change:
        yield heading(_("Last week you wanted to change"))
        yield Line((Part(f" {labels.HIDDEN if shown.hide else safe_line(review.wanted_to_change)}"),))
        yield Line()
    yield muted(_("A line each is enough."))


def needs_page(review: WeekReview, shown: Shown) -> Iterator[Line]:
    """Yield what is needed from the leader."""
    if not review.needs:
        yield muted(_("You need nothing from the leader now."))
        return
    for number, need in enumerate(review.needs):
        weeks = need.weeks(review.last_day)
        since = ngettext("{count} week", "{count} weeks", weeks).format(count=weeks) if weeks else _("new")
        text = labels.HIDDEN if shown.hide else safe_line(need.text)
        yield Line((Part(f" {number + 1} {text}"),), (Part(since, "muted"),), Target("need", str(number)))
    yield Line()
    yield muted(_("They go along in the plan to the leader until they are resolved."))


def next_week_page(review: WeekReview, shown: Shown) -> Iterator[Line]:
    """Yield the next week as it is planned."""
    week = review.ahead
    yield heading(_("Must-dos of {week}").format(week=week_name(review.next_week)))
    for number, text in enumerate(week.must_dos, start=1):
        yield Line((Part(f" {number} {labels.HIDDEN if shown.hide else safe_line(text)}"),))
    if not week.must_dos:
        yield muted(" " + _("none set yet"))
    yield Line()
    planned = _("{hours} h").format(hours=hours(week.planned_minutes))
    capacity = _("{hours} h").format(hours=hours(week.capacity_minutes))
    yield figure_line(_("planned"), _("{planned} of {capacity}").format(planned=planned, capacity=capacity))
    yield from _gaps(review)
    for holiday in week.holidays:
        yield figure_line(day_and_month(holiday.date), labels.holiday_names((holiday,)), "muted")
    yield Line()
    for row in week.rows:
        yield row_line(review.plan, row, hide=shown.hide)
    if not week.rows:
        yield muted(_("Nothing is planned yet: a new plan begins with whom to contact."))


def _gaps(review: WeekReview) -> Iterator[Line]:
    """Yield what is free still, and of calls and meetings what is planned against what the goal asks of the week."""
    free = review.ahead.capacity_minutes - review.ahead.planned_minutes
    if free > 0:
        yield figure_line(_("free"), _("{hours} h").format(hours=hours(free)))
    asked = review.wanted_next
    if asked is None:
        return
    counted = ((_("calls"), review.calls_ahead, asked.attempts), (_("meetings"), review.meetings_ahead, asked.meetings))
    for name, number, wanted in counted:
        if wanted is not None:
            words = _("{planned} of {asked}").format(planned=number, asked=wanted)
            yield figure_line(name, words, "text" if number >= wanted else "warning")


def issue_page(review: WeekReview, shown: Shown) -> Iterator[Line]:
    """Yield how it ends, and the way to the plan for the leader."""
    del shown
    if review.notes.done is not None:
        words = _("This review was finished on {date}").format(date=day_and_month(review.notes.done.date()))
        yield Line((Part(words, "figure"),))
    else:
        yield Line((Part(_("That was the week."), "figure"),))
    yield Line()
    words = _("8 opens the plan for {week}: m makes a mail draft, i notes it as issued.")
    yield muted(words.format(week=week_name(review.next_week)))
    yield muted(_("On the command line: salgsplan report week {key}").format(key=review.next_week))
    due = due_reviews(review.plan, review.now.date())
    if due:
        yield Line()
    for period in due:
        key = "O" if bucket_kind(period) == "month" else "Q"
        yield muted(_("{review} waits: {key}").format(review=period_title(period), key=key))
