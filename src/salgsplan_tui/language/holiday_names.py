"""The names of Norwegian red and short days (chapter 7.3)."""

from typing import Final

from salgsplan_tui.language import N_, _

_NAMES: Final = {
    "new_years_day": N_("New Year's Day"),
    "maundy_thursday": N_("Maundy Thursday"),
    "good_friday": N_("Good Friday"),
    "easter_sunday": N_("Easter Sunday"),
    "easter_monday": N_("Easter Monday"),
    "labour_day": N_("Labour Day"),
    "constitution_day": N_("Constitution Day"),
    "ascension_day": N_("Ascension Day"),
    "whit_sunday": N_("Whit Sunday"),
    "whit_monday": N_("Whit Monday"),
    "christmas_day": N_("Christmas Day"),
    "boxing_day": N_("Boxing Day"),
    "wednesday_before_easter": N_("Wednesday before Easter"),
    "easter_eve": N_("Easter Eve"),
    "whitsun_eve": N_("Whitsun Eve"),
    "christmas_eve": N_("Christmas Eve"),
    "new_years_eve": N_("New Year's Eve"),
}


def holiday_name(code: str) -> str:
    """Return a holiday's name in the language spoken now; a code that is not known stands for itself."""
    return _(_NAMES[code]) if code in _NAMES else code
