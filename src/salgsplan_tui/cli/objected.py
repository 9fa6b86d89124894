"""Who of several people in a row wants no more contact: as told, or as answered."""

from salgsplan_tui.cli.call import Call
from salgsplan_tui.cli.choices import asked, code_named
from salgsplan_tui.cli.misuse import MisuseError
from salgsplan_tui.domain.activity import Activity
from salgsplan_tui.domain.objecting import everyone_in
from salgsplan_tui.language import N_, _


def who_objected(call: Call, row: Activity, told: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of those who want no more contact; all of them where nobody was named and only one could be.

    Raises:
        MisuseError: nobody of the row is called so, or several could be meant.
    """
    names = {each: _name(call, each) for each in everyone_in(call.plan, row)}
    if not told and len(names) > 1:
        told = (asked(call, _("Who wants no more contact?"), names),) if call.can_ask else ()
        if not any(told):
            raise MisuseError(N_("Say who wants no more contact, with --whom: {people}."), people=_listed(names))
    found = [code_named(each, names) for each in told]
    for text, identity in zip(told, found, strict=True):
        if identity is None:
            raise MisuseError(N_("“{value}” is none of these: {codes}."), value=text, codes=_listed(names))
    return tuple(each for each in found if each is not None)


def _name(call: Call, identity: str) -> str:
    found = call.plan.contact(identity)
    return call.plan.customers[identity].name if found is None else found[1].name


def _listed(names: dict[str, str]) -> str:
    return ", ".join(f"{identity} ({name})" for identity, name in names.items())
