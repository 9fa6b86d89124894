"""Hears channels and activity types in a line, by the words of the catalogue."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.channels import Catalogue
from salgsplan_tui.domain.quick_add.words import Words, typed_plainly

_LONGEST: Final = 5
_MEETS_SOMEONE: Final = frozenset({"customer", "service"})


@dataclass(frozen=True, slots=True)
class Heard:
    """Words of a line that name a channel and a type of activity in it."""

    first: int
    last: int
    channel: str
    type: str


def hear(line: Sequence[str], catalogue: Catalogue, words: Words) -> tuple[Heard, ...]:
    """Return the channels named in a line of lower-case words, first things first and longer words before shorter.

    Only where none is found, words typed without æ, ø and å are tried, and compounds such as «frokostmøte».
    """
    found = _heard(line, catalogue.words)
    if not found and all(word.isascii() for word in line):
        plain = {spelt: codes for word, codes in catalogue.words.items() for spelt in typed_plainly(word)}
        found = _heard(line, plain)
    return found or tuple(_compounds(line, catalogue, words))


def _compounds(line: Sequence[str], catalogue: Catalogue, words: Words) -> Iterator[Heard]:
    ends = [end for (end,) in words.compounds.codes if end in catalogue.words]
    for index, word in enumerate(line):
        end = next((end for end in ends if word.endswith(end) and word.isalpha()), None)
        if end is not None:
            yield Heard(index, index + 1, *catalogue.words[end])


def _heard(line: Sequence[str], words: Mapping[str, tuple[str, str]]) -> tuple[Heard, ...]:
    found: list[Heard] = []
    index = 0
    while index < len(line):
        heard = _at(line, words, index)
        if heard is not None:
            found.append(heard)
        index = index + 1 if heard is None else heard.last
    return tuple(found)


def _at(line: Sequence[str], words: Mapping[str, tuple[str, str]], first: int) -> Heard | None:
    for length in range(min(_LONGEST, len(line) - first), 0, -1):
        codes = words.get(" ".join(line[first : first + length]))
        if codes is not None:
            return Heard(first, first + length, *codes)
    return None


def calls_for_someone(heard: Heard, catalogue: Catalogue) -> bool:
    """Say whether a name is likely to follow: a call, a visit, an offer, and no advertisement."""
    channel, kind = catalogue.channel(heard.channel), catalogue.type(heard.channel, heard.type)
    if channel is None or kind is None or kind.kind not in _MEETS_SOMEONE:
        return False
    return channel.form in {"one_to_one", "addressed", "own"}
