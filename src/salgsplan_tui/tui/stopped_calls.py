"""The call session that was stopped or cut off, so that going on with it is offered when the day opens (6.2)."""

from typing import TYPE_CHECKING, NamedTuple

from salgsplan_tui.language import _, ngettext
from salgsplan_tui.tui.lines import Line, Part, Target

if TYPE_CHECKING:
    from salgsplan_tui.domain.plan import Plan
    from salgsplan_tui.session import Session


class StoppedCalls(NamedTuple):
    """How far it came."""

    made: int
    """The calls that were made."""
    left: int
    """Those who have not been called yet."""


def stopped_calls(session: "Session", plan: "Plan") -> StoppedCalls | None:
    """Return how far the session came that was stopped; None where there is none, or the plan holds it already."""
    if not session.has_kept_calls:  # it is asked at each start, and to read one takes pydantic
        return None
    from salgsplan_tui.domain.calls_made import is_ended  # noqa: PLC0415  # few starts find one

    kept = session.kept_calls()
    if kept is None or not kept.people or is_ended(plan, kept):
        return None
    return StoppedCalls(kept.attempts, len(kept.people) - kept.place)


def offer_line(calls: StoppedCalls) -> Line:
    """Return the line that offers to go on: «ringeøkt: 3 samtaler, 13 igjen · Enter: gå videre»."""
    made = ngettext("{count} call", "{count} calls", calls.made).format(count=calls.made)
    words = _("call session: {calls}, {left} left").format(calls=made, left=calls.left)
    text = Part(f"{words} · ", "overdue"), Part(_("Enter: go on"), "heading")
    return Line((Part("── ", "heading"), *text, Part(" ", "heading")), rule=True, target=Target("calls", ""))
