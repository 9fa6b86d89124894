"""The signs of a line: #tag, !1, and key:value; a key with an unknown name is plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.fold import fold
from salgsplan_tui.domain.quick_add.amounts import money_at
from salgsplan_tui.domain.quick_add.costs import say_thousands
from salgsplan_tui.domain.quick_add.numbers import LARGEST, number_at, whole_number
from salgsplan_tui.domain.quick_add.worksheet import Setting, Worksheet

_PRIORITIES: Final = {"1": 1, "2": 2, "3": 3}
_ENOUGH_LETTERS: Final = 3
_GLUED = re.compile(r"(\d{1,12})([a-z]+)", re.ASCII)

Span = tuple[int, int]
"""The words from one index up to another."""


@dataclass(frozen=True)
class Signs:
    """The signs of a line as they are taken out of it, as fields of an activity."""

    sheet: Worksheet
    setting: Setting
    fields: dict[str, object] = field(default_factory=dict)
    channels: list[tuple[str, str]] = field(default_factory=list)
    """The codes of channel and type, at most once."""

    @property
    def channel(self) -> tuple[str, str] | None:
        """The codes of channel and type, where a key named them."""
        return self.channels[0] if self.channels else None

    def say(self, name: str, value: object, span: Span, shown: str, kind: str = "") -> None:
        """Take words as the value of a field.

        Raises:
            NotUnderstoodError: the field has a value already.
        """
        if name in self.fields:
            raise self.sheet.refusal("given_twice", *span)
        self.fields[name] = value
        self.sheet.understand(*span, kind or name, shown)

    def say_tag(self, index: int) -> None:
        """Take one word as a tag, of which there may be several."""
        tag = self.sheet.tokens[index].core.removeprefix("#")
        tags = self.fields.get("tags", ())
        self.fields["tags"] = tuple(dict.fromkeys((*tags, tag))) if isinstance(tags, tuple) else (tag,)
        self.sheet.understand(index, index + 1, "tag", tag)

    def say_priority(self, value: str, span: Span) -> None:
        """Take words as the priority.

        Raises:
            NotUnderstoodError: it is none from 1 to 3.
        """
        if value not in _PRIORITIES:
            raise self.sheet.refusal("not_a_priority", *span)
        self.say("priority", _PRIORITIES[value], span, value)

    def say_key(self, key: str, index: int) -> None:
        """Take a key and the value after it.

        Raises:
            NotUnderstoodError: there is no value, or it is not of the key's kind.
        """
        if index + 1 >= len(self.sheet) or not self.sheet.tokens[index + 1].core:
            raise self.sheet.refusal("value_missing", index, index + 1)
        value, span = self.sheet.tokens[index + 1].core, (index, index + 2)
        match key:
            case "priority":
                self.say_priority(value, span)
            case "place":
                self.say(key, value, span, value)
            case "goal" | "programme":
                found = self._known(key, value, span)
                self.say(key, found, span, found)
            case "purpose":
                self._purpose(value, span)
            case "value":
                self._value(span)
            case "km":
                self._km(span)
            case _:
                self._channel(value.casefold(), span)

    def _known(self, key: str, value: str, span: Span) -> str:
        """Return the id of a goal or programme, or the words themselves where there is none such (activity.py)."""
        titles, wanted = dict(self._titles(key)), fold(value)
        found = [identity for identity, title in titles.items() if wanted in {identity, fold(title)}]
        if not found and len(wanted) >= _ENOUGH_LETTERS:
            found = [identity for identity, title in titles.items() if f" {wanted}" in f" {fold(title)}"]
        if len(found) > 1:
            candidates = tuple(titles[identity] for identity in found)
            raise self.sheet.refusal("ambiguous_goal", *span, candidates=candidates)
        return found[0] if found else value

    def _titles(self, key: str) -> Iterator[tuple[str, str]]:
        for plan in self.setting.plan.sales_plans.values():
            if key == "goal":
                yield from ((goal.id, goal.title) for goal in plan.goals)
            else:
                yield from ((programme.id, programme.title) for programme in plan.programmes)

    def _purpose(self, value: str, span: Span) -> None:
        purpose = self.setting.words.purposes.code(value.casefold())
        if purpose is None:
            raise self.sheet.refusal("unknown_purpose", *span)
        self.say("purpose", purpose, span, purpose)

    def _value(self, span: Span) -> None:
        money = money_at(self.sheet, self.setting.words, span[0] + 1, is_value=True)
        if money is None or money.number.times is not None:
            raise self.sheet.refusal("not_an_amount", *span)
        say_thousands(self.sheet, money)
        self.say("value", money.ore, (span[0], money.last), text_from_ore(money.ore))

    def _km(self, span: Span) -> None:
        number, distance = (
            number_at(self.sheet, self.setting.words, span[0] + 1, grouped=False),
            self.setting.words.distance,
        )
        is_whole = number is not None and number.value == int(number.value) <= LARGEST
        if number is None or not is_whole or number.prefix or (number.suffix and number.suffix not in distance):
            raise self.sheet.refusal("not_a_number", *span)
        last = span[1] + (not number.suffix and self.sheet.word(span[1]) in distance)
        self.say("km_planned", int(number.value), (span[0], last), str(int(number.value)), "km")

    def _channel(self, value: str, span: Span) -> None:
        catalogue = self.setting.plan.channels
        kind = catalogue.type(value)
        codes = catalogue.words.get(value) or (None if kind is None else (value, kind.code))
        if codes is None:
            raise self.sheet.refusal("unknown_channel", *span)
        if self.channels:
            raise self.sheet.refusal("given_twice", *span)
        self.channels.append(codes)
        self.sheet.understand(*span, "channel", codes[0])


def read_signs(sheet: Worksheet, setting: Setting) -> Signs:
    """Take the tags, the priority and the keys out of a line.

    Raises:
        NotUnderstoodError: a value is missing, not one of its kind, or given twice.
    """
    signs = Signs(sheet, setting)
    for index, token in enumerate(sheet.tokens):
        if token.sign == "#" or (sheet.free(index) and token.core[:1] == "#" and len(token.core) > 1):
            signs.say_tag(index)
        elif sheet.core(index)[:1] == "!" and sheet.word(index)[1:].isdigit():
            signs.say_priority(sheet.word(index)[1:], (index, index + 1))
        elif token.tail.startswith(":") and (key := setting.words.keys.code(sheet.word(index))):
            signs.say_key(key, index)
    return signs


def read_km(signs: Signs) -> None:
    """Take «46 km» out of a line; it is as certain as `km:46`.

    Raises:
        NotUnderstoodError: it is too far, or said twice.
    """
    sheet, distance = signs.sheet, signs.setting.words.distance
    for index in range(len(sheet)):
        glued = _GLUED.fullmatch(sheet.word(index))
        if glued and glued[2] in distance:
            span, number = (index, index + 1), int(glued[1])
        elif sheet.word(index + 1) in distance and sheet.word(index).isdecimal():
            span, number = (index, index + 2), whole_number(sheet.word(index)) or 0
        else:
            continue
        if number > LARGEST:
            raise sheet.refusal("too_large", *span)
        signs.say("km_planned", number, span, str(number), "km")
