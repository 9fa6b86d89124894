"""A typed line cut into its terms: words, "phrases in quotes", and filters such as kanal:telefon, kr>1000, klasse:A.

A value of several words stands in quotes: kunde:"Berg AS". What is no filter that is known is a word to look for.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from salgsplan_tui.domain.fold import fold

_TOKEN: Final = re.compile(
    r"""(?P<key>[^\W\d_]+)(?P<sign>:|>=|<=|>|<|=)(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]*))"""
    r"""|"(?P<phrase>[^"]*)"?|(?P<word>\S+)"""
)
_QUOTES: Final = str.maketrans(dict.fromkeys("«»“”„", '"'))


class Term(NamedTuple):
    """One term of a line."""

    code: str | None
    """The code of its filter; None for a word."""
    sign: str
    value: str
    """The word, or the filter's value, which may still be missing."""
    at: tuple[int, int]
    """Where it stands."""


def terms(text: str, names: Mapping[str, str], compared: Collection[str]) -> Iterator[Term]:
    """Yield the terms of a line.

    `names` are what stands before the sign, folded, and the filter's code; the `compared` may have < > = too.
    """
    for token in _TOKEN.finditer(text.translate(_QUOTES)):
        code = None if token["key"] is None else names.get(fold(token["key"]))
        if code is None or (token["sign"] != ":" and code not in compared):
            word = token[0] if token["phrase"] is None else token["phrase"]
            yield Term(None, "", word.strip('"'), token.span())
        else:
            value = token["bare"] if token["quoted"] is None else token["quoted"]
            yield Term(code, token["sign"], value.strip(), token.span())


def beginning(value: str, names: Mapping[str, str]) -> str | None:
    """Return the code of the one name that a value is, or begins; None where there is none or there are several."""
    wanted = fold(value)
    if wanted in names:
        return names[wanted]
    starts = {code for name, code in names.items() if name.startswith(wanted)}
    return starts.pop() if len(starts) == 1 else None
