"""Which language to speak: as asked for, else the settings, else the locale (decisions.md)."""

from collections.abc import Mapping
from typing import Final

from salgsplan_tui.language import Language

_NORWEGIAN: Final = {"nb", "nn", "no"}
_SAYS_NOTHING: Final = {"", "c", "posix"}
_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(flag: str | None, setting: str | None, environment: Mapping[str, str]) -> Language:
    """Return the language to speak; the locale is only read by its name, so it need not be generated.

    Raises:
        ValueError: the flag names a language that is not spoken here.
    """
    if flag is not None:
        asked = language_named(flag)
        if asked is None:
            raise ValueError(flag)
        return asked
    return language_named(setting or "") or _of_locale(environment)


def language_named(name: str) -> Language | None:
    """Return the language that a name such as "nb", "nn_NO.UTF-8", "no-NO" or "en_GB" means, if it is spoken here."""
    language = _language_part(name)
    if language in _NORWEGIAN:
        return "nb"
    return "en" if language == "en" else None


def _of_locale(environment: Mapping[str, str]) -> Language:
    """Return the language of the first variable that is set, as POSIX ranks them."""
    locale = next((value for name in _VARIABLES if (value := environment.get(name))), "")
    if _language_part(locale) in _SAYS_NOTHING:
        return "nb"
    # Who has set up a third language reads English rather than Norwegian.
    return language_named(locale) or "en"


def _language_part(name: str) -> str:
    return name.strip().lower().replace("-", "_").partition(".")[0].partition("@")[0].partition("_")[0]
