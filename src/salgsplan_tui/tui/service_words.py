"""The short texts of service cases: clocks, moods, kinds, results; plain functions, no widgets (style guide 16)."""

import datetime as dt
from typing import Final, NamedTuple

from salgsplan_tui.domain.case_clock import CaseClock, clock_of
from salgsplan_tui.domain.case_rows import next_rows, planned_late
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.domain.plan_warnings import CaseLate
from salgsplan_tui.domain.reflection import Competence
from salgsplan_tui.domain.service import CaseType, EvidenceKind, ServiceCase
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.case_names import case_state_name
from salgsplan_tui.language.formats import clock, day_and_month, duration
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.labels import HIDDEN, late_words

_TYPES: Final[dict[CaseType, str]] = {
    "complaint": N_("complaint"),
    "claim": N_("claim"),
    "question": N_("question"),
    "praise": N_("praise"),
}
_MOODS: Final = {
    -2: N_("very dissatisfied"),
    -1: N_("dissatisfied"),
    0: N_("neutral"),
    1: N_("satisfied"),
    2: N_("buyer's joy"),
}
_EVIDENCE: Final[dict[EvidenceKind, str]] = {
    "own_words": N_("the customer's own words"),
    "nps": N_("NPS"),
    "order": N_("a new order"),
    "referral": N_("a referral"),
}
_COMPETENCES: Final[dict[Competence, str]] = {
    "knowledge": N_("knowledge"),
    "psychology": N_("psychological competence"),
    "social": N_("social skills"),
    "tolerance": N_("tolerance"),
}
_PROMPTS: Final[dict[Competence, str]] = {
    "knowledge": N_("What do I need to know - product, delivery, agreement, rights?"),
    "psychology": N_("What do I read between the lines - what does the customer really want?"),
    "social": N_("What do I say - and how do I let the customer finish first?"),
    "tolerance": N_("What do I have to bear - without arguing and without taking it personally?"),
}
MOODS: Final = tuple(sorted(_MOODS, reverse=True))
"""Every mood, the best first."""


class Pressing(NamedTuple):
    """What is said of a case to be seen to today."""

    title: str
    clock: str
    note: str
    """That nothing is planned for it; empty where something is."""
    is_late: bool

    @property
    def why(self) -> str:
        """Both reasons in one line, for where there is room."""
        return " · ".join(part for part in (self.clock, self.note) if part)


def case_title(case: ServiceCase, *, hide: bool = False) -> str:
    """Return a case's title, or its kind where it has none."""
    return type_name(case.type) if hide else safe_line(case.title) or type_name(case.type)


def customer_of(plan: Plan, case: ServiceCase, *, hide: bool = False) -> str:
    """Return whose case it is."""
    found = plan.customers.get(case.customer)
    return HIDDEN if hide else safe_line(case.customer if found is None else found.name)


def contact_of(plan: Plan, case: ServiceCase) -> str:
    """Return who speaks for the customer, where that is another name than the customer's own."""
    found = plan.contact(case.contact) if case.contact else None
    return "" if found is None or found[1].name == found[0].name else safe_line(found[1].name)


def type_name(code: CaseType) -> str:
    """Return the kind of a case in words."""
    return _(_TYPES[code])


def evidence_name(code: EvidenceKind) -> str:
    """Return what may show buyer's joy, in words."""
    return _(_EVIDENCE[code])


def competence_name(code: Competence) -> str:
    """Return a competence in words (S6)."""
    return _(_COMPETENCES[code])


def prompt(code: Competence) -> str:
    """Return what to ask oneself in a case (S6)."""
    return _(_PROMPTS[code])


def mood_sign(mood: int | None) -> str:
    """Return «+2», «−1», «0», or «–» where nobody has said."""
    return "–" if mood is None else "0" if mood == 0 else f"{mood:+d}".replace("-", "−")


def mood_name(mood: int) -> str:
    """Return «+2 kjøperglede»."""
    return f"{mood_sign(mood)} {_(_MOODS[mood])}"


def moods_of(case: ServiceCase) -> str:
    """Return the mood it began with and the one it ended with: «−1 → +2»."""
    if case.end_mood is None:
        return mood_sign(case.start_mood)
    return f"{mood_sign(case.start_mood)} → {mood_sign(case.end_mood)}"


def moment(when: dt.datetime, today: dt.date) -> str:
    """Return «11:20», of another day «ons 17.2. 11:20»."""
    time = clock(when.time())
    return time if when.date() == today else f"{day_and_month(when.date())} {time}"


def clock_words(found: CaseClock | None, today: dt.date) -> str:
    """Return «svarfrist 11:20», «løsningsfrist tir 23.2. 15:20», or that it stands still; nothing where none runs."""
    if found is None or found.due is None:
        return ""
    if found.is_stopped:
        return _("waiting for the customer")
    words = _("answer due {due}") if found.kind == "response" else _("solution due {due}")
    if found.has_run_out:
        words = _("answer was due {due}") if found.kind == "response" else _("solution was due {due}")
    return words.format(due=moment(found.due, today))


def left_words(found: CaseClock) -> str:
    """Return the working time that is left, «3 t 20 m», or by how much it is late, «1 t over»."""
    if found.has_run_out:
        return _("{duration} over").format(duration=duration(-found.left))
    return _("{duration} left").format(duration=duration(found.left))


def pressing_words(plan: Plan, case: ServiceCase, now: dt.datetime, *, hide: bool = False) -> Pressing:
    """Return what is said of a case to be seen to: whose it is, and its clock, or that nothing is planned."""
    found = clock_of(plan, case, now)
    rows = next_rows(plan, case)
    note = "" if rows else _("no next activity")
    title = case_title(case, hide=hide)
    who = customer_of(plan, case, hide=hide)
    named = title if who.casefold() in title.casefold() else f"{title} · {who}"
    return Pressing(named, clock_words(found, now.date()), note, found is not None and found.has_run_out)


def late_of(plan: Plan, case: ServiceCase, now: dt.datetime) -> CaseLate | None:
    """Return that the next activity of a case comes after its clock has run out, where it does."""
    found = planned_late(plan, case, now)
    if found is None:
        return None
    return CaseLate(case.id, found.clock.kind, found.due, found.starts, found.row.start is not None)


def status_words(plan: Plan, case: ServiceCase, now: dt.datetime, *, hide: bool = False) -> str:
    """Return a case in a line: whose it is, what kind, how far it has come, its mood, its clock with what is left."""
    found = clock_of(plan, case, now)
    runs = found is not None and found.due is not None
    late = late_of(plan, case, now)
    parts = (
        "" if late is None else f"! {late_words(late)}",
        customer_of(plan, case, hide=hide),
        type_name(case.type),
        case_state_name(case.state),
        _("mood {mood}").format(mood=moods_of(case)),
        clock_words(found, now.date()) if late is None else "",
        left_words(found) if found is not None and runs else "",
        _("no next activity") if case.is_open and not next_rows(plan, case) else "",
    )
    return " · ".join(part for part in parts if part)
