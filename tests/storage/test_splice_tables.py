"""The splice in plain tables and at the top level of a file."""

from pathlib import Path

import pytest

from salgsplan_tui.storage.document import read
from salgsplan_tui.storage.splice import Edit, SetTableKeys, SetTopKeys, splice


def spliced(text: str, edit: Edit) -> str:
    return splice(read(Path("2027-W07.toml"), text), edit).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[week] # this\na = 1\n\n[[activity]]\n", '[week] # this\na = 1\nfocus = "salg"\n\n[[activity]]\n'),
        ("schema = 1\n\n# c\n[[activity]]\n", 'schema = 1\n\n[week]\nfocus = "salg"\n\n# c\n[[activity]]\n'),
        ("schema = 1", 'schema = 1\n\n[week]\nfocus = "salg"'),
        ("[week.review]\nx = 1\n", '[week.review]\nx = 1\n\n[week]\nfocus = "salg"\n'),
        ("[week.focus]\nx = 1\n\n[week]\na = 1\n", '[week]\na = 1\nfocus = "salg"\n'),
        ("", '[week]\nfocus = "salg"\n'),
    ],
)
def test_a_tables_key_is_set_and_the_table_made_where_it_is_missing(before: str, after: str) -> None:
    assert spliced(before, SetTableKeys("week", {"focus": "salg", "gone": None})) == after


def test_a_table_that_nobody_needs_is_not_made_and_one_emptied_stays() -> None:
    assert spliced("schema = 1\n", SetTableKeys("week", {"focus": None})) == "schema = 1\n"
    assert spliced("[week]\nfocus = 1\n", SetTableKeys("week", {"focus": None})) == "[week]\n"
    assert spliced("a = 1\n\n[week.focus]\n", SetTableKeys("week", {"focus": None})) == "a = 1\n"


@pytest.mark.parametrize(
    ("before", "changed", "after"),
    [
        ("schema = 1 # it\n\n[week]\n", {"schema": 2, "year": 2027}, "schema = 2 # it\nyear = 2027\n\n[week]\n"),
        ("# mine\nyear = 2027\n", {"schema": 1}, "schema = 1\n# mine\nyear = 2027\n"),
        ("# w\n[week]\n", {"schema": 1}, "schema = 1\n\n# w\n[week]\n"),
        ("# mine\n", {"schema": 1}, "# mine\n\nschema = 1\n"),
        ("schema = 1\n\n[week]\nx = 1\n\n[[a]]\n\n[week.y]\n", {"week": None}, "schema = 1\n\n[[a]]\n"),
    ],
)
def test_a_key_of_the_top_level_is_set(before: str, changed: dict[str, object], after: str) -> None:
    assert spliced(before, SetTopKeys(changed, ("schema", "year"))) == after
