"""TOML files as people write them, made at random: every syntax, and decoys wherever a careless editor would trip."""

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from salgsplan_tui.storage import emitter

VALUES = (
    '"Ring Kari"',
    '"[[activity]]"',
    '"# [week] \\" = \\\\"',
    "'C:\\notes\\[[activity]]'",
    "''",
    '"""\n[[activity]]\nid = "decoy"\n\n# not a comment\n"""',
    '"""a "quoted" ""word"""""',
    '""" \\\n   [activity.x]\n"""',
    "'''\n[[activity]]\nstate = 'done' # \"\"\"\n'''''",
    "''''one quote first'''",
    '""""""',
    "30",
    "0x1F",
    "1_500",
    "-1.5e3",
    "nan",
    "inf",
    "true",
    "2027-02-17",
    "09:30",
    "2027-02-17 09:30",
    "2027-02-17T09:30:00+01:00",
    "[]",
    '["a", "]", \'[\']',
    '[\n[1, 2],\n[3], # ]\n["[[activity]]"],\n]',
    '[\n  { kind = "ads", planned = "500.00" },\n  { kind = "other" }, # last\n]',
    "{}",
    '{ a.b = 1, "c d" = { e = [{}] } }',
    "{ a = 1, # }\n  b = [2],\n}",
)
COMMENTS = ("# [[activity]]", '# id = "decoy"', "#", '  # «ærlig» """ ]', "\t# '''")
KEYS = ("title", "state", "a-b", '"b c"', "'[[x]]'", "1")
SUBTABLES = ((), (), ("[activity.extra]",), ("[[activity.costs]]", "[[activity.costs]]"), ("[activity.'x.y'.z]",))
HEADERS = ("[[activity]]", "[[ activity ]] # a comment", '[["activity"]]', "  [['activity']]\t")


@dataclass(frozen=True)
class Line:
    """One pair as it stands in a file, and the lines right above it."""

    key: str
    value: str
    above: tuple[str, ...] = ()
    after: str = ""
    indent: str = ""

    def with_key(self, key: str) -> "Line":
        """Return the pair with another key."""
        return replace(self, key=key)

    def text(self) -> str:
        """Return its own line or lines."""
        return f"{self.indent}{self.key} = {self.value}{self.after}"


@dataclass(frozen=True)
class Piece:
    """A header with what belongs to it, and the loose lines that follow."""

    header: str
    above: tuple[str, ...] = ()
    pairs: tuple[Line, ...] = ()
    below: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """Return all its lines."""
        pairs = [line for pair in self.pairs for line in (*pair.above, pair.text())]
        return [*self.above, *([self.header] if self.header else []), *pairs, *self.below, *self.loose]

    def without(self, key: str) -> "Piece":
        """Return the piece without a pair; the lines above that one stay."""
        kept: list[Line] = []
        above: tuple[str, ...] = ()
        for pair in self.pairs:
            above += pair.above
            if pair.key != key:
                kept.append(replace(pair, above=above))
                above = ()
        return replace(self, pairs=tuple(kept), below=above + self.below)


@dataclass(frozen=True)
class Written:
    """A whole file: its top level, then blocks with their sub-tables, and tables between them."""

    pieces: tuple[Piece, ...]
    blocks: tuple[tuple[int, ...], ...]
    """For each block its pieces: first the one with its header."""
    newline: str
    ends: bool
    """Whether the last line has an ending."""

    def text(self) -> str:
        """Return the file's text."""
        lines = [line for piece in self.pieces for line in piece.lines()]
        return ("\n".join(lines) + "\n" * self.ends).replace("\n", self.newline)

    def with_piece(self, at: int, piece: Piece) -> "Written":
        """Return the file with another piece in that place."""
        return replace(self, pieces=(*self.pieces[:at], piece, *self.pieces[at + 1 :]))

    def without(self, *gone: int) -> "Written":
        """Return the file without some pieces; their loose lines stay."""
        bare = [Piece("", loose=piece.loose) if at in gone else piece for at, piece in enumerate(self.pieces)]
        return replace(self, pieces=tuple(bare))


_COMMENTS = st.lists(st.sampled_from(COMMENTS), max_size=2).map(tuple)
_LINES = st.builds(
    Line,
    key=st.just(""),
    value=st.sampled_from(VALUES) | st.text(max_size=20).map(emitter.value),
    above=st.sampled_from(((), (), ("",), ("# about this",), (" ", "# [x]", ""))),
    after=st.sampled_from(("", "  # [[x]]", " \t")),
    indent=st.sampled_from(("", "", "  ")),
)
_GAPS = st.sampled_from(((), ("",), ("", " "), ("", "# alone", ""), ("", "# [[activity]]", "# id = 1", "")))
_ENDS = st.tuples(st.just(()), _GAPS) | st.tuples(_COMMENTS, _GAPS.filter(bool))
"""The comments below a section's last pair, and the loose lines after; only a blank line ends such comments."""


def pairs(draw: st.DrawFn, first: tuple[Line, ...] = ()) -> tuple[Line, ...]:
    """Return pairs with values of any syntax, after those given."""
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=4))
    return (*first, *(draw(_LINES).with_key(key) for key in keys))


@st.composite
def files(draw: st.DrawFn) -> Written:
    """Return a file with a few blocks `[[activity]]`."""
    pieces = [
        Piece("", draw(st.sampled_from(((), ("# my week", "")))), pairs(draw, (Line("schema", "1"),)), (), draw(_GAPS))
    ]
    blocks: list[tuple[int, ...]] = []
    for number in range(draw(st.integers(0, 4))):
        first = len(pieces)
        own = pairs(draw, (Line("id", f'"b{number}"'),))
        pieces.append(Piece(draw(st.sampled_from(HEADERS)), draw(_COMMENTS), own, *draw(_ENDS)))
        subtables = draw(st.sampled_from(SUBTABLES))
        pieces += [Piece(header, draw(_COMMENTS), pairs(draw), *draw(_ENDS)) for header in subtables]
        block = tuple(range(first, len(pieces)))
        if draw(st.booleans()):
            pieces.append(Piece(f"[other{number}]", draw(_COMMENTS), pairs(draw), *draw(_ENDS)))
            if draw(st.booleans()):
                block = (*block, len(pieces))
                pieces.append(Piece("[activity.late]", draw(_COMMENTS), pairs(draw), *draw(_ENDS)))
        blocks.append(block)
    written = Written(tuple(pieces), tuple(blocks), draw(st.sampled_from(("\n", "\r\n"))), draw(st.booleans()))
    # A file of one line without an ending does not tell which ending it likes.
    return written if "\n" in written.text() else replace(written, ends=True)
