"""Values never change, say what they are, and keep what they do not know."""

from enum import StrEnum
from typing import Annotated

import pytest

from salgsplan_tui.domain.checking import Misfit, MisfitError, checked, checked_fields
from salgsplan_tui.domain.fields import AsTuple, Before, Check, Day, Id, Key, Texts, Value, Written, matching, within
from salgsplan_tui.storage.dumping import said, unusual


class Way(StrEnum):
    THERE = "there"
    BACK = "back"


class Trip(Value):
    first: Way
    then: Annotated[Way | None, Key("after")] = None
    all: Annotated[tuple[Way, ...], AsTuple] = ()


class Part(Value):
    length: Annotated[int, within(1, 9)] = 1


class Tool(Value):
    id: Id
    kind: Annotated[str | None, Key("class")] = None
    price: Annotated[int, Before(lambda item: 7 if item == "seven" else item), Written(str)] = 0
    code: Annotated[str, matching("[a-z]+")] = "plain"
    bought: Day | int | None = None
    parts: Annotated[tuple[Part, ...], AsTuple] = ()
    tags: Texts = ()


def test_a_value_has_its_fields_and_what_is_usual_elsewhere() -> None:
    tool = Tool(id="t1", kind="saw")
    assert (tool.id, tool.kind, tool.price, tool.tags) == ("t1", "saw", 0, ())
    assert tool.given_fields == {"id": "t1", "kind": "saw"}
    assert repr(tool) == "Tool(id='t1', kind='saw')"


@pytest.mark.parametrize("fields", [{}, {"id": "t1", "colour": "green"}])
def test_a_value_is_not_made_without_its_fields_nor_with_others(fields: dict[str, str]) -> None:
    with pytest.raises(TypeError, match=r"Tool: (?:id|colour)"):
        Tool(**fields)  # type: ignore[arg-type]  # what mypy finds at other places


def test_a_value_does_not_change() -> None:
    tool = Tool(id="t1")
    with pytest.raises(AttributeError):
        tool.price = 5  # type: ignore[misc]  # the same
    with pytest.raises(AttributeError):
        del tool.price
    assert tool.changed_to(price=5).price == 5
    assert tool.price == 0
    with pytest.raises(TypeError, match="colour"):
        tool.changed_to(colour="green")


def test_values_are_the_same_when_all_fields_are_whether_said_or_usual() -> None:
    assert Tool(id="t1", price=0) == Tool(id="t1")
    assert hash(Tool(id="t1", price=0)) == hash(Tool(id="t1"))
    assert Tool(id="t1", price=1) != Tool(id="t1")
    assert Part() != Tool(id="t1")


def test_an_enum_is_told_by_its_value_in_however_many_fields_it_stands() -> None:
    trip = checked(Trip, {"first": "there", "after": "back", "all": ["there", "back"]})
    assert trip == Trip(first=Way.THERE, then=Way.BACK, all=(Way.THERE, Way.BACK))
    with pytest.raises(MisfitError):
        checked(Trip, {"first": "away"})


def test_what_a_file_says_is_read_and_written_in_its_forms() -> None:
    table = {"id": "t1", "class": "saw", "price": "seven", "bought": "2027-02-17", "parts": [{"length": 2}], "x": 1}
    tool = checked(Tool, table)
    assert (tool.kind, tool.price, tool.parts, tool.extra_fields) == ("saw", 7, (Part(length=2),), {"x": 1})
    assert unusual(tool) == {**table, "price": "7", "bought": tool.bought, "parts": ({"length": 2},)}
    assert checked(Tool, {"id": "t1", "bought": 2019}).bought == 2019


def test_what_is_usual_is_written_only_where_it_is_asked_for() -> None:
    tool = Tool(id="t1", price=0, parts=(Part(length=1),))
    assert unusual(tool) == {"id": "t1", "parts": ({},)}
    assert said(tool) == {"id": "t1", "price": "0", "parts": ({"length": 1},)}


def test_extras_stay_when_a_value_changes() -> None:
    tool = checked(Tool, {"id": "t1", "colour": "green"})
    again = tool.changed_to(price=5)
    assert again.extra_fields == {"colour": "green"}
    assert again != Tool(id="t1", price=5)


def test_everything_that_is_wrong_is_told_at_once_with_its_place() -> None:
    wrong = {"class": 5, "code": "A1", "parts": [{"length": 1}, {"length": 10}, {"length": True}], "tags": "one"}
    with pytest.raises(MisfitError) as caught:
        checked(Tool, wrong)
    assert caught.value.misfits == (
        Misfit(("id",), "missing_value"),
        Misfit(("class",), "wrong_value"),
        Misfit(("code",), "wrong_value"),
        Misfit(("parts", 1, "length"), "wrong_value"),
        Misfit(("parts", 2, "length"), "wrong_value"),
        Misfit(("tags",), "wrong_value"),
    )


def test_a_value_may_stand_where_its_table_may() -> None:
    part = Part(length=3)
    assert checked_fields(Tool, {"id": "t1", "parts": (part,)}).parts[0] is part


def test_a_class_of_values_may_have_another_for_its_base() -> None:
    class Machine(Tool):
        volts: Annotated[int, Check(lambda volts: volts)]

    machine = Machine(id="m1", volts=230, price=5)
    assert Machine.required_fields == {"id", "volts"}
    assert unusual(machine) == {"id": "m1", "price": "5", "volts": 230}
