"""A person's own channels, laid over the packaged ones: they add, change by code and hide (architecture.md 5)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from salgsplan_tui.domain.channels import ActivityType, Catalogue, Channel, Term
from salgsplan_tui.domain.checking import Misfit, MisfitError, checked

_TERMS: Final = ("units", "cost_kinds", "measures")

Table = Mapping[str, object]


def laid_over(packaged: Catalogue, own: Table) -> tuple[Catalogue, tuple[Misfit, ...]]:
    """Return the catalogue with the person's own file laid over it, and what of the file could not be used."""
    misfits: list[Misfit] = []
    channels = {channel.code: channel for channel in packaged.channels}
    for number, table in _tables(own, ("channel",), misfits):
        laid = _channel(table, channels, ("channel", number), misfits)
        if laid is not None:
            channels[laid.code] = laid
    terms = {name: _terms(getattr(packaged, name), own, name, misfits) for name in _TERMS}
    return replace(packaged, channels=tuple(channels.values()), **terms), tuple(misfits)


def _channel(
    table: Table, known: Mapping[str, Channel], where: tuple[str | int, ...], misfits: list[Misfit]
) -> Channel | None:
    code = table.get("code")
    base = known.get(code) if isinstance(code, str) else None
    given = {key: value for key, value in table.items() if key != "type"}
    fields = _names(given) if base is None else _fields(base)
    fields |= given
    types = {} if base is None else {each.code: each for each in base.types}
    for number, row in _tables(table, (*where, "type"), misfits):
        each = _type(row, types, fields, (*where, "type", number), misfits)
        if each is not None:
            types[each.code] = each
    names = {key: item for key, item in fields.items() if key in {"code", "nb", "en"}}
    try:
        fields["types"] = tuple(types.values()) or (checked(ActivityType, names),)
        return checked(Channel, fields)
    except MisfitError as error:
        misfits += _misfits(error, where)
        return None


def _type(
    table: Table,
    known: Mapping[str, ActivityType],
    channel: Table,
    where: tuple[str | int, ...],
    misfits: list[Misfit],
) -> ActivityType | None:
    code = table.get("code", channel.get("code"))
    base = known.get(code) if isinstance(code, str) else None
    own_name = code == channel.get("code")
    fields = _fields(base) if base is not None else _names(channel if own_name else table)
    try:
        return checked(ActivityType, fields | {"code": code} | dict(table))
    except MisfitError as error:
        misfits += _misfits(error, where)
        return None


def _fields(base: Channel | ActivityType | Term) -> dict[str, object]:
    return {**base.extra_fields, **base.given_fields}


def _names(table: Table) -> dict[str, object]:
    """Return the names of something new; one that is left out is the other, else the code."""
    nb, en, code = (table.get(key) for key in ("nb", "en", "code"))
    names = {"nb": nb or en or code, "en": en or nb or code}
    return {language: name for language, name in names.items() if name is not None}


def _terms(packaged: Mapping[str, Term], own: Table, name: str, misfits: list[Misfit]) -> Mapping[str, Term]:
    given = own.get(name, {})
    if not isinstance(given, dict):
        misfits.append(Misfit((name,), "not_a_table"))
        return packaged
    laid = dict(packaged)
    for code, table in given.items():
        if not isinstance(table, dict):
            misfits.append(Misfit((name, code), "not_a_table"))
            continue
        base = laid.get(code)
        fields = _names(table | {"code": code}) if base is None else _fields(base)
        try:
            laid[code] = checked(Term, fields | table)
        except MisfitError as error:
            misfits += _misfits(error, (name, code))
    return laid


def _tables(table: Table, where: tuple[str | int, ...], misfits: list[Misfit]) -> Iterator[tuple[int, Table]]:
    """Yield the tables `[[name]]` of a table with their numbers."""
    found = table.get(str(where[-1]), [])
    rows = found if isinstance(found, list) else [None]
    for number, row in enumerate(rows):
        if isinstance(row, dict):
            yield number, row
        else:
            misfits.append(Misfit((*where, number), "not_a_table"))


def _misfits(error: MisfitError, where: tuple[str | int, ...]) -> Iterator[Misfit]:
    yield from (Misfit((*where, *each.where), each.key) for each in error.misfits)
