"""Every word a person can read: English source texts, and the catalogue that says them in another language.

A text is written `_("Moved to {date}.").format(date=...)`. In a table that is built at import it is only marked,
`N_("planned")`, and translated when shown. Nothing is read before the first text is asked for.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from gettext import NullTranslations

Language = Literal["nb", "en"]
"""The languages spoken; the source texts are `en`, so only `nb` has a catalogue."""

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)


@cache
def _catalogue_of(code: Language) -> "NullTranslations":
    from gettext import GNUTranslations, NullTranslations  # noqa: PLC0415  # not before the first text
    from pathlib import Path  # noqa: PLC0415  # the same

    compiled = Path(__file__).with_name("locale") / code / "LC_MESSAGES" / "salgsplan.mo"
    # Where the catalogue was not compiled, English is better than nothing; a test sees to it that it is.
    if code == "en" or not compiled.exists():
        return NullTranslations()
    with compiled.open("rb") as file:
        return GNUTranslations(file)


class _Speaker:
    """Knows the language spoken now, and its catalogue once a text was asked for."""

    code: Language = "nb"
    chosen: "NullTranslations | None" = None

    @property
    def catalogue(self) -> "NullTranslations":
        """The catalogue of the language spoken now."""
        if self.chosen is None:
            self.chosen = _catalogue_of(self.code)
        return self.chosen


_speaker: Final = _Speaker()


def set_language(code: Language, catalogue: "NullTranslations | None" = None) -> None:
    """Speak this language from now on, by its own catalogue or another one."""
    _speaker.code, _speaker.chosen = code, catalogue


@contextmanager
def speaking(code: Language) -> Iterator[None]:
    """Speak another language for a while, as for a report that somebody else is to read."""
    code_before, chosen_before = _speaker.code, _speaker.chosen
    if code != code_before:
        set_language(code)
    try:
        yield
    finally:
        _speaker.code, _speaker.chosen = code_before, chosen_before


def language() -> Language:
    """Return the language spoken now; Norwegian until another is set."""
    return _speaker.code


def _(message: str) -> str:
    """Return a text in the language spoken now."""
    # gettext keeps the catalogue's header under the empty text
    return _speaker.catalogue.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Return the text for one or for many, in the language spoken now."""
    return _speaker.catalogue.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """Return a text whose words mean different things in different places."""
    return _speaker.catalogue.pgettext(context, message)


def own_texts() -> "Iterator[str]":
    """Yield every text of the program, in both languages."""
    catalogue = _catalogue_of("nb")
    for source, said in getattr(catalogue, "_catalog", {}).items():  # gettext tells it in no other way
        text = source[0] if isinstance(source, tuple) else source
        if text:  # under the empty one lies the catalogue's header
            yield text.rpartition("\4")[2]
            yield said


def N_(message: str) -> str:  # noqa: N802  # gettext's own name, which the extractor looks for
    """Mark a text for translation where it is shown."""
    return message
