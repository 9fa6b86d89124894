"""What a person's own file has to say so that a channel or a type is as was read: only what differs from before."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final

from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.channel_edits import add_channel, add_type, change_channel, change_type
from salgsplan_tui.domain.channels import ActivityType, Catalogue, Channel, CostTemplate
from salgsplan_tui.domain.plan import Plan
from salgsplan_tui.language import language
from salgsplan_tui.tui.channel_words import Chosen, Said, code_for

Values = Mapping[str, object]
"""What was read, by the names of fields; what is not there stays as it is."""

_OF_CHANNEL: Final = ("sign", "form", "gate")
_OF_TYPE: Final = ("kind", "purpose", "minutes", "travel", "costs", "lead_days", "unit", "measures")
_EMPTY: Final[tuple[object, ...]] = ("", 0, [], None)


def making(catalogue: Catalogue, values: Values, within: str | None = None) -> tuple[str, Callable[[Plan], Plan]]:
    """Return the code of a new channel, or of a new type within one, and the edit that makes it."""
    name = str(values["name"])
    of_type = _filled({key: values[key] for key in _OF_TYPE if key in values}) | _approach(values)
    if within is None:
        code = code_for(name, lambda each: catalogue.channel(each) is not None)
        of_channel = _filled({key: values[key] for key in _OF_CHANNEL if key in values})
        said = _names(values) | of_channel | _filled(_words(values))
        return code, partial(add_channel, code=code, said=said, usual=of_type)
    code = code_for(name, lambda each: catalogue.type(within, each) is not None)
    said = _names(values) | of_type | _filled(_words(values))
    return f"{within}.{code}", partial(add_type, channel=within, code=code, said=said)


def changing(before: Chosen, values: Values, shown_approach: str = "") -> Callable[[Plan], Plan]:
    """Return the edit that changes what differs; `shown_approach` is what stood in the field of the approach."""
    channel, kind = before.channel, before.type
    asked = {key: item for key, item in values.items() if key != "approach" or item != shown_approach}
    if kind is None:
        of_channel = _differing(asked, channel, _OF_CHANNEL)
        if not before.is_whole:
            return partial(change_channel, code=channel.code, said=of_channel)
        kind = channel.types[0]
        names = {key: item for key, item in of_channel.items() if key in {"nb", "en"}}
        of_type = names | _differing(
            {key: asked[key] for key in (*_OF_TYPE, "approach") if key in asked}, kind, _OF_TYPE
        )
    else:
        of_channel, of_type = {}, _differing(asked, kind, _OF_TYPE)

    def edit(plan: Plan) -> Plan:
        plan = change_channel(plan, channel.code, of_channel) if of_channel else plan
        return change_type(plan, channel.code, kind.code, of_type) if of_type else plan

    return edit


def hiding(chosen: Chosen, *, hidden: bool) -> Callable[[Plan], Plan]:
    """Return the edit that hides a channel or type where something is chosen, or shows it again."""
    said = {"hidden": hidden}
    if chosen.type is None:
        return partial(change_channel, code=chosen.channel.code, said=said)
    return partial(change_type, channel=chosen.channel.code, code=chosen.type.code, said=said)


def _differing(values: Values, before: Channel | ActivityType, names: Iterable[str]) -> Said:
    wanted: Said = {key: values[key] for key in names if key in values}
    wanted |= _new_names(values, before) | _words(values) | _approach(values, keep_empty=True)
    return {key: item for key, item in wanted.items() if item != _as_said(before, key)}


def _as_said(before: Channel | ActivityType, key: str) -> object:
    """Return what a channel or type says now, as the person's own file would have it."""
    item: object = getattr(before, key)
    if key == "costs" and isinstance(before, ActivityType):
        return [_cost(cost) for cost in before.costs]
    if item is None:
        return "" if key == "gate" else 0
    return list(item) if isinstance(item, tuple) else item


def _cost(cost: CostTemplate) -> dict[str, str]:
    amounts = {"low": cost.low, "high": cost.high}
    return {"kind": cost.kind} | {key: text_from_ore(ore) for key, ore in amounts.items() if ore is not None}


def _names(values: Values) -> Said:
    return _filled({language(): values.get("name"), _other(): values.get("other_name")})


def _new_names(values: Values, before: Channel | ActivityType) -> Said:
    """Return the names; one left out in the other language is the same as in the language spoken."""
    said: Said = {}
    if "name" in values:
        said[language()] = values["name"]
    if "other_name" in values:
        said[_other()] = values["other_name"] or values.get("name") or getattr(before, language())
    return said


def _words(values: Values) -> Said:
    return {f"words_{language()}": values["words"]} if "words" in values else {}


def _approach(values: Values, *, keep_empty: bool = False) -> Said:
    text = values.get("approach")
    return {f"template_{language()}": text or ""} if "approach" in values and (text or keep_empty) else {}


def _filled(said: Said) -> Said:
    return {key: item for key, item in said.items() if item not in _EMPTY}


def _other() -> str:
    return "en" if language() == "nb" else "nb"
