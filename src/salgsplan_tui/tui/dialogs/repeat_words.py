"""A repeat in words: «hver virkedag til 18.12.», «annenhver torsdag», «14 dager etter at den forrige er ferdig»."""

from typing import Final

from salgsplan_tui.domain.offsets import parts as offset_parts
from salgsplan_tui.domain.recurrence import OnHoliday, Series
from salgsplan_tui.domain.rules import WEEKDAY_CODES, parts_of
from salgsplan_tui.language import N_, _, language, ngettext
from salgsplan_tui.language.conventions import CONVENTIONS
from salgsplan_tui.language.formats import full_date

_WORKDAYS: Final = list(WEEKDAY_CODES[:5])
_EVERY: Final = {
    "DAILY": (N_("every day"), N_("every {count} days")),
    "WEEKLY": (N_("every week"), N_("every {count} weeks")),
    "MONTHLY": (N_("every month"), N_("every {count} months")),
    "YEARLY": (N_("every year"), N_("every {count} years")),
}
_NTH: Final = {
    1: N_("the first {day} of every month"),
    2: N_("the second {day} of every month"),
    3: N_("the third {day} of every month"),
    4: N_("the fourth {day} of every month"),
    -1: N_("the last {day} of every month"),
}
ON_HOLIDAY: Final[dict[OnHoliday, str]] = {
    "keep": N_("also on holidays"),
    "skip": N_("not on holidays"),
    "next": N_("holidays: the next working day"),
    "previous": N_("holidays: the working day before"),
}
"""What becomes of one on a red day, in words."""


def repeat_words(series: Series) -> str:
    """Return how often a series comes again, until when, and what becomes of one on a red day."""
    if series.rrule is None:
        words = _after(series.after or "1d")
    else:
        rule = parts_of(series.rrule)
        words = _how_often(rule)
        if "COUNT" in rule:
            words += " " + _("{count} times").format(count=rule["COUNT"])
    if series.until is not None:
        words += " " + _("until {date}").format(date=full_date(series.until))
    is_said = series.on_holiday == "keep" or (series.on_holiday == "skip" and _is_workdays(series))
    return words if is_said else f"{words} · {_(ON_HOLIDAY[series.on_holiday])}"


def _after(delay: str) -> str:
    number, counts_workdays = offset_parts(delay)
    if counts_workdays:
        words = ngettext(
            "{count} working day after the last is done", "{count} working days after the last is done", number
        )
    else:
        words = ngettext("{count} day after the last is done", "{count} days after the last is done", number)
    return words.format(count=number)


def _is_workdays(series: Series) -> bool:
    return series.rrule is not None and parts_of(series.rrule).get("BYDAY", "").split(",") == _WORKDAYS


def _how_often(rule: dict[str, str]) -> str:
    interval = int(rule.get("INTERVAL", "1"))
    days = rule.get("BYDAY", "").split(",") if rule.get("BYDAY") else []
    if days == _WORKDAYS and interval == 1:
        return _("every workday")
    if days and all(day in WEEKDAY_CODES for day in days) and rule.get("FREQ") == "WEEKLY":
        return _on_days(_listed([_weekday(day) for day in days]), interval)
    if len(days) == 1 and interval == 1 and rule.get("FREQ") == "MONTHLY" and _nth(days[0]) in _NTH:
        return _(_NTH[_nth(days[0])]).format(day=_weekday(days[0][-2:]))
    one, many = _EVERY.get(rule.get("FREQ", ""), (N_("repeated"), N_("repeated")))
    words = _(one) if interval == 1 else _(many).format(count=interval)
    return words + (" " + _("on the {day}.").format(day=rule["BYMONTHDAY"]) if "BYMONTHDAY" in rule else "")


def _listed(names: list[str]) -> str:
    """Return «mandag, onsdag og fredag»."""
    *first, last = names
    return _("{names} and {last}").format(names=", ".join(first), last=last) if first else last


def _nth(code: str) -> int:
    return int(code[:-2] or 0)


def _weekday(code: str) -> str:
    return CONVENTIONS[language()].weekdays[WEEKDAY_CODES.index(code)]


def _on_days(names: str, interval: int) -> str:
    if interval == 1:
        return _("every {day}").format(day=names)
    if interval == 2:  # noqa: PLR2004  # «annenhver» has a word of its own
        return _("every other {day}").format(day=names)
    return _("{day} every {count} weeks").format(day=names, count=interval)
