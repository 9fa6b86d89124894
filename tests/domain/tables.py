"""Tables as files may hold them, right ones and wrong ones, made at random from what a kind of value says of itself."""

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from types import NoneType
from typing import Annotated, Final, Literal, get_args, get_origin

from hypothesis import strategies as st

from salgsplan_tui.domain.activity import Bucket
from salgsplan_tui.domain.channels import Code, Sign
from salgsplan_tui.domain.fields import Id
from salgsplan_tui.domain.offsets import Delay
from salgsplan_tui.domain.recurrence import Series
from salgsplan_tui.domain.rules import Rule
from salgsplan_tui.domain.settings import Hours
from salgsplan_tui.domain.values import Value

Items = st.SearchStrategy[object]

_DAYS: Final = st.dates(dt.date(1901, 1, 1), dt.date(2998, 12, 31))
_TEXTS: Final = st.one_of(
    st.sampled_from(["", "a1", "2027-W07", "2027-11", "sold", "FREQ=WEEKLY;BYDAY=TH", "☎", "08:00-16:00", "500.00"]),
    st.text(max_size=5),
)
_MOMENTS: Final = st.datetimes(dt.datetime(1970, 1, 1), timezones=st.just(dt.UTC))  # with a zone
_TIMES: Final = st.times().map(lambda time: time.replace(second=0, microsecond=0))
_KNOWN: Final[Mapping[object, Items]] = {
    str: _TEXTS,
    Id: st.one_of(st.sampled_from(["a1", "k05", "2027-07-12"]), _TEXTS),
    Bucket: st.sampled_from(["2027-W07", "2027-11", "2026-Q4", "2027-W53"]),
    Rule: st.sampled_from(["FREQ=WEEKLY;BYDAY=TH", "FREQ=DAILY", "FREQ=HOURLY"]),
    Delay: st.sampled_from(["14d", "5wd", "0d", "-3d"]),
    Code: st.sampled_from(["phone", "own_1", "Ø"]),
    Sign: st.sampled_from(["☎", "x", "xx"]),
    Hours: st.sampled_from(["08:00-16:00", "8-16", {"start": "08:00", "end": dt.time(16)}]),
    int: st.one_of(st.integers(0, 9), st.integers(-5, 10**10), st.from_regex(r"-?\d{1,6}\.\d\d", fullmatch=True)),
    bool: st.booleans(),
    dt.date: st.one_of(_DAYS, _DAYS.map(str)),
    dt.time: st.one_of(_TIMES, _TIMES.map("{:%H:%M}".format)),
    dt.datetime: st.one_of(_MOMENTS, _MOMENTS.map(dt.datetime.isoformat)),
}
_WRONG: Final[Items] = st.one_of(
    st.sampled_from([True, 0, -1, 1.0, "", "x", "17.2.2027", "9:00", [], [1], {}, dt.time(9), dt.date(1, 1, 1)]), _TEXTS
)


def tables(kind: type[Value]) -> st.SearchStrategy[dict[str, object]]:
    """Return tables of which most are right, with keys beside those of the value now and then."""
    required = {kind.field_keys[name]: field(kind.field_annotations[name]) for name in kind.required_fields}
    others = {key: field(kind.field_annotations[name]) for name, key in kind.field_keys.items() if key not in required}
    said = st.lists(st.sampled_from(sorted(others) or [""]), max_size=6, unique=True).flatmap(
        lambda keys: st.fixed_dictionaries({key: others[key] for key in keys if key in others})
    )
    extras = st.dictionaries(st.sampled_from(["colour", "x"]), _TEXTS, max_size=1)
    keys = st.sampled_from(sorted(kind.field_keys.values()))
    right: st.SearchStrategy[dict[str, object]] = st.just({})
    spoilt = st.one_of(right, right, right, st.dictionaries(keys, _WRONG, max_size=1))
    parts = st.tuples(st.fixed_dictionaries(required), said, extras, spoilt)
    return parts.map(lambda each: _ruled(kind, each[0] | each[1] | each[2] | each[3]))


def _ruled(kind: type[Value], table: dict[str, object]) -> dict[str, object]:
    """Give a series that waits for nothing a rule, for it must have one."""
    return {"rrule": "FREQ=DAILY"} | table if kind is Series and "after" not in table else table


def field(annotation: object) -> Items:
    """Return what a file may hold where a field says this."""
    if annotation in _KNOWN:
        return _KNOWN[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return st.deferred(lambda: tables(annotation))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return st.sampled_from([each.value for each in annotation])
    return _made_of(get_origin(annotation), get_args(annotation))


def _made_of(origin: object, parts: tuple[object, ...]) -> Items:
    if origin is Annotated:
        return field(parts[0])
    if origin is Literal:
        return st.sampled_from(parts)
    if origin is tuple:
        return st.lists(field(parts[0]), max_size=2)
    if origin is Mapping:
        return st.dictionaries(st.sampled_from(["mon", "fri", "reached"]), field(parts[1]), max_size=2)
    return st.one_of([field(part) for part in parts if part is not NoneType])
