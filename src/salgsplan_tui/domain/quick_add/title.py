"""The title of an activity: the words as they were typed, without what became date, time, cost, sign or note."""

import re
import unicodedata
from typing import Final

from salgsplan_tui.domain.quick_add.worksheet import Worksheet

STAYS: Final = frozenset({None, "whom", "name", "quantity", "telephone"})
"""What a word may have been understood as and still be a word of the title."""

_EDGES: Final = " ,;:–—-"
_BEFORE_COMMA = re.compile(r" +(?=[,;](?: |$))")


def title_of(sheet: Worksheet) -> str:
    """Return the words that stay, spaced as they were, without punctuation left over at the ends."""
    shown: list[str] = []
    last = None
    for index, (token, kind) in enumerate(zip(sheet.tokens, sheet.kinds, strict=True)):
        if kind not in STAYS:
            continue
        plain = token.shown.replace("@", "", 1) if kind == "whom" else token.shown
        text = sheet.shown.get(index, plain)
        shown.append(text if last == token.start else f" {text}")
        last = token.end
    title = _BEFORE_COMMA.sub("", "".join(shown)).strip(_EDGES)
    return unicodedata.normalize("NFC", title)
