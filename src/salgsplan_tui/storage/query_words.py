"""Reads the words of the search that come with the program."""

import tomli

from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.query import QueryWords
from salgsplan_tui.storage.packaged import FOLDER


def query_words() -> QueryWords:
    """Return the words of the search in both languages."""
    tables = tomli.loads((FOLDER / "query_words.toml").read_text("utf-8"))
    filters, statuses, customer_filters, stages = (
        {fold(word): code for code, words in tables[name].items() for word in (code, *words)}
        for name in ("filters", "statuses", "customer_filters", "stages")
    )
    nothing, something = (frozenset(map(fold, tables["answers"][name])) for name in ("nothing", "something"))
    types = {code: fold("\n".join((code, *words))) for code, words in tables["case_types"].items()}
    return QueryWords(filters, statuses, customer_filters, stages, nothing, something, types)
