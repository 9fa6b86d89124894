"""What came of it, after `->`: outcome words in any order, numbers, minutes, costs, and what else was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.activity import Outcome
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.quick_add.costs import read_costs
from salgsplan_tui.domain.quick_add.durations import read_duration
from salgsplan_tui.domain.quick_add.numbers import LARGEST, whole_number
from salgsplan_tui.domain.quick_add.quantities import read_quantity
from salgsplan_tui.domain.quick_add.signs import Signs, read_km
from salgsplan_tui.domain.quick_add.tokens import Part, Parts, tokens
from salgsplan_tui.domain.quick_add.words import Phrases, Words
from salgsplan_tui.domain.quick_add.worksheet import Setting, Worksheet
from salgsplan_tui.domain.results import Result

_COUNTED: Final = {
    "meetings_booked": Outcome.MEETING_BOOKED,
    "offers_wanted": Outcome.OFFER_WANTED,
}
"""What a number of these makes the outcome; of anything else, that somebody was reached."""
_SOFT: Final = (Outcome.REACHED, Outcome.OTHER, Outcome.INFO_GIVEN, Outcome.NOT_NOW)
"""Beside another outcome these only tell how it came about; the softest first."""


@dataclass(frozen=True, slots=True)
class _Told:
    """Outcome words that were found, and what they mean."""

    indexes: frozenset[int]
    outcome: Outcome


@dataclass(frozen=True)
class OutcomeTold:
    """What the words after `->` tell."""

    result: Result
    value: int | None
    """The amount of an order or offer."""
    sheet: Worksheet


def read_outcome(text: str, parts: Parts, setting: Setting) -> OutcomeTold:
    """Return what the words after `->` tell; an amount beside an order or offer is its value, else what was paid.

    Raises:
        NotUnderstoodError: they tell no outcome, or two.
    """
    part = parts.outcome or Part(0, 0)
    sheet = Worksheet(text, tokens(text, setting.words, part))
    if not len(sheet) and parts.arrow is not None:
        raise NotUnderstoodError("outcome_missing", at=(parts.arrow.start, parts.arrow.end))
    signs = Signs(sheet, setting)
    counts = _counts(sheet, setting.words)
    costs, _ = read_costs(sheet, setting.words)
    read_km(signs)
    duration = read_duration(sheet, setting.words)
    attempts = counts.pop("attempts", None)
    quantity = None if attempts is not None else read_quantity(sheet, setting, None, named=True)
    outcome, note = _outcome(sheet, setting.words, counts)
    said = None if parts.outcome_note is None else text[parts.outcome_note.start : parts.outcome_note.end].strip()
    sheet.chip("outcome", outcome.value, 0, len(sheet))
    km = signs.fields.get("km_planned")
    amount = sum(item.planned for item in costs) if costs else None
    is_sale = outcome in {Outcome.ORDER, Outcome.OFFER_SENT, Outcome.OFFER_WANTED}
    result = Result(
        outcome=outcome,
        note="; ".join(part for part in (note, said) if part) or None,
        counts=tuple(counts.items()),
        minutes=None if duration is None else duration.minutes,
        quantity=attempts if quantity is None else quantity.number,
        actual_cost=None if is_sale else amount,
        km=km if isinstance(km, int) else None,
    )
    return OutcomeTold(result, amount if is_sale else None, sheet)


def _counts(sheet: Worksheet, words: Words) -> dict[str, int]:
    """Take «nådd 9, møter avtalt 3» out of an outcome."""
    counts: dict[str, int] = {}
    index = 0
    while index < len(sheet):
        found = words.counts.at(sheet.words, index)
        last = index + 1 if found is None else found[1]
        if found is not None:
            place = _number_beside(sheet, index, last)
            if place is not None:
                counts[found[0]] = counts.get(found[0], 0) + (whole_number(sheet.word(place)) or 0)
                sheet.take(min(index, place), max(last, place + 1), "count")
        index = last
    if any(number > LARGEST for number in counts.values()):
        raise sheet.refusal("too_large", 0, len(sheet))
    return counts


def _number_beside(sheet: Worksheet, first: int, last: int) -> int | None:
    if sheet.word(last).isdecimal() and not sheet.tokens[last - 1].tail:
        return last
    before = first - 1
    return before if sheet.word(before).isdecimal() and not sheet.tokens[before].tail else None


def _outcome(sheet: Worksheet, words: Words, counts: dict[str, int]) -> tuple[Outcome, str | None]:
    told = _told(sheet, words)
    if _is_negated(sheet, words, told):
        raise sheet.refusal("unknown_outcome", 0, len(sheet))
    outcomes = {each.outcome for each in told} | {_COUNTED.get(code, Outcome.REACHED) for code in counts}
    for soft in _SOFT:
        if len(outcomes) > 1:
            outcomes.discard(soft)
    if not outcomes:
        raise sheet.refusal("unknown_outcome", 0, len(sheet))
    if len(outcomes) > 1 and not counts:
        candidates = tuple(outcome.value for outcome in Outcome if outcome in outcomes)
        raise sheet.refusal("two_outcomes", 0, len(sheet), candidates=candidates)
    used = frozenset[int]().union(*(each.indexes for each in told))
    left = [index for index in range(len(sheet)) if index not in used and sheet.kinds[index] is None]
    return max(outcomes, key=tuple(Outcome).index), _note(sheet, words, left)


def _told(sheet: Worksheet, words: Words) -> list[_Told]:
    """Return the outcomes that the words tell: side by side, or else with other words between."""
    found = _side_by_side(sheet, words.outcomes)
    if any(each.outcome not in _SOFT for each in found):
        return found
    apart = _apart(sheet, words)
    return [each for each in found if not any(each.indexes < other.indexes for other in apart)] + apart


def _side_by_side(sheet: Worksheet, outcomes: Phrases) -> list[_Told]:
    by_words = {tuple(sorted(phrase)): code for phrase, code in outcomes.codes.items()}
    found, index = list[_Told](), 0
    while index < len(sheet):
        last = index + 1
        for length in range(outcomes.longest, 0, -1):
            code = by_words.get(tuple(sorted(sheet.words[index : index + length])))
            inner = sheet.tokens[index : index + length - 1]
            if code is not None and index + length <= len(sheet) and not any(token.tail for token in inner):
                last = index + length
                found.append(_Told(frozenset(range(index, last)), Outcome(code)))
                break
        index = last
    return found


def _apart(sheet: Worksheet, words: Words) -> list[_Told]:
    """Return outcomes such as «avtalt et nytt møte»; with a «not» among their words the order would matter."""
    places = {word: index for index, word in reversed(list(enumerate(sheet.words))) if word}
    found = []
    for phrase, code in words.outcomes.codes.items():
        if len(phrase) > 1 and all(word in places and word not in words.negations for word in phrase):
            found.append(_Told(frozenset(places[word] for word in phrase), Outcome(code)))
    closest = {each.outcome: each for each in sorted(found, key=lambda each: min(each.indexes) - max(each.indexes))}
    return list(closest.values())


def _is_negated(sheet: Worksheet, words: Words, told: Sequence[_Told]) -> bool:
    """Say whether a «not» of its own stands before or among the words of an outcome, in the same clause."""
    used = frozenset[int]().union(*(each.indexes for each in told))
    negated, clause = list[bool](), False
    for index, word in enumerate(sheet.words):
        clause = clause or (word in words.negations and index not in used)
        negated.append(clause)
        if sheet.tokens[index].tail or word in words.but:
            clause = False
    return any(negated[max(each.indexes)] for each in told)


def _note(sheet: Worksheet, words: Words, left: Sequence[int]) -> str | None:
    """Return what else was said: a remark in a clause of its own, or all of it where more words tell the outcome."""
    while left and (sheet.word(left[0]) in words.joiners or sheet.word(left[0]) in words.but):
        left = left[1:]
    if not left:
        return None
    first, last = left[0], left[-1] + 1
    is_remark = first > 0 and sheet.tokens[first - 1].tail and last - first == len(left)
    return sheet.typed(first, last) if is_remark else sheet.typed(0, len(sheet))
