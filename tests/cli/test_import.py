"""`import`: people from other programs' files, every row told, nobody twice, one step."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import tomli

from tests.cli.running import Answer, Salgsplan

TABLE = """\
Fornavn;Etternavn;Firma;Stilling;E-postadresse;Mobiltelefon;Skostørrelse
Tor;Dahl;Nytt Firma AS;leder;tor@nytt.example;900 00 101;43
Una;Dahl;Nytt Firma AS;;una@nytt.example;;
Jonas;Wærum;Granholt Eiendom AS;;jonas.waerum@granholt.example;;
Siri;Holm;Granholt Eiendom AS;innkjøper;siri@granholt.example;;
=1+1;;Formel AS;;;;
;;;;;;
Ola;Ødegård;;;;900 00 102;
"""


@pytest.fixture(name="table")
def _table(tmp_path: Path) -> Path:
    path = tmp_path / "kontakter.csv"
    path.write_text(TABLE, encoding="utf-8-sig")
    return path


def customers(salgsplan: Salgsplan) -> dict[str, Any]:
    """Return the book's blocks by name."""
    tables = tomli.loads((salgsplan.home / "customers.toml").read_text("utf-8"))["customer"]
    return {each["name"]: each for each in tables}


def fates(answer: Answer) -> list[tuple[int, str]]:
    return [(row["row"], row["fate"]) for row in answer.json["rows"]]


def test_the_new_come_in_and_every_row_is_told(salgsplan: Salgsplan, table: Path) -> None:
    answer = salgsplan("import", str(table))
    assert answer.code == 0
    assert answer.lines() == [
        "2 + Tor Dahl, Nytt Firma AS",
        "3 + Una Dahl, Nytt Firma AS",
        "4 ? Jonas Wærum, Granholt Eiendom AS · har e-postadressen til Jonas Wærum",
        "5 + Siri Holm, Granholt Eiendom AS",
        "6 ! «=1+1» er en formel og ikke noe navn.",
        "8 + Ola Ødegård",
    ]
    assert "Skostørrelse" in answer.err
    assert "4 nye kontakter · 1 utelatt som mulig dublett · 1 rad avvist" in answer.err
    assert "senest ved første kontakt" in answer.err
    book = customers(salgsplan)
    assert [each["name"] for each in book["Nytt Firma AS"]["contacts"]] == ["Tor Dahl", "Una Dahl"]
    assert [each["name"] for each in book["Granholt Eiendom AS"]["contacts"]] == ["Jonas Wærum", "Siri Holm"]
    assert book["Ola Ødegård"]["kind"] == "consumer"
    assert {**book["Nytt Firma AS"]["contacts"][0], "id": ""} == {
        "id": "",
        "name": "Tor Dahl",
        "role": "leder",
        "phone": "900 00 101",
        "email": "tor@nytt.example",
        "source": "kontakter.csv",
        "source_date": dt.date(2027, 2, 17),
        "notes": "Skostørrelse: 43",
    }


def test_other_programs_get_every_row_with_its_fate(salgsplan: Salgsplan, table: Path) -> None:
    answer = salgsplan("importer", str(table), "--json")
    assert fates(answer) == [
        (2, "new"),
        (3, "new"),
        (4, "duplicate"),
        (5, "new"),
        (6, "refused"),
        (8, "new"),
    ]
    assert answer.json["counts"] == {"new": 4, "filled": 0, "duplicate": 1, "stopped": 0, "refused": 1}
    assert answer.json["columns"]["Mobiltelefon"] == "phone"
    assert answer.json["in_notes"] == ["Skostørrelse"]
    duplicate = answer.json["rows"][2]
    assert duplicate["like"] == {"why": "email", "name": "Jonas Wærum", "id": "p02", "row": None}
    added = answer.json["rows"][0]["id"]
    assert added in (salgsplan.home / "customers.toml").read_text("utf-8")


def test_one_undo_takes_all_of_it_back(salgsplan: Salgsplan, table: Path) -> None:
    before = salgsplan.snapshot()
    salgsplan("import", str(table))
    undone = salgsplan("undo")
    assert "Importerte kontakter fra «kontakter.csv»" in undone.out
    assert salgsplan.snapshot() == before


def test_a_trial_run_tells_the_same_and_changes_nothing(salgsplan: Salgsplan, table: Path) -> None:
    before = salgsplan.snapshot()
    answer = salgsplan("import", str(table), "--dry-run", "--json")
    assert answer.json["counts"]["new"] == 4
    assert salgsplan.snapshot() == before
    assert "Ingenting er lagret" in salgsplan("import", str(table), "--dry-run").err


def test_the_same_file_once_more_brings_nobody(salgsplan: Salgsplan, table: Path) -> None:
    salgsplan("import", str(table))
    before = salgsplan.snapshot()
    answer = salgsplan("import", str(table), "--json")
    assert {fate for _row, fate in fates(answer)} == {"duplicate", "refused"}
    assert salgsplan.snapshot() == before


def test_filling_in_is_asked_for(salgsplan: Salgsplan, tmp_path: Path) -> None:
    path = tmp_path / "mer.csv"
    path.write_text("Navn,Stilling,E-post,Notat\nJ. Wærum,sjef,jonas.waerum@granholt.example,liker fisk\n", "utf-8")
    assert fates(salgsplan("import", str(path), "--json")) == [(2, "duplicate")]
    assert fates(salgsplan("import", str(path), "--fill", "--json")) == [(2, "filled")]
    (contact,) = customers(salgsplan)["Granholt Eiendom AS"]["contacts"]
    assert (contact["name"], contact["role"], contact["notes"]) == ("Jonas Wærum", "driftssjef", "liker fisk")


def test_own_headings_are_remembered(salgsplan: Salgsplan, tmp_path: Path) -> None:
    path = tmp_path / "eget.csv"
    path.write_text("Hvem,Hvor\nTor Dahl,Nytt Firma AS\n", "utf-8")
    refused = salgsplan("import", str(path))
    assert refused.code == 2
    assert "Hvem, Hvor" in refused.err
    assert salgsplan("import", str(path), "--map", "Hvem=name", "--map", "Hvor=firm").code == 0
    settings = tomli.loads((salgsplan.home / "settings.toml").read_text("utf-8"))
    assert settings["contact_columns"] == {"Hvem": "name", "Hvor": "firm"}
    path.write_text("Hvem,Hvor\nUna Dahl,Nytt Firma AS\n", "utf-8")
    assert fates(salgsplan("import", str(path), "--json")) == [(2, "new")]


def test_a_file_of_cards_comes_in(salgsplan: Salgsplan, tmp_path: Path) -> None:
    path = tmp_path / "kort.vcf"
    path.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Tor Dahl\nORG:Nytt Firma AS\nEND:VCARD\nBEGIN:VCARD\n", "utf-8")
    answer = salgsplan("import", str(path), "--source", "messen")
    assert answer.lines() == ["1 + Tor Dahl, Nytt Firma AS", "2 ! Kortet er ødelagt."]
    assert customers(salgsplan)["Nytt Firma AS"]["contacts"][0]["source"] == "messen"


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"PK\x03\x04\0\0", 2, "verken en tabell"),
        (b"", 2, "ingenting i filen"),
        (b"Vare,Pris\nFilter,800\n", 2, "Ingen kolonne sier hvem"),
        (b'Navn,Firma\nKari,"Berg' + b"x,\n" * 60_000, 2, "rad 2"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_in_a_sentence(
    salgsplan: Salgsplan, tmp_path: Path, data: bytes, code: int, said: str
) -> None:
    path = tmp_path / "fil"
    path.write_bytes(data)
    before = salgsplan.snapshot()
    answer = salgsplan("import", str(path))
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert salgsplan.snapshot() == before


def test_a_file_that_is_not_there_or_is_a_folder_is_told(salgsplan: Salgsplan, tmp_path: Path) -> None:
    missing, folder = salgsplan("import", str(tmp_path / "ingen.csv")), salgsplan("import", str(tmp_path))
    assert (missing.code, folder.code) == (3, 3)
    assert "ingen.csv" in missing.err


def test_a_file_of_which_no_row_can_be_taken_says_so_by_its_code(salgsplan: Salgsplan, tmp_path: Path) -> None:
    path = tmp_path / "fil.csv"
    path.write_text("Navn\n=1+1\n", "utf-8")
    assert salgsplan("import", str(path)).code == 3


def test_hostile_rows_come_out_harmless(salgsplan: Salgsplan, tmp_path: Path) -> None:
    path = tmp_path / "ond.csv"
    path.write_text("Navn,Firma\nKari\x1b]2;pwned\x07 Lie,Nytt\x1b[31m AS\n[/red] [@click=x]Per,A AS\n", "utf-8")
    answer = salgsplan("import", str(path))
    assert answer.code == 0
    assert answer.lines()[0] == "2 + Kari Lie, Nytt AS · Skjulte tegn er tatt ut."
    assert "\x1b" not in answer.out + answer.err
    assert "\\u001b" not in (salgsplan.home / "customers.toml").read_text("utf-8").lower()


def test_a_damaged_book_is_never_written_over(salgsplan: Salgsplan, table: Path) -> None:
    book = salgsplan.home / "customers.toml"
    book.write_text(book.read_text("utf-8") + "\n<<<<<<< HEAD\n", "utf-8")
    before = salgsplan.snapshot()
    answer = salgsplan("import", str(table))
    assert answer.code == 4
    assert "customers.toml" in answer.err
    assert salgsplan.snapshot() == before


def test_a_new_plan_can_begin_with_an_import(new_plan: Salgsplan, table: Path) -> None:
    assert new_plan("import", str(table), "--map", "Skostørrelse=skip").code == 0
    assert not (new_plan.home / "settings.toml").exists()
    assert "Granholt Eiendom AS" in (new_plan.home / "customers.toml").read_text("utf-8")
