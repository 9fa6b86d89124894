"""Will it fit? The weeks that are left against what is planned and still needed, and what to drop or move where not."""

from collections.abc import Callable, Iterator
from typing import Final

from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.fit import Fit, WeekFit
from salgsplan_tui.domain.fit_advice import Advice
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import hours, week_name
from salgsplan_tui.language.plan_names import fit_rule_reason
from salgsplan_tui.tui import labels
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.plain_text import flush_right, padded

TitleOf = Callable[[Activity], str]
"""Returns a row's title as it may be shown."""
_WEEK: Final = 10
_COLUMN: Final = 12
_BAR: Final = 12


def fit_lines(fit: Fit, advice: tuple[Advice, ...], title_of: TitleOf) -> Iterator[Line]:
    """Yield the answer, the weeks, and the advice where a week is too full."""
    whole = Target("figure", "fit:all")
    yield Line((Part(f" {answer(fit)}", "figure" if fit.fits and fit.breaks is None else "warning"),), target=whole)
    yield Line((Part(f" {sum_words(fit)}", "muted"),), target=whole)
    first = fit.breaks
    if first is not None:
        full = Target("figure", f"first_full:{first.week}")
        yield Line((Part(f" {break_words(first)}", "warning"),), target=full)
    yield Line()
    heads = (_("can be worked"), _("planned"), _("needed too"), _("room"))
    text = padded("", _WEEK) + "".join(flush_right(each, _COLUMN + 1) for each in heads)
    yield Line((Part(f" {text}", "muted"),))
    yield from (_week(week) for week in fit.weeks)
    if advice:
        yield Line()
        yield Line((Part("── " + _("what to drop or move, and why") + " ", "heading"),), rule=True)
        for each in advice:
            what, why = advice_words(each, title_of)
            target = Target("advice", each.row.id)
            yield Line((Part(f" {what}"),), target=target)
            yield Line((Part(f"     {why}", "muted"),), target=target)


def answer(fit: Fit) -> str:
    """Return whether there is time enough in all."""
    left = fit.capacity - fit.planned - int(fit.needed)
    if left < 0:
        return _("No, {hours} h are too many.").format(hours=hours(-left))
    return _("Yes, {hours} h are left.").format(hours=hours(left))


def sum_words(fit: Fit) -> str:
    """Return what is planned and needed against what can be worked."""
    words = _("{planned} h are planned and {needed} h needed beyond that, of {capacity} h.")
    return words.format(planned=hours(fit.planned), needed=hours(int(fit.needed)), capacity=hours(fit.capacity))


def break_words(week: WeekFit) -> str:
    """Return the earliest week that is too full, and by how much."""
    words = _("{week} is the first that is too full, by {hours} h.")
    return words.format(week=week_name(week.week).capitalize(), hours=hours(week.short))


def _week(week: WeekFit) -> Line:
    room = week.capacity - week.planned - int(week.share)
    numbers = (week.capacity, week.planned, int(week.share), room)
    cells = "".join(flush_right(_("{hours} h").format(hours=hours(each)), _COLUMN + 1) for each in numbers)
    load = (week.planned + float(week.share)) / week.capacity if week.capacity else 1.0 if week.planned else 0.0
    mark = "!" if week.short else " "
    return Line(
        (
            Part(f" {mark}", "warning"),
            Part(padded(week_name(week.week), _WEEK - 1)),
            Part(cells, "warning" if week.short else "text"),
            Part(f"  {labels.bar(load, _BAR)}", "sign"),
        ),
        target=Target("figure", f"week:{week.week}"),
    )


def advice_words(advice: Advice, title_of: TitleOf) -> tuple[str, str]:
    """Return one suggestion, and the rule that says so: «uke 8: avlys Ringeøkt, 2 t», «det tjener ikke noe mål»."""
    values = {"week": week_name(advice.week), "title": title_of(advice.row), "hours": hours(advice.minutes)}
    words = _("{week}: drop {title}, {hours} h") if advice.to is None else _("{week}: move {title}, {hours} h, to {to}")
    to = "" if advice.to is None else week_name(advice.to)
    return words.format(**values, to=to), fit_rule_reason(advice.rule)
