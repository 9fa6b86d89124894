"""The day's answer to three questions: will I reach the goal, at what cost, and what shall I do about it today?"""

from collections.abc import Iterator

from salgsplan_tui.domain.goals import GoalFigures
from salgsplan_tui.domain.standing import Standing, Verdict, expected_end, verdict
from salgsplan_tui.language import _, ngettext
from salgsplan_tui.language.figures import figure, money, share
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.funnel_words import missing_words
from salgsplan_tui.tui.goal_picture import pace_bar
from salgsplan_tui.tui.goal_words import pace_words
from salgsplan_tui.tui.labels import HIDDEN
from salgsplan_tui.tui.lines import Line, Part, Target

_BAR = 18


def standing_lines(standing: Standing, *, hide: bool = False) -> Iterator[Line]:
    """Yield the answers from top to bottom."""
    main = standing.main
    if main is not None:
        yield _heading(_("will it reach the goal?"))
        yield from _main(main, hide=hide)
    yield from _today(standing)
    yield _heading(_("cost in the end"))
    yield _costs(standing, hide=hide)
    if len(standing.goals) > 1:
        yield _heading(_("other goals"))
        yield from (_other(each, hide=hide) for each in standing.goals[1:])


def _heading(text: str) -> Line:
    return Line((Part(f"─ {text} ", "heading"),), rule=True)


def _main(figures: GoalFigures, *, hide: bool) -> Iterator[Line]:
    goal = figures.goal
    target = Target("goal", goal.id)
    yield Line((Part(f" {HIDDEN if hide else safe_line(goal.title)}", "title"),), target=target)
    bar = Part(f" {pace_bar(figures, _BAR)}", "sign")
    yield Line((bar, Part(f" {share(figures.attainment, 0)}", "figure")), target=target)
    if not hide:
        ahead = _of("ahead", figures)
        yield from (Line((Part(f" {text}"),), target=ahead) for text in pace_words(figures.ahead, goal.unit))
    answer = answer_part(figures, hide=hide)
    yield Line((answer._replace(text=f" {answer.text}"),), target=_of(_told_by(figures), figures))


def _of(code: str, figures: GoalFigures) -> Target:
    return Target("figure", f"{code}:{figures.goal.id}")


def _told_by(figures: GoalFigures) -> str:
    """Return the code of the figure that answers whether a goal will be reached."""
    found = verdict(figures)
    if found == "reached":
        return "reached"
    by_rate = found != "short" or expected_end(figures) == figures.run_rate
    return "rate" if by_rate and found != "with_scheduled" else "ends"


def answer_part(figures: GoalFigures, *, hide: bool) -> Part:
    """Return whether a goal will be reached, yes or no, and by what that is told."""
    end = HIDDEN if hide else figure(expected_end(figures), figures.goal.unit)
    answers: dict[Verdict, str] = {
        "reached": _("✓ it is reached"),
        "at_this_rate": _("✓ yes, at this rate"),
        "with_scheduled": _("✓ yes, with what lies ahead"),
        "short": _("✗ no: ends at {figure}").format(figure=end),
        "unknown": _("? it cannot be told yet"),
    }
    found = verdict(figures)
    return Part(answers[found], "warning" if found == "short" else "text")


def _today(standing: Standing) -> Iterator[Line]:
    """Yield what the day has to bring, and what has to be planned."""
    calls = standing.calls_a_day
    if calls is None or standing.funnel is None:
        return
    yield _heading(_("today"))
    need = ngettext("{count} call", "{count} calls", calls).format(count=calls)
    planned = _("{count} planned").format(count=standing.calls_today)
    style = "warning" if standing.calls_today < calls else "text"
    yield Line((Part(f" {need} · {planned}", style),), target=Target("figure", "a_day:"))
    for code, what in missing_words(standing.funnel.missing).items():
        words = _("{what} not planned").format(what=what)
        yield Line((Part(f" ! {words}", "warning"),), target=Target("figure", f"missing:{code}"))


def _costs(standing: Standing, *, hide: bool) -> Line:
    costs, target = standing.costs, Target("figure", "total:budget")
    if hide:
        return Line((Part(f" {HIDDEN}"),), target=target)
    if not costs.budget:
        return Line((Part(f" {figure(costs.forecast, 'kr')}"),), target=target)
    words = _("{part} of {whole}").format(part=money(costs.forecast), whole=figure(costs.budget, "kr"))
    is_over = costs.variance < 0
    return Line((Part(f" {'✗' if is_over else '✓'} {words}", "warning" if is_over else "text"),), target=target)


def _other(figures: GoalFigures, *, hide: bool) -> Line:
    mark = "! " if verdict(figures) == "short" else "  "
    title = HIDDEN if hide else safe_line(figures.goal.title)
    told = Part(f"{share(figures.attainment, 0)} ", "figure")
    return Line((Part(f" {mark}", "warning"), Part(title)), (told,), Target("goal", figures.goal.id))
