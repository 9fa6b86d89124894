"""The law's rules for contacting people on the command line, over the sample salesperson's customers (8.3, 8.7)."""

import pytest

from tests.cli.running import Salgsplan


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ring Bente Myrvold fre 10:00", "Bente Myrvold er reservert mot telefonsalg"),
        ("brev til Bente Myrvold fre", "Bente Myrvold er reservert mot adressert reklame"),
        ("epost Oda Brekkhus fre", "Oda Brekkhus har ikke samtykket"),
        ("ring Ali Demir lør 11", "Ali Demir er forbruker, og forbrukere ringes bare"),
        ("ring Ali Demir fre 08:30", "Ali Demir er forbruker, og forbrukere ringes bare"),
        ("ring Ali Demir hver lør 11", "Ali Demir er forbruker, og forbrukere ringes bare"),
        ("ringte Jonas Wærum -> ring tilbake; epost Oda Brekkhus fre", "Oda Brekkhus har ikke samtykket"),
    ],
)
def test_what_the_law_forbids_is_not_planned(salgsplan: Salgsplan, line: str, said: str) -> None:
    before = salgsplan.snapshot()
    answer = salgsplan("add", line)
    assert (answer.code, answer.out) == (5, "")
    assert f"Ikke lov: {said}" in answer.err
    assert "markedsføringsloven" in answer.err
    assert "Bare lov hvis" in answer.err
    assert salgsplan.snapshot() == before


@pytest.mark.parametrize(
    "line",
    [
        "ring Jonas Wærum lør 11",  # people in firms have no hours
        "sms Jonas Wærum fre 10",  # a customer
        "epost Ali Demir fre",  # he has consented
        "epost Per Åge Tangvald fre",  # a shared address
        "epost Elin Strømsvik fre",  # she has consented
        "besøk Bente Myrvold fre 10",  # no rule is for visits
        "ringte Bente Myrvold -> ordre",  # what was done is noted as it was
        "ring Bente Myrvold fre 10 formål:service",
    ],
)
def test_what_it_allows_is(salgsplan: Salgsplan, line: str) -> None:
    answer = salgsplan("add", line)
    assert answer.code == 0
    assert "Ikke lov" not in answer.err


def test_a_warning_is_said_and_stands_beside_the_row(salgsplan: Salgsplan) -> None:
    answer = salgsplan("add", "ring Ali Demir 3.3 kl 11", "--json")
    words = "Ali Demir er ikke sjekket mot Reservasjonsregisteret i den måneden henvendelsen skjer"
    notice = {"code": "contact_rule", "text": f"{words}.", "from": 5, "to": 14}
    assert (answer.code, answer.json["notices"]) == (0, [notice])
    assert answer.err == f"! {words}.\n"
    identity = answer.json["activity"]["id"]
    warning = {"code": "contact_rule", "ids": [identity], "date": "2027-03-03", "text": words}
    for view in (("day", "2027-03-03"), ("week", "2027-W09")):
        assert salgsplan(*view, "--json").json["warnings"] == [warning]
        assert f"! {words[:40]}" in salgsplan(*view).out


def test_parse_tells_what_stands_against_a_line_in_either_language(salgsplan: Salgsplan) -> None:
    answer = salgsplan("parse", "ring Bente Myrvold fre 10", "--json", "--lang", "en")
    (notice,) = answer.json["notices"]
    assert (answer.code, notice["code"]) == (0, "contact_rule")
    assert notice["text"].startswith("Not allowed: Bente Myrvold is in the opt-out register")
    assert "! Ikke lov: Bente Myrvold er reservert" in salgsplan("parse", "ring Bente Myrvold fre 10").out


def test_a_row_that_is_moved_to_a_forbidden_time_is_marked_and_does_not_start_then(salgsplan: Salgsplan) -> None:
    identity = salgsplan("add", "ring Ali Demir fre 10:00").out.split()[0]
    moved = salgsplan("move", identity, "lør 11")
    assert moved.code == 0
    assert "! ikke lov: Ali Demir er forbruker" in moved.err
    assert "! ikke lov: Ali Demir er forbruker" in salgsplan("day", "2027-02-20").out
    early = salgsplan("start", identity)
    assert early.code == 5
    assert "Ikke lov: Ali Demir er forbruker" in early.err
    assert salgsplan("--today", "2027-02-17T10:00", "start", identity).code == 0


def test_a_warning_is_said_when_a_call_starts(salgsplan: Salgsplan) -> None:
    identity = salgsplan("add", "ring Ali Demir 3.3 kl 11").out.split()[0]
    started = salgsplan("--today", "2027-03-03T11:00", "start", identity)
    assert started.code == 0
    assert "! Ali Demir er ikke sjekket" in started.err


def test_an_old_contact_is_no_first_approach_wherever_it_lies(salgsplan: Salgsplan) -> None:
    book = salgsplan.home / "customers.toml"
    known = "last_order = 2027-02-12\n", ", reservation = { phone = false, mail = false, checked = 2027-02-01 }"
    text = book.read_text("utf-8")
    book.write_text(text.replace(known[0], "").replace(known[1], ""), "utf-8")
    (salgsplan.home / "sales/2027.toml").unlink()
    identity = salgsplan("add", "ring Ali Demir fre 10:00").out.split()[0]
    started = salgsplan("--today", "2027-02-19T10:00", "start", identity)
    assert started.code == 0, "he was written to on 8 February"
    assert "! Ali Demir er ikke sjekket" in started.err


def test_an_edit_does_not_bring_in_who_may_not_be_contacted(salgsplan: Salgsplan) -> None:
    identity = salgsplan("add", "ring Jonas Wærum fre 10:00").out.split()[0]
    answer = salgsplan("edit", identity, "@k11")
    assert answer.code == 5
    assert "Ikke lov: Bente Myrvold" in answer.err


def test_the_next_step_is_held_to_the_rules_too(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    answer = salgsplan("done", "a27", "--outcome", "reached", "--next", "epost Oda Brekkhus fre")
    assert answer.code == 5
    assert salgsplan.snapshot() == before


def test_a_setting_makes_a_warning_of_the_rule_for_people_in_firms(salgsplan: Salgsplan) -> None:
    settings = salgsplan.home / "settings.toml"
    settings.write_text(settings.read_text("utf-8").replace('role = "both"', 'role = "both"\nfirm_email = "warn"'))
    answer = salgsplan("add", "epost Oda Brekkhus fre")
    assert answer.code == 0
    assert answer.err == (
        "! Oda Brekkhus har ikke samtykket til e-post, SMS eller direktemelding til sin egen adresse.\n"
    )


def test_the_sample_plan_breaks_no_rule(salgsplan: Salgsplan) -> None:
    weeks = [salgsplan("week", f"2027-W{number:02}", "--json").json["warnings"] for number in range(7, 14)]
    assert [each for week in weeks for each in week if each["code"] == "contact_rule"] == []


def test_an_order_of_the_last_year_makes_a_customer_wherever_it_is_noted(salgsplan: Salgsplan) -> None:
    book = salgsplan.home / "customers.toml"
    book.write_text(book.read_text("utf-8").replace("last_order = 2027-01-25\n", ""), "utf-8")
    answer = salgsplan("add", "epost Siri Øverli fre")
    assert answer.code == 0, "she bought on 25 January, says sales/2027.toml"
    assert salgsplan("day", "2027-02-19", "--json").json["warnings"] == []
    sales = salgsplan.home / "sales/2027.toml"
    sales.write_text(sales.read_text("utf-8").replace("date = 2027-01-25", "date = 2025-01-25"), "utf-8")
    assert salgsplan("add", "epost Siri Øverli fre").code == 5
