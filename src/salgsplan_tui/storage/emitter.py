"""The one canonical way to write TOML: short lines, always the same, readable by any parser of TOML 1.0."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import TypeGuard

from salgsplan_tui.domain.errors import NotWrittenError

WIDTH = 100
"""An array of inline tables that makes a line longer than this gets a line for each table."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Beside what TOML asks to escape: C1 controls, marks that turn or hide text, and what some editors take for line ends.
_UNSAFE = re.compile('["\\\\\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]')
_PLAIN = frozenset({str, bool, int, float, date})
"""The types that a parser gives back as they are."""
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def key(name: str) -> str:
    """Return a key, quoted only where it must be."""
    return name if _BARE.fullmatch(name) else _string(name)


def value(item: object, column: int = 0) -> str:
    """Return a value that begins at `column`; text with line breaks and wide arrays of tables take several lines.

    Raises:
        NotWrittenError: `not_text`: it holds half a character, which no file can.
        TypeError: TOML has no such value.
    """
    if isinstance(item, str) and "\n" in item:
        return _text(item)
    line = _inline(item)
    if column + len(line) > WIDTH and _is_tables(item):
        rows = "".join(f"  {_inline(row)},\n" for row in item)
        return f"[\n{rows}]"
    return line


def pair(name: str, item: object) -> str:
    """Return `key = value`, without the last line break."""
    start = f"{key(name)} = "
    return start + value(item, len(start))


def pairs(values: Mapping[str, object], order: Sequence[str] = ()) -> str:
    """Return a line for each key: those of `order` first, the others after them as they come; None is left out."""
    return "".join(f"{pair(name, item)}\n" for name, item in _ordered(values, order).items())


def block(name: str, values: Mapping[str, object], order: Sequence[str] = ()) -> str:
    """Return a block `[[name]]` with its `pairs`."""
    return f"[[{key(name)}]]\n{pairs(values, order)}"


def table(name: str, values: Mapping[str, object], order: Sequence[str] = ()) -> str:
    """Return a table `[name]` with its `pairs`."""
    return f"[{key(name)}]\n{pairs(values, order)}"


def document(values: Mapping[str, object], orders: Mapping[str, Sequence[str]] | None = None) -> str:
    """Return a whole file: `schema` and the other plain keys, then the tables, then the blocks, a blank line between.

    `orders` gives the order of the keys in each table and array by its name, and of the top level under "".
    """
    orders = orders or {}
    plain_keys: dict[str, object] = {}
    tables: list[str] = []
    blocks: list[str] = []
    for name, item in _ordered(values, ("schema", *orders.get("", ()))).items():
        order = orders.get(name, ())
        if isinstance(item, Mapping):
            tables.append(table(name, item, order))
        elif _is_tables(item):
            blocks += [block(name, row, order) for row in item]
        else:
            plain_keys[name] = item
    first = [pairs(plain_keys)] if plain_keys else []
    return "\n".join(first + tables + blocks)


def plain(item: object) -> object:  # noqa: PLR0911  # one return for each kind of value
    """Return a value as a parser gives it back: times as text, moments in UTC, base types, no None in tables.

    Raises:
        TypeError: TOML has no such value.
    """
    if type(item) in _PLAIN:
        return item
    if item is None:
        raise TypeError("TOML has no null")
    if isinstance(item, time):
        return _clock(item)
    if isinstance(item, datetime) and item.tzinfo:
        return item.astimezone(UTC)
    if isinstance(item, Mapping):
        return {name: plain(part) for name, part in item.items() if part is not None}
    if isinstance(item, list | tuple):
        return [plain(part) for part in item]
    if isinstance(item, bool | date):
        return item
    for base in (str, int, float):
        if isinstance(item, base):
            return base(item)
    raise TypeError(type(item).__name__)


def _ordered(values: Mapping[str, object], order: Sequence[str]) -> dict[str, object]:
    names = dict.fromkeys((*order, *values))
    return {name: item for name in names if (item := values.get(name)) is not None}


def _is_tables(item: object) -> TypeGuard[Sequence[Mapping[str, object]]]:
    return isinstance(item, list | tuple) and bool(item) and all(isinstance(row, Mapping) for row in item)


def _inline(item: object) -> str:
    return _written(plain(item))


def _written(item: object) -> str:  # noqa: PLR0911  # one return for each kind of value
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, str):
        return _string(item)
    if isinstance(item, datetime):
        return _moment(item)
    if isinstance(item, date):
        return item.isoformat()
    if isinstance(item, list):
        return f"[{', '.join(map(_written, item))}]"
    if isinstance(item, dict):
        within = ", ".join(f"{key(name)} = {_written(part)}" for name, part in item.items())
        return f"{{ {within} }}" if within else "{}"
    return repr(item)


def _moment(moment: datetime) -> str:
    if moment.tzinfo is None:
        return moment.isoformat()
    return moment.replace(tzinfo=None).isoformat() + "Z"


def _clock(clock: time) -> str:
    return clock.strftime("%H:%M") if clock == clock.replace(second=0, microsecond=0) else clock.isoformat()


def _string(text: str) -> str:
    if text.isprintable() and '"' not in text and "\\" not in text:  # most are
        return f'"{text}"'
    return f'"{_UNSAFE.sub(_escape, _checked(text))}"'


def _text(text: str) -> str:
    """Return text as it reads, between triple quotes; the line break after the first three is not part of it."""
    lines = _UNSAFE.sub(lambda unsafe: unsafe[0] if unsafe[0] in '"\n\t' else _escape(unsafe), _checked(text))
    lines = lines.replace('"""', '""\\"')
    if lines.endswith('"'):
        lines = f'{lines[:-1]}\\"'
    return f'"""\n{lines}"""'


def _escape(unsafe: re.Match[str]) -> str:
    return _SHORT.get(unsafe[0]) or f"\\u{ord(unsafe[0]):04X}"


def _checked(text: str) -> str:
    if half := _SURROGATE.search(text):
        raise NotWrittenError("not_text", text=text.encode("utf-8", "replace").decode(), position=half.start())
    return text
