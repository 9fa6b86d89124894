"""Which strategy the activity programmes of a form's lines stand under (S9)."""

from collections.abc import Iterable, Sequence

from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.programme import ActivityProgramme, Strategy


def under_strategies(
    programmes: Iterable[ActivityProgramme], strategies: Sequence[Strategy]
) -> tuple[ActivityProgramme, ...]:
    """Put each programme that has no strategy yet under one: «Ringeuker, nysalg» or «Ringeuker, 2» names it.

    Where there is only one strategy all stand under it; where none is named among several, none is guessed.
    """
    return tuple(each if each.strategy else _under(each, strategies) for each in programmes)


def _under(programme: ActivityProgramme, strategies: Sequence[Strategy]) -> ActivityProgramme:
    title, comma, words = programme.title.rpartition(",")
    named = _called(words.strip(), strategies) if comma and title.strip() else None
    if named is not None:
        return programme.changed_to(title=title.strip(), strategy=named.id)
    return programme.changed_to(strategy=strategies[0].id) if len(strategies) == 1 else programme


def _called(words: str, strategies: Sequence[Strategy]) -> Strategy | None:
    """Return the strategy with this number or title, else the only one whose title begins so."""
    if words.isdecimal():
        return strategies[int(words) - 1] if 1 <= int(words) <= len(strategies) else None
    whole = [each for each in strategies if fold(each.title) == fold(words)]
    begun = [each for each in strategies if words and fold(each.title).startswith(fold(words))]
    found = whole if len(whole) == 1 else begun
    return found[0] if len(found) == 1 else None
