"""A made-up language that shows at a glance which texts are not translated, and which are cut: «[Ŝtřîñĝ~~~]»."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations
from typing import Final

from salgsplan_tui.language import Language, set_language

_ACCENTED: Final = str.maketrans("ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz", "ÂĈĎÊĜĤÎĴĶĹÑÔŘŜŤÛŴŶŽâĉďêĝĥîĵķĺñôřŝťûŵŷž")
_PLACEHOLDER: Final = re.compile(r"(\{[^{}]*\})")


def pseudo(text: str) -> str:
    """Return a text with accents, a third longer and between brackets; placeholders stay as they are."""
    parts = _PLACEHOLDER.split(text)
    accented = (part if part.startswith("{") else part.translate(_ACCENTED) for part in parts)
    return f"[{''.join(accented)}{'~' * (len(text) // 3 + 1)}]"


class PseudoCatalogue(NullTranslations):
    """Translates every text into the made-up language."""

    def gettext(self, message: str) -> str:
        """Return a text."""
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the text for one or for many."""
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """Return a text whose words mean different things in different places."""
        del context
        return pseudo(message)


@contextmanager
def pseudo_language(formats: Language = "nb") -> Iterator[None]:
    """Speak the made-up language, with dates and numbers as in a real one."""
    set_language(formats, PseudoCatalogue())
    yield
    set_language(formats)
