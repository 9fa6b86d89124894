"""The usual ways to repeat an activity, told from its day, to choose from; the choice is typed into the field."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from salgsplan_tui.domain.dates import first_of_month
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.recurrence import OnHoliday
from salgsplan_tui.language import N_, _, language
from salgsplan_tui.language.conventions import CONVENTIONS
from salgsplan_tui.tui.dialogs.form_context import FormContext
from salgsplan_tui.tui.dialogs.form_fields import Texts
from salgsplan_tui.tui.dialogs.form_repeat import first_day, next_dates, series_meant
from salgsplan_tui.tui.dialogs.palette import Command
from salgsplan_tui.tui.dialogs.repeat_words import ON_HOLIDAY

_SHOWN: Final = 3
_NTH: Final = {
    1: N_("every 1st {day} of the month"),
    2: N_("every 2nd {day} of the month"),
    3: N_("every 3rd {day} of the month"),
    4: N_("every 4th {day} of the month"),
}
_WAITS: Final = (7, 14, 30)
"""After how many days what waits for its last one is offered again."""
_HOLIDAY_WORDS: Final[dict[OnHoliday, str]] = {
    "keep": N_("holiday:keep"),
    "skip": N_("holiday:skip"),
    "next": N_("holiday:next"),
    "previous": N_("holiday:previous"),
}
"""What is typed for what becomes of one on a red day."""


def repeat_choices(form: FormContext, texts: Texts) -> tuple[Command, ...]:
    """Return what can be chosen for the field: the words to type, with the next dates that would come of them."""
    day = first_day(form, texts)
    typed = _without_holidays(texts["repeat"].strip())
    series = form.plan.series.get(form.activity.series or "")
    choices = [] if series is not None else [Command("", _("does not repeat"))]
    choices += [Command(words, words, help=_dates(form, words, day)) for words in _ways(day or form.today)]
    if typed:
        choices += [_on_holiday(form, typed, code, day) for code in _HOLIDAY_WORDS]
    choices.append(Command(texts["repeat"], _("in your own words …"), help=_("e.g. every other Friday until 18.12")))
    return tuple(choices)


def _ways(day: dt.date) -> Iterator[str]:
    """Yield the words of the usual ways that fall on a day."""
    weekday = CONVENTIONS[language()].weekdays[day.weekday()]
    yield _("every workday")
    yield _("every {day}").format(day=weekday)
    yield _("every other {day}").format(day=weekday)
    nth = (day.day - 1) // 7 + 1
    if nth in _NTH:
        yield _(_NTH[nth]).format(day=weekday)
    if (first_of_month(day.year, day.month + 1) - day).days <= 7:  # noqa: PLR2004  # the last week of the month
        yield _("every last {day} of the month").format(day=weekday)
    yield _("every month on the {day}.").format(day=day.day)
    yield _("every quarter")
    yield from (_("{count} days after done").format(count=count) for count in _WAITS)


def _on_holiday(form: FormContext, typed: str, code: OnHoliday, day: dt.date | None) -> Command:
    words = f"{typed} {_(_HOLIDAY_WORDS[code])}"
    return Command(words, _(ON_HOLIDAY[code]), help=_dates(form, words, day))


def _without_holidays(typed: str) -> str:
    """Return the words without what they say of red days."""
    before, _dot, _said = typed.partition(" · ")
    keys = tuple(_(words).partition(":")[0] + ":" for words in _HOLIDAY_WORDS.values())
    return " ".join(word for word in before.split() if not word.startswith(keys))


def _dates(form: FormContext, words: str, day: dt.date | None) -> str:
    try:
        series = series_meant(form, words, day)
    except NotUnderstoodError:  # it is told beside the field when it is chosen
        return ""
    return next_dates(form, series, series.first, _SHOWN)
