"""How the answer to «will it fit?» is counted: the weeks, what lies in them, and what is needed beyond (4.14, S12)."""

from collections.abc import Iterator

from salgsplan_tui.domain.fit import WeekFit, minutes_per_call, minutes_per_meeting
from salgsplan_tui.domain.funnel import Funnel
from salgsplan_tui.language import _
from salgsplan_tui.language.formats import hours, number, short_day, week_name
from salgsplan_tui.tui.behind import Behind
from salgsplan_tui.tui.lines import Line, Part, Target
from salgsplan_tui.tui.money_table import heading, hint
from salgsplan_tui.tui.programme_overview import activity_line
from salgsplan_tui.tui.programme_page import ProgrammePage
from salgsplan_tui.tui.terms import COMES_TO, FIRST, LESS, PLUS, Term, term_lines


def fit_behind(page: ProgrammePage) -> Behind:
    """Return all weeks together, what is needed beyond the plan, and every row that lies ahead."""

    def draw(cells: int) -> Iterator[Line]:
        fit = page.known.fit
        yield from term_lines(*_terms(fit.capacity, fit.planned, int(fit.needed)))
        if page.known.funnel is not None:
            yield from term_lines(*_needed(page, page.known.funnel), title=_("needed too"))
        for week in fit.weeks:
            planned = _hours(week.planned)
            yield heading(
                week_name(week.week),
                _("{planned} of {capacity}").format(planned=planned, capacity=_hours(week.capacity)),
            )
            yield from (activity_line(page, row, cells) for row in week.rows)

    return Behind(_("Will it fit?"), draw)


def week_behind(page: ProgrammePage, key: str) -> Behind:
    """Return one week: what can be worked on its days, what lies in it, and its part of what is needed."""
    week = next(each for each in page.known.fit.weeks if each.week == key)

    def draw(cells: int) -> Iterator[Line]:
        yield from term_lines(*_terms(week.capacity, week.planned, int(week.share)))
        yield from _days(page, week)
        yield heading(_("planned"), _hours(week.planned))
        if not week.rows:
            yield hint(_("Nothing yet."))
        yield from (activity_line(page, row, cells) for row in week.rows)

    return Behind(week_name(key), draw)


def _terms(capacity: int, planned: int, needed: int) -> Iterator[Term]:
    yield Term(FIRST, _("can be worked"), _hours(capacity))
    yield Term(LESS, _("planned"), _hours(planned))
    yield Term(LESS, _("needed too"), _hours(needed), Target("figure", "rest:goal"))
    yield Term(COMES_TO, _("room"), _hours(capacity - planned - needed))


def _needed(page: ProgrammePage, funnel: Funnel) -> Iterator[Term]:
    """Yield the calls and the meetings that are missing, each as long as one took so far."""
    for sign, code, name, each in (
        (FIRST, "attempts", _("calls not planned"), minutes_per_call(page.basis)),
        (PLUS, "meetings", _("meetings not planned"), minutes_per_meeting(page.basis)),
    ):
        count: int = getattr(funnel.missing, code) or 0
        value = _("{count} × {minutes} minutes").format(count=count, minutes=number(each, 1))
        yield Term(sign, name, value, Target("figure", f"missing:{code}"))
    yield Term(COMES_TO, _("needed too"), _hours(int(page.known.fit.needed)))


def _days(page: ProgrammePage, week: WeekFit) -> Iterator[Line]:
    """Yield the days that are left of a week with what can be worked on them."""
    settings, off = page.plan.settings, page.plan.days_off
    yield heading(_("can be worked"), _hours(week.capacity))
    for day in week.span.days():
        minutes = off.minutes_left(day, settings.working_minutes(day.weekday()))
        if minutes:
            yield Line((Part(f"   {short_day(day)}", "time"),), (Part(f"{_hours(minutes)} "),))


def _hours(minutes: int) -> str:
    return _("{hours} h").format(hours=hours(minutes))
