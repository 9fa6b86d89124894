"""`report`: made, previewed, written, mailed, remembered, and added up for a team."""

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.running import Answer, Salgsplan


def plain(answer: Answer) -> str:
    return answer.out.replace("\xa0", " ")


def test_the_week_plan_is_printed_as_markdown_where_nobody_looks(salgsplan: Salgsplan) -> None:
    answer = salgsplan("report", "week")
    assert answer.code == 0
    assert plain(answer).startswith("# Ukeplan · uke 7 · 15.–21. februar 2027\n")
    assert "Oppnådd: 185 700 kr av 480 000 kr" in plain(answer)


def test_a_person_at_a_terminal_gets_text(salgsplan: Salgsplan) -> None:
    lines = salgsplan("rapport", "uke", is_terminal=True).lines()
    assert lines[0] == "Ukeplan · uke 7 · 15.–21. februar 2027"
    assert "2. Mål og tempo" in lines


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (("week", "8"), "Ukeplan · uke 8 · 22.–28. februar 2027"),
        (("week", "neste", "uke"), "Ukeplan · uke 8 · 22.–28. februar 2027"),
        (("week", "2027-W06"), "Ukeplan · uke 6 · 8.–14. februar 2027"),
        (("month",), "Månedsplan · februar 2027"),
        (("month", "mars"), "Månedsplan · mars 2027"),
        (("måned", "2027-03"), "Månedsplan · mars 2027"),
        (("quarter",), "Kvartalsrapport · 1. kvartal 2027"),
        (("quarter", "Q2"), "Kvartalsrapport · 2. kvartal 2027"),
        (("year",), "Årsrapport · 2027"),
        (("year", "2026"), "Årsrapport · 2026"),
        (("programme",), "Markedsprogram · 1. kvartal 2027"),
        (("program", "q1-2027"), "Markedsprogram · 1. kvartal 2027"),
        (("timetable",), "Timeplan · 17. februar–16. mai 2027"),
    ],
)
def test_a_period_is_told_in_words(salgsplan: Salgsplan, words: tuple[str, ...], title: str) -> None:
    answer = salgsplan("report", *words)
    assert (answer.code, answer.out.splitlines()[0]) == (0, f"# {title}".replace("!", r"\!"))


def test_a_programme_that_is_not_there_is_told(salgsplan: Salgsplan) -> None:
    answer = salgsplan("report", "programme", "q9")
    assert (answer.code, answer.err) == (3, "salgsplan: Det finnes ingen plan q9.\n")


def test_the_reports_language_is_not_that_of_the_messages(salgsplan: Salgsplan, tmp_path: Path) -> None:
    answer = salgsplan("report", "week", "--report-lang", "en", "-o", str(tmp_path / "week.md"))
    assert answer.err.startswith("Skrevet til")
    assert (tmp_path / "week.md").read_text("utf-8").startswith("# Week plan · week 7 · 15–21 February 2027")


@pytest.mark.parametrize("form", ["md", "txt", "html", "pdf", "csv", "xlsx", "json"])
def test_the_ending_of_the_file_tells_the_format(salgsplan: Salgsplan, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"uke.{form}"
    assert salgsplan("report", "week", "-o", str(file)).code == 0
    first = {"md": b"# U", "txt": b"Uke", "html": b"<!D", "pdf": b"%PD", "csv": b"\xef\xbb\xbf", "xlsx": b"PK\x03"}
    assert file.read_bytes()[:3] == first.get(form, b"{\n ")


def test_in_a_folder_the_file_gets_the_reports_own_name(salgsplan: Salgsplan, tmp_path: Path) -> None:
    (tmp_path / "ut").mkdir()
    assert salgsplan("report", "month", "--format", "html", "-o", str(tmp_path / "ut")).code == 0
    assert [path.name for path in (tmp_path / "ut").iterdir()] == ["manedsplan-2027-02.html"]


def test_a_file_that_is_there_is_not_written_over_unasked(salgsplan: Salgsplan, tmp_path: Path) -> None:
    (tmp_path / "uke.md").write_text("mine", "utf-8")
    assert salgsplan("report", "week", "-o", str(tmp_path / "uke.md")).code == 5
    assert (tmp_path / "uke.md").read_text("utf-8") == "mine"


def test_a_folder_that_is_not_there_to_write_into_is_told(salgsplan: Salgsplan, tmp_path: Path) -> None:
    before = salgsplan.snapshot()
    for words in (("-o", "uke.md"), ("--mail", "uke.eml")):
        answer = salgsplan("report", "week", words[0], str(tmp_path / "ingen" / words[1]))
        assert (answer.code, f"Det finnes ingen mappe {tmp_path / 'ingen'} å skrive i." in answer.err) == (7, True)
    assert salgsplan.snapshot() == before


def test_what_is_no_text_goes_to_no_terminal(salgsplan: Salgsplan) -> None:
    answer = salgsplan("report", "week", "--format", "pdf", is_terminal=True)
    assert (answer.code, "-o" in answer.err) == (5, True)


def test_making_a_report_writes_nothing(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    for kind in ("week", "month", "quarter", "year", "programme", "timetable"):
        assert salgsplan("report", kind).code == 0
    assert salgsplan("report", "week", "--issue", "--dry-run").code == 0
    assert salgsplan.snapshot() == before


def test_sections_are_left_out_and_the_others_keep_their_numbers(salgsplan: Salgsplan) -> None:
    text = plain(salgsplan("report", "week", "--without", "cost,offers"))
    assert "## 7. Service" in text
    assert "## 8." not in text
    assert "Utelatt: Kostnad, Tilbud ute." in text


def test_a_section_that_is_not_there_is_told_with_those_that_are(salgsplan: Salgsplan) -> None:
    answer = salgsplan("report", "week", "--without", "kost")
    assert answer.code == 2
    assert "head, key, needs" in answer.err


def test_a_preview_tells_what_is_in_it_and_what_is_kept_back(salgsplan: Salgsplan) -> None:
    lines = salgsplan("report", "quarter", "--preview").lines()
    assert lines[0] == "Kvartalsrapport · 1. kvartal 2027 · Ingrid Solvang · per 17. februar 2027"
    assert "4. Fortjeneste per lønnskrone  [profit]" in lines
    assert "lønn utelatt" in lines
    assert lines[-1] == "Til: Tone Skaarud"


def test_wages_are_told_when_they_are_asked_for(salgsplan: Salgsplan) -> None:
    assert "Utbetalt lønn" not in plain(salgsplan("report", "quarter"))
    assert "Utbetalt lønn: 52 000 kr" in plain(salgsplan("report", "quarter", "--wages"))


def test_a_look_back_is_reported_only_when_it_is_shared(salgsplan: Salgsplan) -> None:
    salgsplan("service", "reflect", "s1", "Ble", "rolig", "--tolerance", "4")
    assert "Ble rolig" not in salgsplan("report", "week", "8").out
    assert "Toleranse" not in salgsplan("report", "quarter").out
    salgsplan("service", "reflect", "s1", "Ble", "rolig", "--tolerance", "4", "--share")
    assert "| Støy fra aggregat | – | – | – | 4 | Ble rolig |" in salgsplan("report", "week", "8").out
    quarter = salgsplan("report", "quarter").out
    assert ("Toleranse: 4,0 (n=1)" in quarter, "Ble rolig" in quarter) == (True, False)


def test_a_summary_of_ones_own_takes_the_place_of_the_facts(salgsplan: Salgsplan) -> None:
    text = plain(salgsplan("report", "quarter", "--summary", "Vi ligger bak tempo.", "--summary", "Messen kommer."))
    assert "- Vi ligger bak tempo.\n- Messen kommer." in text
    assert "Fakta til sammendraget" not in text


def test_json_has_the_codes_and_exact_amounts(salgsplan: Salgsplan) -> None:
    document = salgsplan("report", "week", "--json").json
    assert (document["report"], document["period"], document["as_of"]) == ("week", "2027-W07", "2027-02-17")
    key = next(each for each in document["sections"] if each["code"] == "key")
    values = next(block["values"] for block in key["blocks"] if block.get("figures") == "key")
    assert (values[0]["code"], values[0]["value"], values[0]["against"]["value"]) == (
        "achieved",
        "185700.00",
        "480000.00",
    )


def test_an_issued_report_is_remembered_with_whom_and_what(salgsplan: Salgsplan, tmp_path: Path) -> None:
    file = tmp_path / "uke.html"
    answer = salgsplan("report", "week", "-o", str(file), "--issue")
    assert "Notert som sendt til Rune Kvistad." in answer.err
    issued, earlier = salgsplan("report", "issued", "--json").json["issued"]
    assert (earlier["id"], earlier["as_of"]) == ("r1", "2027-02-15")
    assert (issued["report"], issued["period"], issued["format"]) == ("week", "2027-W07", "html")
    assert (issued["recipients"], issued["file"]) == (["Rune Kvistad"], "uke.html")
    assert issued["sha256"] == sha256(file.read_bytes()).hexdigest()
    assert "order_value" in issued["figures"]
    assert salgsplan("report", "issued").lines() == [
        f"17.2.2027  Ukeplan 2027-W07  html  Rune Kvistad  {issued['sha256'][:12]}",
        f"15.2.2027  Ukeplan 2027-W07  pdf  Rune Kvistad  {earlier['sha256'][:12]}",
    ]


def test_undo_forgets_that_it_was_issued(salgsplan: Salgsplan) -> None:
    before = salgsplan("report", "issued").out
    assert before.startswith("15.2.2027  Ukeplan 2027-W07")
    salgsplan("report", "week", "--issue")
    assert salgsplan("report", "issued").out != before
    answer = salgsplan("undo")
    assert "Ukeplan · uke 7" in answer.out + answer.err
    assert salgsplan("report", "issued").out == before
    (salgsplan.home / "issued.toml").unlink()
    assert salgsplan("report", "issued").lines() == ["Ingenting er sendt ennå."]


def test_the_next_report_tells_what_changed(salgsplan: Salgsplan) -> None:
    text = plain(salgsplan("report", "week"))
    assert "Siden rapporten av man 15.2." in text
    assert "| Brukt hittil | 28 007 | 28 166 | 159 |" in text, "the kilometres of Monday"
    assert "Nye rader: 1 · Rader borte: 0 · Rader flyttet: 0" in text, "the complaint of Tuesday"
    salgsplan("report", "week", "--issue")
    salgsplan("move", "a31", "2027-02-18", "15:00")
    salgsplan("add", "ring Kari fre 10:00 30m")
    text = plain(salgsplan("report", "week"))
    assert "Siden rapporten av" in text
    assert "Nye rader: 1 · Rader borte: 0 · Rader flyttet: 1" in text


def test_a_plan_that_is_issued_before_its_week_is_frozen_by_it(salgsplan: Salgsplan) -> None:
    salgsplan("report", "week", "8", "--issue")
    assert "[snapshot]" in (salgsplan.home / "weeks/2027/2027-W08.toml").read_text("utf-8")


def test_a_mail_draft_holds_the_report_and_notes_it_as_issued(salgsplan: Salgsplan, tmp_path: Path) -> None:
    file = tmp_path / "uke.eml"
    assert salgsplan("report", "week", "--format", "pdf", "--mail", str(file)).code == 0
    text = file.read_text("utf-8")
    assert "To: Rune Kvistad <rune.kvistad@tindeluft.example>" in text
    assert 'filename="ukeplan-2027-W07.pdf"' in text
    assert len(salgsplan("report", "issued").lines()) == 2


def test_a_link_for_the_mail_program_is_printed(salgsplan: Salgsplan) -> None:
    answer = salgsplan("report", "month", "--mailto", "--to", "tone@tindeluft.example")
    assert answer.out.startswith("mailto:tone@tindeluft.example?subject=M%C3%A5nedsplan")


def test_nothing_planned_is_a_clear_page(new_plan: Salgsplan) -> None:
    answer = new_plan("report", "quarter")
    assert answer.code == 0
    assert "ikke noe i planen" in answer.out
    assert not new_plan.home.exists()


def test_a_damaged_week_is_told_and_the_rest_is_reported(salgsplan: Salgsplan) -> None:
    (salgsplan.home / "weeks/2027/2027-W06.toml").write_bytes(b"\0\0\0")
    answer = salgsplan("report", "week")
    assert answer.code == 4
    assert "2027-W06.toml" in answer.err
    assert "185 700 kr" in plain(answer)


def test_a_damaged_list_of_issued_reports_stops_no_report_and_is_not_written_over(salgsplan: Salgsplan) -> None:
    salgsplan("report", "week", "--issue")
    file = salgsplan.home / "issued.toml"
    file.write_text(file.read_text("utf-8")[:-30], "utf-8")
    torn = file.read_bytes()
    assert salgsplan("report", "week").code == 4
    assert salgsplan("report", "week", "--issue").code == 4
    assert file.read_bytes() == torn


@pytest.fixture
def team(salgsplan: Salgsplan, tmp_path: Path) -> tuple[str, ...]:
    """Return the folders of five sellers; each has sold the same as the sample's."""
    folders = []
    for number in range(5):
        folder = tmp_path / "team" / f"selger{number}"
        shutil.copytree(salgsplan.home, folder)
        settings = folder / "settings.toml"
        settings.write_text(settings.read_text("utf-8").replace("Ingrid Solvang", f"Selger {number}"), "utf-8")
        folders.append(str(folder))
    return tuple(folders)


def test_a_teams_report_is_the_sum_of_its_sellers(salgsplan: Salgsplan, team: tuple[str, ...]) -> None:
    text = plain(salgsplan("report", "quarter", "--team", *team))
    assert "Selgere: 5" in text
    assert "| Selger 3 | 185 700 | 5 |" in text
    assert "| I alt | 928 500 | 25 |" in text


@pytest.mark.parametrize("kind", ["week", "month", "quarter", "year"])
def test_folders_and_exported_reports_come_to_the_same(
    salgsplan: Salgsplan, team: tuple[str, ...], tmp_path: Path, kind: str
) -> None:
    exported = []
    for number, folder in enumerate(team):
        exported.append(str(tmp_path / f"{number}.json"))
        assert salgsplan("--home", folder, "report", kind, "-o", exported[-1]).code == 0
    folders = salgsplan("report", kind, "--team", *team)
    files = salgsplan("report", kind, "--team", *exported)
    assert (folders.code, files.code) == (0, 0)
    assert folders.out == files.out
    mixed = salgsplan("report", kind, "--team", *team[:2], *exported[2:])
    assert mixed.out == folders.out


def test_a_team_is_read_and_nothing_of_it_is_written(salgsplan: Salgsplan, team: tuple[str, ...]) -> None:
    def held() -> dict[str, bytes]:
        files = (path for folder in team for path in Path(folder).rglob("*") if path.is_file())
        return {str(path): path.read_bytes() for path in files}

    before = held()
    assert salgsplan("report", "month", "--team", *team).code == 0
    assert held() == before


def test_a_folder_that_is_not_there_is_told(salgsplan: Salgsplan, tmp_path: Path) -> None:
    answer = salgsplan("report", "week", "--team", str(tmp_path / "ingen"))
    assert (answer.code, "ingen" in answer.err) == (3, True)


def test_a_file_that_is_no_report_is_told(salgsplan: Salgsplan, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(json.dumps({"schema": 1}), "utf-8")
    answer = salgsplan("report", "week", "--team", str(tmp_path / "x.json"))
    assert (answer.code, "x.json" in answer.err) == (5, True)


def test_reports_of_other_weeks_are_not_added_up(salgsplan: Salgsplan, tmp_path: Path) -> None:
    salgsplan("report", "week", "6", "-o", str(tmp_path / "a.json"))
    salgsplan("report", "week", "7", "-o", str(tmp_path / "b.json"))
    answer = salgsplan("report", "week", "--team", str(tmp_path / "a.json"), str(tmp_path / "b.json"))
    assert answer.code == 5
    assert "2027-W06" in answer.err


def test_a_damaged_file_of_a_seller_is_told_with_the_seller(salgsplan: Salgsplan, team: tuple[str, ...]) -> None:
    (Path(team[2]) / "weeks/2027/2027-W06.toml").write_bytes(b"\0\0\0")
    answer = salgsplan("report", "quarter", "--team", *team)
    assert answer.code == 4
    assert "selger2/" in answer.err
    assert "Selgere: 5" in answer.out
