"""What service came to, as lines: speed, recovery, joy, orders afterwards, causes; each figure with its n (4.13)."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from salgsplan_tui.domain.loyalty import Share
from salgsplan_tui.domain.reflection import Competence
from salgsplan_tui.domain.service_figures import Average
from salgsplan_tui.domain.service_results import ServiceResults
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.language.formats import amount_rounded, date_range, hours, number, percent, short_date
from salgsplan_tui.language.safe import clip, safe_line
from salgsplan_tui.tui.labels import HIDDEN
from salgsplan_tui.tui.lines import Line, Part
from salgsplan_tui.tui.service_words import competence_name, result_name

_LABEL = 34
_NARROW = 25
_OF_THE_OPEN = 2
"""The last counts are of the open cases."""
_MOST_CAUSES = 5


def results_lines(found: ServiceResults, *, hide: bool = False, narrow: bool = False) -> Iterator[Line]:
    """Yield the figures from top to bottom, in a column as narrow as the panel where that is asked for."""
    for line in _results(found, hide=hide):
        yield _narrowed(line) if narrow else line


def _narrowed(line: Line) -> Line:
    """Return a figure's line with a shorter label."""
    if line.rule or not line.left[0].text.strip() or len(line.left) == 1:
        return line
    first, *others = line.left
    return Line((Part(f"{clip(first.text.rstrip(), _NARROW):<{_NARROW}}", first.style), *others))


def _results(found: ServiceResults, *, hide: bool) -> Iterator[Line]:
    span = date_range(found.span.start, found.span.last)
    yield _heading(span)
    as_of = _("as of {date}").format(date=short_date(found.now.date()))
    yield Line((Part(f" {as_of}", "muted"),))
    yield from _counts(found)
    yield from _rates(found, hide=hide)
    yield from _causes(found, hide=hide)


def degrees_lines(degrees: Mapping[Competence, tuple[Fraction, int]]) -> Iterator[Line]:
    """Yield the seller's own looks back, on average (S6); they are for the seller alone."""
    if not degrees:
        return
    yield _heading(_("own looks back (only you see them)"))
    for code, (average, n) in degrees.items():
        yield _figure(competence_name(code), _("{average} of 5").format(average=number(average, 1)), n)


def _heading(text: str) -> Line:
    return Line((Part(f"── {text} ", "heading"),), rule=True)


def _counts(found: ServiceResults) -> Iterator[Line]:
    counts = (
        (_("came in"), len(found.opened)),
        (_("ended"), len(found.closed)),
        (_("open now"), len(found.open)),
        (_("clock has run out"), len(found.late)),
        (_("without a next activity"), len(found.without_next)),
    )
    for number_of, (label, count) in enumerate(counts):
        indent = "  " if number_of >= len(counts) - _OF_THE_OPEN else ""
        yield Line((Part(f" {indent + label:<{_LABEL}}"), Part(f"{count:>9}", "figure")))


def _rates(found: ServiceResults, *, hide: bool) -> Iterator[Line]:
    yield _heading(_("how fast, in working hours"))
    yield _average(_("first answer"), found.response)
    yield _share(_("answered in time"), found.answered_in_time)
    yield _average(_("solution"), found.resolution)
    yield _share(_("solved in time"), found.solved_in_time)
    yield _heading(_("how glad"))
    yield _share(_("satisfied or better"), found.recovery)
    yield _share(_("buyer's joy"), found.joy)
    lift = found.lift.value
    yield _figure(_("mood lift"), "–" if lift is None else _signed(lift), found.lift.n)
    yield _share(_("bought again (90 days)"), found.repurchase)
    if found.may_still_buy:
        text = ngettext("{count} still has time", "{count} still have time", found.may_still_buy)
        yield Line((Part(f"   {text.format(count=found.may_still_buy)}", "muted"),))
    cost = found.cost.value
    words = "–" if cost is None else HIDDEN if hide else amount_rounded(round(cost))
    yield _figure(_("cost of a case"), words, found.cost.n)
    for result, count in sorted(found.results.items(), key=lambda each: -each[1]):
        yield Line((Part(f"   {result_name(result):<{_LABEL - 2}}", "muted"), Part(f"{count:>9}")))


def _causes(found: ServiceResults, *, hide: bool) -> Iterator[Line]:
    if not found.causes or hide:
        return
    yield _heading(_("causes"))
    for cause, count in found.causes[:_MOST_CAUSES]:
        yield Line((Part(f" {safe_line(cause):<{_LABEL}}"), Part(f"{count:>9}", "figure")))


def _average(label: str, found: Average) -> Line:
    words = "–" if found.value is None else _("{hours} h").format(hours=hours(round(found.value), 2))
    return _figure(label, words, found.n)


def _share(label: str, found: Share) -> Line:
    value = found.value
    words = "–" if value is None else percent(value * 100)
    of = f"{int(found.part)}/{int(found.whole)}"
    return Line((Part(f" {label:<{_LABEL}}"), Part(f"{words:>9}", "figure"), Part(f" {of}", "muted")))


def _figure(label: str, words: str, n: int) -> Line:
    return Line((Part(f" {label:<{_LABEL}}"), Part(f"{words:>9}", "figure"), Part(f" n={n}", "muted")))


def _signed(value: Fraction) -> str:
    return ("+" if value > 0 else "") + number(value, 1)
