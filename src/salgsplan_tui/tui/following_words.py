"""The programme after this one in words: what its period is called, and what comes along into it."""

from salgsplan_tui.domain.dates import Span, bucket_of
from salgsplan_tui.domain.next_programme import NextProgramme
from salgsplan_tui.language import ngettext
from salgsplan_tui.language.formats import bucket, date_range


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
