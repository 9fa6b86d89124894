"""vCards of every version, from phones and other programs; a broken one stops none of the others."""

import pytest

from salgsplan_tui.exchange.people import People
from salgsplan_tui.exchange.vcards import is_cards, people_in_cards

IPHONE = """\
BEGIN:VCARD\r
VERSION:3.0\r
N:Ødegård;Åse;;;\r
FN:Åse Ødegård\r
ORG:Bjørk & Sønn AS;Salg\r
TITLE:innkjøper\r
item1.EMAIL;type=INTERNET;type=pref:ase@bjork.example\r
TEL;type=WORK;type=VOICE:22 00 00 01\r
TEL;type=CELL;type=VOICE:900 00 001\r
item2.ADR;type=WORK:;;Storgata 1;Oslo;;0001;Norge\r
NOTE:Møtt på messe\\nRing igjen\r
PHOTO;ENCODING=b;TYPE=JPEG:AAAA\r
 BBBB\r
END:VCARD\r
"""
OUTLOOK_21 = """\
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=98degaard;Bj=C3=B8rn
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Bj=C3=B8rn =
=C3=98degaard
ORG:Lie AS
TEL;WORK;VOICE:22 00 00 02
TEL;CELL;VOICE:900 00 002
EMAIL;PREF;INTERNET:bjorn@lie.example
END:VCARD
"""
VERSION_4 = """\
BEGIN:VCARD
VERSION:4.0
FN:Kari Berg
TEL;VALUE=uri;TYPE="work,voice":tel:+47-22-00-00-03
TEL;VALUE=uri;TYPE="cell,voice":tel:+47-900-00-003
EMAIL:kari@berg.example
EMAIL:privat@kari.example
END:VCARD
"""


def people(text: str) -> People:
    return people_in_cards(text, lambda _firm: "company")


def test_a_phones_card_is_read_with_its_mobile_first() -> None:
    (ase,) = people(IPHONE).newcomers
    assert (ase.row, ase.name, ase.firm, ase.role) == (1, "Åse Ødegård", "Bjørk & Sønn AS", "innkjøper")
    assert (ase.phone, ase.email) == ("900 00 001", "ase@bjork.example")
    assert ase.notes is not None
    assert ase.notes.startswith("Møtt på messe\nRing igjen\n22 00 00 01")
    assert "Storgata 1" in ase.notes


def test_an_old_card_with_quoted_letters_is_read() -> None:
    (bjorn,) = people(OUTLOOK_21).newcomers
    assert (bjorn.name, bjorn.phone, bjorn.email) == ("Bjørn Ødegaard", "900 00 002", "bjorn@lie.example")


def test_a_new_card_is_read() -> None:
    (kari,) = people(VERSION_4).newcomers
    assert (kari.name, kari.firm, kari.phone) == ("Kari Berg", "", "+47-900-00-003")
    assert kari.notes == "privat@kari.example\n+47-22-00-00-03"


@pytest.mark.parametrize(
    "broken", ["BEGIN:VCARD\nFN:Halv\n", "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n", "BEGIN:VCARD\n\0\x01\nEND:VCARD\n"]
)
def test_a_broken_card_is_told_and_stops_none_of_the_others(broken: str) -> None:
    found = people(VERSION_4 + broken + OUTLOOK_21)
    assert [each.row for each in found.newcomers] == [1, 3]
    assert [each.row for each in found.refused] == [2]


def test_cards_are_known_by_their_first_line() -> None:
    assert is_cards(IPHONE)
    assert is_cards("\n" + VERSION_4.lower())
    assert not is_cards("Navn,Firma\nBEGIN:VCARD,x\n")


def test_what_commands_a_terminal_is_taken_out_of_a_card() -> None:
    (kari,) = people(VERSION_4.replace("Kari Berg", "Kari\x1b]0;x\x07 Berg")).newcomers
    assert (kari.name, kari.remarks) == ("Kari Berg", ("row_cleaned",))


def test_a_comma_in_a_name_or_note_keeps_what_follows_it() -> None:
    card = (
        "BEGIN:VCARD\nVERSION:3.0\nFN:Berg, Kari\nORG:Lie, Moe & Co AS;Salg\nTITLE:leder\\, innkjøp\n"
        "NOTE:a, b\\; c\\nd\nADR;TYPE=work:;;Storgata 1;Oslo;;0001;Norge\nEND:VCARD\n"
    )
    (kari,) = people(card).newcomers
    assert (kari.name, kari.firm, kari.role) == ("Berg, Kari", "Lie, Moe & Co AS", "leder, innkjøp")
    assert kari.notes == "a, b; c\nd\nADR: Storgata 1, 0001 Oslo, Norge"


def test_folded_lines_groups_and_names_in_parts_are_read() -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nN:Nord\n mann;Kari;Anne;;\nitem1.EMAIL:k@n.example\nX-SPOUSE:x\nEND:VCARD\n"
    (kari,) = people(card).newcomers
    assert (kari.name, kari.email) == ("Kari Anne Nordmann", "k@n.example")
