"""Why a contact should be looked through, in words (chapter 7.5)."""

from typing import Final

from salgsplan_tui.domain.retention import Overkept
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.formats import short_date

_WHY: Final = {
    "review_due": N_("to be looked through by now"),
    "untouched": N_("nothing since {date}"),
    "never": N_("nothing is noted with them"),
}


def why_kept(each: Overkept) -> str:
    """Return why: its day has come, or there was nothing for long, or ever."""
    date = "" if each.last is None else short_date(each.last)
    return _(_WHY[each.why]).format(date=date)
