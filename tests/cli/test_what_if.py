"""What if, on the command line: the screen's table, nothing changed unless it is kept, and then one step to undo."""

import pytest

from tests.cli.running import Salgsplan

TRIED = ("--what-if", "hit=60", "--what-if", "b2=30 000", "--what-if", "prices=-10", "--what-if", "a42=drop")
TABLE = """\
nå            da     forskjell
Ordreinngang 480 000 kr         318 500 kr    318 500 kr
Gjenkjøp hos minst 80 % av …          80 %          80 %
Merkjøp for 90 000 kr             6 500 kr      6 500 kr
Første svar innen 4 arbeids…             –             –
4 nye kunder                           2,8           2,8
kostnad til slutt                99 919 kr     93 919 kr     −6 000 kr
igjen av kostnadsbudsjettet       8 081 kr     18 081 kr    +10 000 kr
timer foran                         52,3 t        51,5 t        −0,8 t
trengs i alt: ordre                     12            14            +2
trengs i alt: møter                     32            32
trengs i alt: samtaler                 256           256
mangler: ordre                           3             2            −1
mangler: møter                           7             5            −2
mangler: samtaler                       13             0           −13
"""


def test_what_would_be_different_is_told_and_nothing_is_changed(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    found = salgsplan("programme", *TRIED)
    assert (found.code, found.lines()) == (0, TABLE.splitlines())
    assert found.err.replace("\xa0", " ").splitlines() == [
        (
            "  Ordrer av tilbudene, %: 60 % · Annonser og fagtidsskrift: 30 000,00 kr · "
            "Priser opp eller ned, %: −10 % · Søkeannonser på nett (til 31.3.): lagt bort"
        ),
        "Ingenting er endret; --keep beholder det.",
    ]
    assert salgsplan.snapshot() == before


def test_it_is_told_in_english_too(salgsplan: Salgsplan) -> None:
    found = salgsplan("programme", "--lang", "en", "--what-if", "Orders of=60%", "--what-if", "a32=Monday")
    assert found.lines()[0] == "now          then    difference"
    assert "Orders of the offers, %: 60%" in found.err
    assert "Monday 22 February 2027" in found.err
    assert "Nothing is changed" in found.err


def test_what_is_kept_is_one_step_to_undo(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    kept = salgsplan("program", *TRIED, "--what-if", "a32=mandag", "--keep")
    assert kept.code == 0
    assert "Endret «1. kvartal 2027» slik det ble prøvd" in kept.err
    assert "Ingenting er endret" not in kept.err
    plan = (salgsplan.home / "plans/q1-2027.toml").read_text("utf-8")
    assert 'hit = "60.00"' in plan
    assert salgsplan("budget", "--json").json["lines"][1]["budget"] == "30000.00"
    shown = [salgsplan("show", each, "--json").json["activity"] for each in ("a42", "a32")]
    assert (shown[0]["state"], shown[1]["date"]) == ("cancelled", "2027-02-22")
    assert salgsplan("undo").code == 0
    assert salgsplan.snapshot() == before


def test_a_dry_run_keeps_nothing_and_what_is_so_already_is_no_step(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    tried = salgsplan("programme", "--what-if", "hit=60", "--keep", "--dry-run", "--json")
    assert "Ingenting er lagret" in tried.err
    assert tried.json["kept"] is False
    assert "er slik fra før" in salgsplan("programme", "--what-if", "hit=50", "--keep").err
    assert salgsplan.snapshot() == before


def test_other_programs_read_now_then_and_the_difference(salgsplan: Salgsplan) -> None:
    found = salgsplan("programme", *TRIED, "--json").json
    assert (found["schema"], found["programme"]["id"], found["kept"]) == (1, "q1-2027", False)
    assert found["now"]["goals"][0] == {
        "id": "m1",
        "title": "Ordreinngang 480 000 kr",
        "unit": "kr",
        "ends": "318500.00",
    }
    assert [found[each]["cost"] for each in ("now", "then", "difference")] == ["99918.80", "93918.80", "-6000.00"]
    assert [found[each]["left"] for each in ("now", "then", "difference")] == ["8081.20", "18081.20", "10000.00"]
    assert [found[each]["need"]["orders"] for each in ("now", "then", "difference")] == [12, 14, 2]
    assert found["then"]["minutes"] - found["now"]["minutes"] == found["difference"]["minutes"] == -45
    unknown = next(each for each in found["difference"]["goals"] if each["id"] == "m4")
    assert unknown["ends"] is None


def test_lines_and_rates_go_by_their_words_and_the_last_value_counts(salgsplan: Salgsplan) -> None:
    named = salgsplan("programme", "--what-if", "fagmesse=1", "--what-if", "Fagmesse=40 000", "--json").json
    assert (
        named["difference"]["left"]
        == salgsplan("programme", "--what-if", "b3=40000", "--json").json["difference"]["left"]
    )
    assert salgsplan("programme", "--what-if", "gjennomsnittlig ordre=30 000").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--what-if", "xyz=60"], 3, "b3 (Fagmesse)"),
        (["--what-if", "a1=drop"], 3, "a10"),
        (["--what-if", "hit"], 2, "FELT=VERDI"),
        (["--what-if", "hit=tja"], 2, "tja"),
        (["--what-if", "hit=160"], 2, "100 prosent"),
        (["--what-if", "a42=kanskje"], 2, "a31=dropp"),
        (["--what-if", "a42="], 2, "a31=dropp"),
        (["--what-if", "a01=dropp"], 5, "avsluttet"),
        (["--what-if", "hit=60", "--fit"], 2, "--keep"),
        (["--what-if", "hit=60", "--rate", "hit=50"], 2, "--keep"),
        (["--what-if", "hit=60", "-o", "hva-om.txt"], 2, "--keep"),
        (["--keep"], 2, "--what-if"),
        (["ost-2026-2027", "--what-if", "hit=60"], 5, "Øst 2026–2027"),
        (["--today", "2028-01-05", "--what-if", "hit=60"], 3, "program"),
    ],
)
def test_what_cannot_be_tried_is_refused(salgsplan: Salgsplan, arguments: list[str], code: int, said: str) -> None:
    before = salgsplan.snapshot()
    found = salgsplan("programme", *arguments, "--keep")
    assert (found.code, said in found.err) == (code, True), found.err
    assert salgsplan.snapshot() == before
