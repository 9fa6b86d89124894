"""`add`, `parse` and `log`: typed lines become activities."""

import io

import pytest

from salgsplan_tui.cli.console import Console
from salgsplan_tui.cli.run import run
from tests.cli.running import Salgsplan, Stream

OCTOBER = "2026-10-07T09:15"


def test_add_prints_the_id_and_what_was_understood(salgsplan: Salgsplan) -> None:
    answer = salgsplan("add", "ring", "Ali", "Demir", "fre", "10:00", "30m", "150kr")
    assert answer.code == 0
    identity = answer.out.split()[0]
    assert answer.lines()[0].endswith("30 m  150 kr")
    assert "fre 19.2. 10:00 ☎ ring Ali Demir" in answer.out
    assert salgsplan("show", identity, "--json").json["activity"]["title"] == "ring Ali Demir"


def test_the_norwegian_name_does_the_same(salgsplan: Salgsplan) -> None:
    assert salgsplan("legg-til", "ring Ali Demir fre 10").code == 0
    assert salgsplan("tolk", "ring Ali Demir fre 10").code == 0
    assert salgsplan("logg", "ringte Ali Demir -> ordre").code == 0


def test_the_first_activity_makes_the_folder(new_plan: Salgsplan) -> None:
    answer = new_plan("--today", OCTOBER, "add", "ring Kari Nordmann AS fre 10:00")
    assert answer.code == 0
    assert "2026-10-09" in (new_plan.home / "weeks/2026/2026-W41.toml").read_text("utf-8")


def test_what_should_be_known_about_a_reading_is_said_on_stderr(salgsplan: Salgsplan) -> None:
    answer = salgsplan("add", "møte Nordfjord AS lør 13")
    assert "! Nordfjord AS er ny" in answer.err
    assert "lørdag 20. februar 2027" in answer.err
    assert "!" not in answer.out


@pytest.mark.parametrize(
    ("line", "marked", "said"),
    [
        ("ring Kari 25:00", "25:00", "«25:00» er ikke et klokkeslett"),
        ("ring Ali Demir mandag 25.12", "mandag 25.12", "Ukedagen sier"),
        ("ring Ali Demir fre 10-11 10m", "10-11 10m", "Fra start til slutt"),
    ],
)
def test_a_line_that_cannot_be_read_is_refused_with_the_place_pointed_out(
    salgsplan: Salgsplan, line: str, marked: str, said: str
) -> None:
    before = salgsplan.snapshot()
    answer = salgsplan("add", line)
    assert (answer.code, answer.out) == (2, "")
    first, shown, carets = answer.err.splitlines()
    assert said in first
    assert shown == f"  {line}"
    assert shown[carets.index("^") :][: carets.count("^")] == marked
    assert salgsplan.snapshot() == before


def test_add_reads_lines_and_tells_the_one_it_does_not_understand(salgsplan: Salgsplan) -> None:
    typed = "ring Ali Demir fre 10\n\nring Kari 25:00\nbrev til 60 borettslag uke 10\n"
    answer = salgsplan("add", "-", typed=typed)
    assert answer.code == 2
    assert len(answer.lines()) == 2
    assert "linje 3: «25:00» er ikke et klokkeslett" in answer.err
    assert salgsplan("list", "--json", "borettslag", "--from", "uke 10", "--to", "uke 10").json["activities"]


def test_many_lines_are_one_document(salgsplan: Salgsplan) -> None:
    answer = salgsplan("add", "-", "--json", typed="ring Ali Demir fre 10\nring Kari 25:00\n")
    first, second = answer.json["lines"]
    assert (first["line"], first["activity"]["title"], first["error"]) == (1, "ring Ali Demir", None)
    assert (second["line"], second["activity"]) == (2, None)
    assert "25:00" in second["error"]
    keys = {"line", "activity", "next", "series", "case", "notices", "cancelled", "continued", "error"}
    assert set(first) == set(second) == keys


def test_each_line_is_a_step_of_its_own(salgsplan: Salgsplan) -> None:
    salgsplan("add", "-", typed="ring Ali Demir fre 10\nring Ali Demir fre 11\n")
    salgsplan("undo")
    rows = salgsplan("list", "ring Ali Demir", "--from", "fre", "--to", "fre", "--json").json["activities"]
    assert [row["start"] for row in rows] == ["10:00"]


def test_parse_changes_nothing_and_needs_no_folder(new_plan: Salgsplan) -> None:
    answer = new_plan("--today", OCTOBER, "parse", "møte Nordfjord AS tir 13-14:30 sted:Drammen #nysalg", "--json")
    row = answer.json["activity"]
    assert (row["channel"], row["date"], row["start"], row["minutes"]) == ("meeting", "2026-10-13", "13:00", 90)
    assert (row["place"], row["tags"]) == ("Drammen", ["nysalg"])
    assert [each["name"] for each in row["customers"]] == ["Nordfjord AS"]
    assert [each["code"] for each in answer.json["notices"]] == ["new_customer"]
    assert not new_plan.home.exists()


def test_parse_tells_what_it_understood_in_both_languages(salgsplan: Salgsplan) -> None:
    line = "ring Ali Demir fre 10:00 30m 150kr"
    norwegian, english = salgsplan("parse", line).out, salgsplan("parse", line, "--lang", "en").out
    assert "fredag 19. februar 2027 · uke 7 · 10:00–10:30" in norwegian
    assert "Friday 19 February 2027 · week 7 · 10:00–10:30" in english
    assert ("150 kr" in norwegian.replace("\xa0", " "), "NOK 150" in english.replace("\xa0", " ")) == (True, True)


def test_parse_shows_both_readings_of_a_line_that_says_two_things(salgsplan: Salgsplan) -> None:
    answer = salgsplan("parse", "ring Ali Demir mandag 25.12")
    assert answer.code == 0
    assert answer.out.count("enten: ") == 2
    assert [each["code"] for each in salgsplan("parse", "ring Ali Demir mandag 25.12", "--json").json["notices"]]


def test_log_notes_what_was_done_with_its_outcome_and_next_step(salgsplan: Salgsplan) -> None:
    answer = salgsplan("log", "ringte Ali Demir -> avtalt møte; møte Ali Demir tir 13 1t", "--json").json
    assert (answer["activity"]["state"], answer["activity"]["outcome"]) == ("done", "meeting_booked")
    assert (answer["next"]["date"], answer["next"]["start"], answer["next"]["state"]) == (
        "2027-02-23",
        "13:00",
        "planned",
    )
    assert answer["activity"]["next"] == answer["next"]["id"]
    assert salgsplan("list", "--status", "done", "--json").json["activities"][-1]["id"] == answer["activity"]["id"]


def test_log_without_an_outcome_says_that_it_is_other(salgsplan: Salgsplan) -> None:
    answer = salgsplan("log", "ringte Ali Demir i går kl 14", "--json")
    row = answer.json["activity"]
    assert (row["state"], row["outcome"], row["date"], row["start"]) == ("done", "other", "2027-02-16", "14:00")
    assert "«annet»" in answer.err


def test_a_dry_run_shows_what_would_be_and_writes_nothing(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    answer = salgsplan("add", "ring Ali Demir fre 10", "--dry-run")
    assert (answer.code, len(answer.lines())) == (0, 1)
    assert salgsplan.snapshot() == before
    assert salgsplan("--dry-run", "add", "ring Ali Demir fre 10", "--json").json["activity"]["date"] == "2027-02-19"
    assert salgsplan("undo").code == 3


def test_input_that_is_no_text_is_told(salgsplan: Salgsplan) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"ring Kj\xf8ll fre\n"), encoding="utf-8")
    err = Stream()
    assert run(["add", "-"], Console(stdin, Stream(), err, salgsplan.environment)) == 2
    assert "UTF-8" in err.getvalue()


def test_a_name_of_several_people_is_refused_with_what_names_each(salgsplan: Salgsplan) -> None:
    salgsplan("add", "ring Tor Hansen AS fre")
    answer = salgsplan("add", "ring Tor fre 10")
    assert answer.code == 2
    assert "  @p08  Tor Magne Lien" in answer.err
    assert salgsplan("add", "ring @p08 fre 10").code == 0


def test_a_double_booking_is_said_and_planned_all_the_same(salgsplan: Salgsplan) -> None:
    answer = salgsplan("add", "møte Granholt i dag 11:30 1t")
    assert answer.code == 0
    assert "! dobbeltbooket: 11:00 Tilbudsgjennomgang Granholt Eiendom" in answer.err
    assert "! dobbeltbooket: 11:00" in salgsplan("move", "a29", "11:15").err
    assert "dobbeltbooket" not in salgsplan("move", "a29", "16:00").err
