"""What service came to, as lines: speed, recovery, joy, orders afterwards, causes; each figure with its n (4.13)."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final, get_args

from salgsplan_tui.domain.loyalty import Share
from salgsplan_tui.domain.reflection import Competence
from salgsplan_tui.domain.service import CaseResult, ServiceCase
from salgsplan_tui.domain.service_figures import Average
from salgsplan_tui.domain.service_results import ServiceResults
from salgsplan_tui.language import N_, _, ngettext
from salgsplan_tui.language.case_names import case_result_name
from salgsplan_tui.language.formats import amount_rounded, date_range, number, percent, short_date
from salgsplan_tui.language.safe import clip, safe_line
from salgsplan_tui.tui.labels import HIDDEN
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.service_words import competence_name

_LABEL = 34
_NARROW = 25
_MOST_CAUSES = 5

FIGURES: Final = {
    "opened": N_("came in"),
    "closed": N_("ended"),
    "open": N_("open now"),
    "late": N_("clock has run out"),
    "without_next": N_("without a next activity"),
    "response": N_("first answer"),
    "answered_in_time": N_("answered in time"),
    "resolution": N_("solution"),
    "solved_in_time": N_("solved in time"),
    "recovery": N_("satisfied or better"),
    "joy": N_("buyer's joy"),
    "lift": N_("mood lift"),
    "repurchase": N_("bought again (90 days)"),
    "cost": N_("cost of a case"),
    "reflected": N_("own looks back (only you see them)"),
}
"""The names of the figures."""


def results_lines(found: ServiceResults, *, hide: bool = False, narrow: bool = False) -> Iterator[Line]:
    """Yield the figures from top to bottom, in a column as narrow as the panel where that is asked for."""
    for line in _results(found, hide=hide):
        yield _narrowed(line) if narrow else line


def _narrowed(line: Line) -> Line:
    """Return a figure's line with a shorter label."""
    if line.rule or not line.left[0].text.strip() or len(line.left) == 1:
        return line
    first, *others = line.left
    label = clip(first.text.rstrip(), _NARROW)
    return Line((Part(f"{label:<{_NARROW}}", first.style), *others))


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
    yield _heading(_(FIGURES["reflected"]))
    for code, (average, n) in degrees.items():
        words = _("{average} of 5").format(average=number(average, 1))
        yield _line(competence_name(code), words, f" n={n}", f"reflected:{code}")


def _heading(text: str) -> Line:
    return Line((Part(f"── {text} ", "heading"),), rule=True)


def _counts(found: ServiceResults) -> Iterator[Line]:
    for code in ("opened", "closed", "open", "late", "without_next"):
        indent = "  " if code in {"late", "without_next"} else ""
        yield _line(f"{indent}{_(FIGURES[code])}", f"{len(cases_counted(found, code))}", "", code)


def _rates(found: ServiceResults, *, hide: bool) -> Iterator[Line]:
    yield _heading(_("how fast, in working hours"))
    yield _average("response", found.response)
    yield _share("answered_in_time", found.answered_in_time)
    yield _average("resolution", found.resolution)
    yield _share("solved_in_time", found.solved_in_time)
    yield _heading(_("how glad"))
    yield _share("recovery", found.recovery)
    yield _share("joy", found.joy)
    lift = found.lift.value
    yield _figure("lift", "–" if lift is None else _signed(lift), found.lift.n)
    yield _share("repurchase", found.repurchase)
    if found.may_still_buy:
        text = ngettext("{count} still has time", "{count} still have time", found.may_still_buy)
        yield Line((Part(f"   {text.format(count=found.may_still_buy)}", "muted"),))
    cost = found.cost.value
    words = "–" if cost is None else HIDDEN if hide else amount_rounded(round(cost))
    yield _figure("cost", words, found.cost.n)
    for result, count in sorted(found.results.items(), key=lambda each: -each[1]):
        yield _line(f"  {case_result_name(result)}", f"{count}", "", f"result:{result}")


def _causes(found: ServiceResults, *, hide: bool) -> Iterator[Line]:
    if not found.causes or hide:
        return
    yield _heading(_("causes"))
    for cause, count in found.causes[:_MOST_CAUSES]:
        yield _line(safe_line(cause), f"{count}", "", f"cause:{cause}")


def cases_counted(found: ServiceResults, code: str) -> tuple[ServiceCase, ...]:
    """Return the cases that a figure was counted from (interaction.md 1.4)."""
    kind, _colon, name = code.partition(":")
    if kind == "result":
        return tuple(case for case in found.closed if case.result == name)
    if kind == "cause":
        return tuple(case for case in found.opened if case.cause == name)
    if kind == "reflected":
        told = {each.case for each in found.plan.reflections.values()}
        return tuple(case for case in found.plan.cases.values() if case.id in told)
    counted = {
        "opened": found.opened,
        "open": found.open,
        "late": found.late,
        "without_next": found.without_next,
        "response": tuple(case for case in found.opened if case.first_response),
        "resolution": tuple(case for case in found.opened if case.resolved),
    }
    counted |= {"answered_in_time": counted["response"], "solved_in_time": counted["resolution"]}
    return counted.get(kind, found.closed)


def figure_name(code: str) -> str:
    """Return the name of a figure."""
    kind, _colon, name = code.partition(":")
    if kind == "result":
        return next(case_result_name(each) for each in get_args(CaseResult) if each == name)
    return _(FIGURES[kind]) if kind in FIGURES else safe_line(name)


def _average(code: str, found: Average) -> Line:
    words = "–" if found.value is None else _("{hours} h").format(hours=number(found.value / 60, 2))
    return _figure(code, words, found.n)


def _share(code: str, found: Share) -> Line:
    value = found.value
    words = "–" if value is None else percent(value * 100)
    return _line(_(FIGURES[code]), words, f" {int(found.part)}/{int(found.whole)}", code)


def _figure(code: str, words: str, n: int) -> Line:
    return _line(_(FIGURES[code]), words, f" n={n}", code)


def _line(label: str, words: str, n: str, code: str) -> Line:
    parts = (Part(f" {label:<{_LABEL}}"), Part(f"{words:>9}", "figure"), Part(n, "muted"))
    return Line(parts, target=Target("figure", code))


def _signed(value: Fraction) -> str:
    return ("+" if value > 0 else "") + number(value, 1)
