"""Which strategy typed activity programmes stand under."""

import pytest

from salgsplan_tui.domain.programme import ActivityProgramme, Strategy
from salgsplan_tui.domain.strategy_links import under_strategies

ONE = Strategy(id="st1", title="Ring først")
TWO = Strategy(id="st2", title="Ringer i vannet")
THREE = Strategy(id="st3", title="Nye kunder, øst")


def programme(title: str, strategy: str | None = None) -> ActivityProgramme:
    return ActivityProgramme(id="ap1", title=title, strategy=strategy)


@pytest.mark.parametrize(
    ("line", "title", "strategy"),
    [
        ("Ringeuker, ring først", "Ringeuker", "st1"),
        ("Ringeuker, 2", "Ringeuker", "st2"),
        ("Ringeuker, nye", "Ringeuker", "st3"),
        ("Ringeuker, ring", "Ringeuker, ring", None),
        ("Ringeuker, 4", "Ringeuker, 4", None),
        ("Ringeuker, brev", "Ringeuker, brev", None),
        ("Ringeuker,", "Ringeuker,", None),
        (", 2", ", 2", None),
    ],
)
def test_a_line_names_its_strategy_last(line: str, title: str, strategy: str | None) -> None:
    (found,) = under_strategies([programme(line)], (ONE, TWO, THREE))
    assert (found.title, found.strategy) == (title, strategy)


def test_the_only_strategy_takes_all_that_stand_under_none_yet() -> None:
    lines = [programme("Ringeuker, brev"), programme("Messe", "st9")]
    assert [(each.title, each.strategy) for each in under_strategies(lines, (ONE,))] == [
        ("Ringeuker, brev", "st1"),
        ("Messe", "st9"),
    ]
    assert under_strategies(lines, ()) == tuple(lines)
