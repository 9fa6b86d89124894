"""The edits of a person's own channels and activity types: made, changed, hidden and shown again (architecture.md 5).

The packaged catalogue stays as it is. What is otherwise is said in the person's own file, by code, and laid over it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from salgsplan_tui.domain.channels import OwnChannel
from salgsplan_tui.domain.errors import NotFoundError, RefusedError
from salgsplan_tui.domain.own_channels import laid_over
from salgsplan_tui.domain.plan import Plan

Table = Mapping[str, object]
"""Keys and values as the person's own file has them."""


def add_channel(plan: Plan, code: str, said: Table, usual: Table) -> Plan:
    """Put a new channel into the person's own file, with what its one type of the same name takes.

    Raises:
        RefusedError: `channel_exists`, or as `change_channel` tells.
    """
    if plan.channels.channel(code) is not None:
        raise RefusedError("channel_exists", code=code)
    return _put(plan, code, {**said, "type": [dict(usual)]} if usual else said)


def change_channel(plan: Plan, code: str, said: Table) -> Plan:
    """Set what the person's own file says of a channel, a packaged one or their own.

    Raises:
        NotFoundError: there is none such.
        RefusedError: `channel_unfit`, with the `field` that cannot be so.
    """
    if plan.channels.channel(code) is None:
        raise NotFoundError("no_such_channel", code=code)
    return _put(plan, code, {**_own(plan, code), **said}) if said else plan


def add_type(plan: Plan, channel: str, code: str, said: Table) -> Plan:
    """Put a new type of a channel into the person's own file.

    Raises:
        NotFoundError: there is no such channel.
        RefusedError: `type_exists`, or as `change_channel` tells.
    """
    if plan.channels.type(channel, code) is not None:
        raise RefusedError("type_exists", code=f"{channel}.{code}")
    return _with_type(plan, channel, code, said)


def change_type(plan: Plan, channel: str, code: str, said: Table) -> Plan:
    """Set what the person's own file says of a type.

    Raises:
        NotFoundError: there is none such.
        RefusedError: as `change_channel` tells.
    """
    if plan.channels.type(channel, code) is None:
        raise NotFoundError("no_such_channel", code=f"{channel}.{code}")
    return _with_type(plan, channel, code, said) if said else plan


def _with_type(plan: Plan, channel: str, code: str, said: Table) -> Plan:
    types = _types(plan, channel)
    places = [at for at, each in enumerate(types) if each.get("code", channel) == code]
    if places:
        types[places[-1]] = {**types[places[-1]], **said}
    else:
        types.append(({} if code == channel else {"code": code}) | dict(said))
    return change_channel(plan, channel, {"type": types})


def _own(plan: Plan, code: str) -> Table:
    return plan.own_channels[code].extra_fields if code in plan.own_channels else {}


def _types(plan: Plan, channel: str) -> list[Table]:
    found = _own(plan, channel).get("type", ())
    rows: Sequence[object] = found if isinstance(found, list | tuple) else ()
    return [row for row in rows if isinstance(row, Mapping)]


def _put(plan: Plan, code: str, said: Table) -> Plan:
    laid, misfits = laid_over(plan.channels, {"channel": [{"code": code, **said}]})
    if misfits:
        field = ".".join(part for part in misfits[0].where[1:] if isinstance(part, str))
        raise RefusedError("channel_unfit", code=code, field=field)
    own = OwnChannel.made_of({"code": code}, said)
    return replace(plan, own_channels={**plan.own_channels, code: own}, channels=laid)
