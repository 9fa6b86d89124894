"""Finds the names that are marked in a line: by `@`, or by a legal form as in «Nordfjord AS»."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.quick_add.channel_words import Heard
from salgsplan_tui.domain.quick_add.date_words import is_date_word, is_strong
from salgsplan_tui.domain.quick_add.names import LONGEST, Hit, Names
from salgsplan_tui.domain.quick_add.words import Words
from salgsplan_tui.domain.quick_add.worksheet import Worksheet

_WHOLE: Final = 0
_MOST_WORDS: Final = 12
_MOST_PARTICLES: Final = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the line, and who goes by it; nobody yet where it is a new customer's."""

    first: int
    last: int
    name: str
    hits: tuple[Hit, ...]
    is_topic: bool = False
    """It follows «om»: what the activity is about, and not necessarily with whom."""


def marked_names(sheet: Worksheet, words: Words, names: Names) -> list[Mention]:
    """Take the names after `@` out of a line."""
    found = []
    for index, token in enumerate(sheet.tokens):
        if token.sign == "@":
            last, name = index + 1, token.core
        elif sheet.core(index)[:1] == "@" and len(token.core) > 1:
            last = _end_of_marked(sheet, words, names, index)
            name = _name(sheet, index, last).removeprefix("@")
        else:
            continue
        own = names.ids.get(name.casefold())
        if own is not None:
            sheet.shown[index] = f"{own.short}{token.tail}"
        hits = hits_of(words, names, name) if own is None else (Hit(own, _WHOLE),)
        found.append(Mention(index, last, name, hits))
        sheet.take(index, last, "whom")
    return found


def firms(sheet: Worksheet, words: Words, names: Names, heard: Sequence[Heard]) -> list[Mention]:
    """Take the names with a legal form out of a line."""
    found = []
    for index in range(1, len(sheet)):
        if not is_legal_form(words, sheet.core(index)):
            continue
        first = _start_of_firm(sheet, words, names, heard, index)
        if first < index:
            name = _name(sheet, first, index + 1)
            found.append(Mention(first, index + 1, name, hits_of(words, names, name)))
            sheet.take(first, index + 1, "whom")
    return found


def hits_of(words: Words, names: Names, name: str) -> tuple[Hit, ...]:
    """Return who goes by a name; a firm with another legal form is another firm."""
    base, _, form = name.rpartition(" ")
    if not base or not is_legal_form(words, form):
        return names.find(name)
    firm = names.firms.get(fold(name)) or names.firms.get(fold(base))
    return (Hit(firm, _WHOLE),) if firm else ()


def is_legal_form(words: Words, word: str) -> bool:
    """Say whether a word is a legal form as it is spelt: «AS» and never "as"."""
    return word in words.legal_spellings or word.casefold() in words.legal_words


def end_of_name(sheet: Worksheet, words: Words, first: int) -> int:
    """Return the end of the words that look like one name; a date word after the first ends it."""
    last = first + 1
    while last - first < _MOST_WORDS and not sheet.tokens[last - 1].tail and sheet.free(last):
        step = last
        while step - last < _MOST_PARTICLES and (sheet.word(step) in words.particles or sheet.word(step) == "&"):
            step += 1
        if not sheet.free(step) or is_date_word(words, sheet.word(step)) or sheet.word(step) in words.clock:
            break
        if not (sheet.tokens[step].capital or sheet.word(step) in words.legal_words):
            break
        last = step + 1
    return last


def together(sheet: Worksheet, first: int) -> int:
    """Return how many free words stand together without punctuation between, as far as a name goes."""
    length = 1
    while length < LONGEST and sheet.free(first + length) and not sheet.tokens[first + length - 1].tail:
        length += 1
    return length


def _end_of_marked(sheet: Worksheet, words: Words, names: Names, first: int) -> int:
    """Return the end of the longest known name after `@`, else of the words with capitals."""
    end = end_of_name(sheet, words, first)
    for length in range(together(sheet, first), 0, -1):
        known = names.find(_name(sheet, first, first + length).removeprefix("@"))
        if known and (first + length >= end or (length > 1 and known[0].rank == _WHOLE)):
            return first + length
    return end


def _name(sheet: Worksheet, first: int, last: int) -> str:
    return " ".join(token.core for token in sheet.tokens[first:last])


def _start_of_firm(sheet: Worksheet, words: Words, names: Names, heard: Sequence[Heard], form: int) -> int:
    """Return where the name before a legal form begins; the form's own place where there is no name."""
    opens = {index for each in heard if each.first == 0 for index in range(each.first, each.last)}
    first = form
    while form - first < _MOST_WORDS and first - 1 not in opens and _belongs_to_firm(sheet, words, names, first - 1):
        first -= 1
    while first < form and not _is_name_like(sheet, first):
        first += 1
    known = [start for start in range(first, form) if fold(_name(sheet, start, form + 1)) in names.firms]
    return known[0] if known else first


def _belongs_to_firm(sheet: Worksheet, words: Words, names: Names, index: int) -> bool:
    if not sheet.free(index) or sheet.tokens[index].tail:
        return False
    word = sheet.word(index)
    if _is_name_like(sheet, index):
        return not is_strong(words, word) and not (index == 0 and word in words.contact_verbs)
    if word == "&" or word in words.particles:
        return True
    return word in words.inside_firms and sheet.tokens[index - 1].capital and not names.find(sheet.core(index - 1))


def _is_name_like(sheet: Worksheet, index: int) -> bool:
    core = sheet.core(index)
    return sheet.tokens[index].capital or (core[:1].isdigit() and not core.isdigit() and core[-1:].isalpha())
