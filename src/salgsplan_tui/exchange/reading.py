"""Reads a file of contacts, whichever of the known kinds it is."""

from collections.abc import Mapping

from salgsplan_tui.exchange.columns import Aliases
from salgsplan_tui.exchange.decoding import text_of
from salgsplan_tui.exchange.people import KindOf, People, Progress
from salgsplan_tui.exchange.table_people import people_in_table
from salgsplan_tui.exchange.vcards import is_cards, people_in_cards


def people_in(
    data: bytes, aliases: Aliases, own: Mapping[str, str], kind_of: KindOf, progress: Progress | None = None
) -> People:
    """Return what a file of vCards or a table says.

    Raises:
        NotUnderstoodError: it is no such file; tells why.
    """
    text = text_of(data)
    if is_cards(text):
        return people_in_cards(text, kind_of, progress)
    return people_in_table(text, aliases, own, kind_of, progress)
