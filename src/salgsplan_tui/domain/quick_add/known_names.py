"""Finds known people and firms by their plain names, and keeps unknown names from being read as dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from salgsplan_tui.domain.quick_add.channel_words import Heard, calls_for_someone
from salgsplan_tui.domain.quick_add.date_words import is_beside_a_number, is_date_word, is_strong
from salgsplan_tui.domain.quick_add.mentions import Mention, end_of_name, together
from salgsplan_tui.domain.quick_add.names import Hit, Names
from salgsplan_tui.domain.quick_add.numbers import number_word
from salgsplan_tui.domain.quick_add.worksheet import Setting, Worksheet

Slot = Literal["verb", "small_word", "name"] | None
"""What stands right before: a verb of contact, a word such as «med», another name, or anything else."""

_WHOLE: Final = 0
_SHORTEST: Final = 3


@dataclass(frozen=True)
class _Ear:
    """A line with what was heard in it, and the names to listen for."""

    sheet: Worksheet
    setting: Setting
    names: Names
    verbs_end: frozenset[int]
    channel_words: frozenset[int]

    def slot(self, index: int) -> Slot:
        """Return what stands right before a word."""
        sheet, words = self.sheet, self.setting.words
        if index == 0:
            return None
        before = sheet.tokens[index - 1]
        joined = sheet.word(index - 1) in words.joiners and index > 1 and sheet.kinds[index - 2] in {"whom", "name"}
        if joined or (sheet.kinds[index - 1] in {"whom", "name"} and before.tail == ","):
            return "name"
        if before.tail and before.tail != ":":
            return None
        if index in self.verbs_end or sheet.word(index - 1) in words.contact_verbs:
            return "verb"
        return "small_word" if sheet.word(index - 1) in words.before_names else None


def known_names(sheet: Worksheet, setting: Setting, names: Names, heard: Sequence[Heard]) -> list[Mention]:
    """Take the names of known people and firms out of a line, and keep unknown ones where a name is expected."""
    catalogue = setting.plan.channels
    ear = _Ear(
        sheet,
        setting,
        names,
        frozenset(each.last for each in heard if calls_for_someone(each, catalogue)),
        frozenset(index for each in heard for index in range(each.first, each.last)),
    )
    found = []
    for index in range(len(sheet)):
        mention = _known_at(ear, index) if sheet.free(index) else None
        if mention is not None:
            sheet.take(mention.first, mention.last, "whom")
            found.append(mention)
        elif sheet.free(index) and _is_somebodys_name(ear, index):
            sheet.take(index, end_of_name(sheet, setting.words, index), "name")
    return found


def _known_at(ear: _Ear, first: int) -> Mention | None:
    sheet = ear.sheet
    if not ear.names.may_begin_with(sheet.core(first)):
        return None
    end = end_of_name(sheet, ear.setting.words, first)
    for length in range(together(sheet, first), 0, -1):
        name = " ".join(token.core for token in sheet.tokens[first : first + length])
        hits = ear.names.find(name)
        if hits and _is_meant(ear, first, length, hits, end):
            topic = first > 0 and sheet.word(first - 1) in ear.setting.words.topics
            return Mention(first, first + length, name, hits, topic)
    return None


def _is_meant(ear: _Ear, first: int, length: int, hits: tuple[Hit, ...], end: int) -> bool:
    """Say whether words that are a known name are meant as one here."""
    if length > 1 and hits[0].rank == _WHOLE:
        return True
    if first + length < end:
        return False  # «Kari Hansen» is nobody we know, though there are a Kari and a Hansen
    if length > 1:
        return True
    word, slot = ear.sheet.word(first), ear.slot(first)
    if is_date_word(ear.setting.words, word):
        return _name_before_date(ear, first, slot)
    if ear.sheet.tokens[first].capital:
        return slot is not None or (first not in ear.channel_words and not _opens_a_sentence(ear, first))
    return _is_plain_name(ear, first, slot)


def _opens_a_sentence(ear: _Ear, index: int) -> bool:
    following = ear.sheet.word(index + 1)
    goes_on = following.isalpha() and not ear.sheet.tokens[index + 1].capital
    is_opener = index == 0 and ear.sheet.word(index) in ear.setting.words.openers
    return is_opener and goes_on and not is_date_word(ear.setting.words, following)


def _is_plain_name(ear: _Ear, index: int, slot: Slot) -> bool:
    """Say whether a word in small letters is a name: never one that means something else here."""
    words, word = ear.setting.words, ear.sheet.word(index)
    if index in ear.channel_words or len(word) < _SHORTEST or number_word(word, words.numbers) is not None:
        return False
    if any(word in small for small in (words.units, words.joiners, words.before_dates, words.every, words.pieces)):
        return False
    return slot in {"verb", "name"} or word not in words.common_names


def _name_before_date(ear: _Ear, index: int, slot: Slot) -> bool:
    """Say whether «Tor» or "May" is a person; right after a verb of contact, with a capital, a known one is."""
    words, sheet, word = ear.setting.words, ear.sheet, ear.sheet.word(index)
    capital = sheet.tokens[index].capital
    if is_strong(words, word):
        return False
    match slot:
        case "verb":
            return capital or not _is_rather_a_day(ear, index)
        case "name":
            return capital
        case "small_word":
            is_before_dates = sheet.word(index - 1) in words.before_dates_and_names
            return not is_before_dates or (capital and not is_beside_a_number(words, sheet, index))
        case _:
            return capital and not is_beside_a_number(words, sheet, index) and not _before_time(ear, index)


def _is_rather_a_day(ear: _Ear, index: int) -> bool:
    """Say whether «tor» in small letters is Thursday: before a bare hour, or before a time where others are named."""
    sheet, following = ear.sheet, ear.sheet.word(index + 1)
    if following.isdecimal():
        return len(following) <= 2 and sheet.word(index + 2) not in ear.setting.words.pieces  # noqa: PLR2004  # an hour
    others = [other for other in range(len(sheet)) if sheet.free(other) and sheet.tokens[other].capital]
    named = "whom" in sheet.kinds or any(ear.names.may_begin_with(sheet.core(other)) for other in others)
    return named and _before_time(ear, index)


def _before_time(ear: _Ear, index: int) -> bool:
    following = ear.sheet.word(index + 1)
    return following[:1].isdigit() or following in ear.setting.words.clock or following in ear.setting.words.half


def _is_somebodys_name(ear: _Ear, index: int) -> bool:
    """Say whether an unknown word with a capital stands where a name does, so that it is no date."""
    words, sheet, slot = ear.setting.words, ear.sheet, ear.slot(index)
    word = sheet.word(index)
    if slot is None or not sheet.tokens[index].capital or index in ear.channel_words:
        return False
    if any(word in small for small in (words.week, words.quarter, words.clock, words.due, words.near, words.ahead)):
        return False
    if not is_date_word(words, word):
        return not word[-1:].isdigit()
    if word not in words.name_dates or is_beside_a_number(words, sheet, index):
        return False
    return sheet.word(index - 1) not in words.before_dates_and_names
