"""The splice, on files written every way that people and TOML allow: right to the byte, or refused."""

from dataclasses import replace
from pathlib import Path

import tomli
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from salgsplan_tui.storage import emitter
from salgsplan_tui.storage.document import Document, read, same
from salgsplan_tui.storage.files import decode, encode
from salgsplan_tui.storage.splice import (
    DeleteBlock,
    Edit,
    InsertBlock,
    SetKeys,
    SetTableKeys,
    SetTopKeys,
    block_text,
    splice,
)
from tests.storage.written_toml import KEYS, Line, Written, files

PATH = Path("2027-W07.toml")
NEW = st.sampled_from((1, True, "kort", 'linje\n"""\n[[activity]]\n', ["a", "]"], [{"kind": "ads"}], {"a": 1}))
thorough = settings(max_examples=80)


def document(written: Written) -> Document:
    return read(PATH, written.text())


def filled(text: str) -> list[str]:
    """Return the lines that are not blank."""
    return [line for line in text.splitlines() if line.strip()]


def settable(data: st.DataObject, written: Written) -> int:
    """Draw a piece whose keys an edit can set: the top level, a block's own, or a table."""
    tables = [at for at, piece in enumerate(written.pieces) if piece.header.startswith("[other")]
    places: st.SearchStrategy[int] = st.sampled_from([0, *(block[0] for block in written.blocks), *tables])
    return data.draw(places)


def edit(written: Written, at: int, changed: dict[str, object]) -> Edit:
    """Return the edit that sets keys of a piece."""
    heads = [block[0] for block in written.blocks]
    if at in heads:
        return SetKeys("activity", heads.index(at), changed)
    header = written.pieces[at].header
    return SetTableKeys(header.strip("[]"), changed) if header else SetTopKeys(changed)


@thorough
@given(files(), st.data())
def test_a_changed_value_changes_nothing_but_itself(written: Written, data: st.DataObject) -> None:
    at, new = settable(data, written), data.draw(NEW)
    piece = written.pieces[at]
    assume(piece.pairs)
    number = data.draw(st.integers(0, len(piece.pairs) - 1))
    pair = piece.pairs[number]
    changed = replace(pair, value=emitter.value(new))
    after = written.with_piece(at, replace(piece, pairs=(*piece.pairs[:number], changed, *piece.pairs[number + 1 :])))
    assert splice(document(written), edit(written, at, {pair.key.strip("\"'"): new})).text == after.text()


@thorough
@given(files(), st.data())
def test_a_new_key_comes_last_among_the_plain_ones(written: Written, data: st.DataObject) -> None:
    at, new = settable(data, written), data.draw(NEW)
    piece = written.pieces[at]
    indent = piece.pairs[-1].indent if piece.pairs else ""
    added = Line("brand-new", emitter.value(new), indent=indent)
    after = written.with_piece(at, replace(piece, pairs=(*piece.pairs, added)))
    assert splice(document(written), edit(written, at, {"brand-new": new})).text == after.text()


@thorough
@given(files(), st.data())
def test_keys_taken_out_take_their_lines_and_no_more(written: Written, data: st.DataObject) -> None:
    at, keys = settable(data, written), data.draw(st.lists(st.sampled_from(KEYS), unique=True))
    piece = written.pieces[at]
    for key in keys:
        piece = piece.without(key)
    taken = dict.fromkeys(key.strip("\"'") for key in keys)
    assert splice(document(written), edit(written, at, taken)).text == written.with_piece(at, piece).text()


@thorough
@given(files(), st.data())
def test_a_deleted_block_takes_its_lines_and_no_more(written: Written, data: st.DataObject) -> None:
    assume(written.blocks)
    position = data.draw(st.integers(0, len(written.blocks) - 1))
    left = splice(document(written), DeleteBlock("activity", position))
    assert filled(left.text) == filled(written.without(*written.blocks[position]).text())
    ids = [f"b{number}" for number in range(len(written.blocks)) if number != position]
    assert [row["id"] for row in tomli.loads(left.text).get("activity", [])] == ids


@thorough
@given(files(), st.data())
def test_an_inserted_block_stands_in_its_place_and_leaves_no_trace_when_deleted(
    written: Written, data: st.DataObject
) -> None:
    before, position = document(written), data.draw(st.integers(0, len(written.blocks)))
    block = "# new\n" + emitter.block("activity", {"id": "new", "notes": data.draw(NEW)})
    inserted = splice(before, InsertBlock("activity", position, block))
    ids = [f"b{number}" for number in range(len(written.blocks))]
    assert [row["id"] for row in tomli.loads(inserted.text)["activity"]] == [*ids[:position], "new", *ids[position:]]
    assert splice(inserted, DeleteBlock("activity", position)).text == before.text


@thorough
@given(files(), st.data())
def test_a_block_moves_to_another_file_with_its_comments(written: Written, data: st.DataObject) -> None:
    assume(written.blocks)
    position = data.draw(st.integers(0, len(written.blocks) - 1))
    before = document(written)
    text = block_text(before, "activity", position)
    target = splice(read(PATH, "schema = 1\n"), InsertBlock("activity", 0, text))
    assert same(target.data["activity"], tomli.loads(before.text)["activity"][position : position + 1])
    pieces = [written.pieces[at] for at in written.blocks[position]]
    own = [line for piece in pieces for line in replace(piece, loose=()).lines()]
    assert filled(target.text)[1:] == filled("\n".join(own))


@thorough
@given(files(), st.data())
def test_a_subtable_that_changes_moves_into_its_block(written: Written, data: st.DataObject) -> None:
    subtables = [
        (position, at)
        for position, block in enumerate(written.blocks)
        for at in block[1:]
        if written.pieces[at].header != "[activity.late]"
    ]
    assume(subtables)
    position, at = data.draw(st.sampled_from(subtables))
    key = tomli.loads(written.pieces[at].header)["activity"]
    name = next(iter(key if isinstance(key, dict) else key[0]))
    changed = splice(document(written), SetKeys("activity", position, {name: "now plain"}))
    expected = tomli.loads(written.text())
    expected["activity"][position][name] = "now plain"
    assert same(tomli.loads(changed.text), expected)


@thorough
@given(files(), st.booleans())
def test_reading_and_writing_gives_back_the_bytes(written: Written, has_bom: bool) -> None:  # noqa: FBT001
    data = written.text().encode("utf-8-sig" if has_bom else "utf-8")
    assert encode(decode(PATH, data)) == data
