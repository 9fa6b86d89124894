"""The splice: the keys and blocks asked for change, every other byte stays."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from salgsplan_tui.domain.errors import NotWrittenError
from salgsplan_tui.storage.document import Document, read
from salgsplan_tui.storage.splice import (
    DeleteBlock,
    Edit,
    InsertBlock,
    NotSpliceableError,
    SetKeys,
    SetTableKeys,
    SetTopKeys,
    block_text,
    splice,
)

PATH = Path("2027-W07.toml")
ORDER = ("id", "title", "date", "start", "minutes", "state", "outcome")
WEEK = """\
schema = 1

# Berg again?
[[activity]]
id = "a26"
title = 'Ring Kari'  # her own number
minutes = 0x1E
costs = [ {kind="ads",planned="500.00"},
  # to be agreed
]
mine = 1_500

[[activity]]
  id = "a27"
  state = "planned"
"""


def spliced(text: str, *edits: Edit) -> str:
    return splice(read(PATH, text), *edits).text


def changes(before: str, after: str) -> Sequence[tuple[str, str]]:
    """Return the lines that differ, of two texts with as many lines."""
    return [pair for pair in zip(before.splitlines(), after.splitlines(), strict=True) if pair[0] != pair[1]]


def test_a_value_is_replaced_where_it_stands_and_its_comment_stays() -> None:
    after = spliced(WEEK, SetKeys("activity", 0, {"title": "Ring Kari Lie", "mine": 1500, "minutes": 45}, ORDER))
    assert changes(WEEK, after) == [
        ("title = 'Ring Kari'  # her own number", 'title = "Ring Kari Lie"  # her own number'),
        ("minutes = 0x1E", "minutes = 45"),
    ]


def test_a_new_key_finds_its_place_in_the_order_and_the_blocks_indent() -> None:
    changed = {"outcome": "met", "own": True, "date": "2027-02-17", "title": "Brev", "state": None}
    assert spliced(WEEK, SetKeys("activity", 1, changed, ORDER)).split("[[activity]]")[2] == (
        '\n  id = "a27"\n  title = "Brev"\n  date = "2027-02-17"\n  outcome = "met"\n  own = true\n'
    )


def test_a_key_before_all_others_stands_below_the_header() -> None:
    text = '[[activity]] # first\n# about the state\nstate = "planned"\n'
    assert spliced(text, SetKeys("activity", 0, {"id": "a26"}, ORDER)) == (
        '[[activity]] # first\nid = "a26"\n# about the state\nstate = "planned"\n'
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n", "  ", "\n# the end"])
def test_a_value_of_several_lines_takes_the_files_line_endings(newline: str, end: str) -> None:
    before = f'schema = 1\n\n[[activity]]\nid = "a26"\nnotes = "kort"{end}'.replace("\n", newline)
    after = f'schema = 1\n\n[[activity]]\nid = "a26"\nnotes = """\nto\nlinjer"""{end}'.replace("\n", newline)
    assert spliced(before, SetKeys("activity", 0, {"notes": "to\nlinjer"})) == after


def test_a_dotted_key_that_changes_becomes_one_key() -> None:
    text = '[[activity]]\nrepeat.rule = "weekly" # each week\nid = "a26"\nrepeat.days = ["mo"]\n'
    assert spliced(text, SetKeys("activity", 0, {"repeat": {"rule": "daily"}})) == (
        '[[activity]]\nrepeat = { rule = "daily" } # each week\nid = "a26"\n'
    )


def test_a_sub_table_that_changes_becomes_a_key_of_its_block() -> None:
    text = (
        '[[activity]]\nid = "a26"\n\n[[activity.costs]]\nkind = "ads"\n\n[activity.own]\nx = 1 # mine\n\n'
        '[[activity.costs]]\nkind = "other"\n\n[[activity]]\nid = "a27"\n'
    )
    assert spliced(text, SetKeys("activity", 0, {"costs": [{"kind": "ads"}], "gone": None})) == (
        '[[activity]]\nid = "a26"\ncosts = [{ kind = "ads" }]\n\n'
        '[activity.own]\nx = 1 # mine\n\n[[activity]]\nid = "a27"\n'
    )


def test_nothing_differs_nothing_changes() -> None:
    same_values = {"title": "Ring Kari", "minutes": 30, "mine": 1500, "goal": None}
    assert spliced(WEEK, SetKeys("activity", 0, same_values, ORDER)) == WEEK


def test_a_block_goes_in_between_with_one_blank_line_and_out_without_a_trace() -> None:
    before = read(PATH, WEEK)
    after = splice(before, InsertBlock("activity", 1, '[[activity]]\nid = "a30"\n'))
    head, tail = WEEK.split("\n\n[[activity]]\n  id")
    assert after.text == f'{head}\n\n[[activity]]\nid = "a30"\n\n[[activity]]\n  id{tail}'
    assert splice(after, DeleteBlock("activity", 1)) == before


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "   ",
        "\n\n# only this",
        "schema = 1",
        "schema = 1\n",
        "schema = 1\r\n\r\n\r\n",
        "schema = 1\n  \n",
        "schema = 1\n\n# alone\n",
        "schema = 1\n[week]\nx = 1\n# touching",
        '[[activity]]\nid = "a"\n[other]\n',
        '[[activity]]\nid = "a"\n\n[other]\n\n[activity.late]\nx = 1\n\n\n[more]\n\n',
        '# top\n[[activity]]\nid = "a"\n[[activity]]\nid = "b"',
        "[[activity]]\n# nothing yet\n\n# alone\n\n[[activity]]\n\t\n",
    ],
)
def test_a_block_leaves_no_trace_wherever_it_was(text: str) -> None:
    before = read(PATH, text)
    rows = before.data.get("activity", [])
    assert isinstance(rows, list)
    new = '# new\n[[activity]]\nid = "new"\n[activity.x]\n[activity.y]\n\n[activity.z]'
    for position in range(len(rows) + 1):
        inserted = splice(before, InsertBlock("activity", position, new))
        assert splice(inserted, DeleteBlock("activity", position)) == before


def test_a_deleted_block_takes_its_comments_and_leaves_those_that_stand_alone() -> None:
    text = '# a\'s\n[[activity]]\nid = "a"\n# state = "old"\n\n# alone\n\n# b\'s\n[[activity]]\nid = "b"\n'
    assert spliced(text, DeleteBlock("activity", 0)) == '# alone\n\n# b\'s\n[[activity]]\nid = "b"\n'
    assert spliced(text, DeleteBlock("activity", 1)) == text.removesuffix('\n# b\'s\n[[activity]]\nid = "b"\n')


def test_a_block_is_taken_as_it_stands() -> None:
    document = read(PATH, WEEK.replace("\n", "\r\n"))
    block = block_text(document, "activity", 0)
    assert block == WEEK[WEEK.index("# Berg") : WEEK.index("\n[[activity]]\n  id")].replace("\n", "\r\n")
    assert spliced("schema = 1\n", InsertBlock("activity", 0, block)) == "schema = 1\n\n" + block.replace("\r\n", "\n")


def test_several_edits_each_see_what_the_one_before_left() -> None:
    after = spliced(
        WEEK,
        DeleteBlock("activity", 0),
        SetKeys("activity", 0, {"state": "done"}),
        InsertBlock("activity", 0, '[[activity]]\nid = "a30"'),
        SetKeys("activity", 0, {"state": "planned"}),
    )
    assert after == (
        'schema = 1\n\n[[activity]]\nid = "a30"\nstate = "planned"\n\n[[activity]]\n  id = "a27"\n  state = "done"\n'
    )


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ('activity = [{ id = "a" }]\n', SetKeys("activity", 0, {"id": "b"})),
        ("activity = []\n", InsertBlock("activity", 0, '[[activity]]\nid = "a"\n')),
        ('week = { focus = "salg" }\n', SetTableKeys("week", {"focus": "ro"})),
        ('week.focus = "salg"\n', SetTableKeys("week", {"focus": "ro"})),
    ],
)
def test_what_is_written_inline_is_told_apart_so_that_the_file_can_be_rewritten(text: str, edit: Edit) -> None:
    with pytest.raises(NotSpliceableError, match="inline"):
        spliced(text, edit)


@pytest.mark.parametrize(
    ("document", "edit"),
    [
        (read(PATH, "[activity]\n"), SetKeys("activity", 0, {"id": "b"})),
        (read(PATH, "[[week]]\n"), SetTableKeys("week", {"focus": "ro"})),
        (read(PATH, "[week]\n"), SetTopKeys({"week": 7})),
        (read(PATH, f"a = {'[' * 20}{']' * 20}\n"), SetTopKeys({"b": 1})),
        (read(PATH, ""), InsertBlock("activity", 0, '[[activity]]\nid = "a"\n[[activity]]\n')),
        (read(PATH, ""), InsertBlock("activity", 0, '[[contact]]\nid = "a"\n')),
        (read(PATH, ""), InsertBlock("activity", 0, "[[activity]\n")),
        (Document(PATH, WEEK, {"schema": 1, "activity": [{"id": "a26"}, {"id": "a27"}]}), DeleteBlock("activity", 0)),
    ],
)
def test_an_edit_that_cannot_be_right_is_refused(document: Document, edit: Edit) -> None:
    with pytest.raises(NotWrittenError, match="splice_refused") as raised:
        splice(document, edit)
    assert raised.value.values["path"] == PATH


@pytest.mark.parametrize("position", [-1, 2])
def test_there_is_no_block_outside_the_file(position: int) -> None:
    for edit in (SetKeys("activity", position, {"id": "b"}), DeleteBlock("activity", position)):
        with pytest.raises(IndexError):
            spliced(WEEK, edit)
