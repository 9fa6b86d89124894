"""The text of a file in whichever encoding; a bad byte spoils its own line only."""

import pytest

from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.exchange.decoding import BAD, MOST_BYTES, text_of

TEXT = "Navn;Firma\nÅse Ødegård;Bjørk & Sønn AS\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_each_usual_encoding_is_read(encoding: str) -> None:
    assert text_of(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_utf_16_says_its_byte_order(mark: bytes) -> None:
    order = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert text_of(mark + TEXT.encode(order)) == TEXT


def test_one_bad_byte_spoils_its_own_line_of_a_utf_8_file() -> None:
    lines = text_of(TEXT.encode() + b"Bj\xf8rn;Lie AS\n" + "Bjørn;Lie AS\n".encode()).splitlines()
    assert [BAD.search(line) is not None for line in lines] == [False, False, True, False]


def test_what_means_nothing_in_windows_1252_is_marked() -> None:
    (first, second) = text_of("Bjørn\n".encode("cp1252") + b"\xc5se\x81\n").splitlines()
    assert (first, BAD.search(second) is not None) == ("Bjørn", True)


def test_plain_letters_are_read_as_they_are() -> None:
    assert text_of(b"Name,Company\nKari,Berg\n") == "Name,Company\nKari,Berg\n"


@pytest.mark.parametrize("data", [b"PK\x03\x04\0\0\0", b"\xff\xfe\x00"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotUnderstoodError, match="import_not_text"):
        text_of(data)


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(NotUnderstoodError, match="import_too_large"):
        text_of(b"a" * (MOST_BYTES + 1))
