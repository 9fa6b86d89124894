"""`service`: cases by their clocks, a case from the first call to kjøperglede, its money, figures and look back."""

import json

import pytest
import tomli

from tests.cli.running import Salgsplan

CASE = {
    *("id", "title", "customer", "contact", "order", "type", "channel", "cause", "improvement_area", "state", "step"),
    *("next_step", "opened", "start_mood", "first_response", "first_response_due", "response_minutes", "acknowledged"),
    *("solution", "solution_by", "agreed", "resolved", "resolution_due", "resolution_minutes", "waiting", "escalated"),
    *("reopened", "followed_up", "closed", "end_mood", "evidence_kind", "evidence", "result", "reason", "delivered"),
    *("discovered", "compensation", "cost", "notes", "clock", "next", "planned_too_late", "activities"),
}


def test_open_cases_are_listed_by_their_clock(salgsplan: Salgsplan) -> None:
    answer = salgsplan("service")
    assert answer.code == 0
    assert [line.split()[0] for line in answer.lines()[1:]] == ["s3", "!"]
    assert "svar 11:20" in answer.lines()[1]
    assert answer.lines()[2] == "! svarfrist 11:20, planlagt 14:00"
    (case,) = salgsplan("service", "--json").json["cases"]
    assert set(case) == CASE
    assert case["clock"] == {"kind": "response", "due": "2027-02-17T11:20", "minutes_left": 200, "stopped": False}
    assert (case["planned_too_late"], [row["id"] for row in case["next"]]) == (True, ["a29"])


def test_words_and_show_choose_among_them(salgsplan: Salgsplan) -> None:
    assert [each["id"] for each in salgsplan("service", "--show", "all", "--json").json["cases"]] == ["s3", "s2", "s1"]
    found = salgsplan("servicesaker", "liste", "filter", "--show", "closed", "--json").json["cases"]
    assert [each["id"] for each in found] == ["s2"]
    nothing = salgsplan("service", "finnes", "ikke")
    assert (nothing.code, nothing.err) == (3, "Ingenting passer.\n")


def test_a_case_tells_its_rights_and_its_prompts(salgsplan: Salgsplan) -> None:
    text = salgsplan("service", "vis", "s3").out
    assert "alltid i tide til 16.4.2027" in text
    assert "kontroller mot Lovdata" in text
    assert "toleranse: Hva må jeg tåle" in text
    claim = salgsplan("service", "show", "s3", "--json").json["case"]["claim"]
    assert (claim["source"], claim["notice_until"]) == ("forbrukerkjøpsloven § 27", "2027-04-16")
    assert salgsplan("service", "show", "s9").code == 3
    assert salgsplan("service", "show").code == 2


def test_from_the_first_call_to_buyers_joy(salgsplan: Salgsplan) -> None:
    opened = salgsplan(
        *("service", "åpne", "Granholt", "Feil", "filter", "--mood", "-2", "--channel", "E-post"),
        *("--next", "ring fre 10", "--json"),
    )
    assert opened.code == 0, opened.err
    case = opened.json["case"]
    identity = case["id"]
    assert (case["title"], case["customer"]["name"], case["start_mood"]) == ("Feil filter", "Granholt Eiendom AS", -2)
    assert (case["contact"]["id"], case["channel"], case["state"]) == ("p02", "email", "reported")
    assert case["next"][0]["purpose"] == "service"
    assert salgsplan("service", "steg", identity).code == 0
    refused = salgsplan("service", "steg", identity, "resolved")
    assert (refused.code, "hva årsaken var" in refused.err) == (5, True)
    solved = salgsplan("service", "step", identity, "resolved", "--cause", "feil på lager", "--solution", "nytt filter")
    assert solved.code == 0, solved.err
    joy = ("service", "avslutt", identity, "--mood", "+2")
    assert salgsplan(*joy).code == 5
    closed = salgsplan(*joy, "--evidence", "Beste service", "--json").json["case"]
    assert (closed["state"], closed["result"], closed["evidence"]) == ("closed", "buyers_joy", "Beste service")
    assert salgsplan("undo").code == 0
    assert salgsplan("service", "show", identity, "--json").json["case"]["state"] == "resolved"


def test_how_a_case_came_in_is_told_or_asked_and_never_guessed(salgsplan: Salgsplan) -> None:
    said = salgsplan("service", "open", "Granholt", "Feil filter")
    identity = said.lines()[0].split()[0]
    assert f"! Det er ikke sagt hvordan den kom inn. Si det slik: salgsplan service endre {identity}" in said.err
    assert salgsplan("service", "show", identity, "--json").json["case"]["channel"] is None
    assert "kom inn 08:00, ikke sagt hvordan" in salgsplan("service", "show", identity).out
    assert salgsplan("service", "endre", identity, "--channel", "telefon", "--json").json["case"]["channel"] == "phone"
    asked = salgsplan("service", "open", "Granholt", "Støy", typed="på mail\n", is_terminal=True)
    assert (asked.code, "Kanalen «på mail» finnes ikke" in asked.err) == (2, True)
    asked = salgsplan("service", "open", "Granholt", "Støy", typed="mail\nring fre 10\n", is_terminal=True)
    assert asked.code == 0, asked.err
    found = salgsplan("service", "--show", "all", "--json").json["cases"]
    assert [each["channel"] for each in found if each["title"] == "Støy"] == ["email"]


@pytest.mark.parametrize(
    ("option", "value", "code", "said"),
    [
        ("--channel", "due", 2, "Kanalen «due» finnes ikke"),
        ("--order", "o99", 3, "ordre o99"),
        ("--area", "i9", 3, "forbedringsområde i9"),
        ("--contact", "p99", 3, "kontakt p99"),
    ],
)
def test_what_a_case_names_must_be_there(salgsplan: Salgsplan, option: str, value: str, code: int, said: str) -> None:
    before = salgsplan.snapshot()
    for words in (("edit", "s3"), ("open", "Granholt", "Feil filter")):
        answer = salgsplan("service", *words, option, value)
        assert (answer.code, said in answer.err) == (code, True), answer.err
    assert salgsplan.snapshot() == before


def test_a_moment_may_lie_behind_and_never_ahead(salgsplan: Salgsplan) -> None:
    heard = salgsplan("service", "step", "s3", "--at", "i går 15:45", "--json").json["case"]
    assert (heard["first_response"], heard["response_minutes"]) == ("2027-02-16T15:45", 25)
    assert salgsplan("service", "step", "s3", "--cause", "x", "--at", "2027-02-16 10:00").code == 5
    assert salgsplan("service", "step", "s3", "--cause", "x", "--at", "15:00").code == 5


def test_it_waits_goes_on_is_raised_and_opened_again(salgsplan: Salgsplan) -> None:
    assert salgsplan("service", "vent", "s3").code == 5
    salgsplan("service", "step", "s3", "acknowledged", "--cause", "forsinket")
    waits = salgsplan("service", "vent", "s3", "--json").json["case"]
    assert (waits["state"], waits["step"], waits["clock"]["stopped"]) == ("waiting_customer", "acknowledged", True)
    assert salgsplan("service", "fortsett", "s3", "--json").json["case"]["state"] == "acknowledged"
    assert salgsplan("service", "løft", "s3", "--json").json["case"]["state"] == "escalated"
    assert salgsplan("service", "reopen", "s1").code == 5
    again = salgsplan("service", "gjenåpne", "s1", "støyer", "igjen", "--json").json["case"]
    assert (again["state"], again["step"], again["reopened"][0]["reason"]) == (
        "reopened",
        "acknowledged",
        "støyer igjen",
    )


def test_lost_and_rejected_need_a_reason(salgsplan: Salgsplan) -> None:
    assert salgsplan("service", "close", "s3", "--result", "rejected", "--mood", "-1").code == 5
    closed = salgsplan(
        "service", "close", "s3", "--result", "lost", "--mood", "-2", "--reason", "gikk til Ventor", "--json"
    )
    assert closed.json["case"]["result"] == "lost"


def test_a_compensation_is_a_cost_on_its_budget_line(salgsplan: Salgsplan) -> None:
    before = next(line for line in salgsplan("budget", "--json").json["lines"] if line["code"] == "b7")["planned"]
    case = salgsplan("service", "kompensasjon", "s3", "450", "kr", "--json").json["case"]
    assert (case["compensation"], case["cost"]) == ("450.00", "450.00")
    after = next(line for line in salgsplan("budget", "--json").json["lines"] if line["code"] == "b7")["planned"]
    assert (before, after) == ("0.00", "450.00")
    assert salgsplan("service", "cost", "s3").code == 2


def test_without_a_next_activity_it_is_said_and_on_a_terminal_asked(salgsplan: Salgsplan) -> None:
    salgsplan("done", "a29", "--outcome", "reached")
    said = salgsplan("service", "mood", "s3", "--mood", "-2")
    assert "Ingen neste aktivitet. Planlegg den: salgsplan service next s3 TEKST" in said.err
    asked = salgsplan("service", "mood", "s3", "--mood", "-1", typed="ring tors 10\n", is_terminal=True)
    assert asked.code == 0, asked.err
    (row,) = salgsplan("service", "show", "s3", "--json").json["case"]["next"]
    assert (row["date"], row["start"], row["customers"][0]["id"]) == ("2027-02-18", "10:00", "k12")


def test_what_is_missing_is_asked_on_a_terminal(salgsplan: Salgsplan) -> None:
    answer = salgsplan("service", "step", "s3", "acknowledged", typed="feil levert\n", is_terminal=True)
    assert answer.code == 0, answer.err
    assert salgsplan("service", "show", "s3", "--json").json["case"]["cause"] == "feil levert"


def test_the_figures_have_their_n(salgsplan: Salgsplan) -> None:
    found = salgsplan("service", "tall", "--json").json
    assert (found["from"], found["to"]) == ("2027-01-04", "2027-03-31")
    assert found["response_minutes"] == {"value": "42.50", "n": 2}
    assert found["resolution_minutes"] == {"value": "2332.50", "n": 2}
    assert found["recovery"] == {"percent": "100.00", "part": 2, "n": 2}
    assert found["buyers_joy"] == {"percent": "50.00", "part": 1, "n": 2}
    assert found["repurchase"] == {"percent": "50.00", "part": 1, "n": 2, "may_still": 1}
    january = salgsplan("service", "figures", "januar", "--json").json
    assert (january["opened"], january["closed"], january["recovery"]["percent"]) == (["s1"], [], None)
    assert "humørløft                              +3,0 n=2" in salgsplan("service", "tall").out.replace("\xa0", " ")


def test_a_look_back_is_private(salgsplan: Salgsplan) -> None:
    assert salgsplan("service", "reflect", "s1").code == 2
    assert salgsplan("service", "reflect", "s1", "--tolerance", "6").code == 2
    answer = salgsplan("service", "refleksjon", "s1", "Ble", "rolig", "--tolerance", "4", "--json")
    assert answer.json["reflection"]["shared"] is False
    private = tomli.loads((salgsplan.home / "private.toml").read_text("utf-8"))
    assert (private["reflection"][0]["tolerance"], len(private["wage"])) == (4, 3)
    assert "Ble rolig" in salgsplan("service", "vis", "s1").out
    told = [
        ("service", "show", "s1", "--json"),
        ("service", "tall", "--json"),
        ("day", "--json"),
        ("customers", "--json"),
    ]
    assert not any("Ble rolig" in json.dumps(salgsplan(*words).json) for words in told)
    assert salgsplan("undo").code == 0
    assert "reflection" not in tomli.loads((salgsplan.home / "private.toml").read_text("utf-8"))


def test_fields_are_changed_and_a_mistake_is_removed(salgsplan: Salgsplan) -> None:
    edited = salgsplan("service", "endre", "s3", "--type", "claim", "--delivered", "1.2", "--area", "i1", "--json")
    case = edited.json["case"]
    assert (case["type"], case["delivered"], case["improvement_area"]) == ("claim", "2027-02-01", "i1")
    assert salgsplan("service", "edit", "s3").code == 2
    assert salgsplan("service", "koble", "s3", "a27", "--json").json["case"]["activities"] == ["a27", "a29"]
    assert salgsplan("service", "remove", "s3").code == 0
    assert salgsplan("service", "show", "s3").code == 3
    assert salgsplan("undo").code == 0


def test_a_trial_run_changes_nothing(salgsplan: Salgsplan) -> None:
    before = salgsplan.snapshot()
    answer = salgsplan("service", "step", "s3", "--dry-run")
    assert (answer.code, answer.err) == (
        0,
        "Ingenting er lagret. Dette ville blitt gjort: «Klage fra Ali Demir»: kunden er hørt\n",
    )
    assert salgsplan.snapshot() == before


@pytest.mark.parametrize("words", [("--mood", "3"), ("--mood", "x"), ("--type", "sur"), ("--at", "31.2")])
def test_what_means_nothing_is_refused(salgsplan: Salgsplan, words: tuple[str, ...]) -> None:
    assert salgsplan("service", "open", "k02", "x", *words).code == 2


def test_an_empty_plan_has_no_cases(new_plan: Salgsplan) -> None:
    answer = new_plan("service")
    assert (answer.code, answer.out, answer.err) == (0, "", "Ingen servicesak er åpen.\n")
    assert new_plan("service", "tall").code == 0


def test_a_line_of_quick_add_opens_a_case(salgsplan: Salgsplan) -> None:
    added = salgsplan("add", "klage", "Granholt", "i", "dag", "15:30", "--json")
    assert added.code == 0, added.err
    identity = added.json["case"]["id"]
    assert "Åpner servicesaken" in added.err
    assert "svarfrist 12:00, planlagt 15:30" in added.err
    case = salgsplan("service", "show", identity, "--json").json["case"]
    assert [row["id"] for row in case["next"]] == [added.json["activity"]["id"]]
    again = salgsplan("add", "klage", "Granholt", "i", "morgen", "10", "--json").json
    assert again["case"]["id"] == identity, "it goes on with the open one"
    assert salgsplan("undo").code == salgsplan("undo").code == 0
    assert salgsplan("service", "show", identity).code == 3


def test_an_answer_is_noted_when_the_activity_is_done(salgsplan: Salgsplan) -> None:
    salgsplan("done", "a29", "--outcome", "reached", "--next", "ring Ali Demir fre 10")
    case = salgsplan("service", "show", "s3", "--json").json["case"]
    assert (case["state"], case["first_response"]) == ("heard", "2027-02-17T08:00")
    assert [row["date"] for row in case["next"]] == ["2027-02-19"], "the step after it belongs to the case"
