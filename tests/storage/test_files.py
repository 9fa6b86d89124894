"""Files: read whole, nothing replaced, and known again by their signature."""

import os
from pathlib import Path

import pytest

from salgsplan_tui.domain.errors import DamagedError
from salgsplan_tui.storage.files import MISSING, Decoded, decode, digest, encode, read_bytes, signature

PATH = Path("2027-W07.toml")


def test_bytes_come_with_the_signature_of_the_file_they_were_in(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"schema = 1\r\n")
    assert read_bytes(file) == (b"schema = 1\r\n", signature(file))


def test_a_missing_file_has_a_signature_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert signature(tmp_path / "none.toml") == signature(tmp_path / "file" / "below") == MISSING
    with pytest.raises(FileNotFoundError):
        read_bytes(tmp_path / "none.toml")


def test_a_signature_tells_older_and_equally_long_contents_apart(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("a = 1\n")
    seen = [signature(file)]
    os.utime(file, ns=(1, 1))
    seen.append(signature(file))
    before = file.stat()
    file.write_text("a = 2\n")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    seen.append(signature(file))
    (tmp_path / "b.toml").write_text("a = 2\n")
    (tmp_path / "b.toml").replace(file)
    seen.append(signature(file))
    assert len(set(seen)) == 4


def test_a_digest_tells_contents_apart() -> None:
    assert digest(b"a") == digest(b"a") != digest(b"b")


@pytest.mark.parametrize(
    ("data", "decoded"),
    [
        (b"", Decoded("", has_bom=False)),
        (b"a = 1\r\nb = 2\n", Decoded("a = 1\r\nb = 2\n", has_bom=False)),
        (b"\xef\xbb\xbfa = 1\n", Decoded("a = 1\n", has_bom=True)),
        ("på = «1»\u2028".encode(), Decoded("på = «1»\u2028", has_bom=False)),
        (b"\xef\xbb\xbf\xef\xbb\xbf", Decoded("\ufeff", has_bom=True)),
    ],
)
def test_text_is_decoded_and_encoded_without_loss(data: bytes, decoded: Decoded) -> None:
    assert decode(PATH, data) == decoded
    assert encode(decoded) == data


@pytest.mark.parametrize(
    ("data", "line", "offset"),
    [
        (b"a = 1\ntitle = 'K\xe5re'\n", 2, 16),
        (b"\xef\xbb\xbfa\n\n\xff", 3, 6),
        ("a = 1".encode("utf-16"), 1, 0),
        (b"a = '\xed\xa0\x80'", 1, 5),
        (b"a = '\xc3", 1, 5),
    ],
)
def test_bytes_that_are_no_utf_8_are_told_by_line_and_offset(data: bytes, line: int, offset: int) -> None:
    with pytest.raises(DamagedError, match="not_utf8") as raised:
        decode(PATH, data)
    assert (raised.value.values["path"], raised.value.values["line"], raised.value.values["offset"]) == (
        PATH,
        line,
        offset,
    )


def test_what_is_no_plain_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    for path in (tmp_path, tmp_path / "pipe.toml"):
        with pytest.raises(DamagedError, match="not_a_file"):
            read_bytes(path)


def test_a_file_too_large_to_be_a_plan_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.touch()
    os.truncate(file, 50_000_001)
    with pytest.raises(DamagedError, match="too_large"):
        read_bytes(file)


def test_a_file_that_the_system_does_not_open_is_unreadable(tmp_path: Path) -> None:
    loop = tmp_path / "loop.toml"
    loop.symlink_to(loop)
    for read in (read_bytes, signature):
        with pytest.raises(DamagedError, match="unreadable") as raised:
            read(loop)
        assert raised.value.values["path"] == loop
