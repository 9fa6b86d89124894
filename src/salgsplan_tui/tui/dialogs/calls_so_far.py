"""What the calls of a session came to so far, in one line."""

from typing import Final

from textual.content import Content

from salgsplan_tui.domain.activity import Outcome
from salgsplan_tui.domain.call_session import CallSession
from salgsplan_tui.language import ngettext
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui import labels

_COUNTED: Final = (
    (Outcome.NO_ANSWER, "+"),
    (Outcome.REACHED, "n"),
    (Outcome.MEETING_BOOKED, "m"),
    (Outcome.CALL_BACK, "b"),
    (Outcome.OFFER_WANTED, "t"),
    (Outcome.OFFER_SENT, "6"),
    (Outcome.ORDER, "7"),
    (Outcome.NO, "x"),
    (Outcome.OBJECTED, "o"),
)
"""The outcomes of a call with their keys."""
_SIGNS: Final = dict(_COUNTED)


def calls_so_far(session: CallSession) -> Content:
    """Return how many calls came to what, and the keys of the last forty in order."""
    told = [
        (f"{labels.outcome_name(outcome)} {count}", "bold")
        for outcome, _sign in _COUNTED
        if (count := session.count(outcome))
    ]
    called = ngettext("{count} call", "{count} calls", session.attempts).format(count=session.attempts)
    parts = [Content.styled(safe_line(text), style) for text, style in ((called, "bold $primary"), *told)]
    signs = "".join(_SIGNS.get(call.outcome, "·") for call in session.calls[-40:])
    return Content.assemble(Content("  ·  ").join(parts), f"   {signs}")
