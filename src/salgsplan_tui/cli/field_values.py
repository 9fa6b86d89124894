"""FIELD=VALUE on the command line: the same fields, readings and choices as in the forms of the screens."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.cli.typed_text import text_meant
from salgsplan_tui.domain.errors import NotFoundError, NotUnderstoodError
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.language import N_, _
from salgsplan_tui.language.safe import safe_line
from salgsplan_tui.tui.dialogs.record_fields import RecordField
from salgsplan_tui.tui.plan_readers import NONE, PlanReader

_NAMING: Final = frozenset(("strategy", "parent", "base", "product", "focus_area"))
"""The fields whose choices are other plans and parts: what is not there was not found, rather than not understood."""


def plan_reader(call: Call) -> PlanReader:
    """Return what reads the words in fields, as at the desk of the screens."""
    from salgsplan_tui.tui.desk import Desk  # noqa: PLC0415  # only who changes something

    return PlanReader(Desk(call.session, call.console.environment))


def parted(text: str) -> tuple[str, str]:
    """Return name and value of «amount=30 000».

    Raises:
        MisuseError: there is no such sign in it.
    """
    name, equals, value = text.partition("=")
    if not (equals and name.strip()):
        raise MisuseError(N_("“{value}” is not of the form FIELD=VALUE."), value=text)
    return name.strip(), value.strip()


def read_pairs(call: Call, fields: Sequence[RecordField], pairs: Sequence[str]) -> dict[str, object]:
    """Return the values of such pairs by the names of their fields.

    Raises:
        MisuseError: a field or choice is none of those there are.
        NotFoundError: a plan or part that is named is not there, or could be several.
        NotUnderstoodError: a value means nothing.
    """
    return {
        field.name: read_text(call, field, value)
        for name, value in map(parted, pairs)
        for field in (field_named(fields, name),)
    }


def field_named(fields: Sequence[RecordField], name: str) -> RecordField:
    """Return the field of this name, or of this label in the language spoken, or how one of them begins.

    Raises:
        MisuseError: there is none such, or several.
    """
    wanted = fold(name.replace("-", "_"))
    labels = {each.name: fold(_(each.label)) for each in fields}
    exact = [each for each in fields if wanted in {each.name, labels[each.name]}]
    found = exact or [each for each in fields if each.name.startswith(wanted) or labels[each.name].startswith(wanted)]
    if len(found) != 1:
        known = ", ".join(f"{each.name} ({_(each.label)})" for each in fields)
        raise MisuseError(N_("“{value}” is none of the fields: {fields}."), value=name, fields=known)
    return found[0]


def read_text(call: Call, field: RecordField, text: str) -> object:
    """Return what a text means in a field.

    Raises:
        MisuseError: it is none of the choices.
        NotFoundError: the plan or part that it names is not there, or could be several.
        NotUnderstoodError: it means nothing.
    """
    if field.options is not None:
        text = _choice(field, text)
    elif field.is_long:
        text = text_meant(call, text)
    try:
        return field.read(text).value
    except NotUnderstoodError as error:
        error.at = None  # it tells a place in a line that nobody typed
        raise


def _choice(field: RecordField, text: str) -> str:
    """Return the code of a choice: by its code or words, by how they begin, or by a part of them."""
    options = dict(field.options or ())
    if text.strip().lower() in options:
        return text.strip().lower()
    named = {code: words for code, words in options.items() if code or words != NONE}
    found = fitting({code: (code, words) for code, words in named.items()}, text)
    if len(found) == 1:
        return found[0]
    names = tuple(told(code, named[code]) for code in (found or named))
    if found:
        raise NotFoundError("ambiguous", id=text, candidates=names)
    if field.name in _NAMING and text.strip():
        raise NotFoundError("no_choice", text=text, choices=names or (NONE,))
    raise MisuseError(N_("“{value}” is none of these: {codes}."), value=text, codes=", ".join(names))


def told_fields(fields: Sequence[RecordField], texts: Mapping[str, str], names: Collection[str]) -> tuple[str, ...]:
    """Return what was understood of some fields, in a line: «Beløp: 30 000 · Strategi: Ring først»."""
    parts = [
        f"{_(field.label)}: {_understood(field, texts[field.name])}"
        for field in fields
        if field.name in names and field.name != "title" and not field.is_long
    ]
    return (f"  {safe_line(' · '.join(parts))}",) if parts else ()


def _understood(field: RecordField, text: str) -> str:
    words = field.read(text).echo if field.options is None else dict(field.options).get(text, text)
    return words or text or NONE


def told(code: str, words: str) -> str:
    """Return a choice as it is listed: its code, and its words where they say more."""
    return words if not code else f"{code} ({words})" if words and words != code else code


def fitting(names: Mapping[str, Sequence[str]], text: str) -> list[str]:
    """Return the codes whose names fit a text best: the same, then how a name begins, then a part of one."""
    wanted = fold(text.strip())
    folded = {code: [fold(name) for name in each] for code, each in names.items()}
    tiers = (
        [code for code, each in folded.items() if wanted in each],
        [code for code, each in folded.items() if any(name.startswith(wanted) for name in each)],
        [code for code, each in folded.items() if any(wanted in name for name in each)],
    )
    return next((tier for tier in tiers if tier and wanted), [])
