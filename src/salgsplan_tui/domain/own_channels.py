"""A person's own channels, laid over the packaged ones: they add, change by code and hide (architecture.md 5).

TOML has no null, so 0 minutes are none, and so is an empty gate.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, TypeVar

from salgsplan_tui.domain.channels import ActivityType, Catalogue, Channel, Term
from salgsplan_tui.domain.checking import Make, Misfit, MisfitError, checked
from salgsplan_tui.domain.values import Value

_TERMS: Final = ("units", "cost_kinds", "measures")

Table = Mapping[str, object]
V = TypeVar("V", bound=Value)


class _Reader:
    """Makes values, and gathers what cannot be used."""

    def __init__(self, make: Make) -> None:
        self.make = make
        self.misfits: list[Misfit] = []

    def value(self, kind: type[V], fields: Table, where: tuple[str | int, ...]) -> V | None:
        try:
            return self.make(kind, fields)
        except MisfitError as error:
            self.misfits += [Misfit((*where, *each.where), each.key) for each in error.misfits]
            return None

    def tables(self, table: Table, where: tuple[str | int, ...]) -> Iterator[tuple[int, Table]]:
        """Yield the tables `[[name]]` of a table with their numbers."""
        found = table.get(str(where[-1]), [])
        rows = found if isinstance(found, list) else [None]
        for number, row in enumerate(rows):
            if isinstance(row, dict):
                yield number, row
            else:
                self.misfits.append(Misfit((*where, number), "not_a_table"))


def laid_over(packaged: Catalogue, own: Table, make: Make = checked) -> tuple[Catalogue, tuple[Misfit, ...]]:
    """Return the catalogue with the person's own file laid over it, and what of the file could not be used."""
    reader = _Reader(make)
    channels = {channel.code: channel for channel in packaged.channels}
    for number, table in reader.tables(own, ("channel",)):
        laid = _channel(reader, table, channels, ("channel", number))
        if laid is not None:
            channels[laid.code] = laid
    terms = {name: _terms(reader, getattr(packaged, name), own, name) for name in _TERMS}
    return replace(packaged, channels=tuple(channels.values()), **terms), tuple(reader.misfits)


def _channel(
    reader: _Reader, table: Table, known: Mapping[str, Channel], where: tuple[str | int, ...]
) -> Channel | None:
    code = table.get("code")
    base = known.get(code) if isinstance(code, str) else None
    given = {key: value for key, value in table.items() if key != "type"}
    fields = _names(given) if base is None else _fields(base)
    fields |= given
    types = {} if base is None else {each.code: each for each in base.types}
    for number, row in reader.tables(table, (*where, "type")):
        each = _type(reader, row, types, fields, (*where, "type", number))
        if each is not None:
            types[each.code] = each
    if not types:
        names = {key: item for key, item in fields.items() if key in {"code", "nb", "en"}}
        usual = reader.value(ActivityType, names, where)
        if usual is None:
            return None
        types[usual.code] = usual
    made = reader.value(Channel, fields | {"types": tuple(types.values())}, where)
    return made.changed_to(gate=None) if made is not None and made.gate == "" else made


def _type(
    reader: _Reader, table: Table, known: Mapping[str, ActivityType], channel: Table, where: tuple[str | int, ...]
) -> ActivityType | None:
    code = table.get("code", channel.get("code"))
    base = known.get(code) if isinstance(code, str) else None
    own_name = code == channel.get("code")
    fields = _fields(base) if base is not None else _names(channel if own_name else table)
    made = reader.value(ActivityType, fields | {"code": code} | dict(table), where)
    return made.changed_to(minutes=None) if made is not None and made.minutes == 0 else made


def _fields(base: Channel | ActivityType | Term) -> dict[str, object]:
    return {**base.extra_fields, **base.given_fields}


def _names(table: Table) -> dict[str, object]:
    """Return the names of something new; one that is left out is the other, else the code."""
    nb, en, code = (table.get(key) for key in ("nb", "en", "code"))
    names = {"nb": nb or en or code, "en": en or nb or code}
    return {language: name for language, name in names.items() if name is not None}


def _terms(reader: _Reader, packaged: Mapping[str, Term], own: Table, name: str) -> Mapping[str, Term]:
    given = own.get(name, {})
    if not isinstance(given, dict):
        reader.misfits.append(Misfit((name,), "not_a_table"))
        return packaged
    laid = dict(packaged)
    for code, table in given.items():
        if not isinstance(table, dict):
            reader.misfits.append(Misfit((name, code), "not_a_table"))
            continue
        base = laid.get(code)
        fields = _names(table | {"code": code}) if base is None else _fields(base)
        term = reader.value(Term, fields | table, (name, code))
        if term is not None:
            laid[code] = term
    return laid
