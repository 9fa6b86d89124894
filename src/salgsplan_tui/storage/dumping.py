"""Values as tables, the keys and forms of which are those of files; `domain/fields.py` tells how a field says them."""

from collections.abc import Callable, Mapping
from typing import get_args

from salgsplan_tui.domain.values import Value, Written, per_kind

Dump = Callable[[Value], dict[str, object]]


def said(value: Value) -> dict[str, object]:
    """Return what was said of a value, even where it is as usual."""
    return _table(value, value.given_fields, said)


def unusual(value: Value) -> dict[str, object]:
    """Return what of a value is not as usual."""
    kind = type(value)
    shown = {
        name: item
        for name, item in value.given_fields.items()
        if name in kind.required_fields or item != getattr(kind, name)
    }
    return _table(value, shown, unusual)


def _table(value: Value, shown: Mapping[str, object], dump: Dump) -> dict[str, object]:
    keys, written = value.field_keys, _written(type(value))
    return {keys[name]: _plain(item, written.get(name), dump) for name, item in shown.items()} | dict(
        value.extra_fields
    )


def _plain(item: object, written: Written | None, dump: Dump) -> object:
    if isinstance(item, tuple):
        return tuple(_plain(each, written, dump) for each in item)
    if isinstance(item, Mapping):
        return {key: _plain(each, written, dump) for key, each in item.items()}
    if item is not None and written is not None:
        return written.write(item)
    return dump(item) if isinstance(item, Value) else item


@per_kind
def _written(kind: type[Value]) -> Mapping[str, Written]:
    """Return how the fields are written of which, or of the parts of which, that is said."""
    found = {name: _said_in(annotation) for name, annotation in kind.field_annotations.items()}
    return {name: written for name, written in found.items() if written is not None}


def _said_in(annotation: object) -> Written | None:
    if isinstance(annotation, Written):
        return annotation
    parts = (*get_args(annotation), *getattr(annotation, "__metadata__", ()))
    return next((found for part in parts if (found := _said_in(part)) is not None), None)
