"""Values of what was found right before: made as `domain/checking.py` makes them, without the checks."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, TypeVar, Union, get_args, get_origin

from salgsplan_tui.domain.values import Before, Check, Key, Value, Written, per_kind

V = TypeVar("V", bound=Value)
Read = Callable[[Any], object]  # Any: it is right, so it is what the field's annotation says
"""Makes the value of what stands in a file."""

_PLAIN: Final = frozenset({str, int, bool, date, time, datetime})


def built(kind: type[V], table: Mapping[str, object]) -> V:
    """Return the value that a table of a file holds, which is known to be right.

    Raises:
        Exception: of any kind, where it is not right after all; or nothing is raised, and the value is not right.
    """
    readers = _readers(kind)
    given: dict[str, object] = {}
    extras: dict[str, object] = {}
    for key, item in kind.gathered(table).items():
        if key in readers:
            name, read = readers[key]
            given[name] = item if read is None else read(item)
        else:
            extras[key] = item
    if not kind.required_fields <= given.keys():
        raise TypeError(kind)
    return kind.made_of(given, extras)


@per_kind
def _readers(kind: type[Value]) -> Mapping[str, tuple[str, Read | None]]:
    """Return name and reading of each field by its key in files."""
    return {key: (name, _reading(kind.field_annotations[name])) for name, key in kind.field_keys.items()}


def _reading(annotation: object) -> Read | None:
    """Return what reads such a field; None where it stands in files as it is."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(parts[0], parts[1:])
    if origin in {Union, UnionType}:
        return _one_of([part for part in parts if part is not NoneType])
    if origin is tuple:
        return _each(parts[0])
    if origin is Mapping:
        return _table(parts[1])
    if origin is Literal or annotation in _PLAIN:
        return None
    return _of_class(annotation)


def _marked(inner: object, markers: tuple[object, ...]) -> Read | None:
    read = _reading(inner)
    for marker in markers:
        if not isinstance(marker, Before | Check | Key | Written):
            raise TypeError(marker)
        if isinstance(marker, Before):
            read = marker.in_file if read is None else _chained(marker.in_file, read)
    return read


def _chained(first: Read, then: Read) -> Read:
    return lambda item: then(first(item))


def _each(part: object) -> Read | None:
    read = _reading(part)
    return None if read is None else lambda items: tuple(map(read, items))


def _table(part: object) -> Read | None:
    read = _reading(part)
    return None if read is None else lambda table: {key: read(item) for key, item in table.items()}


def _one_of(parts: list[object]) -> Read | None:
    """Return the reading of the one kind there is beside None, else the first that gives a value of its kind."""
    if len(parts) == 1:
        return _reading(parts[0])
    readings = [(_reading(part), _class_in(part)) for part in parts]

    def read(item: object) -> object:
        made = ((item if reading is None else reading(item), kind) for reading, kind in readings)
        return next(value for value, kind in made if isinstance(value, kind))

    return read


def _class_in(part: object) -> type:
    inner = get_args(part)[0] if get_origin(part) is Annotated else part
    kind = get_origin(inner) or inner
    if not isinstance(kind, type):
        raise TypeError(part)
    return kind


def _of_class(kind: object) -> Read:
    if isinstance(kind, type) and issubclass(kind, Value):
        return lambda item: item if isinstance(item, kind) else built(kind, item)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {each.value: each for each in kind}.__getitem__
    raise TypeError(kind)
