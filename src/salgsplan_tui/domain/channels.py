"""Channels, their activity types, and the words for what they count, cost and are measured by (chapter 5)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Final, Literal

from salgsplan_tui.domain.activity import Kind, Purpose
from salgsplan_tui.domain.amounts import Amount
from salgsplan_tui.domain.fields import AsTuple, Check, Minutes, Texts, Value, matching, within

Form = Literal["one_to_one", "addressed", "group", "one_to_many", "own"]
"""How many are met at once: 1:1, 1:n by address, 1:n face to face, 1:many, or nobody."""

UNKNOWN_SIGN: Final = "•"
"""The sign of a channel that has none of its own."""


def _one_cell(sign: str) -> str:
    from unicodedata import category, east_asian_width  # noqa: PLC0415  # only a person's own file needs it

    drawn = len(sign) == 1 and category(sign)[0] not in "CMZ" and east_asian_width(sign) not in "WF"
    if not drawn:
        raise ValueError("sign")
    return sign


def _some(types: tuple[object, ...]) -> tuple[object, ...]:
    if not types:
        raise ValueError("types")
    return types


Code = Annotated[str, matching(r"[a-z0-9][a-z0-9_]{0,31}")]
Sign = Annotated[str, Check(_one_cell)]


class CostTemplate(Value):
    """A cost that usually comes with a type, from `low` to `high` øre ex VAT; without them, one to remember."""

    kind: str
    """A code of the catalogue's cost kinds, such as "stand_rent"."""
    low: Amount | None = None
    high: Amount | None = None


class ActivityType(Value):
    """What is done in a channel, and what it usually takes: time, cost, lead time, measures, approach."""

    code: Code
    nb: str
    en: str
    minutes: Minutes | None = None
    """The seller's own work; None where it is different each time."""
    unit: str = "pieces"
    """What its quantity counts, a code of the catalogue's units."""
    kind: Kind = "customer"
    purpose: Purpose = "marketing"
    travel: Minutes | None = None
    """How long the way there usually takes, and the way back."""
    lead_days: Annotated[int, within(0, 366)] = 0
    """How long before its date the material has to be delivered (chapter 5.3)."""
    costs: Annotated[tuple[CostTemplate, ...], AsTuple] = ()
    measures: Texts = ()
    """What tells how it went, codes of the catalogue's measures."""
    words_nb: Texts = ()
    """What people say for it, beside its name."""
    words_en: Texts = ()
    template_nb: str = ""
    """How to go about it (S16)."""
    template_en: str = ""
    hidden: bool = False
    """Whether it is left out where a type is chosen."""


class Channel(Value):
    """A way to the customer; its first type is the usual one."""

    code: Code
    nb: str
    en: str
    sign: Sign = UNKNOWN_SIGN
    """One character, one cell, its own (interaction.md 1.8)."""
    form: Form = "one_to_one"
    named_in_source: bool = False
    """Named in the text the program is built on (S14-S22); these stand first."""
    gate: str | None = None
    """The set of contact rules it falls under: phone, mail, electronic, door (chapter 7.6)."""
    words_nb: Texts = ()
    words_en: Texts = ()
    hidden: bool = False
    types: Annotated[tuple[ActivityType, ...], AsTuple, Check(_some)]

    @property
    def shown_types(self) -> tuple[ActivityType, ...]:
        """The types that are offered for choice."""
        return tuple(each for each in self.types if not each.hidden)

    @property
    def usual(self) -> ActivityType:
        """The type that is meant where none is named."""
        return (self.shown_types or self.types)[0]


class OwnChannel(Value):
    """What a person's own file says of a channel: its code, and beside it only what is to be otherwise than packaged.

    What stands beside the code is kept as the file has it; `own_channels.laid_over` tells whether it is right.
    """

    code: Code

    @property
    def id(self) -> str:
        """What tells it from the other blocks of its file."""
        return self.code


class Term(Value):
    """A word of the catalogue in both languages, with its plural where it is counted."""

    nb: str
    en: str
    nb_many: str = ""
    en_many: str = ""
    unit: str | None = None
    """For a cost kind, what its amount is for one of."""

    def name(self, language: str, number: int = 1) -> str:
        """Return the word for one, or for several."""
        one, many = (self.nb, self.nb_many) if language == "nb" else (self.en, self.en_many)
        return one if number == 1 else many or one


@dataclass(frozen=True)
class Catalogue:
    """All channels in order, and the words beside them; what it does not know is named by its code."""

    channels: tuple[Channel, ...] = ()
    units: Mapping[str, Term] = field(default_factory=dict)
    cost_kinds: Mapping[str, Term] = field(default_factory=dict)
    measures: Mapping[str, Term] = field(default_factory=dict)

    @property
    def shown(self) -> tuple[Channel, ...]:
        """The channels that are offered for choice."""
        return tuple(channel for channel in self.channels if not channel.hidden and channel.shown_types)

    @cached_property
    def words(self) -> Mapping[str, tuple[str, str]]:
        """What people say, in lower case and both languages, to the codes of channel and type.

        Given words go before plain names, and a person's own channels, which stand last, before the packaged ones.
        """
        pairs = [pair for channel in self.shown for pair in _names(channel)]
        pairs += [pair for channel in self.shown for pair in _words(channel)]
        return {word.casefold(): codes for word, codes in pairs}

    @cached_property
    def unit_words(self) -> Mapping[str, tuple[str, ...]]:
        """Words for what activities count, one or several, in lower case and both languages, to the units' codes."""
        counted = {each.unit for channel in self.channels for each in channel.types} | {"pieces"}
        found: dict[str, tuple[str, ...]] = {}
        for code, term in self.units.items():
            if code not in counted:
                continue
            for word in dict.fromkeys((term.nb, term.nb_many, term.en, term.en_many)):
                key = word.casefold().rstrip(".")
                if key:
                    found[key] = (*found.get(key, ()), code)
        return found

    @cached_property
    def _by_code(self) -> Mapping[str | None, Channel]:
        return {channel.code: channel for channel in self.channels}

    def channel(self, code: str | None) -> Channel | None:
        """Return a channel by its code."""
        return self._by_code.get(code)

    def type(self, channel: str | None, code: str | None = None) -> ActivityType | None:
        """Return a channel's type by its code, or its usual one where no code is given."""
        found = self.channel(channel)
        if found is None:
            return None
        return found.usual if code is None else next((each for each in found.types if each.code == code), None)

    def sign(self, channel: str | None) -> str:
        """Return a channel's sign."""
        found = self.channel(channel)
        return UNKNOWN_SIGN if found is None else found.sign

    def name(self, channel: str, language: str) -> str:
        """Return a channel's name, or its code where it is not known."""
        found = self.channel(channel)
        return channel if found is None else named(found, language)

    def type_name(self, channel: str, code: str, language: str) -> str:
        """Return a type's name, or its code where it is not known."""
        found = self.type(channel, code)
        return code if found is None else named(found, language)

    def unit_name(self, code: str, number: int, language: str) -> str:
        """Return the word for so many of a unit, or its code where it is not known."""
        return self.units[code].name(language, number) if code in self.units else code

    def cost_kind_name(self, code: str, language: str) -> str:
        """Return a cost kind's name, or its code where it is not known."""
        return self.cost_kinds[code].name(language) if code in self.cost_kinds else code

    def measure_name(self, code: str, language: str) -> str:
        """Return a measure's name, or its code where it is not known."""
        return self.measures[code].name(language) if code in self.measures else code


def named(thing: Channel | ActivityType, language: str) -> str:
    """Return the name of a channel or type."""
    return thing.nb if language == "nb" else thing.en


def _names(channel: Channel) -> Iterator[tuple[str, tuple[str, str]]]:
    for each in reversed(channel.shown_types):  # the usual type last, so that it wins
        yield from ((name, (channel.code, each.code)) for name in (each.nb, each.en))
    usual = channel.usual
    yield from ((name, (channel.code, usual.code)) for name in (channel.nb, channel.en))


def _words(channel: Channel) -> Iterator[tuple[str, tuple[str, str]]]:
    usual = channel.usual
    yield from ((word, (channel.code, usual.code)) for word in channel.words_nb + channel.words_en)
    for each in channel.shown_types:
        yield from ((word, (channel.code, each.code)) for word in each.words_nb + each.words_en)
