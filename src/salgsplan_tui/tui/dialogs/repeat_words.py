"""A repeat in words: «hver virkedag til 18.12.», «annenhver torsdag»."""

import datetime as dt
from typing import Final

from salgsplan_tui.language import N_, _, language
from salgsplan_tui.language.conventions import CONVENTIONS
from salgsplan_tui.language.formats import full_date

_CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS: Final = list(_CODES[:5])
_EVERY: Final = {
    "DAILY": (N_("every day"), N_("every {count} days")),
    "WEEKLY": (N_("every week"), N_("every {count} weeks")),
    "MONTHLY": (N_("every month"), N_("every {count} months")),
    "YEARLY": (N_("every year"), N_("every {count} years")),
}


def repeat_words(rrule: str, until: dt.date | None) -> str:
    """Return how often a rule of RFC 5545 comes again, and until when."""
    rule = dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)
    words = _how_often(rule)
    if "COUNT" in rule:
        words += " " + _("{count} times").format(count=rule["COUNT"])
    if until is not None:
        words += " " + _("until {date}").format(date=full_date(until))
    return words


def _how_often(rule: dict[str, str]) -> str:
    interval = int(rule.get("INTERVAL", "1"))
    days = rule.get("BYDAY", "").split(",") if rule.get("BYDAY") else []
    if days == _WORKDAYS and interval == 1:
        return _("every workday")
    if days and all(day in _CODES for day in days) and rule.get("FREQ") == "WEEKLY":
        names = " ".join(CONVENTIONS[language()].weekdays[_CODES.index(day)] for day in days)
        return _on_days(names, interval)
    one, many = _EVERY.get(rule.get("FREQ", ""), (N_("repeated"), N_("repeated")))
    words = _(one) if interval == 1 else _(many).format(count=interval)
    return words + (" " + _("on the {day}.").format(day=rule["BYMONTHDAY"]) if "BYMONTHDAY" in rule else "")


def _on_days(names: str, interval: int) -> str:
    if interval == 1:
        return _("every {day}").format(day=names)
    if interval == 2:  # noqa: PLR2004  # «annenhver» has a word of its own
        return _("every other {day}").format(day=names)
    return _("{day} every {count} weeks").format(day=names, count=interval)
