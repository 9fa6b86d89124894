"""The names of low seasons and of own days off (chapter 7.4)."""

from typing import Final

from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import safe_line

_SEASONS: Final = {
    "holy_week": N_("the week before Easter"),
    "between_christmas_and_new_year": N_("between Christmas and New Year"),
    "common_holiday": N_("common summer holiday"),
    "winter_break": N_("winter break week"),
    "autumn_break": N_("autumn break week"),
    "friday_afternoon": N_("Friday afternoon"),
}
_WHYS: Final = {"leave": N_("off"), "ill": N_("ill"), "closed": N_("closed")}
_HALVES: Final = {"morning": N_("{name}, morning"), "afternoon": N_("{name}, afternoon")}


def season_name(season: str) -> str:
    """Return a low season in words."""
    return _(_SEASONS[season])


def day_off_name(title: str, why: str, half: str | None) -> str:
    """Return what a day off is called, by its title or why it is one, and which half of it."""
    name = safe_line(title) or _(_WHYS[why])
    return name if half is None else _(_HALVES[half]).format(name=name)
