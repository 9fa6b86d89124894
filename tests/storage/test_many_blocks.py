"""Many blocks at once: the same file as if they had come or gone one by one."""

from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from salgsplan_tui.domain.customers import Customer
from salgsplan_tui.domain.errors import NotWrittenError
from salgsplan_tui.storage import row_edits
from salgsplan_tui.storage.changes import FileChange
from salgsplan_tui.storage.contents import content_of
from salgsplan_tui.storage.document import Document, read
from salgsplan_tui.storage.many_blocks import DeleteBlocks, InsertBlocks
from salgsplan_tui.storage.splice import splice

BOOK = """\
# mine
schema = 1

# Berg
[[customer]]
id = "k3"
name = "Berg AS" # kari

[customer.own]
x = 1

[[customer]]
id = "k7"
name = "Lie AS"

# the end
"""


def document(text: str = BOOK) -> Document:
    return read(Path("customers.toml"), text)


def block(identity: str) -> str:
    return f'[[customer]]\nid = "{identity}"\nname = "Ny"\n'


def ids(text: str) -> list[str]:
    return [each["id"] for each in tomli.loads(text).get("customer", ())]


def test_blocks_come_in_where_they_belong_and_every_other_byte_stays() -> None:
    texts = [(0, block("k1")), (0, block("k2")), (1, block("k5")), (2, block("k8")), (2, block("k9"))]
    after = splice(document(), InsertBlocks("customer", texts)).text
    assert ids(after) == ["k1", "k2", "k3", "k5", "k7", "k8", "k9"]
    assert after.startswith("# mine\nschema = 1\n\n[[customer]]\n")
    for kept in BOOK.split("\n\n"):
        assert kept.strip() in after
    assert "\n\n\n" not in after
    assert splice(document(after), DeleteBlocks("customer", [0, 1, 3, 5, 6])).text == BOOK


@pytest.mark.parametrize("text", ["schema = 1\n", "schema = 1", "", 'schema = 1\n\n[[series]]\nid = "s1"\n'])
def test_the_first_blocks_of_a_file_come_in(text: str) -> None:
    after = splice(document(text), InsertBlocks("customer", [(0, block("k1")), (0, block("k2"))], ("series",))).text
    assert ids(after) == ["k1", "k2"]
    assert after.index("k2") < (after.find("series") % 10_000)


def test_all_blocks_go() -> None:
    assert ids(splice(document(), DeleteBlocks("customer", [0, 1])).text) == []


@pytest.mark.parametrize("text", ["[[customer]]\nid = 1\n[[customer]]\nid = 2\n", "x = 1\n", "[[other]]\nid = 1\n"])
def test_what_is_not_one_block_each_is_refused(text: str) -> None:
    with pytest.raises(NotWrittenError, match="splice_refused"):
        splice(document(), InsertBlocks("customer", [(0, text)]))


@given(
    there=st.lists(st.integers(10, 99), unique=True, max_size=8),
    come=st.lists(st.integers(10, 99), unique=True, max_size=8),
    go=st.sets(st.integers(10, 99), max_size=6),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_many_at_once_make_the_file_that_one_by_one_would(
    there: list[int], come: list[int], go: set[int], newline: str
) -> None:
    text = "schema = 1\n" + "".join(f"\n# {number}\n{block(f'k{number}')}" for number in there)
    before = document(text.replace("\n", newline))
    content, _problems = content_of("customers.toml", before)
    change = FileChange("customers.toml")
    change.puts |= {f"k{n}": Customer(id=f"k{n}", name="Ny") for n in sorted(come) if n not in there}
    change.takes |= {f"k{number}" for number in go & set(there)}
    made = []
    for many in (1, 1000):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(row_edits, "_MANY", many)
            edits = row_edits.row_edits(Customer, before, content, change, {})
        made.append(splice(before, *edits))
    assert made[0].text == made[1].text
    assert made[0].data == made[1].data
