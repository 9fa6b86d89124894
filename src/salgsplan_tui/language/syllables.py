"""Where a word may be broken over two lines, in Norwegian and English alike.

A syllable begins with the last consonant before a vowel, or with a group of letters that are one sound or begin words
(«kj», «sj», «tr»); after a consonant an s ends the part before it («tilbuds-liste», but «radio-spott»). That is right
for by far most words without a dictionary, and never breaks a sound in two.
"""

import re
from typing import Final

_SHORTEST_HEAD: Final = 2
_SHORTEST_REST: Final = 3
_VOWELS: Final = "aeiouyæøåäöéèêóòôü"
_ONSET: Final = re.compile(
    rf"(?:skj|sj|kj|gj|hj|tj|bj|fj|(?<=[{_VOWELS}])s[kptlnv]|[bdfgkptv]r|[bfgkp]l|kv|th|sh|ch|ph|qu|wh"
    rf"|[^\W\d_{_VOWELS}])(?=[{_VOWELS}])|(?<=-)\w",
    re.IGNORECASE,
)
_HAS_VOWEL: Final = re.compile(rf"[{_VOWELS}]", re.IGNORECASE)


def last_break(word: str, most: int) -> int | None:
    """Return how many letters of a word go before its hyphen, at most so many; None where it is best kept whole."""
    last = min(most, len(word) - _SHORTEST_REST)
    starts = [found.start() for found in _ONSET.finditer(word)]
    return next((at for at in reversed(starts) if _SHORTEST_HEAD <= at <= last and _HAS_VOWEL.search(word[:at])), None)
