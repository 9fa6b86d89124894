"""Sections: what belongs to which header."""

import pytest

from salgsplan_tui.storage.scanner import ScanError
from salgsplan_tui.storage.sections import blocks, sections

WEEK = '''\
# The week plan
schema = 1

[week]
must = ["Berg"]
# "Lie" waits

# The first call
[[activity]]
id = "a26"
notes = """
[[activity]]
"""

[activity.repeat]
every = "week"

# alone

[other] # between
x = 1

[[activity.costs]]
kind = "ads"
# touches both
[["activity"]]
id = "a27"
'''


def test_a_header_owns_its_pairs_and_the_comments_that_touch_it() -> None:
    found = sections(WEEK)
    assert [WEEK[section.start : section.end] for section in found] == [
        "# The week plan\nschema = 1\n",
        '[week]\nmust = ["Berg"]\n# "Lie" waits\n',
        '# The first call\n[[activity]]\nid = "a26"\nnotes = """\n[[activity]]\n"""\n',
        '[activity.repeat]\nevery = "week"\n',
        "[other] # between\nx = 1\n",
        '[[activity.costs]]\nkind = "ads"\n',
        '# touches both\n[["activity"]]\nid = "a27"\n',
    ]


def test_a_block_has_its_sub_tables_wherever_they_stand() -> None:
    found = blocks(sections(WEEK), "activity")
    names = [[".".join(section.path) for section in block] for block in found]
    assert names == [["activity", "activity.repeat", "activity.costs"], ["activity"]]


def test_a_section_knows_its_pairs() -> None:
    notes = sections(WEEK)[2].pairs[1]
    assert (notes.path, WEEK[notes.start : notes.end]) == (("notes",), 'notes = """\n[[activity]]\n"""\n')
    assert WEEK[notes.value_start : notes.value_end] == '"""\n[[activity]]\n"""'


@pytest.mark.parametrize(
    ("header", "path"),
    [
        ("[a.b-1.c_2]", ("a", "b-1", "c_2")),
        ('[ a . "b.c" . \'d"\' ]', ("a", "b.c", 'd"')),
        (r'["\u00e5 \"x\""]', ('å "x"',)),
        ("['']", ("",)),
        ("  [1]  # one", ("1",)),
    ],
)
def test_a_header_is_read_without_its_quotes(header: str, path: tuple[str, ...]) -> None:
    assert sections(f"{header}\n")[1].path == path


@pytest.mark.parametrize("text", ["", "\n", "  ", "# only a comment", "\r\n# a\r\n\r\n"])
def test_a_file_without_keys_has_a_top_level_only(text: str) -> None:
    (top,) = sections(text)
    assert top.pairs == []


@pytest.mark.parametrize("text", ["a = \n", "[a\n", "a = [1\n", 'a = "\n', "a = 1 2 3\n", '"""\n'])
def test_what_is_no_toml_is_not_scanned(text: str) -> None:
    with pytest.raises(ScanError):
        sections(text)


def test_a_long_file_of_every_kind_of_line_is_scanned() -> None:
    text = "".join(f'k{number} = [{{ a = """\n#""" }}, [[{number}]]] # c\n\n# alone\n\n' for number in range(20_000))
    assert len(sections(text)[0].pairs) == 20_000
