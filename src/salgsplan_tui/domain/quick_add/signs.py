"""The signs of a line: #tag, !1, and key:value; a key with an unknown name is plain text."""

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Final, get_args

from salgsplan_tui.domain.amounts import text_from_ore
from salgsplan_tui.domain.quick_add.amounts import money_at
from salgsplan_tui.domain.quick_add.costs import say_thousands
from salgsplan_tui.domain.quick_add.date_pieces import days_of_word
from salgsplan_tui.domain.quick_add.durations import minutes_of
from salgsplan_tui.domain.quick_add.numbers import LARGEST, number_at, whole_number
from salgsplan_tui.domain.quick_add.worksheet import Setting, Worksheet
from salgsplan_tui.domain.recurrence import OnHoliday

_PRIORITIES: Final = {"1": 1, "2": 2, "3": 3}
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
    named: dict[str, Span] = field(default_factory=dict)
    """The words of the goal and the programme, whose plan depends on the row's day (plan_names.py)."""
    on_holiday: list[tuple[OnHoliday, Span]] = field(default_factory=list)
    """What becomes of a repeat on a red day, and the words that say it, at most once."""

    held_against: list[tuple[str, Span]] = field(default_factory=list)
    """The words for the budget line of the costs, and where they stand, at most once."""

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
            case "place" | "approach":
                self.say(key, value, span, value)
            case "goal" | "programme":
                self.say(key, value, span, value)
                self.named[key] = span
            case "purpose":
                self._purpose(value, span)
            case "value":
                self._value(span)
            case "km":
                self._km(span)
            case "channel":
                self._channel(value.casefold(), span)
            case "line":
                self._line(value, span)
            case _:
                self._say_when(key, value.casefold(), span)

    def _line(self, value: str, span: Span) -> None:
        """Take the name of a budget line; which one it is, is told by the programme of the row."""
        if self.held_against:
            raise self.sheet.refusal("given_twice", *span)
        self.held_against.append((value, span))
        self.sheet.take(*span, "line")

    def _say_when(self, key: str, value: str, span: Span) -> None:
        """Take a key about days and times."""
        match key:
            case "travel":
                self._travel(value, span)
            case "on_holiday":
                self._on_holiday(value, span)
            case "material":
                self._material(value, span)
            case _:
                self._appears(span)

    def _travel(self, value: str, span: Span) -> None:
        """Take «30m», or «30m+20m» where the way back is another."""
        ways = [minutes_of(self.setting.words, each) for each in value.split("+")]
        if not 1 <= len(ways) <= 2 or None in ways:  # noqa: PLR2004  # there and back
            raise self.sheet.refusal("not_a_duration", *span)
        self.say("travel_before", ways[0], span, "+".join(str(minutes) for minutes in ways), "travel")
        self.fields["travel_after"] = ways[-1]

    def _on_holiday(self, value: str, span: Span) -> None:
        code = next((each for each in get_args(OnHoliday) if each == self.setting.words.on_holiday.code(value)), None)
        if code is None:
            raise self.sheet.refusal("unknown_on_holiday", *span)
        if self.on_holiday:
            raise self.sheet.refusal("given_twice", *span)
        self.on_holiday.append((code, span))
        self.sheet.understand(*span, "on_holiday", code)

    def _material(self, value: str, span: Span) -> None:
        """Take the day until which the material is due, or that it was delivered today."""
        if value in self.setting.words.delivered:
            self.say("material_sent", self.setting.today, span, self.setting.today.isoformat())
            return
        first, last = self._days(span)
        if first != last:
            raise self.sheet.refusal("due_is_a_day", *span)
        self.say("material_due", first, span, first.isoformat(), "material")

    def _appears(self, span: Span) -> None:
        first, last = self._days(span)
        self.say("appears_from", first, span, f"{first}/{last}", "appears")
        self.fields["appears_to"] = last

    def _days(self, span: Span) -> tuple[dt.date, dt.date]:
        """Return the first and the last day of the date after a key."""
        found = days_of_word(self.sheet, self.setting, span[0] + 1)
        if found is None:
            raise self.sheet.refusal("bad_date", *span, what=self.sheet.typed(span[0] + 1, span[1]))
        return found

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
