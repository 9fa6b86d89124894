"""Numbers of offers and orders in words."""

from typing import Literal

from salgsplan_tui.language import ngettext


def number_words(what: Literal["offers", "orders"], count: int) -> str:
    """Return «5 ordre», «4 tilbud»."""
    if what == "offers":
        return ngettext("{count} offer", "{count} offers", count).format(count=count)
    return ngettext("{count} order", "{count} orders", count).format(count=count)
