"""The fields of a channel and of an activity type: what stands in them, and what is made of what was typed."""

from collections.abc import Callable, Mapping
from typing import Final

from salgsplan_tui.domain.channels import ActivityType, Catalogue, Channel
from salgsplan_tui.language import N_, _, language
from salgsplan_tui.language.formats import amount, duration
from salgsplan_tui.tui.channel_words import (
    FORMS,
    GATES,
    KINDS,
    PURPOSES,
    ChannelReader,
    Chosen,
    cost_words,
    named_options,
    words_of,
)
from salgsplan_tui.tui.dialogs.form_fields import UsualApproach
from salgsplan_tui.tui.dialogs.record_fields import Meant, RecordField

_OTHER_NAME: Final = {"nb": N_("Name in English"), "en": N_("Name in Norwegian")}
_CHANNEL_ONLY: Final = ("sign", "form", "gate")
_TYPE_ONLY: Final = ("kind", "purpose", "minutes", "travel", "costs", "lead_days", "unit", "measures", "approach")

Read = Callable[[str], Meant]


def channel_fields(reader: ChannelReader, *, of_channel: bool, of_type: bool) -> tuple[RecordField, ...]:
    """Return the fields of a channel, of a type, or of a channel that is told with its one type."""
    units = tuple((code, reader.catalogue.unit_name(code, 2, language()) or code) for code in reader.catalogue.units)
    found = (
        RecordField("name", N_("Name"), _meant(reader.name)),
        RecordField("other_name", _OTHER_NAME[language()], _meant(reader.other_name)),
        RecordField("words", N_("Also called"), _words),
        RecordField("sign", N_("Sign"), _meant(reader.sign), opens_group=True),
        RecordField("form", N_("Meets"), options=named_options(FORMS)),
        RecordField("gate", N_("Contact rules"), Meant, options=named_options(GATES)),
        RecordField("kind", N_("Work"), options=named_options(KINDS), opens_group=True),
        RecordField("purpose", N_("Purpose"), options=named_options(PURPOSES)),
        RecordField("minutes", N_("Usual time"), _minutes(reader)),
        RecordField("travel", N_("Travel"), _minutes(reader)),
        RecordField("costs", N_("Cost items"), _costs(reader), opens_group=True),
        RecordField("lead_days", N_("Material, days before"), _meant(reader.lead_days)),
        RecordField("unit", N_("Counts"), options=units),
        RecordField("measures", N_("Measured by"), _meant(reader.measures)),
        RecordField("approach", N_("Approach"), _text, is_long=True, opens_group=True),
    )
    left_out = (() if of_channel else _CHANNEL_ONLY) + (() if of_type else _TYPE_ONLY)
    return tuple(each for each in found if each.name not in left_out)


def _meant(read: Callable[[str], object]) -> Read:
    return lambda text: Meant(read(text))


def _words(text: str) -> Meant:
    words = words_of(text)
    return Meant(words, "" if words else _("for quick add, a comma between them"))


def _text(text: str) -> Meant:
    return Meant(text.strip())


def _minutes(reader: ChannelReader) -> Read:
    def read(text: str) -> Meant:
        minutes = reader.minutes(text)
        return Meant(minutes, duration(minutes) if minutes else "")

    return read


def _costs(reader: ChannelReader) -> Read:
    def read(text: str) -> Meant:
        costs = reader.costs(text)
        if not costs:
            return Meant(costs, _("e.g. print 8; stand rent 15000-50000"))
        lowest, highest = (sum(_ore(cost.get(key, "0.00")) for cost in costs) for key in ("low", "high"))
        told = "" if not highest else amount(lowest) if lowest == highest else f"{amount(lowest)} – {amount(highest)}"
        return Meant(costs, told)

    return read


def _ore(text: str) -> int:
    return int(text.replace(".", ""))


def new_texts(name: str, channel: Channel | None) -> dict[str, str]:
    """Return what stands in the fields of something new: a type's as those of its channel's usual one."""
    usual = {"form": "one_to_one", "kind": "customer", "purpose": "marketing", "unit": "pieces"}
    if channel is not None:
        usual |= {"kind": channel.usual.kind, "purpose": channel.usual.purpose, "unit": channel.usual.unit}
    return {"name": name, **usual}


def texts_of(catalogue: Catalogue, before: Chosen, approach: UsualApproach) -> dict[str, str]:
    """Return what stands in the fields of a channel or type."""
    channel, kind = before.channel, before.type or before.channel.types[0]
    names = _name_texts(before.type or channel)
    return {
        **names,
        "sign": channel.sign,
        "form": channel.form,
        "gate": channel.gate or "",
        "kind": kind.kind,
        "purpose": kind.purpose,
        "minutes": str(kind.minutes or ""),
        "travel": str(kind.travel or ""),
        "costs": cost_words(catalogue, kind.costs),
        "lead_days": str(kind.lead_days or ""),
        "unit": kind.unit,
        "measures": ", ".join(catalogue.measure_name(code, language()) for code in kind.measures),
        "approach": approach(channel.code, kind.code),
    }


def _name_texts(thing: Channel | ActivityType) -> Mapping[str, str]:
    own, other = (thing.nb, thing.en) if language() == "nb" else (thing.en, thing.nb)
    words = thing.words_nb if language() == "nb" else thing.words_en
    return {"name": own, "other_name": "" if other == own else other, "words": ", ".join(words)}


def title_of(before: Chosen | None, within: Channel | None) -> str:
    """Return what stands above the form."""
    if before is not None:
        return _("Change: {title}").format(title=before.name)
    if within is None:
        return _("New channel")
    name = within.nb if language() == "nb" else within.en
    return _("New kind of activity in {channel}").format(channel=name)
