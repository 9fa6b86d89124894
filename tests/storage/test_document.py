"""Reading TOML: what is accepted, and how it is told what is wrong (storage.md 1.2)."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from salgsplan_tui.domain.errors import DamagedError
from salgsplan_tui.storage.document import read, same

PATH = Path("2027-W07.toml")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("09:30", time(9, 30)),
        ("2026-05-04 09:30", datetime(2026, 5, 4, 9, 30)),  # written without a zone
        ("2026-05-04T07:00:00Z", datetime(2026, 5, 4, 7, tzinfo=UTC)),
        ("2026-05-04", date(2026, 5, 4)),
        ("{ a = 1, # a comment\n b = 2,\n}", {"a": 1, "b": 2}),
        (r'"\e[31m \x41 \u001b"', "\x1b[31m A \x1b"),
        ('"""\r\nto\r\nlinjer"""', "to\nlinjer"),
    ],
)
def test_what_a_hand_may_write_is_read(written: str, value: object) -> None:
    assert read(PATH, f"x = {written}\n").data == {"x": value}


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ('schema = 1\ntitle = "Ring\n', "not_toml", 2),
        ("a = 1\nb = 2\n\na = 3\n", "not_toml", 4),
        ("[a]\n[a]\n", "not_toml", 2),
        ("a = 1\rb = 2\n", "not_toml", 1),
        ('a = "\x1b[31m"\n', "not_toml", 1),
        ("\ufeffa = 1\n", "not_toml", 1),
        ('a = "\\ud800"\n', "not_toml", 1),
        ("på = 1\n", "not_toml", 1),
        ("d = 2026-02-30\n", "not_toml", 1),
        ("t = 24:00:00\n", "not_toml", 1),
        ("t = 09:30:60\n", "not_toml", 1),
        ("n = " + "1" * 5000, "not_toml", 1),
        ("a = " + "[" * 2000 + "]" * 2000, "too_deep", 1),
        (".".join("a" * 2000) + " = 1", "too_deep", 1),
        ("a = 1\n\0\0\0", "nul_bytes", 2),
        ("\0\0\0\0", "nul_bytes", 1),
        ("a = 1\n<<<<<<< HEAD\nb = 1\n=======\nb = 2\n>>>>>>> theirs\n", "merge_markers", 2),
        ("a = 1\r\n=======\r\n", "merge_markers", 2),
    ],
)
def test_what_is_no_toml_is_damage_with_a_line(text: str, key: str, line: int) -> None:
    with pytest.raises(DamagedError) as raised:
        read(PATH, text)
    assert (raised.value.key, raised.value.values["path"], raised.value.values["line"]) == (key, PATH, line)
    assert raised.value.values["reason"]


def test_many_keys_take_no_longer_each() -> None:
    text = "".join(f"key{number}.part = {number}\n" for number in range(16_000))
    assert len(read(PATH, text).data) == 16_000


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("1", "true", False),
        ("1", "1.0", False),
        ("nan", "nan", True),
        ("[nan, {a = [1]}]", "[nan, {a = [1]}]", True),
        ("[1, 2]", "[1]", False),
        ("{a = 1}", "{a = 1, b = 2}", False),
        ("09:30", '"09:30"', False),
    ],
)
def test_values_are_compared_type_by_type(one: str, other: str, alike: bool) -> None:  # noqa: FBT001  # the outcome
    assert same(read(PATH, f"x = {one}").data, read(PATH, f"x = {other}").data) is alike
