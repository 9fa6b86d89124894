"""Everything about one service case as lines: its ladder with moments, clock, moods, money, rights and history (S5)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.case_clock import clock_of
from salgsplan_tui.domain.case_rows import next_rows, rows_of
from salgsplan_tui.domain.claims import ClaimDeadline, claim_help
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.reflection import COMPETENCES, Reflection
from salgsplan_tui.domain.service import WAY, CaseState, Reopening, ServiceCase
from salgsplan_tui.domain.service_figures import resolution_minutes, response_minutes
from salgsplan_tui.language import _, language
from salgsplan_tui.language.case_names import case_result_name, case_state_name
from salgsplan_tui.language.formats import amount, duration, short_date
from salgsplan_tui.language.safe import safe, safe_line
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.customer_panel import wrapped
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.service_words import (
    clock_words,
    competence_name,
    contact_of,
    customer_of,
    evidence_name,
    late_of,
    left_words,
    moment,
    mood_name,
    mood_sign,
    prompt,
    type_name,
)

_LABEL = 18


@dataclass(frozen=True)
class CaseCard:
    """One case of a plan, as seen at a moment."""

    plan: Plan
    case: ServiceCase
    now: dt.datetime
    deadlines: tuple[ClaimDeadline, ...] = ()
    """How long customers may wait with a claim."""
    reflection: Reflection | None = None
    """The seller's own look back on it, where they asked to see it."""

    @property
    def today(self) -> dt.date:
        """The day it is seen on."""
        return self.now.date()


def case_card_lines(card: CaseCard, cells: int) -> tuple[Line, ...]:
    """Return the card from top to bottom at this width."""
    return (
        *_about(card, cells),
        *ladder_lines(card),
        *_next(card),
        *_solution(card, cells),
        *_mood(card, cells),
        *_claim(card, cells),
        *_prompts(card, cells),
        *_reflection(card, cells),
        *_history(card, cells),
    )


def _heading(text: str) -> Line:
    return Line((Part(f"── {text} ", "heading"),), rule=True)


def _text(text: str, cells: int, style: str = "text") -> Iterator[Line]:
    for line in safe(text).split("\n"):
        for piece in wrapped(line, cells - 2) or ("",):
            yield Line((Part(f" {piece}", style),))


def _field(label: str, text: str, cells: int, style: str = "text") -> Iterator[Line]:
    """Yield a label and its text beside it, as many lines as it takes."""
    head = f" {label:<{_LABEL - 1}} "
    for line in safe(text).split("\n"):
        for piece in wrapped(line, max(20, cells - _LABEL - 2)) or ("",):
            yield Line((Part(head, "muted"), Part(piece, style)))
            head = " " * (_LABEL + 1)


def _about(card: CaseCard, cells: int) -> Iterator[Line]:
    case, plan = card.case, card.plan
    words = (
        type_name(case.type),
        customer_of(plan, case),
        contact_of(plan, case),
        "" if case.channel is None else plan.channels.name(case.channel, language()),
        (_("came in {when}") if case.channel else _("came in {when}, not told how")).format(
            when=moment(case.opened, card.today)
        ),
        "" if case.order is None else _("order {id}").format(id=case.order),
    )
    yield from _text(" · ".join(word for word in words if word), cells)
    found = clock_of(plan, case, card.now)
    if found is not None and found.due is not None:
        style = "overdue" if found.has_run_out else "warning" if found.kind == "response" else "text"
        words_of_clock = f"{clock_words(found, card.today)} · {left_words(found)}"
        yield Line((Part(f" {'! ' if found.has_run_out else ''}{words_of_clock}", style),))


def ladder_lines(card: CaseCard, *, narrow: bool = False) -> Iterator[Line]:
    """Yield the ladder: what is behind with its moment, where it stands, and what lies ahead.

    Where it is narrow, how long each step took is left out.
    """
    case = card.case
    yield _heading(_("ladder"))
    stands = WAY.index(case.rung)
    for rung in case.way:
        place = WAY.index(rung)
        mark, style = ("✓", "text") if place < stands else ("▶", "now") if place == stands else ("·", "muted")
        when = _when(case, rung, card.today)
        took = Part("") if narrow else _took(card, rung)
        yield Line((Part(f" {mark} ", style), Part(f"{case_state_name(rung):<18}", style), Part(f"{when:<18}"), took))
    if case.state not in WAY:
        beside = {
            CaseState.WAITING_CUSTOMER: case.waiting[-1].since if case.waiting else None,
            CaseState.ESCALATED: case.escalated,
            CaseState.REOPENED: case.reopened[-1].at if case.reopened else None,
        }[case.state]
        since = "" if beside is None else _("since {date}").format(date=moment(beside, card.today))
        words = " · ".join(part for part in (case_state_name(case.state), since) if part)
        yield Line((Part(f" ‖ {words}", "warning"),))


def _when(case: ServiceCase, rung: CaseState, today: dt.date) -> str:
    """Return when a step was taken; a day where the hour is not kept."""
    moments = {
        CaseState.REPORTED: case.opened,
        CaseState.HEARD: case.first_response,
        CaseState.ACKNOWLEDGED: case.acknowledged,
        CaseState.SOLUTION_AGREED: case.agreed,
        CaseState.RESOLVED: case.resolved,
    }
    if (when := moments.get(rung)) is not None:
        return moment(when, today)
    day = {CaseState.FOLLOWED_UP: case.followed_up, CaseState.CLOSED: case.closed}.get(rung)
    return "" if day is None else short_date(day)


def _took(card: CaseCard, rung: CaseState) -> Part:
    """Return how much working time a step took."""
    minutes = {CaseState.HEARD: response_minutes, CaseState.RESOLVED: resolution_minutes}.get(rung)
    taken = None if minutes is None else minutes(card.plan, card.case)
    return Part("" if taken is None else _("after {duration}").format(duration=duration(taken)), "muted")


def _next(card: CaseCard) -> Iterator[Line]:
    if not card.case.is_open:
        return
    rows = next_rows(card.plan, card.case)
    yield _heading(_("next activity") if len(rows) < 2 else _("next activities: one is enough"))  # noqa: PLR2004
    if not rows:
        yield Line((Part(" ! " + _("none is planned: n plans one"), "warning"),))
    yield from (_row(card, row) for row in rows)
    late = late_of(card.plan, card.case, card.now)
    if late is not None:
        yield Line((Part(f" ! {labels.late_words(late)}", "warning"),))


def _row(card: CaseCard, row: Activity) -> Line:
    when = labels.when(row) or (row.bucket or "")
    style = "text" if row.is_open else "done"
    came = "" if row.outcome is None else labels.outcome_name(row.outcome)
    words = (labels.title(card.plan, row), came, labels.cost(card.plan, row))
    mark = labels.mark(row, card.now)
    left = (Part(f" {when:<17}", "time"), Part(f"{labels.sign(card.plan, row)} ", "sign"))
    return Line(
        (
            *left,
            Part(f"{mark} " if mark != " " else "", style),
            Part(" · ".join(word for word in words if word), style),
        ),
        target=Target("activity", row.id),
    )


def _solution(card: CaseCard, cells: int) -> Iterator[Line]:
    case = card.case
    area = card.plan.improvements.get(case.improvement_area or "")
    by = "" if case.solution_by is None else _("by {name}").format(name=case.solution_by)
    due = "" if case.resolution_due is None else _("before {when}").format(when=moment(case.resolution_due, card.today))
    solution = " · ".join(part for part in (case.solution or "", by, due) if part)
    told = (
        (_("cause"), case.cause or ""),
        (_("improvement area"), area.title if area is not None else case.improvement_area or ""),
        (_("solution"), solution),
        (_("compensation"), "" if case.compensation is None else amount(case.compensation)),
        (_("notes"), case.notes or ""),
    )
    if any(text for _label, text in told):
        yield _heading(_("cause and solution"))
    for label, text in told:
        yield from _field(label, text, cells) if text else ()


def _mood(card: CaseCard, cells: int) -> Iterator[Line]:
    case = card.case
    if case.start_mood is None and case.end_mood is None:
        return
    yield _heading(_("mood"))
    for label, mood in ((_("in the beginning"), case.start_mood), (_("in the end"), case.end_mood)):
        if mood is not None:
            yield from _field(label, mood_name(mood), cells, "figure")
    if case.evidence:
        kind = evidence_name(case.evidence_kind or "own_words")
        yield from _field(_("shown by"), f"{kind}: {case.evidence}", cells)
    if case.result is not None:
        reason = f" · {case.reason}" if case.reason else ""
        yield from _field(_("result"), f"{case_result_name(case.result)}{reason}", cells)


def _claim(card: CaseCard, cells: int) -> Iterator[Line]:
    """Yield how long the customer may wait with a claim: help, with its source, and no legal advice."""
    found = claim_help(card.plan, card.case, card.deadlines)
    if found is None:
        return
    yield _heading(_("deadline for a claim (help)"))
    yield from _text(f"{found.deadline.says[language()]} ({found.deadline.source})", cells, "muted")
    days = (
        (_("always in time until"), found.notice_until),
        (_("too late after"), found.last_day),
        (_("if meant to last"), found.long_last_day),
    )
    for label, day in days:
        yield from _field(label, short_date(day), cells) if day is not None else ()
    besides = found.deadline.besides.get(language())
    yield from _text(besides, cells, "muted") if besides else ()
    since = short_date(found.deadline.valid_from)
    yield from _text(_("The law since {date}; check against Lovdata.").format(date=since), cells, "muted")


def _prompts(card: CaseCard, cells: int) -> Iterator[Line]:
    if not card.case.is_open:
        return
    yield _heading(_("four competences"))
    for each in COMPETENCES:
        yield from _text(f"{competence_name(each)}: {prompt(each)}", cells, "muted")


def _reflection(card: CaseCard, cells: int) -> Iterator[Line]:
    told = card.reflection
    if told is None:
        return
    yield _heading(_("own look back (only you see it)") if not told.shared else _("own look back (shared)"))
    degrees = [f"{competence_name(each)} {degree}" for each, degree in told.degrees.items()]
    yield from _text(" · ".join(degrees), cells) if degrees else ()
    yield from _text(told.text, cells) if told.text else ()


def _history(card: CaseCard, cells: int) -> Iterator[Line]:
    rows = [row for row in rows_of(card.plan, card.case) if not row.is_open]
    if not rows and not card.case.reopened and not card.case.waiting:
        return
    yield _heading(_("history"))
    yield from (_row(card, row) for row in rows)
    for each in card.case.waiting:
        until = "…" if each.until is None else moment(each.until, card.today)
        span = f"{moment(each.since, card.today)} – {until}"
        yield from _field(_("waited"), span, cells, "muted")
    for event in card.case.reopened:
        yield from _field(_("reopened"), " · ".join(_before(event, card.today)), cells, "muted")


def _before(event: Reopening, today: dt.date) -> Sequence[str]:
    """Return why a case was opened again, and what it had come to before."""
    parts = [moment(event.at, today), safe_line(event.reason or "")]
    parts += [_("was solved {when}").format(when=moment(event.resolved, today))] if event.resolved else []
    parts += [_("mood {mood}").format(mood=mood_sign(event.end_mood))] if event.end_mood is not None else []
    return [part for part in parts if part]
