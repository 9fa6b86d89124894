"""The texts in a value, wherever in it they stand: to look through them, or to change them."""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import TypeVar

from salgsplan_tui.domain.values import Value

V = TypeVar("V", bound=Value)
Change = Callable[[str], str]


def texts_in(item: object) -> Iterator[str]:
    """Yield every text in a value, ids and codes among them."""
    if isinstance(item, Value):
        yield from texts_in((*item.given_fields.values(), *item.extra_fields.values()))
    elif isinstance(item, str):
        yield item
    elif isinstance(item, tuple | list):
        for each in item:
            yield from texts_in(each)
    elif isinstance(item, Mapping):
        yield from texts_in(tuple(item.values()))


def with_texts(value: V, change: Change) -> V:
    """Return a value with every text in it changed; the same one where that makes no difference."""
    given = {name: _changed(item, change) for name, item in value.given_fields.items()}
    extras = {name: _changed(item, change) for name, item in value.extra_fields.items()}
    if given == value.given_fields and extras == dict(value.extra_fields):
        return value
    return type(value).made_of(given, extras)


def _changed(item: object, change: Change) -> object:
    if isinstance(item, Value):
        return with_texts(item, change)
    if isinstance(item, str):
        return item if isinstance(item, Enum) else change(item)
    if isinstance(item, tuple | list):
        return type(item)(_changed(each, change) for each in item)
    if isinstance(item, Mapping):
        return {key: _changed(each, change) for key, each in item.items()}
    return item
