"""Every file damaged in turn: never an unexpected error, and never a byte of what could not be read lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Salgsplan

FILES = [
    "settings.toml",
    "customers.toml",
    "weeks/2027/2027-W07.toml",
    "plans/q1-2027.toml",
    "channels.toml",
    "series.toml",
]
COMMANDS = ["day", "list --json", "add ring Ali Demir fre 10", "done a27 --outcome order", "undo", "check"]


def damages(whole: bytes) -> Iterator[tuple[str, bytes]]:
    yield "cut in the middle", whole[: len(whole) // 2]
    yield "cut near the end", whole[:-3]
    yield "random bytes", bytes(range(256)) * 4
    yield "wrong types", b"schema = 1\nactivity = 3\ncustomer = 4\nname = 5\nchannel = 6\nseries = 7\n"
    yield "merge markers", b"<<<<<<< mine\n" + whole + b"=======\n>>>>>>> theirs\n"
    yield "a newer schema", whole.replace(b"schema = 1", b"schema = 99") or b"schema = 99\n"
    yield "empty", b""
    yield "twice", whole + whole


@pytest.mark.parametrize("file", FILES)
def test_a_damaged_file_is_told_and_kept(salgsplan: Salgsplan, file: str) -> None:
    path = salgsplan.home / file
    whole = path.read_bytes() if path.exists() else b'schema = 1\n[[channel]]\ncode = "x"\nnb = "x"\nen = "x"\n'
    for name, damage in damages(whole):
        for command in COMMANDS:
            path.write_bytes(damage)
            answer = salgsplan(*command.split())
            assert answer.code in {0, 2, 3, 4, 6, 7}, (name, command, answer.err)
            if answer.code == 4:
                assert path.read_bytes() == damage, (name, command)
    path.write_bytes(whole)


def test_a_file_that_may_not_be_read_is_told(salgsplan: Salgsplan) -> None:
    week = salgsplan.home / "weeks/2027/2027-W07.toml"
    week.unlink()
    week.mkdir()
    answer = salgsplan("list")
    assert answer.code == 4
    assert "2027-W07.toml" in answer.err
    assert Path(week).is_dir()
