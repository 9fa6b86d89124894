"""Tables of contacts as Google, Outlook, HubSpot and people write them; every row is told."""

from collections.abc import Mapping

import pytest

from salgsplan_tui.domain.customers import CustomerKind
from salgsplan_tui.domain.errors import NotUnderstoodError
from salgsplan_tui.exchange import people as module
from salgsplan_tui.exchange.columns import own_columns
from salgsplan_tui.exchange.people import People
from salgsplan_tui.exchange.table_people import people_in_table
from salgsplan_tui.exchange.tables import separator, table_rows
from salgsplan_tui.storage.packaged_columns import contact_columns


def kind_of(firm: str) -> CustomerKind:
    return "sole_trader" if firm.endswith("ENK") else "company"


def people(text: str, own: Mapping[str, str] | None = None) -> People:
    return people_in_table(text, contact_columns(), own or {}, kind_of)


GOOGLE = """\
First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,\
Phone 1 - Label,Phone 1 - Value,Address 1 - Formatted
Kari,Marie,Berg,Berg AS,daglig leder,Møtt på messe,* myContacts,* Work,kari@berg.example,Mobile,+47 900 00 001 ::: \
22 00 00 01,"Storgata 1
0001 Oslo"
"""
OUTLOOK = """\
"First Name","Last Name","Company","Job Title","Business Phone","Mobile Phone","E-mail Address","Notes","Web Page"
"Kari","Berg","Berg AS","Manager","22 00 00 01","900 00 001","kari@berg.example","","https://berg.example"
"""
OUTLOOK_NB = (
    "Fornavn;Etternavn;Firma;Stilling;Mobiltelefon;E-postadresse\nKari;Berg;Berg AS;leder;900 00 001;k@berg.example\n"
)
HUBSPOT = (
    "Record ID,First Name,Last Name,Email,Phone Number,Company name,Lead Status\n"
    "17,Kari,Berg,kari@berg.example,+4790000001,Berg AS,NEW\n"
)
EXCEL = "sep=;\nKunde;Kontaktperson;Tlf;E-post;Org.nr\nBerg AS;Kari Berg;90000001;kari@berg.example;999 888 777\n"


@pytest.mark.parametrize("text", [GOOGLE, OUTLOOK, OUTLOOK_NB, HUBSPOT, EXCEL])
def test_the_tables_of_the_usual_programs_are_understood(text: str) -> None:
    found = people(text)
    (kari,) = found.newcomers
    assert found.refused == ()
    assert kari.name in {"Kari Berg", "Kari Marie Berg"}
    assert (kari.firm, kari.kind) == ("Berg AS", "company")
    assert kari.email in {"kari@berg.example", "k@berg.example"}
    assert "90000001" in (kari.phone or "").replace(" ", "")


def test_what_has_no_field_of_its_own_goes_into_the_notes_and_is_told() -> None:
    (google,), (outlook,) = people(GOOGLE).newcomers, people(OUTLOOK).newcomers
    assert google.notes == "Møtt på messe\n22 00 00 01\nAddress 1 - Formatted: Storgata 1\n0001 Oslo"
    assert people(GOOGLE).in_notes == ("Address 1 - Formatted",)
    assert outlook.notes == "22 00 00 01\nWeb Page: https://berg.example"
    assert people(EXCEL).newcomers[0].org_number == "999 888 777"


def test_it_is_told_what_each_column_was_taken_for() -> None:
    assert people(OUTLOOK_NB).columns == {
        "Fornavn": "first",
        "Etternavn": "last",
        "Firma": "firm",
        "Stilling": "role",
        "Mobiltelefon": "phone",
        "E-postadresse": "email",
    }


def test_the_persons_own_word_goes_first() -> None:
    text = "Hvem,Sted,Firma\nKari Berg,Oslo,Berg AS\n"
    (kari,) = people(text, own_columns(["Hvem=name", "Sted=skip", "firma=role"])).newcomers
    assert (kari.name, kari.firm, kari.role, kari.notes) == ("Kari Berg", "", "Berg AS", None)


@pytest.mark.parametrize("said", ["Hvem", "=name", "Hvem=navn", ""])
def test_an_own_word_has_to_name_column_and_field(said: str) -> None:
    with pytest.raises(NotUnderstoodError, match="import_bad_map"):
        own_columns([said])


def test_a_table_that_tells_of_nobody_is_refused_with_its_columns() -> None:
    with pytest.raises(NotUnderstoodError, match="import_unknown_columns") as refused:
        people("Vare,Pris\nFilter,800\n")
    assert refused.value.values["columns"] == ["Vare", "Pris"]


@pytest.mark.parametrize("text", ["", "\n\n", "sep=;\n"])
def test_an_empty_table_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstoodError, match="import_empty"):
        people(text)


def test_each_row_that_cannot_be_taken_is_told_and_the_others_are_taken() -> None:
    text = (
        "Navn,Firma,E-post\n"
        "Kari Berg,Berg AS,kari@berg.example\n"
        ",,\n"
        "=cmd|' /C calc'!A0,Berg AS,\n"
        ",,ikke en adresse\n"
        "Per,Lie AS,per@lie.example,mer\n"
        "Bj\udcf8rn,Lie AS,\n"
        ",Lie AS,\n"
        ",,post@lie.example\n"
    )
    found = people(text)
    assert [(each.row, each.name, each.firm) for each in found.newcomers] == [
        (2, "Kari Berg", "Berg AS"),
        (8, "", "Lie AS"),
        (9, "post@lie.example", ""),
    ]
    assert [(each.row, each.key) for each in found.refused] == [
        (4, "row_formula"),
        (5, "row_nameless"),
        (6, "row_too_long"),
        (7, "row_encoding"),
    ]


def test_what_is_put_right_is_remarked() -> None:
    text = f"Navn,E-post,Stilling\nKari\x1b]2;x\x07 Berg,kari(at)berg,{'x' * 300}\n"
    (kari,) = people(text).newcomers
    assert (kari.name, kari.email, kari.notes) == ("Kari Berg", None, "kari(at)berg")
    assert set(kari.remarks) == {"row_cleaned", "row_bad_email", "row_shortened"}


def test_a_spreadsheets_apostrophe_before_a_number_is_left_out() -> None:
    assert people("Navn,Tlf\nKari,'+47 900 00 001\n").newcomers[0].phone == "+47 900 00 001"


def test_rows_are_counted_as_a_person_counts_them() -> None:
    rows = list(table_rows('sep=;\nNavn;Notat\n\nKari;"to\nlinjer"\nPer;\n'))
    assert [number for number, _row in rows] == [2, 4, 6]


@pytest.mark.parametrize(
    ("header", "sign"),
    [("a;b;c", ";"), ("a,b", ","), ("a\tb\tc", "\t"), ("a|b", "|"), ("Navn", ","), ("Navn; eller firma,navn;x", ";")],
)
def test_the_sign_between_cells_is_the_most_frequent_of_the_header(header: str, sign: str) -> None:
    assert separator(header) == sign


def test_a_cell_that_never_ends_is_told_with_its_row() -> None:
    text = "Navn,Firma\nKari,Berg AS\n" + '"Per,Lie AS\n' + "x,y\n" * 60_000
    with pytest.raises(NotUnderstoodError, match="import_broken_table") as refused:
        people(text)
    assert refused.value.values["row"] == 3


def test_rows_beyond_the_most_that_a_file_may_hold_are_refused_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PEOPLE", 2)
    found = people("Navn\nKari\n=SUM(A1)\nPer\nTor\nUna\n")
    assert [each.name for each in found.newcomers] == ["Kari", "Per"]
    assert [(each.row, each.key, each.text) for each in found.refused] == [
        (3, "row_formula", "=SUM(A1)"),
        (5, "row_over_limit", "Tor"),
        (6, "row_over_limit", "Una"),
    ]
