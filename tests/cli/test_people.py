"""`insight`, `forget` and `retention`: what a person may ask for, and who has been kept for long (GDPR)."""

import gzip
import stat
from pathlib import Path

import pytest
import tomli

from salgsplan_tui.domain.call_session import Callee, CallSession
from salgsplan_tui.storage.call_journal import keep_session, kept_session
from tests.cli.running import Salgsplan

WHO = ("Ali Demir", "ali.demir", "00 00 00 12")


def texts_in(folder: Path) -> str:
    """Return everything that stands in a folder's files, the packed ones too."""
    found = []
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        data = path.read_bytes()
        found.append((gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", errors="replace"))
    return "\n".join(found)


def test_everything_about_a_person_is_told(salgsplan: Salgsplan) -> None:
    found = salgsplan("insight", "k12", "--json").json
    assert (found["contact"]["name"], found["contact"]["phone"]) == ("Ali Demir", "00 00 00 12")
    assert [each["channel"] for each in found["contact"]["consents"]] == ["email", "sms"]
    assert [row["id"] for row in found["activities"]] == ["a20", "a29", "a33"]
    assert [each["id"] for each in (*found["offers"], *found["orders"], *found["cases"])] == ["t10", "o04", "s3"]


@pytest.mark.parametrize("words", [("Ali", "Demir"), ("demir",), ("K12",), ("@k12",)])
def test_a_person_is_told_by_id_or_name(salgsplan: Salgsplan, words: tuple[str, ...]) -> None:
    answer = salgsplan("innsyn", *words)
    assert answer.code == 0
    assert answer.lines()[0] == "Lagret om Ali Demir"
    assert "Reservasjonsregisteret  står ikke der · kontrollert 1.2.2027" in answer.out


def test_who_is_only_named_in_words_is_found_too(salgsplan: Salgsplan) -> None:
    salgsplan("add", '"møte om Ali Demir" fre 10')
    mentions = salgsplan("insight", "k12", "--json").json["mentions"]
    assert [each["kind"] for each in mentions] == ["activity"]


def test_what_the_seller_wrote_for_themselves_is_told_and_forgotten_too(salgsplan: Salgsplan) -> None:
    salgsplan("service", "reflect", "s1", "Ali Demir lærte meg tålmodighet", "--tolerance", "5")
    salgsplan("improvements", "add", "Svar til Ali Demir")
    mentions = salgsplan("insight", "k12", "--json").json["mentions"]
    assert sorted(each["kind"] for each in mentions) == ["improvement_area", "reflection"]
    assert "tålmodighet" in salgsplan("insight", "k12").out
    salgsplan("forget", "k12", "--yes")
    assert "Demir" not in texts_in(salgsplan.home)
    assert "tålmodighet" in (salgsplan.home / "private.toml").read_text("utf-8")


def test_a_firm_nobody_and_several_are_told(salgsplan: Salgsplan) -> None:
    firm, nobody = salgsplan("insight", "k02"), salgsplan("insight", "Kari")
    assert (firm.code, nobody.code) == (2, 3)
    assert "p02 (Jonas Wærum)" in firm.err
    several = salgsplan("insight", "p0")
    assert several.code == 3
    assert "p01 (Marit Haugstad)" in several.err


def test_insight_goes_into_a_file_for_one_pair_of_eyes(salgsplan: Salgsplan, tmp_path: Path) -> None:
    path = tmp_path / "innsyn.txt"
    assert salgsplan("insight", "k12", "-o", str(path)).code == 0
    assert "Ali Demir" in path.read_text("utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert salgsplan("insight", "k12", "-o", str(path)).code == 5


def test_forgetting_leaves_the_figures_and_no_identity_anywhere(salgsplan: Salgsplan, tmp_path: Path) -> None:
    salgsplan("edit", "a29", "45m")
    before = {row["id"]: row for row in salgsplan("list", "--json").json["activities"]}
    assert any(who in texts_in(tmp_path / "state") for who in WHO)
    answer = salgsplan("glem", "Ali", "Demir", "--yes")
    assert answer.code == 0, answer.err
    assert not [who for who in WHO if who in texts_in(salgsplan.home) + texts_in(tmp_path / "state")]
    after = {row["id"]: row for row in salgsplan("list", "--json").json["activities"]}
    assert after.keys() == before.keys()
    assert [row["planned_cost"] for row in after.values()] == [row["planned_cost"] for row in before.values()]
    assert after["a29"]["title"] == "Ring – om klage"
    assert after["a29"]["contacts"] == [{"id": "k12", "name": "–"}]
    assert "a29 Ring – om klage" in answer.out
    assert "git-historikk" in answer.err


def test_a_stop_row_is_left_and_keeps_an_import_from_bringing_the_person_back(
    salgsplan: Salgsplan, tmp_path: Path
) -> None:
    salgsplan("forget", "k12", "--yes")
    book = tomli.loads((salgsplan.home / "customers.toml").read_text("utf-8"))["customer"]
    (stop,) = (each for each in book if each["id"] == "k12")
    assert (stop["name"], stop["stage"], len(stop["contacts"][0]["stop"]["keys"])) == ("–", "not_target", 2)
    path = tmp_path / "igjen.csv"
    path.write_text("Navn,E-post\nA. Demir,ALI.demir@privat.example\n", "utf-8")
    rows = salgsplan("import", str(path), "--json").json["rows"]
    assert [row["fate"] for row in rows] == ["stopped"]


def test_a_contact_of_a_firm_is_forgotten_and_the_firm_stays(salgsplan: Salgsplan) -> None:
    found = salgsplan("forget", "p07", "--yes", "--json").json
    assert "a26" in found["kept"]
    book = tomli.loads((salgsplan.home / "customers.toml").read_text("utf-8"))["customer"]
    (firm,) = (each for each in book if each["id"] == "k07")
    assert (firm["name"], firm["contacts"][0]["name"]) == ("Havnekvartalet Kontorfellesskap AS", "–")
    assert "Brekkhus" not in texts_in(salgsplan.home)
    assert salgsplan("insight", "p07").code == 5


def test_words_that_may_be_about_the_person_are_listed(salgsplan: Salgsplan) -> None:
    salgsplan("add", "møte om saken til Demir fre 10", "--json")
    review = salgsplan("forget", "k12", "--yes", "--json").json["review"]
    assert [(each["file"], each["word"]) for each in review] == [("weeks/2027/2027-W07.toml", "Demir")]


def test_a_call_session_that_was_stopped_loses_the_name_too(salgsplan: Salgsplan, tmp_path: Path) -> None:
    session = CallSession(id="s1", title="Ring Ali Demir og flere", people=(Callee(customer="k12", contact="k12"),))
    salgsplan("edit", "a29", "45m")
    (lock,) = (tmp_path / "state").rglob("lock")
    keep_session(lock.parent / "call-session.toml", session)
    answer = salgsplan("forget", "k12", "--yes")
    assert "ringeøkten" in answer.out
    assert not [who for who in WHO if who in texts_in(tmp_path / "state")]
    kept = kept_session(lock.parent / "call-session.toml")
    assert kept is not None
    assert (kept.title, kept.people) == ("Ring – og flere", ())


def test_a_trial_run_shows_and_changes_nothing(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    answer = salgsplan("forget", "k12", "--dry-run")
    assert answer.code == 0
    assert "Ingenting er slettet" in answer.err
    assert salgsplan.snapshot() == before


def test_it_has_to_be_meant(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    assert salgsplan("forget", "k12").code == 2
    assert salgsplan("forget", "k12", typed="nei\n", is_terminal=True).code == 2
    assert salgsplan.snapshot() == before
    assert salgsplan("forget", "k12", typed="ja\n", is_terminal=True).code == 0


def test_what_was_done_before_can_still_be_undone(salgsplan: Salgsplan) -> None:
    salgsplan("done", "a27", "--outcome", "reached")
    salgsplan("forget", "k12", "--yes")
    assert "Ring Bjørkely" in salgsplan("undo").out
    assert salgsplan("show", "a27", "--json").json["activity"]["state"] == "planned"
    assert "Ali Demir" not in texts_in(salgsplan.home)


def test_git_in_the_folder_is_told_as_out_of_reach(salgsplan: Salgsplan) -> None:
    (salgsplan.home / ".git").mkdir()
    assert salgsplan("forget", "k12", "--yes", "--json").json["out_of_reach"] == [".git"]


def test_contacts_that_were_kept_for_long_are_listed(salgsplan: Salgsplan) -> None:
    answer = salgsplan("oppbevaring", "--json")
    assert answer.json["contacts"] == [
        {
            "id": "k11",
            "name": "Bente Myrvold",
            "customer": {"id": "k11", "name": "Bente Myrvold"},
            "why": "never",
            "last": None,
        }
    ]
    assert "ingenting er notert" in salgsplan("retention").out
    later = salgsplan("--today", "2029-05-01", "retention", "--json").json["contacts"]
    assert {each["id"] for each in later if each["why"] == "untouched"} == {"p04", "p06", "p10"}, "nothing open is left"


def test_nobody_kept_for_long_is_said(new_plan: Salgsplan) -> None:
    answer = new_plan("retention")
    assert (answer.code, answer.out) == (0, "")
    assert "Ingen har stått" in answer.err
