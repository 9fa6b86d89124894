"""Own channels and activity types in words: what is said of one, and what a person's own file then says.

Screens and command line share it. It knows texts by the names of fields, and makes of them the keys of the file.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.channels import UNKNOWN_SIGN, ActivityType, Catalogue, Channel, CostTemplate, Term
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.language import N_, _, language
from salgsplan_tui.language.safe import width
from salgsplan_tui.tui.dialogs.form_fields import written_amount
from salgsplan_tui.tui.dialogs.item_words import amount_of, count_of, minutes_of
from salgsplan_tui.tui.dialogs.reading import Read

Options = tuple[tuple[str, str], ...]
Said = dict[str, object]
"""Keys and values of the person's own file."""

KINDS: Final[Mapping[str, str]] = {
    "customer": N_("with customers"),
    "internal": N_("internal work"),
    "service": N_("service work"),
    "travel": N_("travel time"),
    "private": N_("private time"),
}
PURPOSES: Final[Mapping[str, str]] = {
    "marketing": N_("marketing"),
    "agreed": N_("agreed with the customer"),
    "service": N_("service for a customer"),
    "internal": N_("for ourselves"),
}
FORMS: Final[Mapping[str, str]] = {
    "one_to_one": N_("one at a time"),
    "addressed": N_("many, each by name"),
    "group": N_("several face to face"),
    "one_to_many": N_("many at once, nobody by name"),
    "own": N_("nobody, own work"),
}
GATES: Final[Mapping[str, str]] = {
    "": N_("none"),
    "phone": N_("telephone"),
    "mail": N_("addressed mail"),
    "electronic": N_("e-mail, SMS and messages"),
    "door": N_("at the door"),
}
_LONGEST_CODE: Final = 32
_MOST_DAYS: Final = 366


@dataclass(frozen=True)
class Chosen:
    """A channel of the catalogue, or one of its types."""

    channel: Channel
    type: ActivityType | None = None

    @property
    def is_whole(self) -> bool:
        """Say whether it is a channel whose one type has its name, so that both are told as one."""
        return self.type is None and is_alone(self.channel)

    @property
    def code(self) -> str:
        """Its code, that of a type after its channel's: "phone.call"."""
        return self.channel.code if self.type is None else f"{self.channel.code}.{self.type.code}"

    @property
    def name(self) -> str:
        """Its name in the language spoken."""
        thing = self.type or self.channel
        return thing.nb if language() == "nb" else thing.en

    @property
    def is_hidden(self) -> bool:
        """Say whether it is left out where something is chosen."""
        return self.channel.hidden if self.type is None else self.type.hidden


def is_alone(channel: Channel) -> bool:
    """Say whether a channel's one type is the channel itself."""
    return len(channel.types) == 1 and channel.types[0].code == channel.code


def chosen(catalogue: Catalogue, text: str) -> Chosen:
    """Return what a code such as "phone" or "phone.call" names, or a name in either language.

    Raises:
        NotUnderstoodError: `unknown_channel`, or `several_channels` with the `candidates`.
    """
    channel, _dot, kind = text.strip().partition(".")
    found = catalogue.channel(channel)
    if found is not None and not kind:
        return Chosen(found)
    if found is not None and (type_ := catalogue.type(channel, kind)) is not None:
        return Chosen(found, None if is_alone(found) else type_)
    wanted = fold(text.strip())
    named = [Chosen(each) for each in catalogue.channels if wanted in {fold(each.nb), fold(each.en)}]
    named += [
        Chosen(each, type_)
        for each in catalogue.channels
        for type_ in each.types
        if not is_alone(each) and wanted in {fold(type_.nb), fold(type_.en)}
    ]
    if not named:
        raise NotUnderstoodError("unknown_channel", text=text)
    if len(named) > 1:
        raise NotUnderstoodError("several_channels", text=text, candidates=tuple(each.code for each in named))
    return named[0]


@dataclass(frozen=True)
class ChannelReader:
    """Reads what is typed of a channel or type; each reading raises NotUnderstoodError with a sentence of its own."""

    catalogue: Catalogue
    read: Read
    before: Chosen | None = None
    """What is changed; None for something new."""

    def name(self, text: str) -> str:
        """Read a name, which no other channel or type has."""
        name = " ".join(text.split())
        if not name:
            raise NotUnderstoodError("name_needed")
        for code, thing in _everything(self.catalogue):
            if fold(name) in {fold(thing.nb), fold(thing.en)} and not self._is_own(code):
                raise NotUnderstoodError("channel_name_taken", text=name, code=code)
        return name

    def _is_own(self, code: str) -> bool:
        """Say whether a code is that of what is changed; a channel and a type in it may have the same name."""
        if self.before is None:
            return False
        channel = self.before.channel.code
        return code in {channel, self.before.code} or (self.before.type is None and code.startswith(f"{channel}."))

    def other_name(self, text: str) -> str:
        """Read the name in the other language; none where it is the same."""
        return self.name(text) if text.strip() else ""

    def sign(self, text: str) -> str:
        """Read a sign of one cell, which no other channel has."""
        sign = text.strip() or UNKNOWN_SIGN
        if len(sign) != 1 or width(sign) != 1:
            raise NotUnderstoodError("sign_of_one_cell", text=sign)
        own = None if self.before is None else self.before.channel.code
        taken = next((each for each in self.catalogue.channels if each.sign == sign and each.code != own), None)
        if taken is not None and sign != UNKNOWN_SIGN:
            raise NotUnderstoodError("sign_taken", text=sign, code=taken.code)
        return sign

    def minutes(self, text: str) -> int:
        """Read a duration; none is 0."""
        return minutes_of(text, self.read) if text.strip() else 0

    def lead_days(self, text: str) -> int:
        """Read a number of days; none is 0."""
        days = count_of(text, self.read) if text.strip() else 0
        if days > _MOST_DAYS:
            raise NotUnderstoodError("lead_too_long", text=text.strip(), most=_MOST_DAYS)
        return days

    def costs(self, text: str) -> list[dict[str, str]]:
        """Read «trykk 8; porto 30; standleie 15000-50000»: kinds of cost, each with an amount, from one to another."""
        parts = (part.strip() for part in text.replace("\n", ";").split(";"))
        return [cost for part in parts if part for cost in self._costs_in(part)]

    def _costs_in(self, part: str) -> list[dict[str, str]]:
        """Read one cost, else several with commas between them: the name of a kind may have a comma too."""
        try:
            return [self._cost(part)]
        except NotUnderstoodError:
            if ", " not in part:
                raise
        return [self._cost(piece.strip()) for piece in part.split(", ") if piece.strip()]

    def _cost(self, piece: str) -> dict[str, str]:
        start = next((at for at, sign in enumerate(piece) if sign.isdigit()), len(piece))
        words, figures = piece[:start].strip().casefold(), piece[start:].replace("–", "-")
        words = words.removesuffix("nok").removesuffix("kr").strip()
        kind = coded(self.catalogue.cost_kinds, words or "other")
        if kind is None:
            names = tuple(term.name(language()) for term in self.catalogue.cost_kinds.values())
            raise NotUnderstoodError("unknown_cost_kind", text=words, candidates=names)
        if not figures:
            return {"kind": kind}
        low, _to, high = figures.partition("-")
        lowest = amount_of(low, self.read)
        highest = amount_of(high, self.read) if high.strip(" ,-kroNOK") else lowest
        if highest < lowest:
            raise NotUnderstoodError("cost_order", text=piece)
        return {"kind": kind, "low": text_from_ore(lowest), "high": text_from_ore(highest)}

    def unit(self, text: str) -> str:
        """Read the code of a unit, or a word for it."""
        found = coded(self.catalogue.units, text.strip() or "pieces")
        if found is None:
            names = tuple(term.name(language(), 2) for term in self.catalogue.units.values())
            raise NotUnderstoodError("unknown_unit", text=text.strip(), candidates=names)
        return found

    def measures(self, text: str) -> list[str]:
        """Read codes of measures, or words for them, a comma between them."""
        codes = []
        for word in words_of(text):
            found = coded(self.catalogue.measures, word)
            if found is None:
                names = tuple(term.name(language()) for term in self.catalogue.measures.values())
                raise NotUnderstoodError("unknown_measure", text=word, candidates=names)
            codes.append(found)
        return codes


def words_of(text: str) -> list[str]:
    """Read words with a comma between them."""
    return list(dict.fromkeys(word for each in text.split(",") if (word := " ".join(each.split()))))


def coded(terms: Mapping[str, Term], words: str) -> str | None:
    """Return the code of a term by its code or a word for it in either language."""
    if words in terms:
        return words
    wanted = fold(words).rstrip(".")
    named = (
        code
        for code, term in terms.items()
        if wanted in {fold(each).rstrip(".") for each in (term.nb, term.nb_many, term.en, term.en_many) if each}
    )
    return next(named, None)


def cost_words(catalogue: Catalogue, costs: Iterable[CostTemplate]) -> str:
    """Return costs as they are typed: «trykk 8; porto 30; standleie 15000-50000»."""
    told = []
    for cost in costs:
        name = catalogue.cost_kind_name(cost.kind, language())
        low, high = written_amount(cost.low or 0), written_amount(cost.high or 0)
        if cost.high is None or cost.high == cost.low:
            told.append(f"{name} {low}".strip())
        else:
            told.append(f"{name} {low or 0}-{high}")
    return "; ".join(told)


def code_for(name: str, taken: Callable[[str], bool]) -> str:
    """Return a code made from a name, which nothing bears yet."""
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in fold(name)).strip("_")
    base = "_".join(part for part in plain.split("_") if part)[:_LONGEST_CODE].strip("_") or "channel"
    code, number = base, 1
    while taken(code):
        number += 1
        code = f"{base[: _LONGEST_CODE - len(str(number)) - 1]}_{number}"
    return code


def _everything(catalogue: Catalogue) -> Iterable[tuple[str, Channel | ActivityType]]:
    for channel in catalogue.channels:
        yield channel.code, channel
        yield from ((f"{channel.code}.{each.code}", each) for each in channel.types)


def named_options(words: Mapping[str, str]) -> Options:
    """Return codes with their words in the language spoken."""
    return tuple((code, _(text)) for code, text in words.items())
