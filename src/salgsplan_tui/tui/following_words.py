"""The programme after this one in words: what its period is called, what comes along into it, and what does not."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from salgsplan_tui.domain.carried_on import StaysBehind, StaysWhy
from salgsplan_tui.domain.dates import Span, bucket_of
from salgsplan_tui.domain.next_programme import NextProgramme
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.formats import bucket, date_range
from salgsplan_tui.language.safe import safe_line

_STAYS: Final[Mapping[StaysWhy, str]] = {
    "event_over": N_("Not carried on, because it is over: {titles}"),
    "review_gone_by": N_("Not carried on, because the week it looks at has gone by: {titles}"),
    "series_goes_on": N_("Not carried on, because it comes again in its series: {titles}"),
}
_NAMED: Final = 3
"""How many titles are told before the others are only counted."""


def span_name(span: Span) -> str:
    """Return «2. kvartal 2027», or the days where they are no week, month or quarter."""
    key = bucket_of(span)
    return date_range(span.start, span.last) if key is None else bucket(key)


def along(found: NextProgramme) -> list[str]:
    """Return in words what comes along into the next programme, and what does not."""
    copied, left_out, carried = len(found.copies.rows), len(found.copies.left_out), len(found.carried)
    words = [ngettext("{count} activity is copied", "{count} activities are copied", copied).format(count=copied)]
    if left_out:
        told = ngettext("{count} without a place is left out", "{count} without a place are left out", left_out)
        words.append(told.format(count=left_out))
    if carried:
        told = ngettext("{count} unfinished goes along", "{count} unfinished go along", carried)
        words.append(told.format(count=carried))
    return words


def not_carried(stays: Iterable[StaysBehind], *, hide: bool = False) -> Iterator[str]:
    """Return in words what stays behind and why, a line for each reason; only how many where names are hidden."""
    found: dict[StaysWhy, list[str]] = {}
    for each in stays:
        found.setdefault(each.why, []).append(each.row.title)
    for why, titles in found.items():
        yield _(_STAYS[why]).format(titles=str(len(titles)) if hide else _named(titles))


def _named(titles: Iterable[str]) -> str:
    names = list(dict.fromkeys(safe_line(each) for each in titles))
    told, more = ", ".join(names[:_NAMED]), len(names) - _NAMED
    if more <= 0:
        return told
    return ngettext("{titles} and {count} more", "{titles} and {count} more", more).format(titles=told, count=more)
