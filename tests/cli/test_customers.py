"""`customers`: the list, whom to call first, and everything about one."""

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.running import Salgsplan

TEN = {"SALGSPLAN_TODAY": "2027-02-17T10:00"}
LISTED = {
    *("id", "name", "kind", "class", "stage", "segment", "potential", "last_contact", "days_since_contact"),
    *("next_contact", "lacks_next_step", "open_offers", "open_cases", "call", "contacts"),
}


@pytest.mark.parametrize("words", ["customers", "customers --call-list", "customers show k01", "customers show k11"])
@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_looks(salgsplan: Salgsplan, snapshot: SnapshotAssertion, words: str, language: str, width: int) -> None:
    answer = salgsplan(*words.split(), "--lang", language, "--width", str(width), environment=TEN)
    assert answer.code == 0
    assert answer.out == snapshot


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("--class A --not-contacted 20", "k03 k09"),
        ("--no-next-step", "k11 k06 k04"),
        ("--stage offered", "k07 k05"),
        ("--segment bolig", "k12 k11"),
        ("hotell strømsvik", "k03"),
        ("--call-list --class B", "k01 k07 k08 k04"),
        ("--call-list --class C", "k12 k06 k11"),
    ],
)
def test_filters_choose_and_the_call_list_orders(salgsplan: Salgsplan, words: str, found: str) -> None:
    answer = salgsplan("kunder", *words.split(), "--json", environment=TEN)
    assert [each["id"] for each in answer.json["customers"]] == found.split()


def test_nothing_that_fits_is_told_with_exit_code_3(salgsplan: Salgsplan) -> None:
    answer = salgsplan("customers", "--class", "A", "--not-contacted", "30")
    assert (answer.code, answer.out, answer.err) == (3, "", "Ingenting passer.\n")


def test_other_programs_read_the_score_its_reasons_and_the_rule(salgsplan: Salgsplan) -> None:
    customers = {each["id"]: each for each in salgsplan("customers", "--json", environment=TEN).json["customers"]}
    assert all(set(each) == LISTED for each in customers.values())
    call = customers["k05"]["call"]
    assert (call["score"], call["contact"], call["verdict"], call["rule"]) == ("12.93", "p05", "allow", None)
    assert [each["code"] for each in call["reasons"]] == ["class", "interval", "old_offer", "potential"]
    assert customers["k11"]["call"]["verdict"] == "block"
    assert "reservert" in customers["k11"]["call"]["rule"]["text"]
    assert customers["k10"]["call"] is None


def test_one_customer_is_shown_by_id_by_a_contacts_id_or_by_name(salgsplan: Salgsplan) -> None:
    for words in ("show k03", "vis p03", "show Strømsvik", "vis sjobua hotell"):
        card = salgsplan("customers", *words.split(), "--json").json["customer"]
        assert (card["id"], len(card["activities"]), len(card["orders"])) == ("k03", 5, 1)


@pytest.mark.parametrize(("words", "code"), [("show", 2), ("show nobody", 3), ("show k0", 3), ("--class D", 2)])
def test_who_is_not_told_apart_is_refused(salgsplan: Salgsplan, words: str, code: int) -> None:
    assert salgsplan("customers", *words.split()).code == code


def test_a_look_at_the_customers_loads_no_screen_and_writes_nothing(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    assert salgsplan("customers").code == 0
    assert salgsplan.snapshot() == before


def test_filters_may_stand_among_the_words(salgsplan: Salgsplan) -> None:
    typed = salgsplan("kunder", "klasse:A", "dager:20", "--json").json["customers"]
    asked = salgsplan("customers", "--class", "A", "--not-contacted", "20", "--json").json["customers"]
    assert typed == asked
    assert typed
    words = salgsplan("customers", "stage:offer given", "kvern", "--json").json["customers"]
    assert [each["name"] for each in words] == ["Kvernsletta kommune"]


def test_a_filter_that_means_nothing_is_pointed_out(salgsplan: Salgsplan) -> None:
    answer = salgsplan("kunder", "berg", "klasse:X")
    assert (answer.code, answer.out) == (2, "")
    assert "ingen klasse" in answer.err
    assert "^^^^^^^^" in answer.err


def test_an_answer_is_noted_today_kept_in_the_file_shown_and_taken_back(salgsplan: Salgsplan) -> None:
    path, before = salgsplan.home / "customers.toml", salgsplan.snapshot()
    path.write_text(path.read_text("utf-8").replace("score = 8 }", 'score = 8, said = "greit" }'), "utf-8")
    assert salgsplan("customers", "myrvang", "--nps", "10", "--dry-run").code == 0
    with_word = salgsplan.snapshot()
    answer = salgsplan("customers", "myrvang", "--nps", "10", "--lang", "en")
    assert (answer.code, answer.out, answer.err) == (0, "", "Noted the NPS answer of Myrvang Barnehager SA\n")
    text = path.read_text("utf-8")
    assert '{ date = 2027-02-03, score = 8, said = "greit" }' in text
    card = salgsplan("customers", "show", "k04", "--json").json["customer"]
    assert card["nps"] == [{"date": "2027-02-03", "score": 8}, {"date": "2027-02-17", "score": 10}]
    assert "NPS\u00a010\u00a0(" in salgsplan("customers", "show", "k04").out
    assert [each["score"] for each in salgsplan("customers", "k04", "--nps", "3", "--json").json["nps"]] == [8, 3]
    assert salgsplan("undo").code == salgsplan("undo").code == 0
    assert salgsplan.snapshot() == with_word != before


@pytest.mark.parametrize("text", ["11", "-1", "ni", ""])
def test_what_is_no_answer_is_refused_in_one_sentence(salgsplan: Salgsplan, text: str) -> None:
    before = salgsplan.snapshot()
    answer = salgsplan("customers", "k04", "--nps", text)
    assert (answer.code, answer.out) == (2, "")
    assert f"«{text}» er ikke noe NPS-svar. Skriv et helt tall fra 0 til 10." in answer.err
    assert salgsplan.snapshot() == before


def test_an_answer_is_one_customers(salgsplan: Salgsplan) -> None:
    assert [salgsplan("customers", *words, "--nps", "9").code for words in ((), ("nobody",), ("k0",))] == [2, 3, 3]
