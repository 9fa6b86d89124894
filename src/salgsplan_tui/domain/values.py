"""Values that never change, and what can be said about their fields; `domain/fields.py` tells how one is declared."""

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

T = TypeVar("T")

_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


class Before:
    """Makes the value of what was given, or raises ValueError; in a file fewer forms may count."""

    def __init__(self, make: Callable[[object], object], *, in_file: Callable[[object], object] | None = None) -> None:
        """Take the function, and the one for what stands in a file where that is another."""
        self.make = make
        self.in_file = in_file or make

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """Tell pydantic."""
        from salgsplan_tui.domain.schemas import before  # noqa: PLC0415  # it loads pydantic

        return before(self, handler(source))


class Check:
    """Returns the value, or raises ValueError."""

    def __init__(self, check: Callable[[Any], object]) -> None:  # Any: the field's own type, which pydantic has checked
        """Take the function."""
        self.check = check

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """Tell pydantic."""
        from salgsplan_tui.domain.schemas import after  # noqa: PLC0415  # it loads pydantic

        return after(self, handler(source))


class Key:
    """The field's name in files, where that is no name in Python or says too little there."""

    def __init__(self, name: str) -> None:
        """Take the name."""
        self.name = name


class Written:
    """Makes of the value what a file holds."""

    def __init__(self, write: Callable[[Any], object]) -> None:  # Any: the field's own type
        """Take the function."""
        self.write = write


def within(least: int, most: int | None = None) -> Check:
    """Return the check that a number is not outside of these."""

    def check(number: int) -> int:
        if number < least or (most is not None and number > most):
            raise ValueError("number")
        return number

    return Check(check)


def matching(pattern: str) -> Check:
    """Return the check that the whole of a text matches a pattern."""

    def check(text: str) -> str:
        if re.fullmatch(pattern, text) is None:
            raise ValueError("text")
        return text

    return Check(check)


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Value:
    """A value that never changes; an unknown key from a newer program or a person is kept beside the fields."""

    field_annotations: ClassVar[Mapping[str, object]] = _NOTHING
    """What is said about each field, in the order of the class, which is the files' order."""
    field_keys: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """What files call each field."""
    required_fields: ClassVar[frozenset[str]] = frozenset()
    """The names of those without a default."""

    def __init_subclass__(cls) -> None:
        """Note the fields."""
        cls.field_annotations = {**cls.field_annotations, **cls.__annotations__}
        cls.field_keys = {name: _key(annotation) or name for name, annotation in cls.field_annotations.items()}
        cls.required_fields = frozenset(name for name in cls.field_annotations if not hasattr(cls, name))

    def __init__(self, **fields: object) -> None:
        """Take the fields as they are."""
        if not self.required_fields <= fields.keys() <= self.field_keys.keys():
            raise self._unfit({*(self.required_fields - fields.keys()), *(fields.keys() - self.field_keys.keys())})
        self.__dict__.update(fields)

    @classmethod
    def made_of(cls, given: Mapping[str, object], extras: Mapping[str, object] = _NOTHING) -> Self:
        """Return the value with these fields, which are right, and with what else stood there."""
        value = cls.__new__(cls)
        value.__dict__.update(given)
        if extras:
            value.__dict__["_extras"] = extras
        return value

    @classmethod
    def gathered(cls, table: Mapping[str, object]) -> Mapping[str, object]:
        """Return a table with its keys where the fields want them, where files hold them flatter."""
        return table

    def check_whole(self) -> None:
        """Raise ValueError where fields that are right do not go together."""

    @property
    def given_fields(self) -> dict[str, object]:
        """The fields that were said, by name, in the order of the class."""
        there = self.__dict__
        return {name: there[name] for name in self.field_keys if name in there}

    @property
    def extra_fields(self) -> Mapping[str, object]:
        """What else stood beside its fields."""
        found: Mapping[str, object] = self.__dict__.get("_extras", _NOTHING)
        return found

    def changed_to(self, **fields: object) -> Self:
        """Return the same value with these fields changed.

        Raises:
            TypeError: it has no such field.
        """
        if not fields.keys() <= self.field_keys.keys():
            raise self._unfit(fields.keys() - self.field_keys.keys())
        return self.made_of(self.__dict__ | fields)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name}")  # noqa: EM102  # a fault of the program

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__}.{name}")  # noqa: EM102  # a fault of the program

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        same = (getattr(self, name) == getattr(other, name) for name in self.field_keys)
        return all(same) and self.extra_fields == other.extra_fields

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in self.field_keys))

    def __repr__(self) -> str:
        shown = [f"{name}={item!r}" for name, item in (self.given_fields | dict(self.extra_fields)).items()]
        return f"{type(self).__name__}({', '.join(shown)})"

    def _unfit(self, names: AbstractSet[str]) -> TypeError:
        return TypeError(f"{type(self).__name__}: {', '.join(sorted(names))}")

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """Tell pydantic."""
        from salgsplan_tui.domain.schemas import value  # noqa: PLC0415  # it loads pydantic

        return value(cls, handler)


def per_kind(make: Callable[[type[Value]], T]) -> Callable[[type[Value]], T]:
    """Make something of a kind of value once, when it is first asked for."""
    made: dict[type[Value], T] = {}  # not `functools.cache`: mypy takes the class for one of its values

    def find(kind: type[Value]) -> T:
        if kind not in made:
            made[kind] = make(kind)
        return made[kind]

    return find


def _key(annotation: object) -> str | None:
    return next((each.name for each in getattr(annotation, "__metadata__", ()) if isinstance(each, Key)), None)
